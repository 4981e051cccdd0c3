import pytest
from PySide6.QtCore import QPoint, Qt

from models.digits.alarm import load_unseen
from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.alarm.board import AlarmBoard, in_hundred
from monitor.ui.lab.widgets.alarm.words import SCORE_TITLES


@pytest.fixture
def board(qtbot):
    board = AlarmBoard(DARK, SCORE_TITLES)
    qtbot.addWidget(board)
    board.resize(600, 260)
    board.show_unseen(load_unseen()["1"], "digits it knows", "1s")
    board.show()
    return board


def test_the_line_is_dragged_and_what_it_is_worth_follows(qtbot, board):
    heaps, counts = board.heaps, board.counts
    assert board.edge == counts.usual
    for share in (0.25, 0.75):
        at = QPoint(round(share * heaps.width()), heaps.height() // 2)
        qtbot.mouseClick(heaps, Qt.MouseButton.LeftButton, pos=at)
        assert board.edge == pytest.approx(share * len(counts.known), abs=1)
        found = in_hundred(float(counts.sensitivity[board.edge]))
        assert f"<b>{found}</b> of 100 1s raise the alarm" in board.worth.text()
        assert f"specificity {1 - counts.false_share[board.edge]:.2f}" in board.worth.text()
        assert board.roc.point() == (counts.false_share[board.edge], counts.sensitivity[board.edge])
    before = board.edge
    qtbot.keyClick(heaps, Qt.Key.Key_Left)
    assert board.edge == before - 1


def test_each_score_keeps_its_line_and_the_learners_picture_is_over_it_or_not(board):
    board.heaps.set_edge(30)
    board.show_scores({"error": board.threshold * 1.01, "against": 0.5})
    assert board.alarmed
    board.choose("against")
    assert not board.alarmed
    assert board.edge == board.counts.usual
    board.choose("error")
    assert board.edge == 30
    board.heaps.set_edge(31)
    assert not board.alarmed
    board.show_scores({})
    assert board.alarmed is None


def test_all_and_none_are_said_only_where_it_is_so():
    assert [in_hundred(x) for x in (0, 0.001, 0.5, 0.999, 1)] == [
        "0",
        "fewer than 1",
        "50",
        "more than 99",
        "100",
    ]
