"""The lessons' page: it begins them, shows how far one is, and forgets when asked twice."""

from monitor.ui.lab.course.steps import lessons


def test_a_button_begins_its_lesson(lab, open_pane):
    pane = open_pane("course")
    pane.tiles[1].begin.click()
    assert lab.guide.lesson is lessons()[1]
    assert lab.side.card.isVisible()


def test_the_tiles_follow_what_is_done(lab, open_pane):
    pane = open_pane("course")
    tile = pane.tiles[0]
    assert tile.begin.text() == "Begin"
    assert not pane.reset.isVisible()
    keys = [tile.lesson.key(step) for step in tile.lesson.steps]
    lab.state.progress.keep(keys[0], as_predicted=False)
    assert tile.begin.text() == "Continue"
    assert "1 of" in tile.dots.accessibleName()
    for key in keys[1:]:
        lab.state.progress.keep(key, as_predicted=True)
    assert tile.begin.text() == "Once more"
    assert f"{len(keys) - 1} as predicted" in tile.dots.accessibleName()


def test_it_is_forgotten_only_when_asked_twice(lab, open_pane):
    pane = open_pane("course")
    key = pane.tiles[0].lesson.key(pane.tiles[0].lesson.steps[0])
    lab.state.progress.keep(key, as_predicted=True)
    pane.reset.click()
    assert lab.state.progress.done(key)
    pane.reset.click()
    assert not lab.state.progress.done(key)
    assert not pane.reset.isVisible()
