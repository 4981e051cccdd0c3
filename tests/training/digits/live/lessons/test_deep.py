"""Deep networks told layer by layer: with sigmoids the first hears almost nothing."""

import math

import pytest

from models.contract.messages.commands import TrainDeep
from training.digits.live.lessons import deep


def test_with_sigmoids_the_first_of_many_layers_is_told_almost_nothing(kept, folder, monkeypatch):
    monkeypatch.setattr(deep, "BATCHES", 5)
    deep.run(TrainDeep(str(folder), 12, 0), kept)
    sigmoid, relu = (kept.series[f"{kind} gradient"].y for kind in deep.KINDS)
    assert len(sigmoid) == len(relu) == 12
    assert sigmoid[0] < 1e-4 * sigmoid[-1]
    assert relu[0] / relu[-1] > 100 * sigmoid[0] / sigmoid[-1]
    assert kept.series["relu accuracy"].x[-1] == 5


def test_the_deepest_does_not_run_away(kept, folder, monkeypatch):
    monkeypatch.setattr(deep, "BATCHES", 60)
    deep.run(TrainDeep(str(folder), deep.DEPTHS[-1], 2), kept)
    assert all(map(math.isfinite, kept.series["relu gradient"].y))
    assert kept.series["relu gradient"].y[0] > 0


def test_a_shallow_one_learns_either_way(kept, folder, monkeypatch):
    monkeypatch.setattr(deep, "BATCHES", 250)
    deep.run(TrainDeep(str(folder), 2, 0), kept)
    assert all(kept.series[f"{kind} accuracy"].y[-1] > 0.9 for kind in deep.KINDS)


def test_a_depth_that_cannot_be_shown_is_refused(kept, folder):
    with pytest.raises(ValueError, match="from 2 to 20 layers, not 1"):
        deep.run(TrainDeep(str(folder), 1, 0), kept)
