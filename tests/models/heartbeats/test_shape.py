import numpy as np
import pytest

from assets.records.demo import load_demo
from models.beats.qrs.detector import QrsDetector
from models.heartbeats.shape import BEFORE, LEAD_IN_S, ROWS, beats_of, cut, shapes
from models.signal.frontend import MODEL_FS


def test_a_shape_has_no_size_and_its_size_gives_the_beat_back():
    rng = np.random.default_rng(1)
    beats = rng.normal(0.3, 0.5, (4, 2, ROWS)).astype(np.float32)
    found = shapes(beats)
    assert np.allclose(found.shape.mean(axis=-1), 0, atol=1e-5)
    assert np.allclose((found.shape**2).mean(axis=-1), 1, atol=1e-4)
    assert np.allclose(found.shape * found.size[..., None] + found.mean[..., None], beats, atol=1e-5)
    assert np.allclose(shapes(7 * beats - 2).shape, found.shape, atol=1e-4)
    assert found.whole.all()


@pytest.mark.parametrize("broken", [np.zeros(ROWS), np.full(ROWS, np.nan)])
def test_a_flat_line_and_a_gap_have_no_shape(broken):
    found = shapes(broken[None])
    assert not found.whole.any()
    assert np.isnan(found.shape).all()


def test_what_is_cut_lies_about_its_peak_and_is_empty_beyond_the_ends():
    rows = np.arange(300, dtype=np.float32)[:, None] * [1, -1]
    found = cut(rows, np.array([100, 5]))
    assert found.shape == (2, 2, ROWS)
    assert found[0, 0, BEFORE] == 100
    assert found[0, 1, BEFORE + 3] == -103
    assert np.isnan(found[1, 0, : BEFORE - 5]).all()
    assert found[1, 0, BEFORE] == 5


def test_a_stretch_gives_the_beats_that_the_whole_recording_gives():
    record = load_demo()
    signal, fs = record.signals[: int(30 * record.fs), :1], record.fs
    peaks = QrsDetector(fs).push(signal[:, 0]).index
    peak = peaks[peaks > 15 * fs][0]
    whole = beats_of(signal, fs, np.array([peak]))[0, 0]
    start = peak - round(LEAD_IN_S * fs)
    stretch = beats_of(signal[start : peak + round(0.6 * fs)], fs, np.array([peak - start]))[0, 0]
    # The rows of a stretch may stand up to half a row beside the whole's.
    assert np.corrcoef(whole, stretch)[0, 1] > 0.95
    assert np.isfinite(stretch).all()
    late = beats_of(signal[peak - round(0.5 * fs) : peak + round(0.6 * fs)], fs, np.array([round(0.5 * fs)]))
    assert np.isnan(late).all(), "the front end had not settled"
    assert abs(np.argmax(np.abs(whole)) - BEFORE) <= 0.05 * MODEL_FS
