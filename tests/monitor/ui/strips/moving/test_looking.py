"""Looking back: what is held stays under the hand, and the page stays within what was played."""

import pytest
from PySide6.QtCore import QObject

from monitor.ui.strips.moving.looking import Grip, Looking
from monitor.ui.strips.scale import PaperScale
from monitor.ui.strips.timeline import Timeline

PAGE = 2160  # samples of a page of 600 pixels at 4 px/mm and 25 mm/s


@pytest.fixture
def looking(qapp):
    parent = QObject()
    made = Looking(Timeline(360.0, PaperScale(px_per_mm=4.0), 600, head=9000), parent)
    yield made
    parent.deleteLater()


@pytest.mark.parametrize("x", [10.0, 280.0, 590.0])
def test_what_is_held_stays_at_its_column_when_the_paper_begins_to_move(looking, x):
    timeline = looking._timeline
    grip = Grip.at(timeline, x)
    looking.hold(grip)
    assert timeline.sample_under(x) == pytest.approx(grip.sample, abs=1)
    looking.by(50)
    assert timeline.sample_under(x + 50) == pytest.approx(grip.sample, abs=2)


def test_the_page_ends_where_the_record_begins_and_at_the_head(looking):
    timeline, seen = looking._timeline, []
    looking.changed.connect(lambda: seen.append(timeline.look))
    looking.by(1e6)
    assert (timeline.look, timeline.first_visible) == (PAGE, 0)
    looking.by(1e6)
    looking.by(-1e6)
    assert timeline.look == timeline.head
    looking.end()
    looking.end()
    assert seen == [PAGE, 9000, None], "said once each"


def test_less_than_a_page_has_nothing_to_look_back_to(looking):
    looking._timeline.head = 1000
    looking.by(300)
    assert looking._timeline.look == 1000
