"""What nobody waits for is done one piece a turn, and at once where someone asks for it."""

from PySide6.QtCore import QObject

from monitor.ui.kit.work.slices import PAUSE_MS, Slices


def test_pieces_are_done_one_at_a_time_in_their_order(qtbot):
    parent, done = QObject(), []
    slices = Slices(parent)
    for name in "abc":
        slices.add(name, lambda name=name: done.append((name, slices.left)))
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == [("a", ("b", "c")), ("b", ("c",)), ("c", ())]


def test_who_asks_gets_it_at_once_and_only_once(qtbot):
    parent, done = QObject(), []
    slices = Slices(parent)
    slices.add("page", lambda: done.append("old"))
    slices.add("page", lambda: done.append("new"))
    slices.at_once("page")
    slices.at_once("page")
    assert done == ["new"]
    slices.add("first", lambda: slices.add("second", lambda: done.append("second")))
    slices.finish()
    assert done == ["new", "second"]
    assert slices.left == ()


def test_what_is_dropped_is_never_done(qtbot):
    parent = QObject()
    done, slices = [], Slices(parent)
    slices.add("a", lambda: done.append("a"))
    slices.drop()
    qtbot.wait(3 * PAUSE_MS)
    assert done == []
    assert slices.left == ()
