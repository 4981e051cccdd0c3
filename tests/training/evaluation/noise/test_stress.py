"""The noise-stress test counts what is said over noisy time, and over what of it is called usable."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assets.records.open import open_record
from models.judging.tally import AlertCounts, Coverage
from models.patients.artefacts.recorded import read_noise
from models.signal.states import State, StateKind
from training.evaluation.noise import stress
from training.evaluation.noise.stress import (
    CLEAN,
    FITTED,
    JUDGED,
    Counts,
    Job,
    Outcome,
    stress_record,
    unusable_in_all,
    unusable_spans,
)
from training.evaluation.noise.tables import as_json, summed, table


def test_unusable_is_what_was_known_to_be() -> None:
    states = (
        State(StateKind.DOUBTFUL, 0, 5, 3, 6),
        State(StateKind.UNUSABLE, 0, 5, 3, 6),
        State(StateKind.UNUSABLE, 50, 80, 60, None),
    )
    assert unusable_spans(states, 100).tolist() == [[3, 6], [60, 99]]


def test_all_leads_are_unusable_where_each_is() -> None:
    states = (
        State(StateKind.UNUSABLE, 0, 5, 3, 40, lead="a"),
        State(StateKind.UNUSABLE, 20, 80, 30, 60, lead="b"),
        State(StateKind.UNUSABLE, 50, 99, 50, None, lead="a"),
    )
    assert unusable_in_all(states, ("a", "b"), 100).tolist() == [[30, 40], [50, 60]]
    assert not len(unusable_in_all(states, ("a", "b", "c"), 100))


def test_no_record_is_judged_that_was_fitted_on() -> None:
    assert not set(FITTED) & set(JUDGED)


def test_a_condition_s_figures_are_added_up_and_told() -> None:
    one = Outcome(
        Counts(2.0, AlertCounts(3, 1), AlertCounts(3, 2), Coverage(3, 4)),
        Counts(1.0, AlertCounts(3, 0), AlertCounts(3, 1), Coverage(2, 2)),
        Counts(1.5, AlertCounts(2, 3), AlertCounts(2, 6), Coverage(1, 2)),
    )
    total = summed([{CLEAN: one}, {CLEAN: one, ("em", 6.0): one}])
    assert total[CLEAN].unusable == 0.5
    assert total[CLEAN].believed == Counts(4.0, AlertCounts(6, 2), AlertCounts(6, 4), Coverage(6, 8))
    lines = table(total).splitlines()
    assert "| electrode motion | 6 | 25.0 % | 2.00 | 4.00 | .500 | .400 |" in lines, "all leads"
    last = lines[-1]
    assert last == ("| electrode motion | 6 | 50.0 % | 0.00 | 1.00 | 1.000 | 1.000 | 0.50 | .750 | .750 |")
    told = as_json(total, {"a": {CLEAN: one}})
    assert told["all"][1]["noise"] == "em"
    assert told["all"][0]["together"]["ventricular"] == {"true": 4, "false": 6}
    assert told["records"]["a"][0]["db"] is None
    assert Outcome().unusable != Outcome().unusable, "no time at all"


@pytest.mark.slow
def test_noise_that_drowns_a_record_is_called_unusable_and_its_false_alerts_go(data_dir: Path) -> None:
    noise = [read_noise("em", data_dir)]
    clean, faint, loud = stress_record(Job("119", data_dir, noise, (24.0, -6.0), 7 * 60.0)).values()
    assert clean.unusable < 0.02
    assert faint.unusable < 0.1
    assert loud.unusable > 0.6
    # In the bigeminy of 119 an alert is true anywhere: false ones are looked for where it is seldom.
    *_, drowned = stress_record(Job("106", data_dir, noise, (-6.0,), 7 * 60.0)).values()
    assert drowned.usable.ventricular.false < drowned.believed.ventricular.false
    assert clean.usable.found == clean.believed.found
    assert clean.usable.found.share > 0.95
    assert clean.together.found.share > 0.95
    assert 0.6 < loud.unusable_together <= loud.unusable, "both leads are"


@pytest.mark.slow
def test_a_record_of_one_lead_is_judged_as_that_lead_alone(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = open_record("119", data_dir=data_dir)
    one = replace(whole, leads=whole.leads[:1], signals=whole.signals[:, :1], described=())
    monkeypatch.setattr(stress, "open_record", lambda *_, **__: one)
    (judged, noisy) = stress_record(Job("119", None, [read_noise("em", data_dir)], (0.0,), 7 * 60.0)).values()
    assert judged.together == judged.usable
    assert noisy.together == noisy.usable
    assert 0 < noisy.unusable == noisy.unusable_together
