"""A segment: a record with its annotators, which grow together."""

from datetime import datetime

import numpy as np
import pytest
import wfdb

from assets.errors import WriteError
from assets.recording.signals import Digits
from assets.sources.source import Lead, SourceInfo
from monitor.stream.recording.segment import Annotator, Segment

INFO = SourceInfo("made", "test:made", 360.0, (Lead("MLII"),), comments=tuple("abc" * 20))
DIGITS = Digits("16", (1000.0,))
WHEN = datetime(2026, 1, 1)


def test_annotations_wait_for_their_samples_and_stand_in_the_order_of_time(tmp_path):
    segment = Segment(tmp_path / "r.hea", INFO, 1000, DIGITS, WHEN, 1)
    for sample in (1300, 1100, 1050):
        segment.note(Annotator.BEATS, sample, "N")
    segment.write(np.zeros((200, 1), np.float32))
    assert wfdb.rdann(str(tmp_path / "r"), "ecgm").sample.tolist() == [50, 100]
    segment.write(np.zeros((200, 1), np.float32))
    segment.close()
    assert wfdb.rdann(str(tmp_path / "r"), "ecgm").sample.tolist() == [50, 100, 300]
    assert len(wfdb.rdheader(str(tmp_path / "r")).comments) == 22


def test_one_in_which_there_is_nothing_leaves_nothing(tmp_path):
    Segment(tmp_path / "r.hea", INFO, 0, DIGITS, WHEN, 1).close()
    assert not list(tmp_path.iterdir())


def test_an_annotator_that_cannot_be_made_is_told_and_the_signal_is_kept(tmp_path):
    segment = Segment(tmp_path / "r.hea", INFO, 0, DIGITS, WHEN, 1)
    (tmp_path / "r.alm").mkdir()
    segment.note(Annotator.ALARMS, 5, '"', "x")
    with pytest.raises(WriteError, match=r"r\.alm could not be written"):
        segment.write(np.ones((10, 1), np.float32))
    with pytest.raises(WriteError, match=r"r\.alm"):
        segment.close()
    assert wfdb.rdrecord(str(tmp_path / "r")).p_signal.ravel().tolist() == [1.0] * 10
