"""Both networks learn a short lag; the same seed gives the same; a long one is the LSTM's alone."""

import pytest
import torch

from models.explain.recall import KINDS, WAYS
from training.digits.fits import recall
from training.digits.fits.recall import learn


@pytest.mark.parametrize("kind", KINDS)
def test_five_steps_are_learnt_by_either(kind):
    *_, last = learn(kind, WAYS["end"], 5, 1)
    assert last.done
    assert last.accuracy > 0.95
    assert last.batches < recall.BATCHES


@pytest.mark.slow
def test_fifty_steps_are_bridged_by_the_lstm_and_its_open_gates(monkeypatch):
    monkeypatch.setattr(recall, "BATCHES", 200)
    reached = {
        (kind, way): list(learn(kind, WAYS[way], 50, 1))[-1].accuracy
        for kind, way in (("rnn", "end"), ("lstm", "end"), ("lstm", "half"))
    }
    assert reached["lstm", "end"] > 0.95
    assert reached["rnn", "end"] < 0.65
    assert reached["lstm", "half"] < 0.65


def test_the_same_seed_learns_the_same_and_leaves_the_generator_alone(monkeypatch):
    monkeypatch.setattr(recall, "BATCHES", 20)
    before = torch.random.get_rng_state()
    first, again, other = (
        list(learn("rnn", WAYS["end"], 10, seed))[-1].network.state_dict() for seed in (3, 3, 4)
    )
    assert all(torch.equal(value, again[name]) for name, value in first.items())
    assert not all(torch.equal(value, other[name]) for name, value in first.items())
    assert torch.equal(before, torch.random.get_rng_state())
