"""What runs beside the window ends by one rule: asked, waited for so long, then left behind or killed."""

import gc
import os
import subprocess
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from monitor.ui.kit.work import background
from monitor.ui.kit.work.background import BackgroundProcess, BackgroundThread, left_behind
from tests.monitor.patience import PATIENCE_MS

SOON_MS = 100


class Obedient(BackgroundThread):
    """Counts until it is asked to stop."""

    counted = Signal(int)

    def run(self):
        n = 0
        while not self.stopping:
            self.counted.emit(n := n + 1)
            self.pause(0.01)


class Deaf(BackgroundThread):
    """Does not look whether it is to stop."""

    told = Signal()

    def __init__(self):
        super().__init__()
        self.until = threading.Event()

    def run(self):
        self.until.wait(200)
        self.told.emit()


@pytest.fixture
def deaf(qtbot):
    thread = Deaf()
    thread.start()
    qtbot.waitUntil(thread.isRunning)
    yield thread
    thread.until.set()
    assert thread.wait(PATIENCE_MS)


def test_a_thread_that_looks_ends_at_once(qtbot):
    thread = Obedient()
    with qtbot.waitSignal(thread.counted):
        thread.start()
    assert thread.stop(PATIENCE_MS)
    assert thread.isFinished()
    assert thread not in left_behind()


class Idle(BackgroundThread):
    """Has nothing to do."""

    def run(self):
        pass


def test_a_thread_that_is_still_telling_that_it_has_finished_is_held(qtbot):
    telling, told = threading.Event(), threading.Event()
    thread = Idle()

    def tell():
        telling.set()
        told.wait(200)

    thread.finished.connect(tell, Qt.ConnectionType.DirectConnection)
    thread.start()
    known = weakref.ref(thread)
    try:
        assert telling.wait(200)
        assert thread.isFinished()
        assert left_behind() == [thread]
        del thread
        Idle().start()  # lets go of what has ended
        gc.collect()
        assert known() is not None, "destroyed in this moment it would crash the program"
    finally:
        told.set()
    qtbot.waitUntil(lambda: left_behind() == [])
    background._let_go()
    assert known() is None


def test_one_that_never_started_needs_no_wait():
    assert Obedient().stop()


def test_a_deaf_thread_holds_nobody_up_and_goes_unheard(deaf, qtbot):
    heard = []
    deaf.told.connect(lambda: heard.append(1))
    assert not deaf.stop(SOON_MS)
    assert deaf in left_behind()
    deaf.until.set()
    assert deaf.wait(PATIENCE_MS)
    qtbot.wait(50)
    assert not heard
    assert deaf not in left_behind()


def test_a_thread_outlives_those_that_forget_it(qtbot):
    """Qt aborts the program where a thread is destroyed while it runs."""
    owner = QObject()
    thread = Deaf()
    thread.start()
    qtbot.waitUntil(thread.isRunning)
    until, gone = thread.until, weakref.ref(thread)
    del owner, thread
    gc.collect()
    assert gone() is not None
    assert gone().isRunning()
    until.set()
    qtbot.waitUntil(lambda: gone() is None)


LEAVES = """
import os, sys, time
from PySide6.QtCore import QCoreApplication
from monitor.ui.kit.work import background
from tests.monitor.ui.kit.work.test_background import Deaf
background.STOP_MS = 2000
app = QCoreApplication([])
threads = [Deaf() for _ in range(8)]
for thread in threads:
    thread.start()
while not all(thread.isRunning() for thread in threads):
    time.sleep(0.01)
print("leaving")
began, end = time.monotonic(), os._exit
os._exit = lambda status: end(status if time.monotonic() - began < 12 else 99)  # all are waited for at once
sys.exit(background.leave(3))
"""


def test_the_program_ends_without_threads_that_do_not():
    done = subprocess.run([sys.executable, "-c", LEAVES], capture_output=True, text=True, timeout=240)
    assert (done.stdout.strip(), done.stderr, done.returncode) == ("leaving", "", 3)


def test_leaving_with_nothing_left_gives_the_status_back(qtbot, monkeypatch):
    monkeypatch.setattr(background, "STOP_MS", PATIENCE_MS)  # else a late end would be this process's end
    thread = Obedient()
    thread.start()
    assert background.leave(2) == 2
    assert thread.isFinished()


STUBBORN = """
import signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("up", flush=True)
time.sleep(300)
"""


def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("grace_ms", [0, SOON_MS])
def test_a_process_that_does_not_end_is_killed(qtbot, grace_ms, monkeypatch):
    monkeypatch.setattr(background, "KILL_MS", PATIENCE_MS)
    process = BackgroundProcess(("-c", STUBBORN), grace_ms=grace_ms)
    with qtbot.waitSignal(process._process.readyReadStandardOutput):
        process._process.start()
    pid = process.pid
    assert process.stop()
    assert not process.running
    assert gone(pid)
    assert process.stop(), "a second time there is nothing to do"


def test_a_process_with_grace_may_keep_what_it_has(qtbot, tmp_path):
    kept = tmp_path / "kept"
    says = (
        "import pathlib, signal, sys, time\n"
        f"def keep(*_): pathlib.Path({str(kept)!r}).write_text('kept'); sys.exit(0)\n"
        "signal.signal(signal.SIGTERM, keep)\nprint('up', flush=True)\ntime.sleep(300)\n"
    )
    process = BackgroundProcess(("-c", says), grace_ms=PATIENCE_MS)
    with qtbot.waitSignal(process._process.readyReadStandardOutput):
        process._process.start()
    assert process.stop()
    assert kept.read_text() == "kept"
