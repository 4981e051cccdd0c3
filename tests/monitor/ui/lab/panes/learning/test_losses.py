import numpy as np
import pytest

from models.contract.messages.lab import Series


@pytest.mark.parametrize("truth", [0, 30, 100])
def test_the_pull_is_the_slope_of_the_cost(open_pane, truth):
    shown = open_pane("losses")
    shown.pixel.setValue(truth)
    for kind in ("bce", "mse"):
        drawn, cost = shown.cost.line(kind)
        into, pull = shown.pull.line(kind)
        # By the chain rule: along what comes into the sigmoid, the cost falls as it is pulled.
        slope = -np.gradient(cost, np.log(drawn / (1 - drawn)))
        seen = np.interp(np.log(drawn / (1 - drawn)), into, pull)
        np.testing.assert_allclose(slope[5:-5], seen[5:-5], atol=0.02)


def test_a_pixel_that_came_out_wrong_is_hardly_pulled_by_the_squared_error(open_pane):
    shown = open_pane("losses")
    shown.pixel.setValue(100)
    assert shown.pull.line("bce")[1][0] > 0.99
    assert shown.pull.line("mse")[1][0] < 0.01


@pytest.mark.parametrize(
    ("errors", "said"),
    [
        ((0.02, 0.0201), "much the same squared error"),
        ((0.02, 0.03), "learnt by cross-entropy has the smaller"),
    ],
)
def test_it_says_which_network_does_better_if_any_does(open_pane, errors, said):
    shown = open_pane("losses")
    for kind, error in zip(("bce", "mse"), errors, strict=True):
        shown.told(Series(f"{kind} squared", (0.0, 1.0), (0.2, error)))
    assert said in shown.note.text()
