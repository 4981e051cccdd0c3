"""What vital signs come to over a stretch."""

from __future__ import annotations

import numpy as np
import pytest

from models.vitals.figures import vital_figures
from models.vitals.readings import Readings
from models.vitals.signs import Sign


def readings(sign, values):
    table = np.full((len(values), len(Sign)), np.nan, dtype=np.float32)
    table[:, sign.column] = values
    return Readings(250 * np.arange(1, len(values) + 1), table, np.zeros(table.shape, np.int8))


def test_extremes_come_with_the_sample_at_which_they_were_first_read():
    (told,) = vital_figures(readings(Sign.SPO2, [97, 61, 61, np.nan, 99, 97]))
    assert told.sign is Sign.SPO2
    assert (told.lowest, told.lowest_at) == (61, 500)
    assert (told.highest, told.highest_at) == (99, 1250)
    assert told.median == 97
    assert told.told == pytest.approx(5 / 6)


def test_a_sign_that_was_never_read_is_no_row():
    assert vital_figures(readings(Sign.SPO2, [np.nan, np.nan])) == ()
    assert vital_figures(Readings.none()) == ()
