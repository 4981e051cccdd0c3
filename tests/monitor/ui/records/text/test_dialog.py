"""A text file is asked about what it does not say, sees what comes of it, and is remembered."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from assets.text.answers import Answers, Untold, named
from assets.text.plan import plan
from assets.text.shape import shape_of
from monitor.ui.kit.theme import DARK
from monitor.ui.records.text.dialog import TextDialog
from tests.monitor.ui import fitting

WAVE = np.round(np.sin(np.arange(3000) / 20), 3)


def write(path, header="", extra=""):
    path.write_text(header + "".join(f"{v}{extra}\n" for v in WAVE))
    return path


@pytest.fixture
def ask(qtbot, tmp_path):
    def make(path, offered=None, **options):
        shape = shape_of(path)
        wants = ()
        try:
            plan(shape, Answers())
        except Untold as error:
            wants = error.wants
        dialog = TextDialog(Untold(shape, Answers(), wants), offered or Answers(), DARK, **options)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def test_only_what_is_missing_is_asked(ask, tmp_path, qtbot):
    dialog = ask(write(tmp_path / "r.txt", "# Sampling Rate (Hz):= 500\n"))
    assert not dialog.rate.isVisible()
    assert not dialog.columns.isVisible()
    assert dialog.unit.isVisible()
    assert not dialog.open_button.isEnabled()
    assert "Say what the numbers are." in dialog.sentence.text()
    dialog.unit.setCurrentIndex(dialog.unit.findData("mV"))
    assert dialog.open_button.isEnabled()
    with qtbot.waitSignal(dialog.answered) as caught:
        qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert caught.args == [Answers(unit="mV")]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["I", "II"], "(I, II)."),
        ([f"lead {i}" for i in range(30)], "lead 8, lead 9, …)."),
        (["x" * 300, "y" * 300], f"({'x' * 40}, …)."),
    ],
)
def test_columns_are_named_in_full_or_said_to_go_on(ask, tmp_path, names, told):
    rows = "".join(",".join([f"{v}"] * len(names)) + "\n" for v in WAVE)
    path = tmp_path / "several.csv"
    path.write_text(",".join(names) + "\n" + rows)
    heads = [label.text() for label in ask(path).findChildren(QLabel) if "columns (" in label.text()]
    assert len(heads) == 1
    assert heads[0].endswith(told)
    assert len(heads[0]) < 130


def test_a_rate_above_what_is_analysed_can_be_said_and_is_offered_again(ask, tmp_path):
    said = Answers(rate=2048.0, unit="mV")
    dialog = ask(write(tmp_path / "r.csv"), said)
    assert dialog.rate.value() == 2048
    assert dialog.preview.shown.rate == 2048
    assert dialog.open_button.isEnabled()


def test_the_preview_follows_the_answers(ask, tmp_path):
    dialog = ask(write(tmp_path / "r.csv"))
    assert dialog.preview.shown.rate is None
    dialog.rate.setValue(250)
    dialog.unit.setCurrentIndex(dialog.unit.findData("uV"))
    assert dialog.preview.shown.rate == 250
    assert len(dialog.preview.shown.values) == 1500
    assert dialog.preview.captions() == ["ECG: 0.002 mV from top to bottom"]
    dialog.unit.setCurrentIndex(dialog.unit.findData("steps"))
    dialog.steps.setValue(100)
    assert dialog.answers == Answers(250.0, "100/mV")
    assert dialog.preview.captions() == ["ECG: 0.02 mV from top to bottom"]


def test_what_cannot_be_watched_is_said_and_not_opened(ask, tmp_path):
    dialog = ask(write(tmp_path / "r.csv"))
    dialog.rate.setValue(50)
    dialog.unit.setCurrentIndex(dialog.unit.findData("mV"))
    assert "only 100 to 20480 Hz can be analysed" in dialog.sentence.text()
    dialog.rate.setValue(100)
    dialog.unit.setCurrentIndex(dialog.unit.findData("none"))
    assert "none of its columns is a voltage of an ECG" in dialog.sentence.text()
    assert not dialog.open_button.isEnabled()


def test_columns_are_chosen_where_there_are_several(ask, tmp_path):
    path = write(tmp_path / "r.csv", "a,b,c\n", ",1.5,2.5e0")
    path.write_text("a,b,c\n" + "".join(f"{v},{-v},{2 * v}\n" for v in WAVE))
    dialog = ask(path)
    dialog.rate.setValue(250)
    dialog.unit.setCurrentIndex(dialog.unit.findData("mV"))
    dialog.columns.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.answers == Answers(250.0, "mV", ("1", "3"))
    assert dialog.preview.shown.names == ("a", "c")
    assert fitting.flaws(dialog) == []


def test_everything_can_be_said_anew(ask, tmp_path):
    path = tmp_path / "r.csv"
    path.write_text("time,ECG [mV]\n" + "".join(f"{i / 250},{v}\n" for i, v in enumerate(WAVE)))
    dialog = ask(path, everything=True)
    assert dialog.rate.value() == 250
    assert dialog.time.isVisible()
    assert dialog.answers == Answers()
    dialog.rate.setValue(500)
    assert named("r.csv", dialog.answers) == "r.csv?rate=500"


def test_steps_of_a_fine_converter_are_said_in_full(ask, tmp_path):
    dialog = ask(write(tmp_path / "pulse.txt"))
    dialog.unit.setCurrentIndex(dialog.unit.findData("steps"))
    for steps in (1e7, 3_495_253.3, 200.0):
        dialog.steps.setValue(steps)
        assert dialog.answers.steps == steps


def test_the_column_that_is_ticked_is_meant_where_another_is_called_by_its_number(ask, tmp_path):
    dialog = ask(write(tmp_path / "r.csv", "a,b,1\n", ",0.5,0.25"), everything=True)
    dialog.rate.setValue(250)
    dialog.unit.setCurrentIndex(dialog.unit.findData("mV"))
    for ticked in range(3):
        for i in range(3):
            state = Qt.CheckState.Checked if i == ticked else Qt.CheckState.Unchecked
            dialog.columns.item(i).setCheckState(state)
        assert [one.index for one in plan(dialog.shape, dialog.answers).taken] == [ticked]


def test_a_unit_that_the_file_has_wrong_is_put_right(ask, tmp_path):
    path = tmp_path / "r.csv"
    path.write_text("time,ECG [mV]\n" + "".join(f"{i / 250},{1000 * v}\n" for i, v in enumerate(WAVE)))
    dialog = ask(path, everything=True)
    assert dialog.preview.captions() == ["ECG: 2e+03 mV from top to bottom"]
    assert dialog.unit.currentText() == "as the file says"
    dialog.unit.setCurrentIndex(dialog.unit.findData("uV"))
    assert dialog.preview.captions() == ["ECG: 2 mV from top to bottom"]
    assert dialog.answers == Answers(unit="uV")
