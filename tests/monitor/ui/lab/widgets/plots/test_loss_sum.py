from monitor.ui.lab.widgets.plots.loss_sum import LossSum


def test_the_terms_add_up_as_they_are_written(qtbot):
    shown = LossSum()
    qtbot.addWidget(shown)
    shown.show_terms(157.64, 16.1, 0.5)
    assert [label.text() for label in (shown.reconstruction, shown.pull, shown.whole)] == [
        "157.6",
        "0.5 × 16.1",
        "165.7",
    ]
    shown.clear()
    assert shown.whole.text() == "–"
