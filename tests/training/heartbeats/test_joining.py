from dataclasses import fields

import numpy as np
import pytest

from models.beats.weighing import Measured
from training.fits.beat_measures import MeasuredBeats
from training.heartbeats.joining import JOINED, Candidate, choose, joining

FIELDS = len(fields(Measured))


def candidate(name, helps):
    """Give a patient whose own score tells nothing; what is added tells all, or nothing either."""
    rng = np.random.default_rng(len(name))
    ventricular = np.arange(400) % 4 == 0
    values = np.zeros((FIELDS, 400))
    values[0] = rng.normal(0, 0.2, 400)
    extra = ventricular * 1.0 if helps else rng.normal(0, 1, 400)
    beats = MeasuredBeats(name, 10.0, values, ventricular, np.ones(400, bool), ~ventricular)
    return Candidate(beats, dict.fromkeys(JOINED, extra))


@pytest.mark.parametrize("helps", [True, False])
def test_what_tells_v_beats_joins_and_what_does_not_stays_out(helps):
    own = [candidate("p" * n, helps) for n in range(1, 9)]
    rows = joining(own, [candidate("o" * n, helps) for n in range(10, 13)])
    assert [row["joins"] for row in rows] == [helps] * len(JOINED)
    assert all((row["gain"] > 0.1) == helps for row in rows)


def test_of_weights_that_do_as_well_the_least_is_taken():
    perfect = candidate("a", True)
    perfect.beats.values[0] = perfect.beats.ventricular * 5.0
    assert choose([perfect], "error") == 0.0
