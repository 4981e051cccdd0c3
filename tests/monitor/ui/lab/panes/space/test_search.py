import numpy as np
import pytest

from models.digits.space.climb import Climb
from monitor.ui.lab.panes.space.search import START


def test_the_search_climbs_step_by_step(qtbot, open_pane):
    shown = open_pane("search")
    shown.climb_from(1.4, -1.6)
    assert "Climbing" in shown._verdict.text()
    qtbot.waitUntil(lambda: not shown.climbing)
    assert np.all(np.diff(shown.found.score) >= 0)
    assert "rises from" in shown._verdict.text()
    assert shown.found.left_at is None
    assert "stays among real digits" in shown._verdict.text()
    assert "among the real digits" in shown._said.text()


def test_the_search_says_where_it_leaves_the_real_digits(qtbot, open_pane):
    shown = open_pane("search")
    shown.climb_from(*START)
    qtbot.waitUntil(lambda: not shown.climbing)
    left = shown.found.left_at
    assert 0 < left < len(shown.found.path)
    np.testing.assert_array_equal(shown.view.marks.beyond, shown.found.beyond, "dashed there")
    assert f"at step {left} it leaves the real digits" in shown._verdict.text()
    ending = "ends where hardly any lies" if shown.found.ends_beyond else "ends among them again"
    assert ending in shown._verdict.text()
    for step, where in ((left - 1, "among"), (left, "beyond")):
        shown._along.setValue(step)
        assert shown._said.text().endswith(f"{where} the real digits")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("distance", "last", "said"),
    [
        ([0, 0, 0], 0.9, "the path stays among real digits"),
        ([0, 2, 2], 0.9, "at step 1 it leaves the real digits</b> and ends where hardly any lies"),
        ([0, 2, 0], 0.9, "is beyond them for 1 of 3 places, and <b>ends among them again"),
        ([0, 0, 0], 0.3, "the judge holds it rather for no 7"),
    ],
)
def test_the_ending_is_what_is_said_of_it(qtbot, open_pane, distance, last, said):
    shown = open_pane("search")
    qtbot.waitUntil(lambda: not shown.climbing, timeout=30_000)
    path = np.array([[0, 0], [1, 0], [2, 0]], np.float32)
    score = np.log(np.array([0.01, 0.2, last], np.float32))
    shown.found = Climb(path, score, np.array(distance, np.float32), 1.0)
    shown._arrive()
    assert said in shown._verdict.text()
    assert ("holds it rather" in shown._verdict.text()) == (last < 0.5)
