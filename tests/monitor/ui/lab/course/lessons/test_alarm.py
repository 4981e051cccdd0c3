"""“The error is the alarm”: told by the figures that ship, and differently by others."""

import pytest

from models.digits import figures
from models.explain.figures import shipped_figures
from monitor.ui.lab.course.lessons import alarm


@pytest.fixture
def measured(monkeypatch):
    def put(digit, **values):
        row = {"digit": digit, "seen_mse": 0.04, "never_seen_mse": 0.05, **values}
        monkeypatch.setattr(figures, "load_figures", lambda: {"anomaly": [row]})

    return put


def test_the_shipped_figures_are_told():
    rows = {row["digit"]: row for row in figures.load_figures()["anomaly"]}
    assert alarm.unseen_0().answer == round(100 * rows[0]["auroc"])
    assert f"{rows[1]['auroc_per_ink']:.2f}" in alarm.per_ink().words


@pytest.mark.parametrize(("auroc", "answer"), [(0.9, "finds"), (0.55, "coin"), (0.3, "misleads")])
def test_what_is_said_of_the_1_follows_its_figure(measured, auroc, answer):
    measured(1, auroc=auroc)
    assert alarm.unseen_1().answer == answer


@pytest.mark.parametrize(("per_ink", "answer"), [(0.8, "much"), (0.32, "same"), (0.1, "worse")])
def test_what_is_said_of_the_ink_follows_its_figures(measured, per_ink, answer):
    measured(1, auroc=0.3, auroc_per_ink=per_ink)
    assert alarm.per_ink().answer == answer


def test_the_beats_figure_is_the_shipped_cards():
    assert alarm.beats().answer == max(0, round(100 * shipped_figures().ventricular))


def test_the_measure_that_tells_best_is_the_answer(monkeypatch):
    from models.heartbeats import figures as beats

    rows = [row for row in beats.load_figures()["measures"] if row["database"] == "DS1"]
    best = max((row for row in rows if row["class"] == "V"), key=lambda row: row["auc"])
    assert alarm.WAYS[alarm.landing().answer] == best["measure"]
    changed = [{**row, "auc": 1 - row["auc"]} for row in rows]
    monkeypatch.setattr(beats, "load_figures", lambda: {"measures": changed})
    assert alarm.landing().answer == "outside"
