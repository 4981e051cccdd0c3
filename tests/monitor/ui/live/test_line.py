"""The line to a live source is told in words."""

from assets.sources.link import Link
from monitor.ui.live.line import link_more, link_words


def test_a_line_that_brings_samples_tells_of_clock_and_losses():
    assert link_words(Link(True, lost=3)) == "lost samples: 3"
    assert link_words(Link(True, clock_offset_s=-0.00001)) == "clock +0.0 ms · lost samples: 0"
    assert link_words(Link(True, clock_offset_s=-0.00123, lost=3)) == "clock -1.2 ms · lost samples: 3"


def test_a_line_that_brings_none_says_for_how_long():
    assert link_words(Link(False, silent_s=75.4, lost=3)) == "no samples for 1 min 15 s"


def test_more_is_told_where_it_is_asked_for():
    told = link_more(Link(True, 0.0, 0.001, 0.0004, 249.97, 3, 2, 1, problem="It is another one."))
    assert told.splitlines() == [
        "clock +1.0 ms · lost samples: 3",
        "It is another one.",
        "Rate by the stamps: 249.97 Hz",
        "Stamps jitter by 0.40 ms",
        "Samples that came too late: 2",
        "Stopped, and came back: 1",
    ]
