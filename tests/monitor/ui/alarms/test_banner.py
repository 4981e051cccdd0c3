"""The banner: the foremost alarm in words, colour, sign and shape; its flashing, measured from frames."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPainter

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alerts.kinds import Priority
from monitor.alarms.lifecycle import URGENCY, Audio, Item, LifeCycle, State
from monitor.ui.alarms.banner import CYCLE_S, Banner
from monitor.ui.alarms.marks import MARK_PX, draw_mark
from monitor.ui.alarms.telling import Shown
from monitor.ui.alarms.words import told
from monitor.ui.kit import speaking
from monitor.ui.kit.drawing.colours import priority_colour
from monitor.ui.kit.drawing.motion import set_still
from monitor.ui.kit.theme import DARK, LIGHT
from monitor.ui.pages.actions.table import ACTIONS

FS = 360.0
RUN = Alarm(Condition.VENTRICULAR_TACHYCARDIA, 3600, 4000, value=188.0, limit=100.0)
HIGH_RATE = Alarm(Condition.RATE_HIGH, 7200, 7300, value=131.0, limit=120.0)
LOST = Alarm(Condition.GAP, 7200, 7300, lead="V1")
OF = {Priority.HIGH: RUN, Priority.MEDIUM: HIGH_RATE, Priority.LOW: LOST}


def test_what_another_signal_shows_is_not_told_of_the_ecg_s_leads():
    apnoea = Alarm(Condition.APNOEA, 7200, 7300, value=20.4, limit=20.0)
    assert told(Item(apnoea, State.ACTIVE, 0.0), FS, ("II", "V1")).endswith("since 00:20.0")
    assert told(Item(RUN, State.ACTIVE, 0.0), FS, ("II", "V1")).endswith("II + V1")


@pytest.fixture
def banner(qtbot):
    actions = {spec.name: QAction(spec.text) for spec in ACTIONS}
    for name, action in actions.items():
        action.setObjectName(name)
    made = Banner(DARK, actions)
    qtbot.addWidget(made)
    made.restyle(DARK)
    made.resize(1300, 40)
    made.show()
    return made


def active(*alarms, state=State.ACTIVE):
    return Shown(tuple(Item(alarm, state, 0.0) for alarm in alarms))


def say(banner, shown):
    banner.show_alarms(shown, FS, ("MLII", "V1"))
    return banner.text


def test_its_buttons_are_as_wide_as_their_words_where_there_is_nothing_to_say(banner, qtbot):
    banner.show_audio(Audio.ON, 0.0, device=True)
    banner.show()
    assert banner.text == ""

    def laid_out():
        assert 0 < banner._audio.width() <= banner._audio.sizeHint().width()
        assert banner._audio.geometry().right() > 1200, "at the right"

    qtbot.waitUntil(laid_out)


def test_it_says_sign_name_reason_since_when_and_where(banner):
    assert say(banner, active(RUN)) == (
        "!!! VENTRICULAR TACHYCARDIA ventricular beats in a row at 188/min (limit 100/min) · "
        "since 00:10.0 · MLII + V1"
    )
    assert say(banner, active(HIGH_RATE)) == (
        "!! HEART RATE HIGH 131/min (limit 120/min) · since 00:20.0 · MLII + V1"
    )
    assert say(banner, active(LOST)) == "! SIGNAL LOST since 00:20.0 · V1"


@pytest.mark.parametrize("condition", Condition)
def test_every_condition_has_words_that_end_in_nothing_loose(banner, condition):
    said = say(banner, active(Alarm(condition, 3600, 4000)))
    assert condition.title.upper() in said
    assert not said.endswith(("·", "at", "("))


def test_where_other_patients_are_seen_it_says_of_whom_it_speaks(banner):
    banner.show_quiet("No alarm.")
    banner.show_whose("Monitor")
    assert banner.text == "Monitor: No alarm."
    assert say(banner, active(RUN)).startswith("!!! Monitor: VENTRICULAR TACHYCARDIA")
    banner.show_whose("")
    assert banner.text.startswith("!!! VENTRICULAR TACHYCARDIA")


def test_what_was_done_is_said(banner):
    over = replace(RUN, end=5400, over=5500)
    assert "over, not acknowledged · " in say(banner, active(over, state=State.LATCHED))
    assert "00:10.0 to 00:15.0" in banner.text
    assert "acknowledged · " in say(banner, active(RUN, state=State.ACKNOWLEDGED))
    assert banner._acknowledge.isHidden(), "nothing is left to acknowledge"
    say(banner, active(RUN))
    assert not banner._acknowledge.isHidden()
    assert say(banner, replace(active(RUN), past=True)).startswith(
        "!!! VENTRICULAR TACHYCARDIA Seen before ·"
    )
    assert banner._acknowledge.isHidden()


def test_further_alarms_are_counted_and_named_one_after_the_other(banner):
    say(banner, active(RUN, HIGH_RATE, LOST))
    named = set()
    for i in range(4):
        banner.tick(i * CYCLE_S + 0.1)
        named.add(banner._others.text())
    assert named == {"+2  !! HEART RATE HIGH", "+2  ! SIGNAL LOST"}
    say(banner, active(RUN))
    assert banner._others.isHidden()


def test_without_an_alarm_it_is_quiet(banner):
    banner.show_quiet("Watching MLII. No alarm.")
    say(banner, Shown())
    assert banner.text == "Watching MLII. No alarm."
    assert banner.background.name() == DARK.alert_idle
    assert banner.mark.isHidden()


def frames(banner, seconds, every=0.016):
    """What is seen frame by frame: the times, and the colour of a corner of the banner."""
    times = np.arange(0.0, seconds, every)
    seen = []
    for now in times:
        banner.tick(now)
        image = banner.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        seen.append(image.pixelColor(3, 3).name())
    return times, np.array(seen)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(
    ("priority", "low_hz", "high_hz"), [(Priority.HIGH, 1.4, 2.8), (Priority.MEDIUM, 0.4, 0.8)]
)
def test_rate_and_duty_of_the_flashing_measured_from_frames(banner, theme, priority, low_hz, high_hz):
    banner.restyle(theme)
    say(banner, active(OF[priority]))
    times, seen = frames(banner, 10.0, 0.016 if priority is Priority.HIGH else 0.05)
    lit = seen == priority_colour(theme, priority)
    assert len(set(seen)) == 2
    rises = times[1:][lit[1:] & ~lit[:-1]]
    assert low_hz <= 1 / np.diff(rises).mean() <= high_hz
    assert np.ptp(np.diff(rises)) < 0.11, "it is even"
    assert 0.2 <= lit[times < 10 // np.diff(rises).mean() * np.diff(rises).mean()].mean() <= 0.6


@pytest.mark.parametrize(
    "shown",
    [active(LOST), active(RUN, state=State.ACKNOWLEDGED), replace(active(RUN), past=True), Shown()],
    ids=["low", "acknowledged", "past", "quiet"],
)
def test_a_low_an_acknowledged_and_a_past_alarm_are_steady(banner, shown):
    say(banner, shown)
    _, seen = frames(banner, 2.0, 0.03)
    assert len(set(seen)) == 1


def test_a_latched_alarm_flashes_until_somebody_knows(banner):
    say(banner, active(replace(RUN, end=5400, over=5500), state=State.LATCHED))
    _, seen = frames(banner, 1.0)
    assert len(set(seen)) == 2


def test_priorities_and_states_have_shapes_of_their_own(qapp):
    shapes = set()
    for priority in URGENCY:
        for state in State:
            image = QImage(MARK_PX, MARK_PX, QImage.Format.Format_ARGB32)
            image.fill(Qt.GlobalColor.transparent)
            painter = QPainter(image)
            draw_mark(painter, QRectF(image.rect()), priority, state, QColor("white"))
            painter.end()
            at = range(MARK_PX)
            shapes.add(bytes(image.pixelColor(x, y).alpha() > 128 for y in at for x in at))
    assert len(shapes) == len(URGENCY) * len(State)


def test_whether_it_sounds_is_always_said(banner):
    for audio, left, device, said in (
        (Audio.ON, 0.0, True, "Audio on"),
        (Audio.PAUSED, 103.2, True, "Audio paused 1:43"),
        (Audio.OFF, 0.0, True, "AUDIO OFF"),
        (Audio.ON, 0.0, False, "No sound"),
        (Audio.OFF, 0.0, False, "AUDIO OFF"),
    ):
        banner.show_audio(audio, left, device=device)
        assert banner.audio_text == said
        assert banner._audio.isVisible()
        if not device:
            assert "no sound device" in " ".join(banner._audio.toolTip().split())


def test_a_click_on_an_alarm_asks_for_its_review(banner, qtbot):
    say(banner, active(RUN))
    with qtbot.waitSignal(banner.clicked):
        qtbot.mouseClick(banner, Qt.MouseButton.LeftButton)
    say(banner, Shown())
    with qtbot.assertNotEmitted(banner.clicked):
        qtbot.mouseClick(banner, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("width", [960, 1024, 1366])
def test_the_name_of_the_longest_alarm_is_whole_beside_everything_else(banner, qtbot, width):
    banner.resize(width, 40)
    banner.show_audio(Audio.PAUSED, 119, device=True)
    long = Alarm(Condition.FLUTTER, 3600, 4000)
    say(banner, active(long, HIGH_RATE))

    def laid_out():
        assert banner.width() == width
        assert not banner._what.elided
        assert banner._why.width() > 150
        assert banner.minimumSizeHint().width() <= width

    qtbot.waitUntil(laid_out)


def test_what_the_life_cycle_gives_is_what_is_shown(banner):
    cycle = LifeCycle()
    cycle.take([LOST, RUN, HIGH_RATE], 0.0)
    say(banner, Shown(cycle.items))
    assert banner.conditions == (RUN.condition, LOST.condition), "the rate is the tachycardia's"


@pytest.fixture
def nothing_flashes():
    set_still(True)
    yield
    set_still(False)


@pytest.mark.parametrize(
    ("shown", "framed"),
    [
        (active(RUN), True),
        (active(HIGH_RATE), True),
        (active(LOST), False),
        (active(RUN, state=State.ACKNOWLEDGED), False),
        (replace(active(RUN), past=True), False),
    ],
    ids=["high", "medium", "low", "acknowledged", "past"],
)
def test_where_nothing_is_to_flash_a_frame_tells_what_nobody_acknowledged(
    banner, nothing_flashes, shown, framed
):
    say(banner, shown)
    _, seen = frames(banner, 2.0, 0.05)
    assert len(set(seen)) == 1
    assert banner.framed is framed
    image = banner.grab().toImage()
    assert (image.pixelColor(1, 1) != image.pixelColor(8, 8)) is framed


def test_an_alarm_is_announced_once_and_another_again(banner, monkeypatch):
    said = []
    monkeypatch.setattr(speaking, "send", lambda event: said.append(event))
    say(banner, active(RUN))
    say(banner, active(replace(RUN, value=190.0)))
    say(banner, active(HIGH_RATE))
    say(banner, Shown())
    assert len(said) == 2
