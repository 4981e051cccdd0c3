"""A few digits learnt by heart."""

import numpy as np
import pytest

from models.contract.messages.commands import Overfit
from training.digits.live.lessons import overfit


@pytest.mark.slow
def test_on_its_own_digits_the_error_falls_below_that_on_others(kept, folder, monkeypatch):
    monkeypatch.setattr(overfit, "BATCHES", 250)
    ink = np.zeros(784, np.uint8)
    ink[:28] = 255
    overfit.run(Overfit(str(folder), 10, 0, ink.tobytes()), kept)
    train, others = (kept.series[name].y for name in ("train", "others"))
    assert train[-1] < 0.5 * train[0]
    assert others[-1] > 2 * train[-1]
    picture = kept.picture
    assert picture.shape == (3 * 28, (1 + overfit.SHOWN) * 28)
    assert picture[0, :28].min() == 255, "the learner's own stands first"


@pytest.mark.parametrize(
    ("digits", "ink", "why"), [(5, b"", "must be 10 to 10000, not 5"), (10, b"abc", "784 pixels, not 3")]
)
def test_what_cannot_be_done_is_refused(kept, folder, digits, ink, why):
    with pytest.raises(ValueError, match=why):
        overfit.run(Overfit(str(folder), digits, 0, ink), kept)
