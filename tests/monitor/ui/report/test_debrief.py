"""The debrief: A4 across, a summary, a list, strips; whole or not there."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from PySide6.QtPdf import QPdfDocument

from assets.errors import WriteError
from assets.records.lead import Lead
from assets.sources.source import SourceInfo
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from monitor.about import DISCLAIMER
from monitor.alarms.journal import Journal
from monitor.alarms.lifecycle import Change, Entry
from monitor.ui.report.debrief import MOST_STRIPS, Debrief, summary, with_strips, write_debrief

NOW = datetime(2026, 11, 22, 7, 30, tzinfo=UTC)
INFO = SourceInfo("bed <b>3</b>", "patient:vt", 250.0, (Lead("II"),))


class Clock:
    def __init__(self):
        self.now = NOW

    def __call__(self):
        self.now += timedelta(seconds=2)
        return self.now


@pytest.fixture
def made(tmp_path):
    def make(n, conditions=(Condition.ASYSTOLE, Condition.PAUSE)):
        journal = Journal(tmp_path / "journal", clock=Clock())
        feed = journal.feed(
            INFO, lambda a, b: np.sin(np.arange(a, b) / 9)[:, None].astype(np.float32), Limits
        )
        for i in range(n):
            alarm = Alarm(
                conditions[i % len(conditions)], 5000 * i, 5000 * i + 100, value=4.0, source=INFO.identity
            )
            feed.tell(Entry(Change.RAISED, alarm, 0.0))
            if i % 2 == 0:
                feed.tell(Entry(Change.ACKNOWLEDGED, alarm, 0.0, "Anna"))
            over = replace(alarm, end=alarm.start + 750, over=alarm.start + 800)
            feed.tell(Entry(Change.ENDED, over, 0.0))
            feed.advance(5000 * i + 2000)
        assert journal.close()
        return Debrief(tuple(journal.read_all().logged.values()), journal.folder, NOW)

    return make


def opened(path, qapp):
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    return document, [document.getAllText(i).text() for i in range(document.pageCount())]


def test_a_debrief_has_summary_list_and_strips(made, tmp_path, qapp):
    path = tmp_path / "d.pdf"
    said = write_debrief(path, made(5))
    document, pages = opened(path, qapp)
    size = document.pagePointSize(0)
    assert (size.width(), size.height()) == pytest.approx((841.9, 595.3), abs=1)
    assert said == f"5 alarms on {len(pages)} pages written to {path}."
    first = pages[0]
    for words in (
        "Debrief: alarms",
        "bed <b>3</b> (patient:vt)",
        "3 of 3",
        "acknowledged by Anna",
        "00:00.4",
    ):
        assert words in first
    for i, text in enumerate(pages, start=1):
        assert DISCLAIMER in text
        assert f"page {i} of {len(pages)}" in text
    assert sum(text.count("10 mm/mV") for text in pages) == 5
    document.close()


def test_the_summary_counts_by_kind_the_most_urgent_first(made):
    asystole, pause = summary(made(5).alarms)
    assert asystole == ["!!! high", "Asystole", "3", "9.0 s", "3.0 s", "3 of 3", "2.0 s"]
    assert pause[2:] == ["2", "6.0 s", "3.0 s", "0 of 2", ""]


def test_of_many_strips_the_most_urgent_are_drawn(made):
    debrief = made(MOST_STRIPS + 20)
    chosen = with_strips(debrief.alarms)
    assert len(chosen) == MOST_STRIPS
    assert sum(one.alarm.condition is Condition.ASYSTOLE for one in chosen) == 40
    assert [one.at for one in chosen] == sorted(one.at for one in chosen)


def test_a_long_list_goes_on_over_pages_with_its_head(made, tmp_path, qapp):
    debrief = made(70)
    for path in debrief.folder.glob("*.strips"):
        path.unlink()
    write_debrief(tmp_path / "d.pdf", debrief)
    document, pages = opened(tmp_path / "d.pdf", qapp)
    assert sum("What became of it" in text for text in pages) >= 3
    assert any("cannot be shown" in text for text in pages), "a strip that is gone is said"
    document.close()


def test_no_alarms_are_a_page_that_says_so(tmp_path, qapp):
    write_debrief(tmp_path / "d.pdf", Debrief((), tmp_path, NOW))
    document, (page,) = opened(tmp_path / "d.pdf", qapp)
    assert "No alarm was raised." in page
    document.close()


def test_a_file_that_cannot_be_written_is_a_sentence(made, tmp_path, qapp):
    with pytest.raises(WriteError, match="could not be written"):
        write_debrief(tmp_path / "absent" / "d.pdf", made(1))
