"""What the line to a live source does is said once."""

from dataclasses import replace

from assets.sources.link import Link
from tests.monitor.conftest import EndlessSource


class Lined(EndlessSource):
    """A live source whose line is as a test has it."""

    told = Link(True)

    @property
    def link(self):
        return self.told


def said(window):
    return [message.words for message in window.context.messages.said]


def test_that_it_stops_and_comes_back_is_said_once_each(make_window):
    window, source = make_window(), Lined()
    window.put_on(source)
    name = window.session.info.name
    window._show_slow_things()
    before = len(said(window))
    source.told = Link(False, silent_s=3)
    for _ in range(3):
        window._show_slow_things()
    source.told = Link(True, returns=1)
    window._show_slow_things()
    assert said(window)[before:] == [
        f"{name} sends nothing any more. It goes on by itself when it is back.",
        f"{name} is back.",
    ]
    assert "Stopped, and came back: 1" in " ".join(window.status.toolTip().split())
    assert "lost samples: 0" in window.status.text()


def test_why_what_came_back_is_not_taken_stays_to_be_read(make_window):
    window, source = make_window(), Lined()
    window.put_on(source)
    source.told = replace(Link(False), problem="It is another one.")
    window._show_slow_things()
    window._show_slow_things()
    assert said(window).count("It is another one.") == 1
