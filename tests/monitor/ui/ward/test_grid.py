"""Where the beds stand."""

import pytest

from monitor.ui.ward.grid import columns


@pytest.mark.parametrize(("beds", "across"), [(1, 1), (4, 2), (8, 2), (16, 4)])
def test_beds_stand_in_full_rows(beds, across):
    assert columns(beds, 1340, 600) == across


def test_a_high_space_has_fewer_columns():
    assert columns(8, 500, 1000) == 1
