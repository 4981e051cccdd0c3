"""Streams of the network are listed as they come, and chosen with what they do not tell."""

import sys

import pytest
from PySide6.QtCore import Qt

from assets.sources.lsl.described import Described
from monitor.ui.records.streams import StreamsDialog
from tests.streams import Sender


@pytest.fixture
def dialog(qtbot):
    made = StreamsDialog()
    qtbot.addWidget(made)
    made.open()
    made.look()
    yield made
    made.reject()


def described(name, fmt=1):
    return Described(name, "ECG", "host", name, name, 250.0, 1, fmt, 0.0)


def row_of(dialog, name):
    names = [dialog.table.item(i, 0).text() for i in range(dialog.table.rowCount())]
    return names.index(name) if name in names else None


def select(qtbot, dialog, name):
    """Select a stream once it is there, and wait until it has told its channels."""
    qtbot.waitUntil(lambda: row_of(dialog, name) is not None)
    dialog.table.selectRow(row_of(dialog, name))
    one = dialog.selected()
    assert one.name == name
    qtbot.waitUntil(lambda: one.uid in dialog._told)


def words(dialog):
    return [dialog.channels.item(i).text() for i in range(dialog.channels.count())]


def test_a_stream_that_tells_all_is_watched_at_once(dialog, qtbot):
    sender = Sender(labels=("I", "II"), units=("microvolts", "mV"))
    select(qtbot, dialog, sender.name)
    assert words(dialog) == ["I · uV", "II · mV"]
    assert dialog.unit.isHidden()
    assert dialog.rate.isHidden()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.open_button.click()
    assert chosen.args == [f"lsl:{sender.name}"]
    assert dialog.isHidden()
    assert dialog._thread is None


def test_what_a_stream_does_not_tell_is_asked(dialog, qtbot):
    sender = Sender(labels=("a", "b", "c"), units=(), kind="Bio", fs=0.0)
    select(qtbot, dialog, sender.name)
    assert not dialog.unit.isHidden()
    assert not dialog.rate.isHidden()
    assert not dialog.open_button.isEnabled()
    dialog.channels.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.unit.setCurrentText("µV")
    assert not dialog.open_button.isEnabled()
    dialog.rate.setCurrentText("250 Hz")
    assert dialog.spec() == f"lsl:{sender.name}?channels=1,3&unit=uV&rate=250"


def test_of_a_large_stream_channels_are_to_be_chosen_and_twelve_at_most(dialog, qtbot):
    labels = tuple(f"E{i}" for i in range(32))
    sender = Sender(labels=labels, units=("uV",) * 32, kind="EEG")
    select(qtbot, dialog, sender.name)
    assert dialog.message.text() == "Choose the channels that are to be shown."
    for i in range(13):
        dialog.channels.item(i).setCheckState(Qt.CheckState.Checked)
    assert dialog.message.text() == "12 channels can be shown at most, and 13 are chosen."
    assert not dialog.open_button.isEnabled()
    dialog.channels.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.spec().startswith(f"lsl:{sender.name}?channels=2,3,")


def test_what_cannot_be_shown_says_why(dialog, qtbot):
    texts, fast = Sender(fmt="string", fs=0.0), Sender(fs=20000.0)
    qtbot.waitUntil(lambda: None not in (row_of(dialog, texts.name), row_of(dialog, fast.name)))
    dialog.table.selectRow(row_of(dialog, texts.name))
    assert dialog.message.text() == "This stream cannot be shown: it carries texts, not samples."
    qtbot.waitUntil(lambda: None not in (row_of(dialog, texts.name), row_of(dialog, fast.name)))
    dialog.table.selectRow(row_of(dialog, fast.name))
    assert "runs at 20000 Hz, and 100 to 1000 can" in dialog.message.text()
    assert not dialog.open_button.isEnabled()


@pytest.mark.slow
def test_a_stream_that_ends_leaves_the_list_and_the_selection_stays(dialog, qtbot):
    first, second = Sender(), Sender()
    select(qtbot, dialog, second.name)
    qtbot.waitUntil(lambda: row_of(dialog, first.name) is not None)
    first.close()
    qtbot.waitUntil(lambda: row_of(dialog, first.name) is None)
    assert dialog.selected().name == second.name


def test_without_pylsl_it_says_what_to_install(qtbot, monkeypatch):
    monkeypatch.setitem(sys.modules, "pylsl", None)
    dialog = StreamsDialog()
    qtbot.addWidget(dialog)
    dialog.look()
    qtbot.waitUntil(lambda: "pip install 'ecg-monitor[lsl]'" in dialog.message.text())
    dialog.stop()


def test_what_cannot_be_shown_gives_way_to_what_can(dialog):
    dialog._thread.found.disconnect()
    one = described(name="markers", fmt=3)
    dialog._on_found((one,))
    assert dialog.selected() is one
    other = described(name="signal")
    dialog._on_found((one, other))
    assert dialog.selected() is other
    dialog.table.selectRow(0)
    dialog._on_found((one, other, described(name="third")))
    assert dialog.selected() is one


def test_streams_of_one_name_are_told_apart(dialog, qtbot):
    first = Sender(labels=("I",), units=("mV",), source_id="left")
    second = Sender(name=first.name, labels=("I",), units=("mV",), source_id="right")
    qtbot.waitUntil(lambda: row_of(dialog, f"{first.name} · right") is not None)
    assert row_of(dialog, f"{first.name} · left") is not None
    dialog.table.selectRow(row_of(dialog, f"{first.name} · right"))
    qtbot.waitUntil(lambda: dialog.spec() == f"lsl:{first.name}?source_id=right")
    second.close()
