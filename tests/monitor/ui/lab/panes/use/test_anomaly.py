import pytest

from models.explain.figures import shipped_figures
from monitor.ui.lab.widgets.digits.pictures import grey


def test_the_anomaly_pane_says_where_the_method_fails_and_which_score_mends_it(open_pane):
    shown = open_pane("anomaly")
    worst = min(shown.figures, key=lambda d: shown.figures[d].scores["error"].auroc)
    shown.leave_out(worst)
    assert "Worse than chance" in shown.said.text()
    shown.board.choose("against")
    assert "It finds the" in shown.said.text()
    assert "in the Monitor's autoencoder lane" in shown.words, "as its tab is called"
    assert f"of patients new to it, redraws {shipped_figures()}" in shown.words, (
        "with the figures of its card"
    )


def test_the_verdict_on_the_learners_picture_follows_the_line(lab, open_pane):
    shown = open_pane("anomaly")
    lab._input.pick_example(3)
    shown.leave_out(0)
    for edge, said in ((0, "Alarm:"), (len(shown.board.counts.known), "No alarm:")):
        shown.board.heaps.set_edge(edge)
        assert shown.verdict.text().startswith(f"<b>{said}</b>")
        assert "reads a 3" in shown.verdict.text()


def test_the_same_pane_opens_on_heartbeats_and_goes_back(open_pane):
    shown = open_pane("anomaly")
    assert shown.beats is None, "nothing is loaded before it is used"
    shown.choose_beats()
    assert shown.beats.isVisible()
    assert not shown.board.isVisible()
    assert not shown.picture().isNull()
    shown.choose_beats(False)
    assert shown.board.isVisible()


LONG = 60_000


@pytest.mark.slow
def test_a_network_trained_here_stands_beside_the_shipped_one(qtbot, open_pane, with_digits):
    shown = open_pane("anomaly")
    shown.leave_out(7)
    assert "not trained here" in shown.redrawn.said["here"].text()
    shown.start_button.click()
    qtbot.waitUntil(lambda: 7 in shown.trained, timeout=LONG)
    qtbot.waitUntil(lambda: not shown.running, timeout=LONG)
    for score in ("error", "per_ink", "against"):
        shown.board.choose(score)
        assert "Trained here: AUROC" in shown.said.text()
    assert "trained here" in shown.redrawn.said["here"].text()
    assert not shown.redrawn.error["here"].image.isNull()
    assert shown.redrawn.rebuilt["here"].image != shown.redrawn.rebuilt["shipped"].image
    shown.leave_out(3)
    assert "not trained here" in shown.redrawn.said["here"].text()
    assert shown.start_button.text() == "Train it here"


def test_a_learners_own_net_can_stand_beside_the_one_that_never_saw_the_digit(lab, open_pane, request):
    shown = open_pane("anomaly")
    assert not shown.second.isVisible()
    name = request.getfixturevalue("own_net")
    assert shown.second.isVisible()
    shown.second.setCurrentIndex(shown.second.findData(name))
    net = lab.state.own[name]
    assert shown.redrawn.rebuilt["here"].image == grey(net.model.reconstruct(lab.state.picture)[0])
    assert f"every digit: {net.auroc(shown.digits.digit):.2f}." in shown.said.text()
    shown.second.setCurrentIndex(0)
    assert "every digit" not in shown.said.text()
