"""Panes that have work done: they bring MNIST, show what comes, and leave nothing running."""

import threading

import pytest

from assets.errors import DownloadError

LONG = 60_000


@pytest.mark.slow
def test_closing_while_training_leaves_nothing_running(qtbot, lab, open_pane, with_digits, alive):
    before = threading.active_count()
    shown = open_pane("tug-of-war")
    shown.start()
    qtbot.waitUntil(lambda: shown.running, timeout=LONG)
    pid = shown.job.pid
    qtbot.waitUntil(lambda: shown.where.text().startswith("epoch"), timeout=LONG)
    lab.stop()
    assert not shown.running
    assert not alive(pid)
    assert threading.active_count() <= before


def test_closing_before_the_first_word_leaves_nothing_running(qtbot, lab, open_pane, with_digits, alive):
    shown = open_pane("uses")
    shown.start()
    qtbot.waitUntil(lambda: shown.running, timeout=LONG)
    qtbot.waitUntil(lambda: shown.job.pid > 0, timeout=LONG)
    assert "starting" in shown.where.text()
    pid = shown.job.pid
    lab.stop()
    assert not alive(pid)


@pytest.mark.slow
def test_a_training_cancelled_in_mid_epoch_keeps_what_is_on_the_screen(qtbot, open_pane, with_digits):
    shown = open_pane("tug-of-war")
    shown.start()
    qtbot.waitUntil(lambda: len(shown.curves["kl"].at) > 0, timeout=LONG)
    shown.stop_button.click()
    drawn = len(shown.curves["kl"].at)
    qtbot.waitUntil(lambda: not shown.running, timeout=LONG)
    assert len(shown.curves["kl"].at) == drawn
    assert shown.where.text().startswith("stopped in epoch")
    assert not shown.stop_button.isEnabled()
    shown.start_button.click()
    qtbot.waitUntil(lambda: shown.where.text().startswith("epoch"), timeout=LONG)


@pytest.mark.slow
def test_asked_twice_a_training_ends_at_once(qtbot, open_pane, with_digits, alive):
    shown = open_pane("tug-of-war")
    shown.start()
    qtbot.waitUntil(lambda: shown.learning, timeout=LONG)
    pid = shown.job.pid
    shown.stop_button.click()
    shown.stop_button.click()
    assert not shown.running
    assert not alive(pid)


@pytest.mark.parametrize("name", ["lesson", "tug-of-war", "anomaly", "uses", "gradient"])
def test_without_mnist_and_network_it_says_so(qtbot, open_pane, monkeypatch, name):
    def refuse(**_):
        raise DownloadError("MNIST could not be downloaded: no connection.")

    monkeypatch.setattr("monitor.ui.lab.state.fetch_mnist", refuse)
    shown = open_pane(name)
    shown.start_button.click()
    qtbot.waitUntil(lambda: "could not be downloaded" in shown.message.text())
    assert not shown.running
    assert not shown.stop_button.isEnabled()


@pytest.mark.slow
def test_what_goes_wrong_in_the_work_is_said(qtbot, open_pane, with_digits, digits):
    shown = open_pane("lesson")
    shown.state.fetch_mnist()
    qtbot.waitUntil(lambda: shown.state.mnist_folder is not None)
    for file in digits.glob("*.gz"):
        file.write_bytes(b"no gzip at all")
    shown.start_button.click()
    qtbot.waitUntil(lambda: "not a readable gzip file" in shown.message.text(), timeout=LONG)
    assert not shown.running
