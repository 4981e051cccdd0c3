"""Two networks of one start, each by its own loss."""

import numpy as np

from models.contract.messages.commands import CompareLosses
from training.digits.live.lessons import losses


def test_both_begin_alike_and_learn(kept, folder, monkeypatch):
    monkeypatch.setattr(losses, "BATCHES", 60)
    losses.run(CompareLosses(str(folder), 3, b""), kept)
    found = kept.series
    for what in ("squared", "entropy"):
        bce, mse = (found[f"{kind} {what}"].y for kind in losses.KINDS)
        assert bce[0] == mse[0]
        assert bce[-1] < 0.8 * bce[0]
        assert mse[-1] < 0.8 * mse[0]
    assert kept.picture.shape == (3 * 28, losses.SHOWN * 28)
    assert np.ptp(kept.picture[28:56]) > 0
