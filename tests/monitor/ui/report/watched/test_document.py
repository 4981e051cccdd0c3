"""The report of a stretch: its pages, what stands on them, and that ECG paper is true."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

import models
from assets.errors import WriteError
from models.patients.artefacts.course import Disturbance, Setting
from monitor.alerts.export import ExportError
from monitor.keeping.pieces import ExportCancelled
from monitor.keeping.summary import summary, worth_a_strip
from monitor.ui.report.watched.document import write_report
from monitor.ui.report.watched.strips import words_of
from monitor.ui.report.watched.tables import about


@pytest.fixture(scope="module")
def account():
    return models.Watch("demo", duration_s=130).run()


def read(path):
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    return document


def words(document):
    return [document.getAllText(page).text() for page in range(document.pageCount())]


def test_the_pages_say_what_was_found_and_what_this_is_not(qapp, account, tmp_path):
    path = tmp_path / "r.pdf"
    said = write_report(path, account)
    document = read(path)
    pages = words(document)
    assert said == f"Report of 208 on {len(pages)} pages written to {path}."
    for i, page in enumerate(pages, 1):
        assert "Not a medical device." in page
        assert f"page {i} of {len(pages)}" in page
    told = summary(account)
    assert "Source: mitdb/208" in pages[0]
    assert f"{told.whole.rates.mean:.0f}/min" in pages[0]
    assert f"{told.whole.n_beats:,}" in pages[0]
    assert "Compare only stretches of the same length" in pages[0]
    assert any("By the minute" in page for page in pages)
    strips = "".join(pages)
    for worth in worth_a_strip(account, told.whole):
        assert words_of(worth) in strips
    for comment in account.info.comments:
        assert comment not in strips, "no word of a patient"


def test_times_of_day_are_the_records_own_where_it_has_them(qapp, account, tmp_path):
    began = datetime(2004, 5, 4, 23, 59, 30)
    write_report(tmp_path / "r.pdf", replace(account, info=replace(account.info, start=began)))
    told = words(read(tmp_path / "r.pdf"))
    assert "Recorded from 4 May 2004 23:59:30 to 5 May 2004 00:01:40" in told[0]
    assert any("00:00:30" in page for page in told), "the second minute's row"
    write_report(tmp_path / "r.pdf", account)
    assert not any("Recorded from" in page for page in words(read(tmp_path / "r.pdf")))


def test_artefacts_are_listed_with_their_times(qapp, account, tmp_path):
    added = Disturbance(Setting("muscle", 6.0, ("MLII",)), round(20 * account.fs), round(32.5 * account.fs))
    write_report(tmp_path / "r.pdf", replace(account, artefacts=(added,)))
    first = words(read(tmp_path / "r.pdf"))[0]
    assert "Artefacts were added to the signal" in first
    assert "Muscle noise, 6 dB (MLII): from 00:20.0 to 00:32.5" in first
    many = about(replace(account, artefacts=(added,) * 11))
    assert [line for line in many if line.startswith("–")][-1] == "– and 3 more"
    assert not any("rtefact" in line for line in about(account))


def test_the_sensitivity_that_was_set_is_said(account):
    assert not any("sensitivity" in line for line in about(account))
    scaled = [replace(e, thresholds={k: 0.64 * v for k, v in e.thresholds.items()}) for e in account.alerts]
    said = about(replace(account, alerts=tuple(scaled)))[-1]
    assert said == "By the sensitivity that was set, beats are V from 0.64 times the usual threshold on."
    mixed = about(replace(account, alerts=(*scaled, *account.alerts)))[-1]
    assert "from 0.64, 1.00 times" in mixed


def test_paper_is_true_25_mm_a_second(qapp, account, tmp_path):
    """Between two R peaks on the page lie as many millimetres as their interval says."""
    path = tmp_path / "r.pdf"
    write_report(path, account)
    document = read(path)
    page = next(i for i, text in enumerate(words(document)) if "25 mm/s" in text)
    size = document.pagePointSize(page)
    assert (size.width(), size.height()) == pytest.approx((842, 595), abs=1)
    scale = 3
    picture = document.render(page, QSize(round(size.width() * scale), round(size.height() * scale)))
    ground = QImage(picture.size(), QImage.Format.Format_RGB32)
    ground.fill(0xFFFFFFFF)
    painter = QPainter(ground)
    painter.drawImage(0, 0, picture)
    painter.end()
    pixels = np.frombuffer(ground.constBits(), np.uint8).reshape(ground.height(), ground.width(), 4)
    per_mm = scale * 72 / 25.4
    major = (np.abs(pixels[:, :, :3].astype(int) - [0xAA, 0xB3, 0xE9]) < 12).all(axis=2)
    columns = np.flatnonzero(major.sum(axis=0) > 20 * per_mm)
    edges = columns[np.flatnonzero(np.diff(columns, prepend=-99) > 3)] / per_mm
    fifths = (edges - edges[0]) / 5
    assert len(edges) > 20
    np.testing.assert_allclose(fifths, np.rint(fifths), atol=0.06)
    assert edges[-1] - edges[0] == pytest.approx(250.0, abs=0.25)


def test_full_disclosure_comes_on_wish_a_page_for_half_an_hour(qapp, account, tmp_path):
    write_report(tmp_path / "short.pdf", account)
    write_report(tmp_path / "long.pdf", account, disclosure=True)
    short, long = words(read(tmp_path / "short.pdf")), words(read(tmp_path / "long.pdf"))
    assert len(long) == len(short) + 1
    assert "MLII: a minute a line" in long[-1]
    assert [time in long[-1] for time in ("00:00", "01:00", "02:00", "03:00")] == [True, True, True, False]


def test_every_lead_is_disclosed_on_wish(qapp, account, tmp_path):
    info = replace(account.info, leads=(account.info.leads[0], replace(account.info.leads[0], name="V1")))
    two = replace(account, info=info, between=lambda a, b: account.between(a, b)[:, [0, 0]])
    write_report(tmp_path / "r.pdf", two, every_lead=True)
    *_, first, second = words(read(tmp_path / "r.pdf"))
    assert "MLII: a minute a line" in first
    assert "V1: a minute a line" in second


def test_cancelled_or_refused_nothing_is_there(qapp, account, tmp_path):
    with pytest.raises(ExportCancelled, match="nothing was written"):
        write_report(tmp_path / "r.pdf", account, disclosure=True, going=lambda share: share < 0.4)
    with pytest.raises(ExportError, match="Nothing of 208 was watched yet"):
        write_report(tmp_path / "r.pdf", replace(account, stop=account.start))
    with pytest.raises(ExportError, match=r"100 h are too long .*: they are 200 pages, and 192"):
        write_report(tmp_path / "r.pdf", replace(account, stop=360 * 360_000), disclosure=True)
    info = replace(account.info, files=(tmp_path / "r.pdf",))
    with pytest.raises(WriteError, match="a file of the record itself"):
        write_report(tmp_path / "r.pdf", replace(account, info=info))
    assert os.listdir(tmp_path) == []


def test_a_stretch_without_a_beat_has_a_report(qapp, account, tmp_path):
    empty = account.within(0, 720)
    quiet = replace(empty, beats=empty.beats.rows(np.arange(0)), alerts=(), states=(), alarms=())
    write_report(tmp_path / "r.pdf", quiet, disclosure=True)
    first, *_ = words(read(tmp_path / "r.pdf"))
    assert "Not to be read: too few normal intervals." in first
