"""A scenario is written beside its picture; a fault is marked where it stands."""

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from models.scenario.opening import on_the_shelf
from monitor.ui.instructor.editor import Editor, new_scenario
from monitor.ui.kit.language import LANGUAGES, speak, wanted
from monitor.ui.kit.theme import DARK, LIGHT
from monitor.ui.shell.app import application
from tests.monitor.ui.fitting import flaws


@pytest.fixture
def editor(qtbot, tmp_path):
    application()
    made = Editor(tmp_path / "scenarios", DARK)
    made.open(None)
    made.show()
    yield made
    made.text.document().setModified(False)
    made.close()
    made.deleteLater()


def faults(editor):
    return [editor.faults.item(i).text() for i in range(editor.faults.count())]


def test_a_new_one_can_be_played_as_it_is(editor):
    assert editor.text.toPlainText() == new_scenario()
    assert faults(editor) == ["No fault: it can be played."]
    assert editor.save.isEnabled()
    assert editor.scenario.title == "A new scenario"
    assert editor.preview.lines[1] == "00:30 what happens: “help” → quiet, 60 s → end"


def test_in_japanese_a_new_one_has_its_texts_in_japanese_and_can_be_played(qtbot, tmp_path):
    application()
    speak(wanted("ja"))
    try:
        made = Editor(tmp_path / "scenarios", DARK)
        qtbot.addWidget(made)
        made.open(None)
        assert faults(made) == ["誤りはありません：実行できます。"]
        assert (made.scenario.title, made.scenario.bed) == ("新しいシナリオ", "ベッド 1")
        assert [step.name for step in made.scenario.step] == ["安静", "出来事"]
    finally:
        speak(LANGUAGES[0])


def test_a_fault_is_told_as_it_is_typed_and_its_line_is_marked(editor, qtbot):
    editor.text.setPlainText(
        new_scenario().replace("rate = 170", "rate = 1700").replace('go = "quiet"', 'go = "quit"')
    )
    qtbot.waitUntil(lambda: len(faults(editor)) == 2)
    assert faults(editor)[0].startswith("Line 14: The option rate of the patient vt must be from 100 to 240")
    assert faults(editor)[1].startswith(
        "Line 21: There is no step 'quit'; there are quiet, what happens and end"
    )
    marked = [mark.cursor.blockNumber() + 1 for mark in editor.text.extraSelections()]
    assert marked == [14, 21]
    assert not editor.save.isEnabled()
    assert editor.preview.lines  # the picture of what was right stays
    assert editor.faults.currentRow() == 0, "the first is selected"
    editor.faults.setCurrentRow(1)
    editor.text.appendPlainText("# more")
    qtbot.waitUntil(lambda: not editor._check.isActive())
    assert editor.faults.currentRow() == 1, "and what is selected stays so while one types"
    editor._go_to(editor.faults.item(1))
    assert editor.text.textCursor().blockNumber() + 1 == 21


def test_a_fault_of_one_sort_hides_none_of_another_and_all_are_in_sight(editor, qtbot):
    text = new_scenario().replace("rate = 170", "rate = 1700").replace('does = "help"', 'does = "hlep"')
    editor.text.setPlainText(text.replace('bed = "Bed 1"', "bed = 1").replace("rate = 75 }", "rate = = 75 }"))
    qtbot.waitUntil(lambda: len(faults(editor)) == 4)
    assert [told.split(":")[0] for told in faults(editor)] == ["Line 3", "Line 8", "Line 14", "Line 19"]
    assert faults(editor)[3] == "Line 19: The key 'does' has to be one of acknowledge, help, shock, drug."

    def in_sight(i):
        return editor.faults.viewport().rect().contains(editor.faults.visualItemRect(editor.faults.item(i)))

    qtbot.waitUntil(lambda: all(in_sight(i) for i in range(4)))


def test_what_was_typed_is_taken_back(editor):
    assert not editor.undo.isEnabled()
    editor.text.insertPlainText("x")
    editor.undo.click()
    assert editor.text.toPlainText() == new_scenario()
    editor.redo.click()
    assert editor.text.toPlainText() == f"x{new_scenario()}"


def test_it_is_kept_under_a_name_and_played(editor, qtbot, tmp_path):
    editor.name.setText("no name!")
    editor.save.click()
    assert "lower-case letters" in editor.said.text()
    editor.name.setText("mine")
    with qtbot.waitSignals([editor.kept, editor.play_asked]):
        editor.play.click()
    assert (tmp_path / "scenarios" / "mine.toml").read_text(encoding="utf-8") == new_scenario()
    assert not editor.text.document().isModified()


def test_one_that_ships_is_kept_under_another_name(editor):
    editor.open(on_the_shelf()["first-pvc"])
    assert editor.name.text() == "my-first-pvc"
    assert faults(editor) == ["No fault: it can be played."]


def test_changes_are_not_lost_unasked(editor, monkeypatch, qtbot):
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))
    editor.text.insertPlainText("x")
    editor.close()
    assert asked
    assert editor.isVisible()
    editor.open(None)
    assert editor.text.toPlainText() == f"x{new_scenario()}"


@pytest.mark.parametrize("size", [(820, 520), (1366, 768), (1920, 1080)])
def test_nothing_is_clipped_in_either_theme(editor, size):
    for theme in (LIGHT, DARK):
        editor.restyle(theme)
        editor.resize(*size)
        for _ in range(8):
            QApplication.processEvents()
        assert flaws(editor) == []
    assert not editor.grab().isNull()


def test_where_the_program_ends_nothing_is_asked_and_nothing_lost(editor, tmp_path):
    editor.text.insertPlainText("# not done\n")
    editor.end()
    assert not editor.isVisible()
    kept = (tmp_path / "scenarios" / "unsaved.toml").read_text(encoding="utf-8")
    assert kept == f"# not done\n{new_scenario()}"
