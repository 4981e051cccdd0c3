"""Gradient norm against lag, of a plain recurrent network and an LSTM."""

from itertools import pairwise

import numpy as np
import pytest
import torch

from assets.records.demo import load_demo
from models.explain.memory_comparison import HIDDEN, ROWS, Memory, Recurrent, compare, gradient_norm
from models.running.weights import FORECASTER
from models.signal.frontend import FrontEnd


@pytest.fixture(scope="module")
def value():
    record = load_demo()
    return FrontEnd(record.fs).push(record.signals[: 30 * 360, 0]).value[240:]


def test_the_gradient_is_what_a_small_change_of_the_input_does(value):
    torch.manual_seed(3)
    network = Recurrent(torch.nn.LSTM).double()
    x = torch.from_numpy(value[:60].astype(np.float64))[None]
    norm = gradient_norm(network, x)
    for lag in (0, 3, 10):
        moved = x.clone()
        moved[0, -1 - lag] += 1e-6
        with torch.no_grad():
            change = (network(moved) - network(x))[0, -1] / 1e-6
        assert norm[lag] == pytest.approx(float(change.norm()), rel=1e-3)


def test_a_plain_network_forgets_at_the_pace_of_its_largest_eigenvalue(value):
    network = Recurrent(torch.nn.RNN)
    with torch.no_grad():
        network.layer.weight_hh_l0.copy_(0.5 * torch.eye(HIDDEN))
        network.layer.weight_ih_l0.mul_(1e-3)
        network.layer.bias_ih_l0.zero_()
        network.layer.bias_hh_l0.zero_()
    norm = gradient_norm(network, torch.from_numpy(value[:40])[None])
    for newer, older in pairwise(norm[:10]):
        assert older / newer == pytest.approx(0.5, rel=1e-3)


def test_the_reach_is_the_last_lag_that_still_counts():
    norm = np.zeros(ROWS, np.float32)
    norm[[0, 12]] = 1.0, 0.02
    assert Memory("made", norm).reach_s == pytest.approx(0.1)


def test_too_little_signal_is_refused(value):
    with pytest.raises(ValueError, match="needs 10 s"):
        next(compare(value[:600], FORECASTER.shipped().network))


@pytest.mark.slow
def test_a_fit_ends_repeats_and_lengthens_the_memory_of_both(value):
    def run():
        return [(done, memories) for done, memories in compare(value, FORECASTER.shipped().network)]

    told = run()
    assert told[0][0] == 0
    assert told[-1][0] == 1
    plain, lstm, plain_now, lstm_now, shipped = told[-1][1]
    assert plain.reach_s < plain_now.reach_s
    assert lstm.reach_s < lstm_now.reach_s
    assert shipped.name == "the monitor's LSTM"
    again = next(compare(value, FORECASTER.shipped().network))[1]
    np.testing.assert_array_equal(again[2].norm, told[0][1][2].norm)
