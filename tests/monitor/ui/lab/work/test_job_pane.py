"""Panes whose work needs no digits: they begin at once, and leave nothing running."""

import pytest

from monitor.ui.lab.work.work_pane import WorkPane

LONG = 60_000


def test_it_begins_without_mnist_and_leaves_nothing_running(qtbot, lab, open_pane, alive):
    shown = open_pane("memory")
    assert not isinstance(shown, WorkPane)
    shown.start_button.click()
    assert shown.running
    assert not shown.way.isEnabled(), "the picture is of the way that is being taught"
    qtbot.waitUntil(lambda: shown.job.pid > 0, timeout=LONG)
    pid = shown.job.pid
    shown.stop_button.click()
    assert not shown.running
    assert not alive(pid)
    assert shown.way.isEnabled()
    assert shown.where.text().startswith("stopped")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["lstm", "gradient", "overfitting", "losses"])
def test_a_network_learns_in_a_process_of_its_own(qtbot, open_pane, with_digits, name):
    shown = open_pane(name)
    shown.start_button.click()
    qtbot.waitUntil(lambda: shown.where.text().startswith(("batch", "epoch")), timeout=LONG)
    shown.stop_button.click()
    assert shown.where.text().startswith("stopped in")
    assert not shown.message.text()
