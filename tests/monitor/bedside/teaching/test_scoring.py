"""What counts as right, premature, wrong and missed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.learners import Mark
from monitor.bedside.teaching.scoring import Verdict, score
from monitor.bedside.teaching.truth import truth
from tests.monitor.bedside.teaching.conftest import FS, notes


def at(second, finding=None, who="Ada", clicked=False):
    return Mark(who, round(second * FS), finding, clicked)


@pytest.fixture
def true(minute):
    return truth(minute, FS, 0, 6000)


def one(true, *marks):
    (result,) = score(true, marks, ["Ada"])
    return result


def test_a_right_answer_has_its_reaction_time_from_the_true_onset(true):
    result = one(true, at(23.5, Finding.VT))
    assert [j.verdict for j in result.judged] == [Verdict.RIGHT]
    assert result.reaction_s == pytest.approx(3.5)
    assert (result.asked, result.named, result.missed) == (1, 1, ())


def test_it_can_be_named_a_little_after_its_end_and_not_later(true):
    assert one(true, at(34.9, Finding.VT)).named == 1
    late = one(true, at(35.1, Finding.VT))
    assert late.judged[0].verdict is Verdict.WRONG
    assert len(late.missed) == 1


@pytest.mark.parametrize("second", [18.1, 19.9, 20.05])
def test_before_anybody_can_know_it_is_premature_and_still_to_be_named(true, second):
    result = one(true, at(second, Finding.VT), at(22, Finding.VT))
    assert [j.verdict for j in result.judged] == [Verdict.PREMATURE, Verdict.RIGHT]
    assert result.reaction_s == pytest.approx(2.0)


def test_long_before_it_is_wrong_and_says_what_was_on(true):
    (judged,) = one(true, at(12, Finding.VT)).judged
    assert judged.verdict is Verdict.WRONG
    assert judged.episode.finding is Finding.SINUS


def test_the_same_again_does_not_count(true):
    result = one(true, at(22, Finding.VT), at(25, Finding.VT))
    assert [j.verdict for j in result.judged] == [Verdict.RIGHT, Verdict.REPEATED]
    assert result.count(Verdict.RIGHT) == 1


def test_what_went_on_before_watching_has_no_reaction_time():
    true = truth(notes((0, "+", "(AFIB")), FS, 1000, 3000)
    result = one(true, at(11, Finding.ATRIAL))
    assert result.named == 1
    assert result.reaction_s is None


def test_each_learner_is_scored_by_what_he_marked_himself(true):
    marks = [at(21, Finding.VT, "Ada"), at(22, Finding.SVT, "Bob")]
    ada, bob, cy = score(true, marks, ["Ada", "Bob", "Cy"])
    assert (ada.named, bob.named, cy.named) == (1, 0, 0)
    assert bob.count(Verdict.WRONG) == 1


def test_now_belongs_to_ectopic_beats_and_to_the_onset_of_what_is_asked_for(true):
    result = one(true, at(5.6), at(15.5), at(20.15), at(45))
    assert [(b / FS, m / FS) for b, m in result.beats.hits] == [(5.0, 5.6), (15.0, 15.5)]
    assert result.noticed_s == pytest.approx([0.15])
    assert [m / FS for m in result.beats.false] == [45.0]


def test_nobody_has_to_press_at_each_beat_of_a_tachycardia(true):
    result = one(true, at(5.6), at(6.6), at(15.5), at(23, Finding.VT))
    assert (result.beats.missed, result.missed) == ((), ())


def test_now_in_an_episode_without_beats_is_its_notice_once_and_never_false():
    true = truth(notes((0, "+", "(N"), (10, "+", "(ASYS")), FS, 0, 3000)
    result = one(true, at(12), at(14))
    assert [j.verdict for j in result.judged] == [Verdict.RIGHT, Verdict.REPEATED]
    assert result.beats.false == ()
    assert result.noticed_s == pytest.approx([2.0])


def test_marks_outside_what_was_watched_are_left_out(minute):
    assert one(truth(minute, FS, 0, 1000), at(22, Finding.VT)).judged == ()


@given(
    st.lists(
        st.tuples(st.integers(0, 5999), st.sampled_from([None, *Finding]), st.sampled_from(["Ada", "Bob"])),
        max_size=30,
    )
)
def test_what_is_counted_adds_up_whatever_is_pressed(presses):
    true = truth(
        notes((0, "+", "(N"), (5, "V", ""), (10, "+", "(AFIB"), (30, "+", "(VT"), (40, "+", "(N")),
        FS,
        0,
        6000,
    )
    marks = [Mark(who, sample, finding) for sample, finding, who in presses]
    for result in score(true, marks, ["Ada", "Bob"]):
        own = [m for m in marks if m.learner == result.learner and m.finding is not None]
        assert sum(result.count(verdict) for verdict in Verdict) == len(own)
        assert result.named + len(result.missed) == result.asked == 2
        assert len(result.beats.hits) + len(result.beats.missed) == 1
        assert result.reaction_s is None or result.reaction_s >= 0.1
        right = [j.episode for j in result.judged if j.verdict is Verdict.RIGHT and j.mark.finding]
        assert len(right) == len(set(right))
