"""What the models see at one moment is what they say in the stream."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from assets.records.demo import load_demo
from models.explain.insight import gates, look
from models.running.weights import AUTOENCODER, FORECASTER
from models.signal.frontend import FrontEnd


@pytest.fixture(scope="module")
def demo():
    record = load_demo()
    return record.fs, record.signals[: 60 * 360, 0]


@pytest.fixture(scope="module")
def networks():
    return FORECASTER.shipped().network, AUTOENCODER.shipped().network


def test_the_gates_give_the_networks_own_output(demo, networks):
    fs, signal = demo
    value = np.nan_to_num(FrontEnd(fs).push(signal[:3600]).value)
    lstm = networks[0].lstm
    found = gates(networks[0], value)
    with torch.inference_mode():
        x = torch.from_numpy(value)[:, None]
        hidden, _ = lstm(x)
        before = torch.cat([torch.zeros(1, lstm.hidden_size), hidden[:-1]])
        w, u = lstm.weight_ih_l0.chunk(4)[2], lstm.weight_hh_l0.chunk(4)[2]
        b = (lstm.bias_ih_l0 + lstm.bias_hh_l0).chunk(4)[2]
        candidate = torch.tanh(x @ w.T + before @ u.T + b).numpy()
    cell = np.zeros(lstm.hidden_size)
    for t in range(len(value)):
        cell = found.forget[t] * cell + found.write[t] * candidate[t]
        np.testing.assert_allclose(found.output[t] * np.tanh(cell), hidden[t].numpy(), atol=1e-4)


def test_what_comes_after_the_moment_changes_nothing_that_the_forecaster_says(demo, networks):
    fs, signal = demo
    at = 20 * 360
    seen = look(*networks, fs, signal[:at], signal[at : at + 180])
    blind = look(*networks, fs, signal[:at], signal[:0])
    np.testing.assert_allclose(seen.mean, blind.mean, atol=1e-5)
    assert blind.window_time[-1] == 0
    # The rows whose error counts lie around the moment, and the window goes on after them.
    assert sum(seen.counted) / 2 == pytest.approx(0, abs=0.01)
    config = networks[1].config
    assert seen.counted[1] - seen.counted[0] == pytest.approx(config.scored / 120)
    assert seen.window_time[-1] == pytest.approx((config.window - config.counted.stop + 8) / 120, abs=0.01)
    np.testing.assert_allclose(seen.gates.forget, blind.gates.forget, atol=1e-5)
    assert blind.time[-1] == 0
    assert seen.time[-1] == pytest.approx(0.45, abs=0.01)
    assert len(seen.window) == networks[1].config.window
    assert np.isfinite(seen.reconstruction_error_mv)


def test_after_the_context_the_forecast_is_that_of_the_whole_stream(demo, networks):
    fs, signal = demo
    at = 40 * 360
    whole = FrontEnd(fs).push(signal[:at])
    with torch.inference_mode():
        mean = networks[0](torch.from_numpy(np.nan_to_num(whole.value))[None])[0][0, -1].numpy()
    np.testing.assert_allclose(look(*networks, fs, signal[:at], signal[:0]).mean, mean, atol=0.02)


def test_a_signal_that_runs_into_the_fan_does_not_leave_it_and_a_strange_one_does(demo, networks):
    fs, signal = demo
    at = 20 * 360
    usual = look(*networks, fs, signal[:at], signal[at : at + 180])
    jump = look(*networks, fs, signal[:at], signal[at : at + 180] + 5.0)
    assert jump.left_at is not None
    assert jump.left_at <= 0.1
    assert jump.covered is not None
    assert usual.covered is not None
    assert jump.covered < 0.2 < usual.covered
    assert usual.sigma.min() > 0
    assert np.all(np.diff(usual.horizon) > 0)


def test_the_fan_speaks_of_the_whole_curve_and_not_of_its_dots_alone(demo, networks):
    fs, signal = demo
    at = 20 * 360
    seen = look(*networks, fs, signal[:at], signal[at : at + 180])
    inside = replace(seen, signal=np.interp(seen.time, seen.horizon, seen.mean).astype(np.float32))
    assert inside.covered == 1
    assert inside.left_at is None
    # A spike between the last two horizons, 20 and 30 rows ahead, touches no dot of the fan.
    spike = inside.signal.copy()
    spike[np.abs(seen.time - 25 / 120) < 0.5 / 120] += 10
    left = replace(inside, signal=spike)
    assert left.covered == pytest.approx(29 / 30)
    assert left.left_at == pytest.approx(25 / 120, abs=1e-3)
    blind = look(*networks, fs, signal[:at], signal[:0])
    assert blind.covered is None
    assert blind.left_at is None


def test_in_a_gap_nothing_is_redrawn_and_too_little_signal_is_refused(demo, networks):
    fs, signal = demo
    gappy = signal[:3600].copy()
    gappy[3400:3450] = np.nan
    with_gap = look(*networks, fs, gappy, gappy[:0])
    assert np.isnan(with_gap.reconstruction_error_mv)
    assert not len(look(*networks, fs, gappy, gappy[:0]).redrawn)
    with pytest.raises(ValueError, match="too little signal"):
        look(*networks, fs, signal[:40], signal[:0])


def test_what_is_redrawn_lies_about_a_beat_that_is_asked_for(demo, networks):
    fs, signal = demo
    at = 20 * 360
    seen = look(*networks, fs, signal[:at], signal[at : at + 180], beat=36)
    assert sum(seen.counted) / 2 == pytest.approx(0.1 + seen.lag_s, abs=0.01)
    np.testing.assert_array_equal(seen.mean, look(*networks, fs, signal[:at], signal[at : at + 180]).mean)


def test_the_share_that_is_redrawn_is_told_where_there_is_a_wave(demo, networks):
    fs, signal = demo
    seen = look(*networks, fs, signal[: 20 * 360], signal[20 * 360 : 21 * 360])
    wave = np.where(np.abs(seen.window_time) < 0.02, 1, 0).astype(np.float32)
    assert replace(seen, window=wave, redrawn=wave).redrawn_share == 1
    half = replace(seen, window=wave, redrawn=0 * wave + wave[np.abs(seen.window_time) < 0.067].mean())
    assert half.redrawn_share == pytest.approx(0, abs=0.02)
    flat = 0.4 * wave / np.ptp(wave)  # as high as a T wave
    assert replace(seen, window=flat, redrawn=0.9 * flat).redrawn_share is None
