"""What every pane inherits: it cannot be half made, works only while seen, and says what cannot be saved."""

import pytest
from PySide6.QtWidgets import QFileDialog

from monitor.ui.kit.theme import DARK
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.state import LabState
from monitor.ui.lab.work.training_pane import TrainingPane
from monitor.ui.lab.work.work_pane import WorkPane


@pytest.mark.parametrize(
    ("base", "missing"),
    [(Pane, "formula"), (WorkPane, "formula, request, told"), (TrainingPane, "formula, progressed")],
)
def test_a_pane_that_leaves_something_out_is_told_what(qtbot, base, missing):
    half = type("HalfPane", (base,), {"words": "It has words. It has no more."})
    with pytest.raises(TypeError, match=rf"HalfPane must have its own {missing}\.$"):
        half(LabState(None), DARK)


class Counting(Pane):
    words = "It counts. What it counts are inputs."
    formula = "n"
    seen = 0

    def show_input(self):
        self.seen += 1


def test_a_pane_that_nobody_sees_does_no_work(qtbot):
    state = LabState(None)
    pane = Counting(state, DARK)
    qtbot.addWidget(pane)
    for _ in range(3):
        state.show(None, "")
    assert pane.seen == 0
    pane.show()
    assert pane.seen == 1, "once for all that has changed meanwhile"
    state.show(None, "")
    assert pane.seen == 2
    pane.hide()
    pane.show()
    assert pane.seen == 2, "nothing has changed"


def test_a_picture_that_cannot_be_written_is_a_sentence(qtbot, monkeypatch, tmp_path):
    pane = Counting(LabState(None), DARK)
    qtbot.addWidget(pane)
    path = tmp_path / "nowhere" / "pane.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), "PNG"))
    pane.save_picture()
    assert pane.message.text() == f"The picture could not be written to {path}."
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    pane.say("")
    pane.save_picture()
    assert not pane.message.text(), "whoever changed his mind is told nothing"
