"""The board of ideas: chosen by mouse and keys, with its lines drawn."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from monitor.ui.kit.theme import DARK
from monitor.ui.lab.course.ideas.board import BAR_PX, IdeaBoard, KindMark, kind_colour
from monitor.ui.lab.course.ideas.written import idea_map


@pytest.fixture
def board(qtbot):
    made = IdeaBoard(DARK, idea_map())
    qtbot.addWidget(made)
    made.resize(990, 190)
    made.show()
    return made


def test_a_click_chooses_an_idea(qtbot, board):
    with qtbot.waitSignal(board.chosen) as told:
        board.button("llm").click()
    assert told.args == ["llm"]
    assert board.idea.name == "llm"


def test_the_tab_key_comes_to_the_chosen_one_only(board):
    board.choose("vae")
    policies = {idea.name: board.button(idea.name).focusPolicy() for idea in idea_map().ideas}
    assert [name for name, policy in policies.items() if policy == Qt.FocusPolicy.TabFocus] == ["vae"]


def test_lines_of_the_chosen_idea_stand_out(board):
    def bright():
        image = board.grab().toImage()
        alert = QColor(DARK.alert)
        return sum(
            image.pixelColor(x, y) == alert for x in range(image.width()) for y in range(0, image.height(), 3)
        )

    board.choose("few")
    few = bright()
    board.choose("vae")
    assert bright() > few


@pytest.mark.parametrize("name", ["vae", "classifier", "pca"])
def test_a_bar_says_of_what_kind_an_idea_is(board, name):
    board.choose("lstm")
    place = board.button(name).geometry()
    colour = board.grab().toImage().pixelColor(place.left() - BAR_PX // 2 - 1, place.center().y())
    assert colour == kind_colour(idea_map().idea(name).kind, DARK)


def test_the_mark_takes_the_kinds_colour(qtbot):
    mark = KindMark(DARK)
    qtbot.addWidget(mark)
    mark.show_kind("discriminative")
    assert mark.grab().toImage().pixelColor(2, 8) == kind_colour("discriminative", DARK)
