"""What is written beside an axis, plain and logarithmic."""

import numpy as np
import pytest

from monitor.ui.lab.widgets.plots.axis import Axis


def test_a_logarithmic_axis_is_written_in_powers_and_leaves_out_what_has_no_logarithm():
    axis = Axis(log=True)
    places = axis.scaled([1e-6, 1.0, 0.0])
    assert places[:2].tolist() == [-6, 0]
    assert np.isnan(places[2])
    low, high = axis.range(places)
    words = [text for _, text in axis.marks(low, high, 10)]
    assert words == ["10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "1"]


def test_ticks_that_are_given_are_written_where_they_are_seen():
    axis = Axis(0.0, 1.0, ticks=(0, 0.5, 1, 2), percent=True)
    assert axis.marks(*axis.range(np.zeros(0)), 5) == [(0.0, "0 %"), (0.5, "50 %"), (1.0, "100 %")]
    assert Axis(5, 500, log=True, ticks=(5, 500)).marks(0.6, 2.8, 5)[1] == (pytest.approx(2.69897), "500")
