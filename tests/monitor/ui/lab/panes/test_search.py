import numpy as np

from monitor.ui.lab.panes.search import START


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
    assert shown.view.marks.left_at == left, "dashed from there on"
    assert f"at step {left} it leaves the real digits behind" in shown._verdict.text()
    for step, where in ((left - 1, "among"), (left, "beyond")):
        shown._along.setValue(step)
        assert shown._said.text().endswith(f"{where} the real digits")
