"""The record chooser: search, open from a mirror, no network, cancel, altered files."""

import shutil
import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from models.leads.choice import TOGETHER
from monitor.ui.kit.work.background import left_behind
from monitor.ui.records.chooser import RecordChooser
from monitor.ui.session.loading import loader
from tests.monitor.patience import PATIENCE_MS


@pytest.fixture
def chooser(qtbot, tmp_path):
    dialog = RecordChooser(tmp_path)
    qtbot.addWidget(dialog)
    yield dialog
    dialog.stop()


def shown(chooser):
    return [chooser._proxy.index(row, 0).data() for row in range(chooser._proxy.rowCount())]


def test_search_narrows_the_list(chooser, qtbot):
    assert len(shown(chooser)) == 129
    qtbot.keyClicks(chooser.search, "208")
    assert shown(chooser) == ["208"]
    chooser.search.setText("no such thing")
    assert shown(chooser) == []
    assert not chooser.open_button.isEnabled()


def test_one_database_can_be_looked_at_alone(chooser, qtbot):
    sizes = {}
    for key in chooser.databases.keys()[:4]:
        chooser.databases.pick(key)
        sizes[key] = len(shown(chooser))
    assert sizes == {"": 129, "mitdb": 48, "svdb": 78, "nstdb": 3}
    chooser.databases.pick("svdb")
    qtbot.keyClicks(chooser.search, "80")
    assert shown(chooser) == [str(number) for number in range(800, 810)]


def test_of_a_record_kept_as_a_test_no_beats_are_shown(chooser):
    from monitor.ui.records.chooser import COLUMNS

    chooser.search.setText("80")
    cell = {
        chooser._proxy.index(r, 0).data(): chooser._proxy.index(r, COLUMNS.index("V")).data()
        for r in range(10)
    }
    assert (cell["800"], cell["801"]) == ("6", "")
    chooser.select("801")
    assert "Kept as a test" in chooser._details.text()


def test_columns_sort_by_value(chooser):
    from monitor.ui.records.chooser import COLUMNS

    chooser.table.sortByColumn(COLUMNS.index("V"), Qt.SortOrder.DescendingOrder)
    counts = [chooser._proxy.index(r, COLUMNS.index("V")).data(Qt.ItemDataRole.UserRole) for r in range(87)]
    assert counts == sorted(counts, reverse=True)
    assert shown(chooser)[0] == "208"
    assert chooser._proxy.index(128, COLUMNS.index("V")).data() == ""
    chooser.table.sortByColumn(COLUMNS.index("V"), Qt.SortOrder.AscendingOrder)
    assert chooser._proxy.index(128, COLUMNS.index("V")).data() == "", (
        "what is not known comes last either way"
    )


def test_a_record_comes_from_the_mirror_with_its_header_notes(qtbot, data_dir):
    dialog = RecordChooser(data_dir)
    qtbot.addWidget(dialog)
    dialog.select("208")
    assert "The PVCs are uniform" in dialog._details.text()
    with qtbot.waitSignal(dialog.chosen) as caught:
        dialog.open_selected()
    source, lead = caught.args
    assert (source.info.name, source.info.n_samples, lead) == ("208", 650_000, TOGETHER)


def test_an_altered_file_in_the_mirror_is_refused_in_a_sentence(qtbot, data_dir, tmp_path):
    (tmp_path / "mitdb").mkdir()
    for suffix in (".hea", ".dat", ".atr"):
        shutil.copy(data_dir / "mitdb" / f"100{suffix}", tmp_path / "mitdb")
    (tmp_path / "mitdb" / "100.atr").chmod(0o600)
    with open(tmp_path / "mitdb" / "100.atr", "r+b") as file:
        file.write(b"\xff")
    dialog = RecordChooser(tmp_path)
    qtbot.addWidget(dialog)
    dialog.select("100")
    dialog.open_selected()
    qtbot.waitUntil(lambda: "SHA-256" in dialog.message.text())
    assert dialog.open_button.isEnabled()


