import numpy as np

from models.contract.messages.lab import Series
from models.explain.lesson import PUBLISHED_LOSSES


def test_the_window_slides_over_the_demo_by_hand_and_by_itself(qtbot, open_pane):
    shown = open_pane("lstm")
    shown.place.setValue(700)
    at, seen = shown.window_view.line("window")
    assert (at[0], at[-1], len(seen)) == (700, 749, 50)
    assert shown.window_view.line("next")[0].tolist() == [750]
    shown.slide_button.click()
    qtbot.waitUntil(lambda: shown.place.value() > 700)
    shown.stop()
    assert not shown._timer.isActive()


def test_scaled_without_peeking_the_span_learnt_from_fills_nought_to_one(open_pane):
    shown = open_pane("lstm")
    _, train = shown.scaling.line("train")
    assert (train.min(), train.max()) == (0.0, 1.0)
    assert "Who peeks" in shown.note.text()
    shown.peek.setChecked(True)
    both = np.concatenate([shown.scaling.line(key)[1] for key in ("train", "test")])
    assert (both.min(), both.max()) == (0.0, 1.0)
    assert shown.command().peek


def test_published_losses_stand_beside_those_measured_and_rivals_beside_the_lstm(open_pane):
    shown = open_pane("lstm")
    assert shown.losses.line("published")[1].tolist() == list(PUBLISHED_LOSSES.values())
    shown.told(Series("loss", (1.0, 2.0), (0.1, 0.05)))
    shown.told(Series("forecast", (1450.0, 1451.0), (0.3, 0.31)))
    assert shown.losses.line("loss")[1].tolist() == [0.1, 0.05]
    assert shown.forecast.line("forecast")[0].tolist() == [1450, 1451]
    shown.told(Series("errors", (0.0, 1.0, 2.0), (4e-4, 7e-4, 1e-4)))
    assert "A plain rival is better than the LSTM" in shown.note.text()
    shown.told(Series("errors", (0.0, 1.0, 2.0), (4e-5, 7e-4, 1e-4)))
    assert "The LSTM is the best" in shown.note.text()
