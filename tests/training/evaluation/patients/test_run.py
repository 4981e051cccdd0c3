"""Simulated patients are what they are called: to the monitor, to textbooks, and in the table."""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path

import pytest
import torch
from _pytest.mark import ParameterSet

from models.alarms.conditions import Condition
from models.patients.leads import TWELVE
from models.patients.patient import Patient
from models.signal.states import StateKind
from training.__main__ import main
from training.evaluation.detectors.live import StreamMaker
from training.evaluation.patients.intervals import Intervals, measure
from training.evaluation.patients.run import BEATS, WITH_P, Judged, judge_kind
from training.evaluation.patients.tables import alarms_table, table


def slowly(*kinds: str) -> list[ParameterSet]:
    """Kinds that tell little beyond the others; each takes a second or more."""
    return [pytest.param(kind, marks=pytest.mark.slow) for kind in kinds]


@cache
def judged(kind: str) -> Judged:
    torch.set_num_threads(1)
    return judge_kind(kind, StreamMaker())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "state", "within_s"),
    [
        ("af", StateKind.IRREGULAR, 60),
        ("bigeminy", StateKind.BIGEMINY, 15),
        ("trigeminy", StateKind.TRIGEMINY, 20),
        ("vf", StateKind.FLUTTER, 8),
        ("vf-fine", StateKind.FLUTTER, 10),
        ("ventricular-flutter", StateKind.FLUTTER, 8),
    ],
)
def test_the_monitor_knows_the_rhythm(kind: str, state: StateKind, within_s: float) -> None:
    assert judged(kind).states[state] <= within_s


@pytest.mark.slow
@pytest.mark.parametrize(
    "kind", ["sinus", "pac", "atrial-flutter", *slowly("av-block-1", "rbbb", "st-up", "long-qt")]
)
def test_what_is_harmless_or_beyond_the_monitor_has_no_state_and_no_alarm(kind: str) -> None:
    assert (judged(kind).states, judged(kind).alarms) == ({}, {})


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["pvc", "pvc-multifocal", "couplets", "bigeminy", "trigeminy", "vt"])
def test_the_monitor_calls_ventricular_beats_so(kind: str) -> None:
    # Those of a tachycardia become usual to the models after most of a minute.
    assert judged(kind).ectopic >= (0.8 if kind == "vt" else 0.9)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "condition", "within_s"),
    [
        ("asystole", Condition.ASYSTOLE, 6),
        ("agonal", Condition.ASYSTOLE, 10),
        ("vf", Condition.FLUTTER, 10),
        ("ventricular-flutter", Condition.FLUTTER, 10),
        ("vt", Condition.VENTRICULAR_TACHYCARDIA, 5),
        ("svt", Condition.EXTREME_TACHYCARDIA, 10),
        ("av-block-3", Condition.EXTREME_BRADYCARDIA, 10),
        ("bigeminy", Condition.BIGEMINY, 15),
        ("af", Condition.ATRIAL_FIBRILLATION, 60),
    ],
)
def test_it_raises_its_own_alarm(kind: str, condition: Condition, within_s: float) -> None:
    assert judged(kind).alarms[condition.key] <= within_s


@pytest.mark.parametrize(
    "kind", ["sinus", "svt", "pvc", "af", "vt", *slowly("wenckebach", "mobitz", "lbbb", "paced")]
)
def test_the_monitor_finds_the_beats(kind: str) -> None:
    sensitivity, precision = judged(kind).found["monitor"]
    assert min(sensitivity, precision) >= 0.98


def measured(kind: str, **options: float) -> Intervals:
    block = Patient(kind, options, leads=TWELVE, fs=500).read(40 * 500)
    notes = block.annotations
    peaks = notes.sample[[symbol in BEATS for symbol in notes.symbol]]
    return measure(block.samples, peaks, 500, p_wave=kind in WITH_P)


def test_a_normal_beat_has_the_durations_of_textbooks() -> None:
    for rate in (50, 75, 100):
        found = measured("sinus", rate=rate)
        assert 120 <= found.pr <= 200
        assert 70 <= found.qrs <= 110
        assert 350 <= found.qt / math.cbrt(60 / rate) <= 450  # after Fridericia


def test_what_lengthens_an_interval_does() -> None:
    assert measured("av-block-1").pr > 200
    assert measured("av-block-1", pr=350).pr == pytest.approx(measured("av-block-1", pr=250).pr + 100, abs=12)
    assert min(measured(kind).qrs for kind in ("lbbb", "rbbb", "paced")) >= 120
    assert measured("long-qt").qt / math.cbrt(60 / 65) > 470


@pytest.mark.slow
def test_the_command_writes_the_table_and_the_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "judged.json"
    assert main(["patients", "--kinds", "asystole", "--json", str(file)]) == 0
    assert "| asystole | 0 | – |" in capsys.readouterr().out
    (one,) = json.loads(file.read_text())
    assert (one["kind"], one["ectopic"], one["intervals"]) == ("asystole", None, None)
    assert one["alarms"]["asystole"] < 6


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (["--kinds", "nobody"], "There is no patient 'nobody'; there are sinus,"),
        (["--kinds", "vt", "--results"], "Results are of all kinds: --results goes without --kinds."),
    ],
)
def test_a_wrong_request_is_refused_in_a_sentence(
    argv: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["patients", *argv]) == 2
    assert why in capsys.readouterr().err


def test_a_column_without_figures_says_so() -> None:
    one = Judged(
        "vt",
        3,
        {"monitor": (1.0, math.nan)},
        170.0,
        None,
        {},
        math.nan,
        {"ventricular_tachycardia": 2.0},
        {},
        2,
        {},
        {"noise": 1},
    )
    assert table([one]).splitlines()[-1] == "| vt | 3 | 170 | – | – | – | 100.0 / – | – | – |"
    assert "| vt | ventricular_tachycardia 2 | – | – | noise (1 of 2) |" in alarms_table([one])
    assert alarms_table([one]).endswith("0 of 1 kinds raise their own alarms and no others.")


EXACT = ("sinus", "bigeminy", "vt", "vf", "asystole")
MORE = (
    *("pvc", "pac", "svt", "paced", "vf-fine", "agonal", "trigeminy", "mobitz", "rbbb"),
    *("ventricular-flutter", "av-block-1", "st-up", "t-inversion", "long-qt"),
)


@pytest.mark.parametrize("kind", [*EXACT, *(pytest.param(kind, marks=pytest.mark.slow) for kind in MORE)])
def test_it_raises_exactly_its_own_alarms_however_it_began(kind: str) -> None:
    one = judged(kind)
    assert (one.missing, one.foreign) == ({}, {})
    assert one.runs == 2
