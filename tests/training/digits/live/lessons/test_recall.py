"""The task of memory as it is watched."""

import pytest

from models.contract.messages.commands import TrainRecall
from models.contract.messages.lab import Share
from training.digits.fits import recall as fits
from training.digits.live.lessons import recall


def test_it_tells_how_many_are_right_and_why_for_each_lag(kept, monkeypatch):
    monkeypatch.setattr(fits, "BATCHES", 20)
    monkeypatch.setattr(recall, "LAGS", (5, 10))
    recall.run(TrainRecall("end", 1), kept)
    found = kept.series
    for kind in ("rnn", "lstm"):
        assert found[f"{kind} accuracy"].x == (5.0, 10.0)
        assert all(0 <= share <= 1 for share in found[f"{kind} accuracy"].y)
        for what in ("gradient", "left"):
            assert found[f"{kind} {what} 10"].x == tuple(map(float, range(11)))
            assert max(found[f"{kind} {what} 10"].y) > 0
    shares = [m.share for m in kept.told if isinstance(m, Share)]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_way_that_there_is_not_is_refused(kept):
    with pytest.raises(ValueError, match="no way 'sideways' to teach a memory; there are end, half, along"):
        recall.run(TrainRecall("sideways", 1), kept)
