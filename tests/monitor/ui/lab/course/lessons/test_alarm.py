"""“The error is the alarm”: told by the figures that ship, and differently by others."""

from dataclasses import replace

import numpy as np
import pytest

from models.digits import alarm as digits
from models.explain.figures import shipped_figures
from monitor.ui.lab.course.fact import NotYetError, Scene
from monitor.ui.lab.course.lessons import alarm


@pytest.fixture
def measured(monkeypatch):
    """Return a function that puts other AUROCs in the place of the shipped ones."""
    shipped = digits.load_unseen()

    def put(digit, **aurocs):
        found = shipped[digit]
        scores = {name: replace(found.scores[name], auroc=value) for name, value in aurocs.items()}
        monkeypatch.setattr(digits, "load_unseen", lambda: {digit: replace(found, scores=scores)})

    return put


def test_the_shipped_figures_are_told():
    found = digits.load_unseen()
    assert alarm.unseen_0().answer == round(100 * found["0"].scores["error"].auroc)
    assert f"{found['1'].scores['per_ink'].auroc:.2f}" in alarm.scores().words


@pytest.mark.parametrize(("auroc", "answer"), [(0.9, "finds"), (0.55, "coin"), (0.3, "misleads")])
def test_what_is_said_of_the_1_follows_its_figure(measured, auroc, answer):
    measured("1", error=auroc)
    assert alarm.unseen_1().answer == answer


@pytest.mark.parametrize("best", ["error", "per_ink", "against"])
def test_the_score_that_finds_it_best_is_the_answer(measured, best):
    measured("1", **{"error": 0.3, "per_ink": 0.4, "against": 0.5, best: 0.9})
    assert alarm.scores().answer == best


def test_the_alarm_is_that_of_the_learners_drawing_and_line(lab, open_pane):
    pane = open_pane("anomaly")
    scene = Scene(pane.state.picture, pane)
    with pytest.raises(NotYetError, match="yourself"):
        alarm.letter(scene)
    lab._input.canvas.add_stroke([(60, 160), (98, 35), (136, 160)])
    fact = alarm.letter(Scene(pane.state.picture, pane))
    assert (fact.answer == "rings") is pane.board.alarmed
    pane.state.show(np.random.default_rng(0).random((28, 28), np.float32), "noise", drawn=True)
    assert alarm.letter(Scene(pane.state.picture, pane)).answer == "rings"
    with pytest.raises(NotYetError, match="Draw something"):
        alarm.letter(Scene(None, pane))


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
