import numpy as np


def test_the_search_climbs_and_says_where_it_leaves_the_real_digits(qtbot, open_pane):
    shown = open_pane("search")
    shown.climb_from(1.4, -1.6)
    assert "Climbing" in shown._verdict.text()
    qtbot.waitUntil(lambda: not shown.climbing, timeout=10_000)
    assert np.all(np.diff(shown.found.score) >= 0)
    assert "rises from" in shown._verdict.text()
    left = shown.found.left_at is not None
    assert ("leaves the real digits" in shown._verdict.text()) == left
