"""Marks and beats, one to one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching

from monitor.bedside.teaching.learners import Mark
from monitor.bedside.teaching.pairing import LATENCY_S, detector_pairs, learner_pairs, pair
from monitor.bedside.teaching.truth import truth
from tests.monitor.bedside.teaching.conftest import FS, notes


def test_a_detection_belongs_to_a_beat_150_ms_away_and_no_farther():
    found = pair([100, 200], [85, 216], FS)
    assert (found.hits, found.missed, found.false) == (((100, 85),), (200,), (216,))
    assert found.sensitivity == found.predictivity == 0.5


def test_a_key_may_be_pressed_later_and_a_click_may_not(minute):
    true = truth(minute, FS, 0, 1900)
    late = round((15 + LATENCY_S) * FS)
    assert learner_pairs(true, [Mark("Ada", late)]).hits == ((1500, late),)
    clicked = learner_pairs(true, [Mark("Ada", late, clicked=True)])
    assert (clicked.hits, clicked.false) == ((), (late,))


def test_two_presses_for_one_beat_are_one_hit_and_one_false():
    found = pair([100], [110, 120], FS, late_s=1.0)
    assert (found.hits, found.false) == (((100, 110),), (120,))


def test_fusion_beats_and_flutter_count_neither_way():
    true = truth(notes((1, "F", ""), (3, "V", ""), (10, "[", ""), (12, "V", ""), (15, "]", "")), FS, 0, 2000)
    found = detector_pairs(true, [100, 300, 1200])
    assert (found.hits, found.missed, found.false) == (((300, 300),), (), ())


def test_nothing_to_find_has_no_sensitivity_and_nothing_marked_no_predictivity():
    assert pair([], [5], FS).sensitivity is None
    assert pair([5], [], FS).predictivity is None
    assert pair([5], [], FS).latency_s is None


@given(
    st.lists(st.integers(0, 2000), max_size=25, unique=True),
    st.lists(st.integers(0, 2000), max_size=25),
    st.sampled_from([0.0, LATENCY_S]),
)
def test_no_matching_pairs_more(beats, marks, late_s):
    found = pair(beats, marks, FS, late_s=late_s)
    reach = np.subtract.outer(np.array(marks, dtype=int), np.array(beats, dtype=int))
    allowed = (reach >= -15) & (reach <= 15 + late_s * FS)
    best = 0
    if allowed.size:
        best = int((maximum_bipartite_matching(csr_matrix(allowed), perm_type="column") >= 0).sum())
    assert len(found.hits) == best
    assert sorted([*(b for b, _ in found.hits), *found.missed]) == sorted(beats)
    assert sorted([*(m for _, m in found.hits), *found.false]) == sorted(marks)
    assert all(-15 <= m - b <= 15 + late_s * FS for b, m in found.hits)


def test_the_median_latency_is_told():
    assert pair([100, 500], [140, 560], FS, late_s=1.0).latency_s == pytest.approx(0.5)
