"""However slow the drawing, the window answers, and what could not be drawn in time is drawn later."""

import threading
import time as wall

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from assets.sources.record import RecordSource
from monitor.ui.pages.settings import Settings
from monitor.ui.session.session import Session
from monitor.ui.shell.window import MainWindow
from monitor.ui.strips.canvas import Canvas
from tests.monitor.conftest import EdgeScorer, make_record, pixels

SLOW_S = 0.03
"""What each drawing of a canvas takes longer."""


class Keys(QObject):
    """Posts a key to a window now and then, from outside its thread, and notes what was painted meanwhile.

    Counted in canvases: in seconds it would say how fast the machine is.
    """

    def __init__(self, window, painted):
        super().__init__()
        self._window, self._painted, self._sent, self.delays = window, painted, [], []
        self._stop = threading.Event()
        window.installEventFilter(self)
        self._key()  # Qt makes its keyboard with the first one, and the keyboard belongs to this thread
        self._thread = threading.Thread(target=self._press)
        self._thread.start()

    @staticmethod
    def _key():
        return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier)

    def _press(self):
        while not self._stop.wait(0.05):
            self._sent.append(len(self._painted))
            QApplication.postEvent(self._window, self._key())

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_unknown:
            self.delays.append(len(self._painted) - self._sent[len(self.delays)])
            return True
        return False

    def end(self):
        self._stop.set()
        self._thread.join()
        self._window.removeEventFilter(self)


@pytest.fixture
def slow_paint(monkeypatch):
    """The canvases that were painted, one after the other, each in more time than a frame has for all."""
    paint, painted = Canvas._paint, []

    def slowly(self, first, last):
        if painted[-1:] != [self]:  # not the second piece of the same one
            painted.append(self)
        wall.sleep(SLOW_S)
        paint(self, first, last)

    monkeypatch.setattr(Canvas, "_paint", slowly)
    return painted


def test_keys_are_answered_and_no_sample_is_lost_with_a_slow_painter_at_8x(qtbot, settings, slow_paint):
    record = make_record(seconds=600, leads=12)
    window = MainWindow(Session(EdgeScorer), Settings(settings))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.put_on(RecordSource(record))
    board = window.pages.made["monitor"].board
    for lead in range(12):
        window.pages.made["monitor"].view.show_lead(lead, True)
    window.session.set_speed(8)
    keys = Keys(window, slow_paint)
    began = wall.perf_counter()
    qtbot.waitUntil(lambda: len(keys.delays) >= 40)
    keys.end()
    # A window that waits for its painter answers after all of them.
    assert np.median(keys.delays) < len(list(board.canvases)) / 4, keys.delays
    # The stream keeps its pace, and the analysis sees all of it.
    qtbot.waitUntil(lambda: window.session.head > 0.8 * 8 * (wall.perf_counter() - began) * record.fs)
    assert not window.session.replay.ended, "it could be late"
    window.session.pause()
    head = window.session.replay.position
    qtbot.waitUntil(lambda: window.session.analysed == head)
    qtbot.waitUntil(lambda: all(c._painted == head for c in board.canvases))
    window.close()


def test_a_canvas_that_missed_frames_is_drawn_whole_at_the_next(make_window, play, record, monkeypatch):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 1)
    for _ in range(5):
        play(window, 0.1)
        window.pages.made["monitor"].board.paint(budget_s=0)
    strip = list(window.pages.made["monitor"].board.strips.values())[-1]
    window.pages.made["monitor"].board.paint(budget_s=60)
    assert all(c._painted == window.session.head for c in window.pages.made["monitor"].board.canvases)
    caught_up = pixels(strip.grab().toImage())
    strip.redraw()
    # A line drawn in two pieces may differ by a shade of its smooth edge; a missed tenth of a second is ten
    # columns.
    differs = np.abs(caught_up - pixels(strip.grab().toImage())).max(axis=2) > 40
    assert differs.any(axis=0).sum() <= 4


def test_no_canvas_waits_for_ever_when_there_is_time_for_one_a_frame(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 2)
    window.session.pause()
    for _ in range(20):
        window.frame()  # the leads are measured, and have found their gain
    canvases = list(window.pages.made["monitor"].board.canvases)
    for canvas in canvases:
        canvas._painted -= 100
    for _ in canvases:
        window.pages.made["monitor"].board.paint(budget_s=0)
    assert all(c._painted == window.session.head for c in canvases)
