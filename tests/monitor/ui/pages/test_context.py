"""What a page is given of the window."""

import math

import pytest

from assets.sources.record import RecordSource
from monitor.stream.replay import MAX_SPEED
from tests.monitor.conftest import EndlessSource, make_record


@pytest.mark.parametrize("speed", [0.0, 0.1, 100.0, -math.inf, math.nan])
@pytest.mark.parametrize("on", [True, False])
def test_a_speed_that_is_refused_is_not_kept(make_window, speed, on):
    window = make_window()
    if on:
        window.put_on(RecordSource(make_record(20.0)))
    window.context.set_speed(4.0)
    with pytest.raises(ValueError, match=r"between 0\.25 and 8"):
        window.context.set_speed(speed)
    assert window.context.speed == 4.0
    window.put_on(RecordSource(make_record(20.0)))
    assert window.session.replay.speed == 4.0


def test_a_speed_is_kept_for_the_next_record(make_window):
    window = make_window()
    window.context.set_speed(MAX_SPEED)
    window.put_on(RecordSource(make_record(20.0)))
    assert window.session.replay.speed == MAX_SPEED
    window.context.set_speed(0.25)
    window.put_on(RecordSource(make_record(20.0)))
    assert window.session.replay.speed == window.context.speed == 0.25


def test_a_live_source_has_its_own_speed(make_window):
    window = make_window()
    window.put_on(EndlessSource(live=True))
    window.context.set_speed(4.0)
    assert window.session.replay.speed == window.context.speed == 1.0