def test_without_a_network_the_chooser_says_so_and_goes_on(chooser, qtbot, monkeypatch):
    import socket

    def refuse(*_, **__):
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    chooser.select("119")
    chooser.open_selected()
    qtbot.waitUntil(lambda: "119" in chooser.message.text())
    assert "could not be downloaded" in chooser.message.text()
    assert chooser.open_button.isEnabled()
    assert not chooser.loading


def test_cancelling_ends_a_download(chooser, qtbot, monkeypatch):
    from assets.errors import DownloadCancelled

    started = threading.Event()

    def slow(spec, *, progress, cancelled, **_):
        for i in range(100_000):
            progress(i % 1000, 1000)
            started.set()
            if cancelled():
                raise DownloadCancelled("stopped")
            threading.Event().wait(0.01)
        raise AssertionError("was never cancelled")

    monkeypatch.setattr(loader, "open_any", slow)
    chooser.select("100")
    chooser.open_selected()
    qtbot.waitUntil(lambda: chooser.progress.value() > 0)
    assert chooser.cancel_button.text() == "Cancel"
    qtbot.mouseClick(chooser.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: chooser.message.text() == "Cancelled.")


def test_another_record_can_be_chosen_while_one_is_on_its_way(chooser, qtbot, monkeypatch):
    from assets.errors import DownloadCancelled

    ended = []

    def slow(spec, *, cancelled, **_):
        while spec == "100":
            if cancelled():
                ended.append(spec)
                raise DownloadCancelled("stopped")
            threading.Event().wait(0.01)
        return RecordSource(load_demo())

    monkeypatch.setattr(loader, "open_any", slow)
    chooser.select("100")
    chooser.open_selected()
    chooser.select("208")
    with qtbot.waitSignal(chooser.chosen):
        qtbot.mouseClick(chooser.open_button, Qt.MouseButton.LeftButton)
        assert chooser.message.text() == "100 is no longer being opened: 208 is."
    qtbot.waitUntil(lambda: ended == ["100"])


def test_an_error_nobody_foresaw_is_a_sentence_too(chooser, qtbot, monkeypatch):
    def fail(*_, **__):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(loader, "open_any", fail)
    chooser.select("100")
    chooser.open_selected()
    qtbot.waitUntil(lambda: "ZeroDivisionError" in chooser.message.text())


def test_a_chooser_may_go_while_the_thread_that_brought_its_record_still_ends(qtbot, monkeypatch, tmp_path):
    """The record is there before its thread has quite ended; Qt aborts where it is destroyed meanwhile."""
    real, end = loader.RecordLoader.run, threading.Event()
    threads = []

    def slow_to_end(self):
        threads.append(threading.current_thread())
        real(self)
        end.wait(PATIENCE_MS / 1000)

    monkeypatch.setattr(loader, "open_any", lambda *_, **__: RecordSource(load_demo()))
    monkeypatch.setattr(loader.RecordLoader, "run", slow_to_end)
    dialog = RecordChooser(tmp_path)
    dialog.select("208")
    with qtbot.waitSignal(dialog.chosen):
        dialog.open_selected()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del dialog
    assert threads[0].is_alive()
    end.set()
    qtbot.waitUntil(lambda: not left_behind())


@pytest.mark.skipif(sys.platform == "win32", reason="no file has a colon in its name")
def test_a_text_file_that_is_named_there_is_no_wait_without_an_end(chooser, qtbot, tmp_path):
    path = tmp_path / "a:b.csv"
    path.write_text("".join(f"{i % 9}\n" for i in range(500)))
    chooser.any_name.setText(str(path))
    chooser.open_selected()
    qtbot.waitUntil(lambda: not chooser.loading)
    assert "a:b.csv does not say its sampling rate" in chooser.message.text()
    qtbot.waitUntil(lambda: not any(isinstance(one, loader.RecordLoader) for one in left_behind()))
