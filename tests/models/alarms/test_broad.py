"""Beats are broad as long as none was narrow, in every lead, the same however the stream is cut."""

import math

import numpy as np
import pytest

from models.alarms.broad import Broad
from models.alarms.waves import Waves
from models.alerts.watcher import Block
from models.beats.scores import BeatScores
from models.patients.opening import open_any

FS = 250.0


def block(samples, stop):
    leads = tuple(Block(lead, stop, {}, BeatScores.none(), {}) for lead in samples.T)
    return Block(samples[:, 0], stop, {}, BeatScores.none(), {}, leads=leads)


def heard(samples, peaks, step, change=lambda samples: samples):
    """Whether each beat is broad, given as soon as 0.3 s after it are known."""
    samples = change(samples.copy())
    broad, waves, found, left = Broad(FS), Waves(FS, samples.shape[1]), [], list(peaks)
    interval = np.diff(peaks, prepend=math.nan) / FS
    for start in range(0, len(samples), step):
        piece = samples[start : start + step]
        stop = start + len(piece)
        waves.take(block(piece, stop))
        while left and left[0] + 0.3 * FS < stop:
            found.append(broad.beat(int(left.pop(0)), float(interval[len(found)]), waves))
    return found


def patient(name):
    source = open_any(f"patient:{name}")
    read = source.read(round(12 * FS))
    marks = [
        (at, symbol) for at, symbol in zip(read.annotations.sample, read.annotations.symbol, strict=True)
    ]
    peaks = np.array([at for at, symbol in marks if symbol in "NVSLR/"])
    return np.asarray(read.samples, np.float32), peaks[(peaks > 50) & (peaks < len(read.samples) - 100)]


@pytest.mark.parametrize("name", ["vt", "vt?rate=120", "vt?rate=220&seed=4"])
@pytest.mark.parametrize("step", [50, 700])
def test_ventricular_tachycardia_is_broad_from_the_first_beat_on(name, step):
    found = heard(*patient(name), step)
    assert len(found) > 12
    assert all(found)


@pytest.mark.parametrize("name", ["sinus", "svt", "sinus?rate=140", "rbbb", "af?rate=140", "t-peaked"])
def test_what_is_narrow_in_one_lead_is_not(name):
    assert not any(heard(*patient(name), 50))


def test_after_a_narrow_beat_nothing_is_broad_any_more():
    samples, peaks = patient("vt")
    narrow = samples.copy()
    at = int(peaks[6])
    narrow[at - 60 : at + 60] = 0
    narrow[at - 4 : at + 5] = np.bartlett(9)[:, None]
    assert heard(narrow, peaks, 50) == [True] * 6 + [False] * (len(peaks) - 6)


def test_a_lead_that_is_off_is_passed_over_and_where_none_is_left_nothing_is_broad():
    samples, peaks = patient("vt")

    def off(samples):
        samples[:, 1] = 0.3
        samples[:, 2] = np.nan
        return samples

    assert all(heard(samples, peaks, 50, off))
    assert not any(heard(samples, peaks, 50, np.zeros_like))
