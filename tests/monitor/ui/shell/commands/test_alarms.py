"""What a user does with alarms from anywhere, and what of it is kept for the next start."""

from dataclasses import replace

import pytest

from assets.records.open import open_record
from assets.sources.record import RecordSource
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import PROFILES
from monitor.alarms.lifecycle import Audio, State
from monitor.alarms.setup import AlarmSetUp
from monitor.ui.alarms.limits import LimitsDialog
from monitor.ui.shell.app import application
from monitor.ui.shell.stage import Stage
from tests.monitor.conftest import make_record

FAST = Alarm(Condition.RATE_HIGH, 100, 200, value=130.0, limit=120.0)
ASYSTOLE = Alarm(Condition.ASYSTOLE, 300, 400)


@pytest.fixture
def window(make_window, play):
    made = make_window()
    made.put_on(RecordSource(make_record(60, leads=2)))
    play(made, 2)
    made.session.alarms.take([FAST])
    return made


def do(window, name):
    window.context.actions[name].trigger()
    window.frame()
    window._show_slow_things()


def test_acknowledging_makes_the_banner_steady_and_silent(window):
    do(window, "acknowledge")
    assert [item.state for item in window.session.life_cycle.items] == [State.ACKNOWLEDGED]
    assert window.banner.text.startswith("!! HEART RATE HIGH acknowledged · ")
    assert window.sound.priority is None
    do(window, "acknowledge")
    assert "no alarm to acknowledge" in window.messages.text


def test_an_audio_pause_counts_down_and_a_new_lethal_alarm_breaks_through(window, time):
    window._tell_alarms()
    assert window.sound.priority is FAST.priority
    do(window, "pause_audio")
    assert window.banner.audio_text == "Audio paused 2:00"
    assert window.sound.priority is None
    time.t += 17
    window._show_slow_things()
    assert window.banner.audio_text == "Audio paused 1:43"
    window.session.alarms.take([ASYSTOLE])
    window._tell_alarms()
    window._show_slow_things()
    assert window.banner.audio_text == "Audio on"
    assert window.sound.priority is ASYSTOLE.priority
    assert window.banner.conditions[0] is Condition.ASYSTOLE


def test_audio_off_stays_said_until_it_is_on(window, time):
    do(window, "toggle_audio")
    time.t += 10_000
    window.session.alarms.take([ASYSTOLE])
    window._show_slow_things()
    assert window.banner.audio_text == "AUDIO OFF"
    do(window, "toggle_audio")
    assert window.session.life_cycle.audio is Audio.ON


def test_nothing_sounds_while_the_stream_stands_still_or_shows_what_was_before(window, play):
    window._tell_alarms()
    assert window.sound.priority is not None
    window.session.pause()
    window._tell_alarms()
    assert window.sound.priority is None
    window.session.play()
    window._tell_alarms()
    assert window.sound.priority is not None
    window.session.seek(360)
    window._tell_alarms()
    assert window.session.analysed_before
    assert window.sound.priority is None


def test_the_heart_rate_takes_the_colour_of_what_is_about_the_heart_alone(window):
    heart = window.pages.need("monitor").heart
    window.frame()
    assert heart._alarm[0] is FAST.priority
    do(window, "acknowledge")
    assert heart._alarm == (FAST.priority, True), "it no longer flashes"
    window.session.alarms.take([replace(FAST, end=300, over=310), Alarm(Condition.APNOEA, 300, 400)])
    window.frame()
    assert heart._alarm is None
    assert window.banner.conditions == (Condition.APNOEA,)


def test_limits_are_set_and_found_again_at_the_next_start(window, make_window, qtbot):
    do(window, "show_limits")
    dialog = window.findChild(LimitsDialog)
    dialog._fill(PROFILES["neonate"])
    dialog.take.click()
    assert window.session.alarms.set_up == AlarmSetUp(PROFILES["neonate"])
    window.pages.need("monitor").refresh()
    assert make_window().session.alarms.set_up == AlarmSetUp(PROFILES["neonate"])


def test_kept_limits_that_make_no_sense_are_named_and_an_adult_s_hold(make_window, settings):
    kept = '{"limits": {"high_bpm": 1}, "off": []}'
    settings.setValue("alarms", kept)
    window = make_window()
    assert window.session.alarms.set_up == AlarmSetUp()
    assert "must not be above high_bpm" in window.messages.text
    assert "An adult's limits hold." in window.messages.text
    assert settings.value("alarms_unusable") == kept, "set aside, and told once"
    assert "An adult's limits hold." not in make_window().messages.text


@pytest.fixture(scope="module")
def flutter(qapp, data_dir):
    """The window at flutter in record 207, ten seconds after it began."""
    application()
    with Stage(RecordSource(open_record("207", data_dir=data_dir)), size=(1024, 600)) as stage:
        stage.session.seek(36 * 360)
        stage.session.play()
        for at in range(38, 51, 2):
            stage._time = at - 36
            stage.wait_for(lambda at=at: stage.session.analysed >= (at - 0.1) * 360)
        stage.settle(0.4)
        yield stage


def test_flutter_is_a_high_alarm_and_the_heart_rate_has_its_colour(flutter):
    window = flutter.window
    assert window.banner.text.startswith("!!! VENTRICULAR FLUTTER OR FIBRILLATION")
    assert window.banner.conditions[0] is Condition.FLUTTER
    heart = window.pages.need("monitor").heart
    assert heart._alarm is not None
    assert heart._alarm[0] is Condition.FLUTTER.priority
    assert window.sound.priority is Condition.FLUTTER.priority


def test_an_alert_that_goes_on_is_reviewed_and_has_its_tick(flutter):
    window = flutter.window
    assert window.session.open_alert is not None
    assert window.session.open_alert in window.pages.need("monitor").board.overview.alerts
    window.show_page("review")
    review = window.pages.need("review")
    assert review.shown is not None
    window.show_page("monitor")
