"""What is said to the user: nothing hides anything, and nothing important is lost."""

import pytest
from PySide6.QtGui import QGuiApplication

from assets.sources.record import RecordSource
from monitor.ui.pages import messages
from monitor.ui.pages.messages import Message, MessageQueue, Weight
from monitor.ui.shell.dialogs import MessageBar, MessagesDialog
from tests.monitor.conftest import make_record


@pytest.fixture
def queue(qapp):
    return MessageQueue()


def passing(text, **more):
    return Message(text, **more)


def error(text, **more):
    return Message(text, Weight.ERROR, **more)


def read_all(queue):
    """Sentences as they are shown one after the other, each for its time."""
    seen = [queue.shown.words]
    while queue.waiting:
        queue.move_on()
        seen.append(queue.shown.words)
    queue.move_on()
    return seen


def test_one_sentence_waits_for_the_other_and_each_goes_by_itself(queue):
    for text in ("One.", "Two.", "Three."):
        queue.say(passing(text))
    assert queue.waiting == 2
    assert read_all(queue) == ["One.", "Two.", "Three."]
    assert queue.shown is None


def test_a_newer_sentence_on_a_topic_takes_the_place_of_the_older(queue):
    for text in ("Marked.", "No longer marked.", "Marked again."):
        queue.say(passing(text, topic="marks"))
        assert queue.shown.text == text
    assert not queue.waiting
    queue.say(passing("Another thing."))
    queue.say(passing("No longer.", topic="marks"))
    assert read_all(queue) == ["No longer.", "Another thing."]


def test_a_sentence_stays_by_its_length_and_longer_where_none_waits(queue):
    queue.say(passing("Short."))
    alone = queue._timer.remainingTime()
    queue.say(passing("A second one, which waits."))
    assert queue._timer.remainingTime() < 0.6 * alone
    queue.move_on()
    assert queue._timer.remainingTime() > alone
    assert passing("x" * 100).reading_s - passing("x").reading_s == pytest.approx(99 * messages.CHARACTER_S)


def test_its_time_over_a_sentence_goes(queue, qtbot, monkeypatch):
    monkeypatch.setattr(messages, "LOOK_S", 0.01)
    monkeypatch.setattr(messages, "CHARACTER_S", 0.0)
    queue.say(passing("One."))
    queue.say(error("It failed."))
    qtbot.waitUntil(lambda: queue.shown is not None and queue.shown.text == "One.")
    qtbot.waitUntil(lambda: queue.shown.text == "It failed.")
    qtbot.wait(100)
    assert queue.shown.text == "It failed.", "an error stays"


def test_an_error_comes_first_stays_and_gives_way_to_what_is_said_meanwhile(queue):
    queue.say(passing("One."))
    queue.say(error("The disk is full."))
    assert read_all(queue) == ["The disk is full.", "One."]
    assert queue.shown.text == "The disk is full."
    queue.say(passing("Two."))
    assert queue.shown.text == "Two.", "it has been read"
    queue.move_on()
    assert queue.shown.text == "The disk is full.", "and is not lost"
    queue.close_shown()
    assert queue.shown is None


def test_an_error_stays_that_another_one_came_upon_before_it_could_be_read(queue, qtbot):
    bar = MessageBar(queue)
    qtbot.addWidget(bar)
    queue.say(error("First.", details="of the first"))
    queue.say(error("Second.", details="of the second"))
    assert read_all(queue) == ["Second.", "First."]
    assert (bar.text, bar._more.text()) == ("Second.", "1 more")
    bar._button.click()
    assert bar.text == "First."
    assert bar._more.isHidden()
    bar._copy.click()
    assert QGuiApplication.clipboard().text() == "of the first"
    bar._button.click()
    assert bar.isHidden()


def test_a_newer_error_takes_the_place_of_one_that_could_be_read(queue):
    queue.say(error("First."))
    queue.move_on()  # its time is over; it stays, for nothing else is to be said
    assert queue.shown.text == "First."
    queue.say(error("Second."))
    assert queue.shown.text == "Second."
    assert not queue.more
    queue.close_shown()
    assert queue.shown is None


def test_of_many_errors_at_once_the_newest_stay(queue):
    for text in "ABCDEFG":
        queue.say(error(f"{text} failed."))
    read_all(queue)
    closed = []
    while queue.shown is not None:
        closed.append(queue.shown.text)
        queue.close_shown()
    assert closed == ["G failed.", "F failed.", "E failed."]
    assert len(queue.said) == 7


def test_the_notice_comes_back_until_it_is_closed(queue):
    closed = []
    queue.closed.connect(closed.append)
    notice = Message("Not a medical device.", Weight.NOTICE, button="Understood")
    queue.say(notice)
    queue.say(error("It failed."))
    queue.close_shown()
    assert queue.shown == notice
    assert closed[0].text == "It failed."
    queue.close_shown()
    assert closed[1] == notice


def test_equal_sentences_are_counted(queue):
    queue.say(passing("One."))
    for _ in range(3):
        queue.say(passing("There is no later alert."))
    assert queue.waiting == 1
    assert read_all(queue) == ["One.", "There is no later alert. (3 times)"]
    queue.say(passing("There is no later alert."))
    assert queue.shown.words == "There is no later alert.", "those are gone"
    assert [m.words for m in queue.said] == ["One.", "There is no later alert. (4 times)"]


def test_few_wait_and_the_newest_error_is_never_lost(queue):
    for text in "ABCDEFG":
        queue.say(passing(text))
        queue.say(error(f"{text} failed."))
        assert queue.waiting <= messages.WAITING
    assert read_all(queue) == ["G failed.", "F failed.", "E failed.", "D failed."]
    assert queue.shown.text == "G failed."
    queue.close_shown()
    for text in "hijklm":
        queue.say(passing(text))
    assert read_all(queue) == ["h", "k", "l", "m"]
    assert len(queue.said) == 20, "the list has them all"


def test_another_record_takes_what_is_about_the_one_before(queue):
    queue.say(error("It is damaged.", of_record=True))
    queue.say(passing("Written."))
    queue.say(passing("There is no later alert.", of_record=True))
    queue.forget_record()
    assert read_all(queue) == ["Written."]
    assert queue.shown is None


def test_what_the_pointer_rests_on_stays(queue):
    queue.say(passing("One."))
    queue.hold(True)
    queue.say(passing("Two."))
    assert queue.shown.text == "One."
    assert not queue._timer.isActive()
    queue.hold(False)
    assert queue._timer.isActive()


def test_the_bar_says_how_many_wait_and_the_list_has_all(queue, qtbot):
    bar = MessageBar(queue)
    qtbot.addWidget(bar)
    assert bar.text == ""
    queue.say(passing("One."))
    queue.say(passing("Two."))
    assert bar.text == "One."
    assert bar._more.text() == "1 more"
    bar._button.click()
    assert bar.text == "Two."
    bar._button.click()
    assert bar.isHidden()
    dialog = MessagesDialog(queue)
    qtbot.addWidget(dialog)
    assert [dialog.list.item(i).text()[8:].strip() for i in range(2)] == ["Two.", "One."]


def test_a_new_record_clears_what_was_said_of_the_old_and_keeps_the_rest(make_window, settings):
    settings.setValue("noticed", "true")
    window = make_window()
    window.put_on(RecordSource(make_record(10)))
    window.context.say("There is no later alert.", of_record=True)
    window.context.fail("The screenshot could not be written.")
    window.put_on(RecordSource(make_record(10, name="other")))
    assert window.messages.text == "The screenshot could not be written."
    window.context.messages.close_shown()
    assert window.messages.text == ""
