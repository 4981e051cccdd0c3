"""What the figures recommend."""

import pytest

from monitor.retraining.advice import advise

GOOD = dict(auc=0.991, average_precision=0.97, found=18, ventricular=20, alarms_per_minute=0.4)
SPREAD = dict(auc=0.012, found=3.0, alarms_per_minute=0.3)


def advice(spread=SPREAD, **new):
    return advise(GOOD, {**GOOD, **new}, spread, "106")


def test_worse_ranking_is_not_recommended_and_said():
    said = advice(auc=0.879)
    assert not said.adopt
    assert said.sentence == (
        "Keep the present weights: on record 106 the new ones tell V beats from normal ones less well "
        "(AUC 0.879 against 0.991; a difference of 0.012 may be chance)."
    )


def test_what_differs_by_no_more_than_chance_is_as_good():
    said = advice(auc=0.985, found=16, alarms_per_minute=0.6)
    assert said.adopt
    assert "no figure differs by more than chance" in said.sentence


@pytest.mark.parametrize(
    ("new", "adopt", "words"),
    [
        (dict(found=10), False, "find fewer V beats (10 against 18 of 20; a difference of 3 may be chance)"),
        (dict(found=22), True, "find more V beats (22 against 18"),
        (dict(alarms_per_minute=0.9), False, "more false alarms (0.90 a minute against 0.40"),
        (dict(alarms_per_minute=0.0), True, "fewer false alarms (0.00 a minute"),
        (dict(auc=1.01, alarms_per_minute=2.0), False, "more false alarms"),
    ],
)
def test_the_figure_that_decides_is_named(new, adopt, words):
    said = advice(**new)
    assert said.adopt == adopt
    assert words in said.sentence


def test_without_v_beats_the_false_alarms_decide():
    none = dict(GOOD, auc=None, average_precision=None, found=0, ventricular=0)
    spread = dict(SPREAD, auc=None, found=0.0)
    assert not advise(none, {**none, "alarms_per_minute": 2.0}, spread, "101").adopt
    assert advise(none, none, spread, "101").adopt


def test_without_annotations_nothing_is_recommended():
    said = advise(GOOD, GOOD, None, "mine")
    assert not said.adopt
    assert "mine has no annotations" in said.sentence
