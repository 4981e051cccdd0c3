"""Alarms about the signal name their lead; what the models remark is an advisory."""

import pytest

from models.alarms.conditions import Condition
from models.alerts.events import Event
from models.alerts.kinds import Kind, Priority
from models.signal.faults import Fault, FaultKind
from models.signal.states import State, StateKind
from tests.made_alarms import Made, beats, told


@pytest.mark.parametrize(
    ("kind", "condition"),
    [
        (FaultKind.FLAT, Condition.LEAD_OFF),
        (FaultKind.LIMIT, Condition.RAIL),
        (FaultKind.LARGE, Condition.LARGE),
        (FaultKind.SMALL, Condition.SMALL),
    ],
)
def test_a_fault_of_a_lead_has_its_alarm(kind, condition):
    news = told(Made(40, beats(1, 39, 60), faults=[Fault(kind, 2000, 2600, 2200, 2650, 1.5)]))
    began, ended = (alarm for alarm in news if alarm.condition is condition)
    assert (began.start, began.raised, began.lead) == (2000, 2200, "MLII")
    assert (ended.end, ended.over) == (2600, 2650)
    assert began.priority is Priority.LOW


def test_noise_says_of_what_kind_it_is():
    noise = State(StateKind.UNUSABLE, 2000, 2600, 2100, 2700, "electrode motion")
    news = told(Made(40, beats(1, 39, 60), states=[noise]))
    began, ended = (alarm for alarm in news if alarm.condition is Condition.NOISE)
    assert began.title() == "Noise: no alarm from this lead: electrode motion"
    assert (began.start, began.raised, ended.over) == (2000, 2300, 2700)


def test_noise_that_is_soon_over_is_not_told():
    noise = State(StateKind.UNUSABLE, 2000, 2200, 2100, 2290, "electrode motion")
    assert told(Made(40, beats(1, 39, 60), states=[noise])) == []


def test_flutter_is_no_noise_but_what_is_left_of_it_afterwards():
    noise = State(StateKind.UNUSABLE, 2000, 3400, 2100, 3450, "electrode motion")
    flutter = State(StateKind.FLUTTER, 2000, 2900, 2250, 2950, "waves without a rest")
    news = told(Made(45, beats(1, 44, 60), states=[flutter, noise]))
    assert [a.raised for a in news if a.condition in (Condition.NOISE, Condition.NO_LEAD)][:2] == [3100, 3150]


def test_a_gap_is_told_after_half_a_second_and_a_short_one_not():
    news = [a for a in told(Made(40, beats(1, 39, 60), gaps=[(20.0, 23.0)])) if a.condition is Condition.GAP]
    assert [(a.start, a.raised, a.over) for a in news] == [(2000, 2050, None), (2000, 2050, 2300)]
    assert told(Made(40, beats(1, 39, 60), gaps=[(20.0, 20.4)])) == []


def test_what_the_models_find_is_an_advisory():
    events = [
        Event(Kind.ECTOPIC, 1990, 2000, 2030, 2100, {}, {}),
        Event(Kind.RUN, 2490, 2500, 2630, 2700, {}, {}),
    ]
    (alarm,) = told(Made(40, beats(1, 39, 60), events=events))
    assert alarm.condition is Condition.MODELS
    assert alarm.priority is Priority.ADVISORY
    assert alarm.title() == "Unusual to the models: Ectopic beat?"
