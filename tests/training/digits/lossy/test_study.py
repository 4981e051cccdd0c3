"""What is measured of a lossy autoencoder."""

import numpy as np
import pytest

from models.digits.lossy.catalogue import BEST, load
from models.digits.lossy.figures import Kept, load_kept
from training.digits.lossy.study import markdown, measured


def test_the_measure_is_that_of_the_shipped_figures(mnist):
    found = measured(BEST.name, load(BEST), mnist, False, codes=2, digits=60)
    told = load_kept()[BEST.name]
    assert (found.name, found.reach, found.codes, found.digits) == (BEST.name, 6, 2, 60)
    assert found.elbo == pytest.approx(told.elbo, abs=8)
    assert found.iwae < found.elbo == pytest.approx(found.reconstruction + found.kl, abs=0.002)
    assert found.same_digit == pytest.approx(told.same_digit, abs=0.1)
    assert found.differing == pytest.approx(told.differing, rel=0.25)
    assert np.isfinite(list(vars(found).values())[2:]).all()


def test_the_table_holds_every_figure():
    rows = [
        Kept("lossy-6", 6, 81.5, 80.25, 64, 10_000, 72.0, 9.5, 0.98, 0.12),
        Kept("lossy-0", 0, 99.5, 99.5, 1, 10_000, 74.0, 25.5, 0.99, 0.05),
    ]
    nats = {"static": 81.125, "no code": 90.5}
    seconds = {"lossy-6": 1800.0, "lossy-0": 90.0, "static": 310.0, "no code": 400.0}
    table = markdown(rows, nats, seconds, 0.004)
    assert "| lossy-0 | 0 | 99.50 | 25.50 | 74.00 |  | 99 % | 5 % of the ink | 90 |" in table
    assert "| best, dynamically binarised | 78.53 | 80.25 (k = 64) | 1800 |" in table
    assert "| best, training digits binarised once | 79.03 | 81.12 (k = 24) | + 310 |" in table
    assert "| same decoder without a code | 87.55 | 90.50 | 400 |" in table
    assert table.index("lossy-0") < table.index("lossy-6"), "by reach"
    assert "Arithmetic in bfloat16 changes the best one's −ELBO by +0.004 nats. *Binarised once*" in table
    plain = markdown(rows, nats, seconds, None)
    assert "bfloat16" not in plain, "what was not computed in it is not told of"
    assert "of one code. *Binarised once*" in plain
