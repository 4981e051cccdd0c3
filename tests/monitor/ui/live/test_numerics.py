"""The heart rate beside the strips."""

import pytest

from assets.sources.record import RecordSource
from models.signal.rhythm import Rhythm
from monitor.ui.kit.theme import DARK
from monitor.ui.live.numerics import UNKNOWN, HeartTile, figures
from tests.monitor.conftest import BrokenScorer


def test_figures_are_whole_numbers_and_what_is_unknown_is_two_dashes():
    rhythm = Rhythm(100, rate_bpm=103.6, rr_s=0.5769, sdnn_ms=86.2)
    assert figures(rhythm) == ("104", "577", "86", UNKNOWN)
    assert figures(None) == (UNKNOWN,) * 4


def test_the_tile_says_its_figures_to_screen_readers(qtbot):
    tile = HeartTile(DARK)
    qtbot.addWidget(tile)
    tile.show_rhythm(Rhythm(100, rate_bpm=60.0, rr_s=1.0, normal_share=0.5))
    assert tile.accessibleName() == "Heart rate 60 a minute, RR 1000 ms, SDNN -- ms, RMSSD -- ms"
    assert "50 % of all" in " ".join(tile.toolTip().split())


def test_what_stands_for_figures_says_why_there_are_none(qtbot):
    tile = HeartTile(DARK)
    qtbot.addWidget(tile)
    tile.show_rhythm(Rhythm(100, why="ventricular flutter or fibrillation?"))
    assert tile.shown == (UNKNOWN,) * 4
    assert "no figures: ventricular flutter or fibrillation?" in tile.accessibleName()
    assert "No figures now: ventricular flutter or fibrillation?" in " ".join(tile.toolTip().split())
    tile.show_rhythm(Rhythm(200, why="no beat for more than 4 s"))
    assert "no beat for more than 4 s" in " ".join(tile.toolTip().split())
    high = tile.height()
    tile.show_rhythm(Rhythm(300, rate_bpm=60.0, rr_s=1.0))
    assert "no figures" not in tile.accessibleName()
    assert tile.height() == high


def test_the_heart_rate_is_shown_and_goes_when_the_stream_starts_anew(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 18)
    window._show_slow_things()
    heart = window.pages.made["monitor"].heart
    assert heart.shown[:2] == ("60", "1000"), "a spike each second"
    window.show_page("lab")
    assert "HR 60" in window.header.facts
    window.show_page("monitor")
    window.session.seek(0)
    window._show_slow_things()
    assert heart.shown[0] == UNKNOWN


def test_a_broken_analysis_has_no_heart_rate(make_window, play, record, qtbot):
    window = make_window(BrokenScorer)
    window.put_on(RecordSource(record))
    play(window, 2)
    play(window, 2)
    qtbot.waitUntil(lambda: bool(window.session.failure))
    assert window.session.rhythm is None


@pytest.mark.parametrize("short", [False, True])
def test_ectopic_beats_and_the_rhythm_stand_beside_the_rate(qtbot, short):
    tile = HeartTile(DARK)
    qtbot.addWidget(tile)
    tile.set_short(short)
    tile.resize(260, tile.height())
    before = tile.grab().toImage()
    tile.show_counts(14.4, "Bigeminy")
    assert tile.grab().toImage() != before
    assert "PVC 14/min" in tile.accessibleName()
    tile.show_counts(None, "")
    assert "PVC" not in tile.accessibleName()
    assert tile.grab().toImage() == before
