"""The guide: predict, try, be told, go on, leave; what is done is kept."""

import numpy as np
import pytest

from monitor.ui.lab.course.fact import NotYetError, Scene
from monitor.ui.lab.course.guide import Guide, Stage
from monitor.ui.lab.course.steps import lessons
from monitor.ui.lab.progress import Progress

NOTHING = Scene(None, None)


@pytest.fixture
def guide():
    return Guide(Progress(None))


def alarm():
    return next(lesson for lesson in lessons() if lesson.name == "alarm")


def test_a_step_is_told_only_after_a_prediction(guide):
    guide.begin("alarm")
    guide.check(NOTHING)
    assert guide.fact is None
    assert guide.stage is Stage.PREDICT
    guide.predict(0.0)
    guide.check(NOTHING)
    assert guide.stage is Stage.TOLD
    assert not guide.hit
    assert guide.progress.done(alarm().key(alarm().steps[0]))


def test_a_prediction_that_comes_true_is_kept_as_such(guide):
    guide.begin("alarm")
    step = guide.step
    guide.predict(alarm().find(step, NOTHING).answer)
    guide.check(NOTHING)
    assert guide.hit
    assert guide.progress.as_predicted(alarm().key(step))


def test_what_has_not_been_done_is_not_told(guide):
    guide.begin("summary")
    guide.predict("many")
    with pytest.raises(NotYetError, match="Draw a digit"):
        guide.check(NOTHING)
    assert guide.stage is Stage.TRY
    assert not guide.progress.done("summary/two-or-many")
    guide.check(Scene(np.zeros((28, 28), np.float32), None))
    assert guide.stage is Stage.TOLD


def test_a_lesson_goes_on_where_it_was_left_and_begins_anew_when_all_is_done(guide, qtbot):
    guide.begin("alarm")
    guide.predict(0.0)
    guide.check(NOTHING)
    guide.leave()
    assert guide.step is None
    guide.begin("alarm")
    assert guide.number == 2
    assert guide.stage is Stage.PREDICT
    for lesson in lessons():
        for step in lesson.steps:
            guide.progress.keep(lesson.key(step), as_predicted=True)
    guide.begin("alarm")
    assert guide.number == 1
    for _ in alarm().steps[1:]:
        assert not guide.last
        guide.next()
    assert guide.last
    with qtbot.waitSignal(guide.finished):
        guide.next()
    assert guide.lesson is None


def test_a_lesson_that_is_not_there_is_refused(guide):
    with pytest.raises(ValueError, match="no lesson 'alchemy'"):
        guide.begin("alchemy")
