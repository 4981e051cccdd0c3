"""The line of learners names the keys that can be pressed on its pane, and no others."""

import pytest

from monitor.ui.pages.settings import Settings
from monitor.ui.teaching.parts.learners import Learners, LearnersLine


@pytest.fixture
def learners(qtbot, settings):
    return Learners(Settings(settings))


def keys(qtbot, learners, **what):
    line = LearnersLine(learners, **what)
    qtbot.addWidget(line)
    return line._keys.text()


@pytest.mark.parametrize("together", [False, True])
def test_a_quiz_names_no_key_of_the_class(qtbot, learners, together):
    learners.set("Ada, Bob", together)
    told = keys(qtbot, learners, now=False)
    assert "now!" not in told
    assert "Return" not in told
    assert told.endswith("Space goes on from an explanation, Esc ends the quiz.")
    assert ("Ada: 1…9 and 0   Bob: Q…O and P" in told) == together
    assert ("Keys 1 to 9 and 0 name what is seen." in told) != together


def test_a_class_names_now_and_whose_keys_are_whose(qtbot, learners):
    learners.set("Ada, Bob", together=False)
    turns = "Keys 1 to 9 and 0 name what is seen, Space is “now!”. Return: the next one."
    assert keys(qtbot, learners) == turns
    assert keys(qtbot, learners, findings=False) == "Space is “now!”. Return: the next one."
    learners.set("Ada, Bob", together=True)
    assert keys(qtbot, learners) == "Ada: 1…9 and 0, now! Space   Bob: Q…O and P, now! Return"
    assert keys(qtbot, learners, findings=False) == "Ada: now! Space   Bob: now! Return"
