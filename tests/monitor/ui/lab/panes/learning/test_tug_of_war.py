import numpy as np
import pytest

from models.contract.messages.lab import Clouds, Losses

LONG = 60_000


@pytest.mark.slow
def test_the_tug_of_war_pauses_and_goes_step_by_step(qtbot, lab, open_pane, with_digits):
    shown = open_pane("tug-of-war")
    shown.start()

    def steps_when_it_answers():
        """Steps drawn by the time that it has kept the net: it does in order what it is told to."""
        before = len(lab.state.own)
        shown.use_button.click()
        qtbot.waitUntil(lambda: len(lab.state.own) > before, timeout=LONG)
        return len(shown.curves["kl"].at)

    qtbot.waitUntil(lambda: len(shown.curves["kl"].at) > 0, timeout=LONG)
    shown.pause_button.click()
    assert shown.pause_button.text() == "Go on"
    n = steps_when_it_answers()
    shown._step.click()  # what had not been told before the pause comes along
    assert steps_when_it_answers() > n
    n = len(shown.curves["kl"].at)
    shown._step.click()
    assert steps_when_it_answers() == n + 1
    shown.pause_button.click()
    assert shown.pause_button.text() == "Pause"
    qtbot.waitUntil(lambda: len(shown.curves["kl"].at) > n + 5, timeout=LONG)


@pytest.mark.slow
def test_the_net_is_used_while_it_learns_and_after_it_was_stopped(qtbot, lab, open_pane, with_digits):
    chooser = open_pane("map").model
    shipped = chooser.count()
    shown = open_pane("tug-of-war")
    assert not shown.use_button.isEnabled()
    shown.start()
    qtbot.waitUntil(shown.use_button.isEnabled, timeout=LONG)
    shown.use_button.click()
    qtbot.waitUntil(lambda: len(lab.state.own) == 1, timeout=LONG)
    assert shown.running, "it goes on"
    shown.stop_button.click()
    qtbot.waitUntil(lambda: not shown.running, timeout=LONG)
    shown.use_button.click()
    assert len(lab.state.own) == 2
    assert not shown.use_button.isEnabled(), "once is enough"
    assert chooser.count() == shipped + 2
    chooser.setCurrentIndex(shipped + 1)
    plane = open_pane("map")
    (*_, net) = lab.state.own.values()
    assert plane.network is net.model
    assert plane.view.extent == net.codes.extent
    assert chooser.currentText().startswith("yours: β 1, ")
    folder = lab.state.own_folder
    lab.stop()
    assert not folder.exists()


def test_clouds_are_drawn_over_a_map_that_reaches_as_far(open_pane):
    shown = open_pane("tug-of-war")
    means = np.array([[7.0, -6.0], [0.5, 1.0]], "<f4")
    stds = np.array([[0.01, 0.02], [0.03, 0.04]], "<f4")
    shown.told(Clouds(8.0, means.tobytes(), stds.tobytes(), b"\x03\x07"))
    assert shown.map.extent.half == 8.0
    drawn = shown.map.marks.clouds
    assert np.array_equal(drawn[0], means)
    assert np.array_equal(drawn[1], stds)
    assert drawn[2].tolist() == [3, 7]
    assert "σ = 0.025; the map is 16 wide" in shown.sum._size.text()


def test_both_terms_and_their_sum_are_shown_and_turns_of_beta_marked(open_pane):
    shown = open_pane("tug-of-war")

    class Deaf:
        def tell(self, command):
            pass

        def stop(self):
            pass

        def deleteLater(self):
            pass

    shown.began()
    shown.job = Deaf()
    at = tuple(np.linspace(0.01, 1.0, 100).tolist())
    shown.progressed(Losses(1, 469, 469, at, (150.0,) * 100, (6.5,) * 100, (), (), False))
    for beta in (2.0, 4.0, 8.0):
        shown.set_beta(beta)
    assert shown.curves["kl"].marks == [(0.0, "β 1"), (1.0, "β 8")], "the last of a drag"
    shown.progressed(Losses(2, 1, 469, (1.5,), (150.0,), (6.5,), (), (), False))
    texts = [label.text() for label in (shown.sum.reconstruction, shown.sum.pull, shown.sum.whole)]
    assert texts == ["150.0", "8 × 6.5", "202.0"]
    shown.stop()
