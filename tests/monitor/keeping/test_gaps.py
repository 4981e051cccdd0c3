"""Gaps are told by the signals that have them, whichever way a stretch is cut into pieces."""

import numpy as np
import pytest

from monitor.keeping.gaps import Gaps

N = np.nan
SAMPLES = np.array([[0, N], [0, N], [N, N], [N, N], [N, 0], [0, 0], [0, N]], np.float32)


@pytest.mark.parametrize("step", [1, 2, 3, 7])
def test_each_gap_is_told_once(step):
    found = Gaps(["ECG II", "ABP"])
    for at in range(0, len(SAMPLES), step):
        found.take(SAMPLES[at : at + step], 100 + at)
    assert list(found.told()) == [
        ("gap: no signal", 102, 104),
        ("gap: no signal@@ECG II", 104, 105),
        ("gap: no signal@@ABP", 100, 102),
        ("gap: no signal@@ABP", 106, 107),
    ]


def test_the_only_signal_needs_no_name():
    found = Gaps(["ECG II"])
    found.take(SAMPLES[:, :1], 0)
    assert list(found.told()) == [("gap: no signal", 2, 5)]


def test_a_whole_signal_has_no_gap():
    found = Gaps(["ECG II", "ABP"])
    found.take(np.zeros((10, 2), np.float32), 0)
    assert list(found.told()) == []
