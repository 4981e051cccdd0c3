"""Garbage is collected in the window's own thread, for objects of Qt may be among it."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject

from monitor.ui.kit.work.garbage import Garbage


class Trash:
    """Refers to itself, and says which thread destroyed it."""

    def __init__(self, destroyed_in):
        self.itself, self._destroyed_in = self, destroyed_in

    def __del__(self):
        self._destroyed_in.append(threading.current_thread())


@pytest.fixture
def collecting():
    """Let Python collect by itself, with nothing of Qt to be collected."""
    gc.collect()
    gc.enable()


@pytest.fixture
def garbage(collecting):
    owner = QObject()
    made = Garbage(owner)
    yield made
    made.stop()


def test_a_thread_that_needs_memory_destroys_nothing_of_the_window(garbage, qtbot):
    destroyed_in, kept = [], []
    Trash(destroyed_in)
    thread = threading.Thread(target=lambda: kept.extend([] for _ in range(200_000)))
    thread.start()
    thread.join()
    assert destroyed_in == []
    qtbot.waitUntil(lambda: destroyed_in == [threading.main_thread()])


def test_python_collects_again_when_the_last_window_is_closed(collecting, make_window):
    first, second = make_window(), make_window()
    assert not gc.isenabled()
    first.close()
    assert not gc.isenabled()
    second.close()
    second.end()  # once more changes nothing
    assert gc.isenabled()


def test_little_is_not_worth_the_time(garbage):
    destroyed_in = []
    gc.collect()
    Trash(destroyed_in)
    garbage.collect()
    assert destroyed_in == []


def due(monkeypatch, *counts):
    """Let the generations be due of which more is there than one."""
    monkeypatch.setattr("gc.get_threshold", lambda: (1, 1, 1))
    monkeypatch.setattr("gc.get_count", lambda: counts)


def test_all_is_searched_only_when_a_quarter_more_has_lasted(garbage, monkeypatch):
    searched, kept, collect = [], [[] for _ in range(20_000)], gc.collect
    due(monkeypatch, 2, 2, 2)
    monkeypatch.setattr("gc.collect", lambda generation: searched.append(generation) or collect(generation))
    garbage.collect()
    garbage.collect()
    assert searched == [2, 1], "as much has lasted as before"
    kept.extend([] for _ in range(len(gc.get_objects(2))))
    garbage.collect()
    assert searched == [2, 1, 1], "what is new has lasted from now on"
    garbage.collect()
    assert searched == [2, 1, 1, 2]


@pytest.mark.parametrize(("counts", "generation"), [((2, 2, 1), 1), ((2, 1, 2), 0), ((1, 2, 1), 1)])
def test_the_oldest_that_is_due_is_collected(garbage, monkeypatch, counts, generation):
    searched = []
    due(monkeypatch, *counts)
    monkeypatch.setattr("gc.collect", searched.append)
    garbage.collect()
    assert searched == [generation]
