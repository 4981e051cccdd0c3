"""No label takes a file's text for markup: a lead's name once opened the file that it named."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from assets.records.record import Record
from assets.sources.record import RecordSource
from monitor.ui.lab.registry import PANES
from monitor.ui.pages.actions.pages import PAGE_SPECS
from tests.monitor.conftest import make_record

EVIL = "<img src='/tmp/x.png'><b>MLII</b>"


@pytest.fixture
def evil(make_window, play):
    made = make_record(seconds=20, leads=1)
    window = make_window()
    record = Record(EVIL, made.fs, (EVIL,), made.signals, made.annotations, (EVIL,), EVIL, warnings=(EVIL,))
    window.put_on(RecordSource(record))
    play(window, 12)
    return window


@pytest.mark.slow
def test_every_label_of_every_page_says_whether_its_words_are_plain(evil, play):
    for spec in PAGE_SPECS:
        evil.show_page(spec.name)
        play(evil, 0.2)
    lab = evil.pages.need("lab")
    for pane in PANES:
        lab.show_pane(pane.name)
    evil.context.review(evil.session.log[0])
    evil._show_slow_things()
    guessing = [
        f"{label.parent().__class__.__name__}: {label.text()}"
        for label in evil.findChildren(QLabel)
        if label.textFormat() == Qt.TextFormat.AutoText and "Qt" not in label.__class__.__module__
    ]
    assert not [g for g in guessing if not g.startswith(("QCalendar", "QMessageBox"))], guessing


def test_a_lead_that_is_called_like_a_picture_is_shown_as_it_is_called(evil):
    evil._show_slow_things()
    said = [label for label in evil.findChildren(QLabel) if EVIL in label.text()]
    assert said
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in said)
    tips = [w.toolTip() for w in evil.findChildren(QLabel) if "img" in w.toolTip()]
    assert tips
    assert not any("<img" in tip for tip in tips)
