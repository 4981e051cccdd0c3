"""“How it learns, and what it learns”: told by formulas, by what ships, and by what a learner has trained."""

import numpy as np
import pytest
import torch
from torch.nn import functional

from models.contract.messages.lab import Series
from monitor.ui.lab.course.fact import NotYetError, Scene
from monitor.ui.lab.course.lessons import learning


def test_the_pulls_are_those_that_autograd_finds():
    into = torch.tensor(learning.SURE, requires_grad=True)
    white = torch.tensor(1.0)
    cross = torch.autograd.grad(functional.binary_cross_entropy_with_logits(into, white), into)[0]
    squared = torch.autograd.grad((torch.sigmoid(into) - white) ** 2, into)[0]
    times = float(cross / squared)
    fact = learning.pull()
    assert f"{times:.0f} times weaker" in fact.words
    assert (fact.answer == "many") == (times > learning.MUCH_STRONGER)


@pytest.mark.parametrize(("others", "answer"), [(0.03, "alike"), (0.1, "some"), (0.5, "many")])
def test_what_is_learnt_by_heart_is_told_from_the_learners_training(open_pane, others, answer):
    pane = open_pane("overfitting")
    with pytest.raises(NotYetError, match="30 digits or fewer"):
        learning.heart(Scene(None, pane))
    pane.digits.setCurrentIndex(pane.digits.findData(30))
    with pytest.raises(NotYetError, match="1000 batches"):
        learning.heart(Scene(None, pane))
    for last in (500.0, 1500.0):
        for name, error in (("train", 0.02), ("others", others)):
            pane.told(Series(name, (0.0, last / 2, last), (0.2, 0.2, error)))
        if last < learning.LEAST_BATCHES:
            with pytest.raises(NotYetError, match="1000 batches"):
                learning.heart(Scene(None, pane))
    assert learning.heart(Scene(None, pane)).answer == answer


def test_units_are_counted_for_the_learners_digit(open_pane):
    pane = open_pane("regularisers")
    with pytest.raises(NotYetError, match="Draw a digit"):
        learning.few_on(Scene(None, pane))
    picture = np.asarray(pane.state.picture, np.float32)
    fact = learning.few_on(Scene(picture, pane))
    assert 0 < fact.answer < 30, "few, by the penalty"
    assert f"Of 100 units {fact.answer:.0f} are on with the penalty" in fact.words


def test_the_rivals_are_told_when_the_learners_training_has_ended(open_pane):
    pane = open_pane("lstm")
    with pytest.raises(NotYetError, match="has ended"):
        learning.rivals(Scene(None, pane))
    for errors, best in (((4e-4, 7e-4, 1e-4), "linear"), ((4e-5, 7e-4, 1e-4), "lstm")):
        pane.told(Series("errors", (0.0, 1.0, 2.0), errors))
        assert learning.rivals(Scene(None, pane)).answer == best
    pane.began()
    with pytest.raises(NotYetError, match="has ended"):
        learning.rivals(Scene(None, pane))
