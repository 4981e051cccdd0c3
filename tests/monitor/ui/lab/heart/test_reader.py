"""Twelve leads of a simulated patient, cut and landed by the thread itself."""

import numpy as np
import pytest

from assets.databases.mitbih import AAMI_CLASS
from assets.sources.open import open_source
from models.heartbeats.model import land
from models.heartbeats.weights import HEARTBEATS
from models.patients.source import SCHEMES
from monitor.stream.past.history import SignalHistory
from monitor.ui.lab.heart.reader import MOST_WAITING, BeatReader, Wanted


@pytest.fixture(scope="module")
def twelve():
    """Give twenty seconds of a simulated patient, and where his beats are."""
    source = open_source("patient:sinus?leads=12", schemes=SCHEMES)
    history = SignalHistory(source)
    peaks = []
    while history.span[1] < 20 * source.info.fs:
        block = source.read(500)
        history.append(block)
        peaks += [
            int(at)
            for at, symbol in zip(block.annotations.sample, block.annotations.symbol, strict=True)
            if symbol in AAMI_CLASS
        ]
    return source.info, history, peaks


@pytest.fixture
def reader(qtbot):
    made = BeatReader()
    yield made
    made.stop()


def wanted(twelve, peaks, reference):
    info, history, _ = twelve
    return Wanted(7, history, info.fs, info.ecg_leads, tuple(peaks), ("N",) * len(peaks), reference)


def test_a_twelve_lead_beat_lands_twelve_times_in_its_class(qtbot, reader, twelve):
    info, _, known = twelve
    peaks = [at for at in known if 5 * info.fs < at < 18 * info.fs]
    beats = []
    reader.landed.connect(beats.append)
    reader.ask(wanted(twelve, peaks, reference=True))
    reader.start()
    qtbot.waitUntil(lambda: len(beats) == len(peaks))
    assert [beat.at for beat in beats] == peaks
    assert {beat.aami for beat in beats} == {"N"}
    assert {beat.source for beat in beats} == {7}
    for beat in beats:
        assert beat.landings.mean.shape == (12, 2)
        nowhere = ~np.isfinite(beat.landings.mean).all(axis=1)
        assert nowhere.sum() <= 1, "one lead may be so flat that its beats have no shape"
        assert np.array_equal(nowhere, ~beat.shapes.whole)
        own = land(HEARTBEATS.shipped().network, beat.shapes.shape)
        assert np.allclose(own.error, beat.landings.error, atol=1e-4, equal_nan=True)
    names = [info.lead_names[i] for i in info.ecg_leads]
    mean = np.nanmedian([beat.landings.mean for beat in beats], axis=0)
    apart = np.linalg.norm(mean[names.index("aVR")] - mean[names.index("II")])
    assert apart > 1, "a lead upside down is another shape"


def test_annotations_that_are_kept_from_learners_name_no_beat(qtbot, reader, twelve):
    info, _, known = twelve
    beats = []
    reader.landed.connect(beats.append)
    reader.ask(wanted(twelve, [at for at in known if at > 5 * info.fs][:1], reference=False))
    reader.start()
    qtbot.waitUntil(lambda: len(beats) == 1)
    assert beats[0].aami == ""


def test_of_beats_that_come_faster_than_they_are_landed_the_newest_are_kept(reader, twelve):
    for first in range(0, 4 * MOST_WAITING, 8):
        reader.ask(wanted(twelve, range(first, first + 8), reference=False))
    waiting = [peak for one in reader._wanted for peak in one.peaks]
    assert len(waiting) <= MOST_WAITING + 8
    assert waiting[-1] == 4 * MOST_WAITING - 1
