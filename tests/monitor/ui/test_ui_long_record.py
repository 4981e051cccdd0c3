"""A record that is read in pieces works in every page; where its file fails, the window goes on."""

import os

import numpy as np
import pytest

from assets.pieces import pieces
from assets.sources import open as opening
from assets.sources.open import open_source
from assets.sources.pieces import PiecesSource
from monitor.ui.pages.actions.pages import PAGE_SPECS
from monitor.ui.strips import overview
from tests.monitor.conftest import FS, make_record

MINUTE = 60.0


@pytest.fixture
def path(monkeypatch, write_record):
    """A minute on the disk, of which a few seconds are kept and which is looked over in the background."""
    monkeypatch.setattr(opening, "HELD_VALUES", 0)
    monkeypatch.setattr(pieces, "BLOCK_VALUES", 2000)
    monkeypatch.setattr(overview, "AT_ONCE", 0)
    made = make_record(MINUTE)
    return write_record(np.round(made.signals * 200).astype(int), name="long", fs=FS)


@pytest.fixture
def long(make_window, play, path):
    window = make_window()
    source = open_source(str(path))
    assert isinstance(source, PiecesSource)
    source._pieces._kept = 4
    window.put_on(source)
    play(window, 12)
    return window


def test_it_raises_the_alerts_of_the_record_in_memory(long, make_window, play, path, monkeypatch):
    found = [(e.kind, e.start, e.peak, e.end) for e in long.session.log]
    assert found
    monkeypatch.undo()
    held = make_window()
    held.put_on(open_source(str(path)))
    play(held, 12)
    assert found == [(e.kind, e.start, e.peak, e.end) for e in held.session.log]


@pytest.mark.slow
def test_every_page_shows_it(long, play):
    for spec in PAGE_SPECS:
        long.show_page(spec.name)
        play(long, 0.5)
        long._show_slow_things()
        assert not long.grab().isNull()
    long.context.review(long.session.log[0])
    assert long.context.page == "review"


def test_its_end_is_reached_by_a_seek(long, play):
    long.session.seek(round((MINUTE - 3) * FS))
    play(long, 2)
    seen = long.session.history.lead(0, long.session.head - round(FS), long.session.head)
    assert np.isfinite(seen).all()
    assert not long.session.replay.failure


def test_a_file_that_becomes_shorter_while_it_plays_ends_the_stream_in_a_sentence(long, play, path):
    said = []
    long.session.refused.connect(said.append)
    os.truncate(path.with_suffix(".dat"), round(20 * FS) * 4)
    long.session.seek(round(40 * FS))
    play(long, 2)
    assert len(said) == 1
    assert said[0].startswith("long gives nothing any more: long.dat cannot be read any more")
    assert not long.session.playing
    assert not long.grab().isNull()
    long.session.seek(round(5 * FS))
    long.session.play()
    play(long, 2)
    assert long.session.playing
    assert len(said) == 1
