"""An alert says what went on beside it, as far as that was known when it was raised."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.alerts.analyzer import Analyzer
from models.alerts.circumstances import Circumstances
from models.alerts.events import Meanwhile
from models.alerts.kinds import Kind
from models.alerts.watcher import Block
from models.beats.scores import BeatScores
from models.signal.states import State, StateKind
from tests.alerts import an_alert
from tests.monitor.conftest import FS, StateScorer, make_record, rippled

SECONDS = 30
SIGNAL = rippled(make_record(SECONDS)).signals[:, 0]


def alerts(cuts=()):
    analyzer = Analyzer(FS, StateScorer(), lead="MLII")
    edges = [0, *sorted(cuts), len(SIGNAL)]
    found = [e for a, b in pairwise(edges) for e in analyzer.push(SIGNAL[a:b]).events]
    return [*found, *analyzer.finish()]


def test_an_alert_is_told_with_what_went_on_and_no_other_is():
    told = {round(e.peak / FS): e for e in alerts()}
    assert set(told) >= {5, 10, 20}
    assert 15 not in told, "the signal is unusable there, and its alerts are withheld"
    assert told[5].meanwhile == told[20].meanwhile == ()
    assert told[10].meanwhile == (
        Meanwhile(StateKind.DOUBTFUL, "muscle noise"),
        Meanwhile(StateKind.IRREGULAR),
    )
    assert told[10].why().endswith("; in a doubtful signal (muscle noise); in atrial fibrillation?")
    assert "RR varies" not in told[10].why(), "that may change while it goes on"


@given(st.lists(st.integers(0, len(SIGNAL)), max_size=30))
def test_it_is_the_same_however_the_stream_is_cut(cuts):
    assert alerts(cuts) == alerts()


def test_what_becomes_known_later_is_not_told(monkeypatch):
    monkeypatch.setattr(StateScorer, "late_s", 8.0)
    told = {round(e.peak / FS): e for e in alerts()}
    assert told[10].meanwhile == ()


def test_a_state_of_the_signal_has_the_name_of_its_lead_and_the_rhythm_has_none():
    analyzer = Analyzer(FS, StateScorer(), 1000, lead="MLII")
    states = analyzer.push(SIGNAL[: round(9 * FS)]).states
    assert [(s.kind, s.lead) for s in states] == [(StateKind.IRREGULAR, ""), (StateKind.DOUBTFUL, "MLII")]
    assert [s.start for s in states] == [1000 + 6 * FS, 1000 + 8 * FS]


@pytest.mark.parametrize("kind", StateKind)
def test_every_state_has_words_that_people_can_read(kind):
    assert kind.words[0].isupper()
    assert len(kind.short) <= len(kind.words)
    assert kind.meanwhile[0].islower()
    assert str(Meanwhile(kind, "mains")) == f"{kind.meanwhile} (mains)"


def test_of_several_leads_only_those_that_speak_are_named_for_their_signal():
    circumstances = Circumstances(FS)
    states = tuple(State(StateKind.DOUBTFUL, 0, 900, 10, None, "mains", lead) for lead in ("MLII", "V1"))
    circumstances.take(Block(np.zeros(1000), 1000, {}, BeatScores.none(), {}, (), states))
    event = an_alert(Kind.ECTOPIC, speaking=("V1",), together=("MLII", "V1"))
    assert [str(m) for m in circumstances.told(event).meanwhile] == ["in a doubtful signal of V1 (mains)"]
    nobody = an_alert(Kind.PREMATURE, together=("MLII", "V1"))
    assert [m.lead for m in circumstances.told(nobody).meanwhile] == ["MLII", "V1"]
