"""Panes that have work done: they bring MNIST, show what comes, and leave nothing running."""

import threading
import time

import pytest

from assets.errors import DownloadError

LONG = 60_000


def test_closing_while_training_leaves_nothing_running(qtbot, lab, open_pane, with_digits, alive):
    before = threading.active_count()
    shown = open_pane("tug-of-war")
    shown.start()
    qtbot.waitUntil(lambda: shown.running, timeout=LONG)
    pid = shown.job.pid
    qtbot.waitUntil(lambda: shown.where.text().startswith("epoch"), timeout=LONG)
    began = time.monotonic()
    lab.stop()
    assert time.monotonic() - began < 1
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


def test_a_training_cancelled_in_mid_epoch_keeps_what_is_on_the_screen(qtbot, open_pane, with_digits):
    shown = open_pane("tug-of-war")
    shown.start()
    qtbot.waitUntil(lambda: len(shown.curves["kl"].at) > 0, timeout=LONG)
    shown.stop_button.click()
    drawn = len(shown.curves["kl"].at)
    qtbot.wait(300)
    assert len(shown.curves["kl"].at) == drawn
    assert shown.where.text().startswith("stopped in epoch")
    assert not shown.stop_button.isEnabled()
    shown.start_button.click()
    qtbot.waitUntil(lambda: shown.where.text().startswith("epoch"), timeout=LONG)


def test_the_tug_of_war_pauses_and_goes_step_by_step(qtbot, open_pane, with_digits):
    shown = open_pane("tug-of-war")
    shown.start()
    qtbot.waitUntil(lambda: len(shown.curves["kl"].at) > 0, timeout=LONG)
    shown.pause_button.click()
    assert shown.pause_button.text() == "Go on"
    qtbot.wait(300)
    shown._step.click()
    qtbot.wait(500)  # what had not been told before the pause comes along
    n = len(shown.curves["kl"].at)
    shown._step.click()
    qtbot.waitUntil(lambda: len(shown.curves["kl"].at) == n + 1, timeout=LONG)
    shown.pause_button.click()
    assert shown.pause_button.text() == "Pause"
    qtbot.waitUntil(lambda: len(shown.curves["kl"].at) > n + 5, timeout=LONG)


@pytest.mark.parametrize("name", ["lesson", "tug-of-war", "anomaly", "uses"])
def test_without_mnist_and_network_it_says_so(qtbot, open_pane, monkeypatch, name):
    def refuse(**_):
        raise DownloadError("MNIST could not be downloaded: no connection.")

    monkeypatch.setattr("monitor.ui.lab.state.fetch_mnist", refuse)
    shown = open_pane(name)
    shown.start_button.click()
    qtbot.waitUntil(lambda: "could not be downloaded" in shown.message.text(), timeout=5000)
    assert not shown.running
    assert not shown.stop_button.isEnabled()


def test_what_goes_wrong_in_the_work_is_said(qtbot, open_pane, with_digits, digits):
    shown = open_pane("lesson")
    shown.state.fetch_mnist()
    qtbot.waitUntil(lambda: shown.state.mnist_folder is not None, timeout=5000)
    for file in digits.glob("*.gz"):
        file.write_bytes(b"no gzip at all")
    shown.start_button.click()
    qtbot.waitUntil(lambda: "not a readable gzip file" in shown.message.text(), timeout=LONG)
    assert not shown.running


def test_a_network_trained_here_stands_beside_the_shipped_one(qtbot, open_pane, with_digits):
    shown = open_pane("anomaly")
    shown.leave_out(7)
    assert "not trained here" in shown._scores["here"].text()
    shown.start_button.click()
    qtbot.waitUntil(lambda: 7 in shown.trained, timeout=LONG)
    qtbot.waitUntil(lambda: not shown.running, timeout=LONG)
    assert "trained here" in shown.said.text()
    assert "trained here" in shown._scores["here"].text()
    assert not shown._error["here"].image.isNull()
    assert shown._rebuilt["here"].image != shown._rebuilt["shipped"].image
    shown.leave_out(3)
    assert "not trained here" in shown._scores["here"].text()
    assert shown.start_button.text() == "Train it here"


@pytest.mark.slow
def test_the_tables_are_measured_here_beside_the_shipped_figures(qtbot, lab, open_pane, data_dir):
    lab.state.data_dir = data_dir
    shown = open_pane("uses")
    shown.start_button.click()
    qtbot.waitUntil(lambda: shown.where.text() == "measured", timeout=230_000)
    for row in range(4):
        shipped = float(shown.few.text(row, 3).split()[0])
        assert float(shown.few.text(row, 4)) == pytest.approx(shipped, abs=6)
    for row, space in enumerate(shown.spaces):
        assert 0 < float(shown.models.text(row, 3)) < 1
        if space != "pixels":
            assert shown.models.text(row, 5) == shown.models.text(row, 4), "the same model, the same digits"
            assert shown.models.text(row, 9) != "–"


@pytest.mark.slow
def test_the_lesson_is_reproduced_by_its_button(qtbot, lab, open_pane, data_dir):
    lab.state.data_dir = data_dir
    shown = open_pane("lesson")
    shown.start_button.click()
    qtbot.waitUntil(lambda: len(shown.losses) == 5, timeout=220_000)
    assert shown.losses[-1] == pytest.approx(159.3, abs=2.5)
    assert "Reproduced" in shown.verdict.text()
