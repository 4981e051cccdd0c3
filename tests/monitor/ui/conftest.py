"""A window whose time is moved by hand, with settings that touch no file of the user's."""

import gc

import pytest
from PySide6.QtCore import QSettings

from monitor.ui.kit.language import LANGUAGES, speak
from monitor.ui.pages.settings import Settings
from monitor.ui.session.session import Session
from monitor.ui.shell.app import application
from monitor.ui.shell.window import MainWindow
from monitor.ui.strips.board import Board
from tests.monitor.conftest import EdgeScorer


@pytest.fixture(scope="session", autouse=True)
def english(qapp):
    """English is spoken, whatever the system speaks, with the forms of its plurals."""
    speak(LANGUAGES[0])


@pytest.fixture(scope="session")
def modules_are_kept():
    """What was imported is no garbage: each search for some is shorter."""
    gc.freeze()


@pytest.fixture(scope="module", autouse=True)
def garbage_goes(modules_are_kept):
    """What these tests leave behind is destroyed here: it is Qt's, and no other thread's to destroy."""
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def garbage_stays():
    """Nothing is collected in whichever thread needs memory, as in the program."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def make_window(qtbot, settings, time, tmp_path, monkeypatch):
    application()
    # Else a frame on a busy machine leaves something to the next one.
    monkeypatch.setattr(Board.paint, "__defaults__", (60.0,))
    made = []

    def make(scorer=EdgeScorer, size=(1280, 800), data_dir=tmp_path / "nothing"):
        window = MainWindow(Session(scorer, now=time), Settings(settings), data_dir)
        window.resize(*size)
        window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture
def play(qtbot, time):
    """Let seconds of the record pass and the analysis catch up."""

    def go(window, seconds):
        session = window.session
        time.t += seconds / session.replay.speed
        qtbot.waitUntil(
            lambda: (
                bool(session.failure)
                or (session.head > 0 and session.analysed >= session.head == session.replay.position)
            )
        )
        window.frame()

    return go
