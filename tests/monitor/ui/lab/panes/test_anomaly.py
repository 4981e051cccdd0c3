from models.explain.figures import shipped_figures


def test_the_anomaly_pane_says_where_the_method_fails(open_pane):
    shown = open_pane("anomaly")
    worst = min(shown.figures, key=lambda d: shown.figures[d]["auroc"])
    assert shown.figures[worst]["auroc"] < 0.5
    shown.leave_out(worst)
    assert "Worse than chance" in shown.said.text()
    assert "in the Monitor's autoencoder lane" in shown.words, "as its tab is called"
    assert f"of patients new to it redraws {shipped_figures()}" in shown.words, "with the figures of its card"
    assert "On the Monitor page" in shown.said.text()


LONG = 60_000


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
