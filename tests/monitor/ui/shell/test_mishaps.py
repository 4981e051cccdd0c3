"""An error that nobody expected is a sentence with details; the window goes on, and nothing cascades."""

import gc
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, QTimer, QtMsgType
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from monitor.mishaps.log import Log
from monitor.ui.shell.mishaps import Mishaps

ROOT = Path(__file__).parents[4]


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def log(tmp_path):
    log = Log(tmp_path / "log")
    yield log
    log.close()


@pytest.fixture
def mishaps(window, log, monkeypatch, capsys):
    window.context.messages.close_shown()  # the notice of the first start
    mishaps = Mishaps(parent=window)
    mishaps.watch()
    mishaps.tell_to(window.context.messages, log)
    yield mishaps
    mishaps.leave()


def fail():
    raise ZeroDivisionError("in a slot")


def caught(does):
    try:
        does()
    except Exception as error:
        return error


class Failing(QWidget):
    def paintEvent(self, event):
        raise ZeroDivisionError("in a paint")


class FailingThread(QThread):
    def run(self):
        raise ZeroDivisionError("in Qt's thread")


class FailingEnd:
    def __del__(self):
        raise ZeroDivisionError("thrown away")


def paint(window):
    Failing(window).show()


def qt_thread(window):
    thread = FailingThread()
    thread.start()
    thread.wait()


def python_thread(window, does=fail):
    thread = threading.Thread(target=does)
    thread.start()
    thread.join()


def throw_away(window):
    FailingEnd()
    gc.collect()


@pytest.mark.slow
@pytest.mark.parametrize(
    "happen", [lambda window: QTimer.singleShot(0, fail), paint, qt_thread, python_thread, throw_away]
)
def test_wherever_it_arises_it_is_one_sentence_and_the_window_goes_on(window, mishaps, log, qtbot, happen):
    happen(window)
    bar = window.messages
    qtbot.waitUntil(lambda: "ZeroDivisionError, test_mishaps.py:" in bar.text)
    assert bar.text.startswith("Something unexpected went wrong (")
    window.frame()
    said = (log.folder / "ecg-monitor.log").read_text(encoding="utf-8")
    assert "Unexpected error" in said
    assert "test_mishaps.py" in said


def test_details_are_copied(window, mishaps, qtbot):
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: window.messages.text != "")
    buttons = {b.text(): b for b in window.messages.findChildren(QPushButton)}
    buttons["Copy details"].click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("ECG Monitor ")
    assert "ZeroDivisionError: in a slot" in copied
    assert "in fail" in copied
    assert buttons["Copy details"].text() == "Copied"
    window.context.fail("Another sentence.")
    assert buttons["Copy details"].isHidden(), "it has no details"


def test_what_fails_again_and_again_is_counted_in_one_message(window, mishaps, qtbot):
    queue = window.context.messages
    timer = QTimer(window)
    timer.timeout.connect(fail)
    timer.start(0)
    qtbot.waitUntil(lambda: "times)" in window.messages.text)
    assert queue.waiting == 0
    assert len([m for m in queue.said if "ZeroDivisionError" in m.text]) == 1
    queue.close_shown()
    told = mishaps._ledger.take(caught(fail)).count
    qtbot.waitUntil(lambda: mishaps._ledger.take(caught(fail)).count > 4 * told)
    python_thread(window, lambda: int("a line of its own"))
    qtbot.waitUntil(lambda: "ValueError" in window.messages.text)
    queue.close_shown()
    assert window.messages.text == "", "who has closed it is not told of the same again"
    timer.stop()


def test_what_happened_before_the_window_was_there_is_told(window, log, qtbot):
    mishaps = Mishaps(parent=window)
    mishaps.watch()
    python_thread(window)
    mishaps.tell_to(window.context.messages, log)
    qtbot.waitUntil(lambda: "ZeroDivisionError" in window.messages.text)
    mishaps.leave()


def test_the_hooks_are_given_back(window):
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    mishaps = Mishaps(parent=window)
    mishaps.watch()
    assert sys.excepthook != before[0]
    mishaps.leave()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_what_qt_says_is_logged_without_names_of_files(mishaps, log):
    mishaps.on_qt_message(QtMsgType.QtWarningMsg, "QFile: /home/smith/x.hea is gone")
    mishaps.on_qt_message(QtMsgType.QtDebugMsg, "a remark")
    said = (log.folder / "ecg-monitor.log").read_text(encoding="utf-8")
    assert "WARNING MainThread: Qt: QFile: <path> is gone" in said
    assert "a remark" not in said


def test_a_crash_of_the_last_run_is_told_with_its_details(window, tmp_path, qtbot):
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "crash.log").write_text("Fatal Python error: Segmentation fault\n")
    log, mishaps = Log(tmp_path / "log"), Mishaps(parent=window)
    mishaps.tell_to(window.context.messages, log)
    log.close()
    assert window.messages.text.startswith("The program ended in a crash the last time")
    assert "Segmentation fault" in window.context.messages.shown.details


def test_the_log_s_folder_is_shown_or_named(window, tmp_path, monkeypatch):
    folder = tmp_path / "kept" / "log"
    monkeypatch.setattr("monitor.ui.shell.commands.window.log_folder", lambda: folder)
    opened = []
    desktop = "monitor.ui.shell.commands.window.QDesktopServices.openUrl"
    monkeypatch.setattr(desktop, lambda url: opened.append(url.toLocalFile()) or True)
    window.context.actions["open_log"].trigger()
    assert opened == [str(folder)]
    assert folder.is_dir()
    monkeypatch.setattr(desktop, lambda url: False)
    window.context.actions["open_log"].trigger()
    assert any(message.text == f"The log lies in {folder}." for message in window.context.messages.said)


# The program itself --------------------------------------------------------------------------------

FAILS_ON = """
from PySide6.QtCore import QTimer
from monitor.ui.shell.window import MainWindow
from monitor.__main__ import main
import sys
shown = MainWindow.put_on
def put_on(self, *args):
    shown(self, *args)
    QTimer.singleShot(0, lambda: 1 / 0)
    QTimer.singleShot(200, self.close)
MainWindow.put_on = put_on
sys.exit(main([]))
"""
FAILS_AT_START = """
from monitor.ui.shell.window import MainWindow
from monitor.__main__ import main
import sys
MainWindow.{what} = lambda self, *more: 1 / 0
sys.exit(main([]))
"""


def run(code, tmp_path):
    places = {"HOME": "", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}
    env = {**os.environ, **{name: str(tmp_path / folder) for name, folder in places.items()}}
    env["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no XDG folders")
def test_the_program_goes_on_and_ends_as_usual(tmp_path):
    done = run(FAILS_ON, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("ZeroDivisionError") == 1
    (log,) = tmp_path.glob("state/ecg-monitor/log/ecg-monitor.log")
    said = log.read_text(encoding="utf-8")
    assert said.count("ZeroDivisionError") == 1
    assert said.endswith("Ended.\n")


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no XDG folders")
@pytest.mark.parametrize("what", ["_build", "show", "put_on"])
def test_a_window_that_cannot_be_made_is_a_sentence_that_names_the_log(tmp_path, what):
    done = run(FAILS_AT_START.format(what=what), tmp_path)
    folder = tmp_path / "state" / "ecg-monitor" / "log"
    assert done.returncode == 2
    last = done.stderr.splitlines()[-1]
    assert last.startswith("ecg-monitor: The window could not be shown (ZeroDivisionError, ")
    assert last.endswith(f"; the log in {folder} says more.")
    assert "ZeroDivisionError" in (folder / "ecg-monitor.log").read_text(encoding="utf-8")
