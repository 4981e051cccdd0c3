import pytest

from models.heartbeats.weights import HEARTBEATS, HeartbeatCard


def test_the_shipped_network_learnt_from_patients_of_ds1_alone():
    from assets.databases.mitbih import DS1

    assert set(HEARTBEATS.shipped().card.records) == set(DS1)


@pytest.mark.parametrize("lines", [(0.0, 1.0), (1.0, float("nan"))])
def test_lines_that_are_none_are_refused(lines):
    with pytest.raises(ValueError, match="lines must be positive"):
        HeartbeatCard(*lines)
