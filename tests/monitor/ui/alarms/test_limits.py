"""The dialog of limits: profiles fill it, what contradicts itself cannot be taken, what is set is kept."""

import pytest
from PySide6.QtCore import Qt

from models.alarms.conditions import Condition
from models.alarms.limits import PROFILES, Limits
from monitor.alarms.setup import CAN_BE_OFF, OWN, AlarmSetUp
from monitor.ui.alarms.limits import LIMITS, LimitsDialog


@pytest.fixture
def dialog(qtbot):
    made = LimitsDialog(AlarmSetUp())
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    made.taken = []
    made.chosen.connect(made.taken.append)
    return made


def pick(dialog, name):
    at = dialog.profile.findData(name)
    dialog.profile.setCurrentIndex(at)
    dialog.profile.activated.emit(at)


def test_every_limit_can_be_set_and_every_alarm_that_may_be_off_turned_off(dialog):
    assert set(dialog._spins) == LIMITS
    assert {one for keys in dialog._wanted for one in keys} == set(CAN_BE_OFF)


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_fills_it_and_is_taken_as_it_is(dialog, name):
    pick(dialog, name)
    assert dialog.profile.currentData() == name
    dialog.take.click()
    assert dialog.taken == [AlarmSetUp(PROFILES[name])]


def test_a_limit_that_is_moved_makes_it_a_profile_of_ones_own(dialog):
    dialog._spins["high_bpm"].setValue(111)
    assert dialog.profile.currentData() == OWN
    dialog.take.click()
    assert dialog.taken == [AlarmSetUp(Limits(high_bpm=111.0))]


def test_limits_that_contradict_each_other_are_named_and_not_taken(dialog):
    dialog._spins["low_bpm"].setValue(130)
    assert not dialog.take.isEnabled()
    assert dialog.problem.text() == "The limit heart rate low (130) must not be above heart rate high (120)."
    dialog.take.click()
    assert not dialog.taken
    dialog._spins["low_bpm"].setValue(60)
    assert dialog.take.isEnabled()
    assert dialog.problem.isHidden()


def test_an_alarm_that_is_turned_off_is_off_and_comes_back_so(dialog, qtbot):
    (box,) = (b for keys, b in dialog._wanted.items() if Condition.COUPLET in keys)
    box.click()
    dialog.take.click()
    (set_up,) = dialog.taken
    assert set_up.off == {Condition.COUPLET}
    again = LimitsDialog(set_up)
    qtbot.addWidget(again)
    assert [keys for keys, b in again._wanted.items() if not b.isChecked()] == [(Condition.COUPLET,)]


def test_it_fits_the_smallest_window(dialog, qtbot):
    dialog.resize(900, 560)
    qtbot.waitUntil(lambda: dialog.width() == 900 and dialog.height() == 560)
    assert dialog.minimumSizeHint().width() <= 900
    assert dialog.minimumSizeHint().height() <= 560
