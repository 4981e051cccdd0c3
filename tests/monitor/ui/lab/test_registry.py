"""Every registered pane, a new one too: it opens, explains itself, changes colours, is saved, and closes."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from monitor.ui.kit.theme import LIGHT
from monitor.ui.kit.themed import Themed
from monitor.ui.lab import panes
from monitor.ui.lab.formulas.pieces import pieces
from monitor.ui.lab.formulas.spoken import plain
from monitor.ui.lab.formulas.typeset import typeset
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.registry import GROUPS, PANES, pane_spec

FOLDER = Path(panes.__file__).parent
FILES = sorted(path for path in FOLDER.rglob("*.py") if path.stem != "__init__")


def sentences(words):
    return re.findall(r"[.?!](?=\s|$)", words)


def colours(image):
    return {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


@pytest.mark.slow
@pytest.mark.parametrize("spec", PANES, ids=lambda spec: spec.name)
def test_a_pane_opens_explains_itself_changes_colours_is_saved_and_closes(
    lab, open_pane, monkeypatch, tmp_path, spec
):
    shown = open_pane(spec.name)
    assert type(shown) is spec.load()
    assert shown.isVisible()

    assert len(sentences(shown.words)) >= 2, "two sentences in plain words"
    assert shown.caption.plain.text() == shown.words
    assert not shown.caption.formula.isVisible()
    size = lab.size()
    shown.caption.show_formula.click()
    assert shown.caption.formula.isVisible()
    assert lab.size() == size, "the window does not grow for it"
    assert shown.caption.formula.text() == shown.formula
    assert all(typeset(piece, 1.0).mask.any() for piece in pieces(shown.formula)), "mathtext can read it"
    assert "$" in shown.formula, "mathematics stands between dollar signs"
    assert not re.search(r"[\\{}$]", plain(shown.formula)), "and can be read aloud"

    lab.restyle(LIGHT)
    parts = [shown, *shown.findChildren(Themed)]
    assert [part.theme for part in parts] == [LIGHT] * len(parts)

    path = tmp_path / "pane.png"
    proposed = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *a: (proposed.append(a[2]), (str(path), "PNG"))[1]
    )
    shown.caption.save.click()
    assert proposed == [f"digit-lab-{spec.name}.png"]
    saved = QImage(str(path))
    assert min(saved.width(), saved.height()) >= 100
    assert len(colours(saved)) > 5, "a picture, not an empty sheet"
    assert not shown.message.text()

    lab.stop()
    assert not [timer for timer in shown.findChildren(QTimer) if timer.isActive()]


def test_each_file_of_a_pane_is_registered_under_its_name():
    registered = {spec.name: spec.load() for spec in PANES}
    files = {path.stem.replace("_", "-") for path in FILES}
    assert not files - set(registered), f"has no PaneSpec: {', '.join(sorted(files - set(registered)))}"
    assert not set(registered) - files, f"has no file here: {', '.join(sorted(set(registered) - files))}"
    assert len(registered) == len(PANES)
    for spec in PANES:
        pane = registered[spec.name]
        assert issubclass(pane, Pane)
        assert pane.__module__ == f"{panes.__name__}.{spec.group.lower()}.{spec.name.replace('-', '_')}"


def test_pills_can_be_told_apart_and_say_what_is_behind_them(lab):
    pills = lab.pills.pills.buttons()
    assert [pill.text() for pill in pills] == [spec.text for spec in PANES]
    assert len({spec.text for spec in PANES}) == len(PANES)
    for pill, spec in zip(pills, PANES, strict=True):
        assert pill.toolTip() == spec.help
        assert len(sentences(spec.help)) == 1


def test_each_pane_stands_in_a_group_that_there_is():
    assert {spec.group for spec in PANES} <= set(GROUPS)
    assert all(len(sentences(words)) == 1 for words in GROUPS.values())


def test_a_pane_that_is_not_there_is_refused_with_those_that_are(lab):
    known = re.escape(", ".join(spec.name for spec in PANES))
    with pytest.raises(ValueError, match=rf"no pane 'mpa'; there are {known}\.$"):
        pane_spec("mpa")
    with pytest.raises(ValueError, match="no pane 'mpa'"):
        lab.show_pane("mpa")
    assert lab.pane is lab.panes["course"], "the pane shown before stays"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_pane_needs_another(path):
    imported = {
        node.module
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
    }
    assert not {name for name in imported if name.startswith(panes.__name__)}
