"""Export what was watched, from the window: of a record, of a stream without an array, and left half-way."""

from __future__ import annotations

import threading
from dataclasses import replace

import edfio
import numpy as np
import pytest
import wfdb
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QPushButton

from assets.errors import RecordError
from assets.sources.record import RecordSource
from monitor.ui.session.account import account_of
from monitor.ui.shell.frame.header import EXPORTS
from monitor.ui.shell.keeping.export_dialog import FORMATS
from tests.monitor.conftest import FS, make_record
from tests.monitor.patience import PATIENCE_MS


@pytest.fixture
def record():
    return replace(make_record(60), identity="file:/a/made")


@pytest.fixture
def window(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 18)
    return window


def opened(window, name="export_watched"):
    window.context.actions[name].trigger()
    return window.exports.dialog


def choose(dialog, ending):
    dialog.format.setCurrentIndex([one.ending for one in FORMATS].index(ending))


def test_the_menu_of_exports_is_one_menu(window):
    names = [
        [action.objectName() for action in menu.actions() if action.objectName()]
        for more in window.header.findChildren(QPushButton, "menu")
        for menu in more.menu().findChildren(QMenu)
    ]
    assert [name for group in EXPORTS for name in group] in names


@pytest.mark.parametrize(
    ("name", "ending"), [("export_watched", ".edf"), ("export_report", ".pdf"), ("export_picture", ".png")]
)
def test_each_command_offers_its_own_format_first(window, name, ending):
    dialog = opened(window, name)
    assert dialog.chosen.ending == ending
    assert dialog.stop.text() == "00:18.0"
    assert dialog.start.text() == ("00:08.0" if ending == ".png" else "00:00.0")
    assert dialog.dots.isVisible() == (ending == ".png")
    assert dialog.disclosure.isVisible() == dialog.every_lead.isVisible() == (ending == ".pdf")


@pytest.mark.slow
@pytest.mark.parametrize("ending", [one.ending for one in FORMATS])
def test_what_was_watched_is_written_and_said(window, qtbot, tmp_path, monkeypatch, ending):
    dialog = opened(window)
    choose(dialog, ending)
    path = tmp_path / f"out{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    dialog.go.click()
    assert dialog.working
    assert dialog.leave.text() == "Cancel"
    qtbot.waitUntil(lambda: not dialog.working)
    assert path.stat().st_size > 200
    assert str(path) in window.context.messages.said[-1].text
    assert not dialog.isVisible()


def test_the_samples_are_those_of_the_stream(window, qtbot, tmp_path, record):
    dialog = opened(window)
    dialog.start.setText("5")
    dialog.stop.setText("0:12.5")
    dialog.begin(tmp_path / "p.edf", dialog.stretch())
    qtbot.waitUntil(lambda: not dialog.working)
    edf = edfio.read_edf(tmp_path / "p.edf")
    n = round(7.5 * FS)
    first = round(5 * FS)
    expected = record.signals[first : first + n, 0]
    off = np.abs(edf.signals[0].data[:n] / 1000 - expected)
    assert off.max() <= 0.0005001
    beats = [a for a in edf.annotations if a.text.startswith("beat: ")]
    assert len(beats) == len(window.session.archive.beats(first, first + n)) > 3


@pytest.mark.parametrize(
    ("start", "stop", "said"),
    [("x", "5", "is no time"), ("9", "5", "Nothing was watched from 9 to 5"), ("30", "40", "Nothing was")],
)
def test_a_stretch_that_there_is_not_is_said(window, start, stop, said):
    dialog = opened(window)
    dialog.start.setText(start)
    dialog.stop.setText(stop)
    dialog.go.click()
    assert said in dialog.words.text()
    assert not dialog.working


def test_cancelled_nothing_is_there_and_the_dialog_is_ready_again(window, qtbot, tmp_path, monkeypatch):
    going, on = threading.Event(), threading.Event()
    dialog = opened(window)
    part = dialog.stretch()

    def slow(start, stop):
        going.set()
        assert on.wait(PATIENCE_MS / 1000)
        return part.between(start, stop)

    dialog.begin(tmp_path / "c.edf", replace(part, between=slow))
    assert going.wait(PATIENCE_MS / 1000)
    dialog.leave.click()
    on.set()
    qtbot.waitUntil(lambda: not dialog.working)
    assert dialog.words.text() == "The export was cancelled; nothing was written."
    assert dialog.isVisible()
    assert dialog.go.isEnabled()
    assert not list(tmp_path.glob("c*"))


def test_a_source_that_is_gone_is_said_and_leaves_nothing(window, qtbot, tmp_path):
    def gone(start, stop):
        raise RecordError("The file is gone.")

    dialog = opened(window)
    dialog.begin(tmp_path / "g.edf", replace(dialog.stretch(), between=gone))
    qtbot.waitUntil(lambda: not dialog.working)
    assert dialog.words.text() == "The file is gone."
    assert not list(tmp_path.glob("g*"))


def test_of_a_stream_without_an_array_what_is_kept_goes_out(make_window, play, qtbot, tmp_path):
    from models.scenario.opening import open_any

    window = make_window()
    window.put_on(open_any("patient:sinus?seed=2&fs=250"))
    play(window, 12)
    account = account_of(window.session)
    heard = account.samples()
    assert (account.start, account.stop) == (0, 12 * 250)
    assert np.isfinite(heard).all()
    dialog = opened(window)
    choose(dialog, ".hea")
    dialog.begin(tmp_path / "s.hea", dialog.stretch())
    play(window, 3)
    qtbot.waitUntil(lambda: not dialog.working)
    written = wfdb.rdrecord(str(tmp_path / "s")).p_signal
    assert len(written) == len(heard)
    np.testing.assert_allclose(written, heard, atol=0.02)


def test_before_anything_was_watched_there_is_nothing_to_export(make_window, record):
    window = make_window()
    window.put_on(RecordSource(record))
    assert opened(window) is None
    assert "Nothing was watched yet" in window.context.messages.said[-1].text


def test_a_picture_has_the_dots_that_were_asked_for(window, qtbot, tmp_path):
    dialog = opened(window, "export_picture")
    dialog.dots.setValue(200)
    dialog.start.setText("8")
    dialog.stop.setText("12")
    dialog.begin(tmp_path / "p.png", dialog.stretch())
    qtbot.waitUntil(lambda: not dialog.working)
    picture = QImage(str(tmp_path / "p.png"))
    assert picture.width() == pytest.approx((4 * 25 + 32) / 25.4 * 200, abs=2)
    assert picture.dotsPerMeterX() == pytest.approx(200 / 0.0254, rel=0.01)


def test_nothing_is_replaced_unasked(window, tmp_path, monkeypatch):
    (tmp_path / "out.csv").write_text("old")
    asked = []

    def refuse(box):
        asked.append(box.text())
        next(b for b in box.buttons() if b.text() != "Replace").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", refuse)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    dialog = opened(window)
    choose(dialog, ".csv")
    dialog.go.click()
    assert not dialog.working
    assert len(asked) == 1
    assert "out.csv exists already" in asked[0]
    assert (tmp_path / "out.csv").read_text() == "old"
