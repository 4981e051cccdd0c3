import numpy as np
import pytest

from models.heartbeats.model import decode, land
from models.heartbeats.shape import ROWS, shapes
from models.heartbeats.weights import HEARTBEATS


@pytest.fixture(scope="module")
def network():
    return HEARTBEATS.shipped().network


def test_a_beat_drawn_by_the_map_lands_where_it_was_drawn_and_is_redrawn(network):
    codes = np.array([[0.8, 0.6], [0.5, -0.5]], np.float32)
    found = land(network, shapes(decode(network, codes)).shape)
    assert np.abs(found.mean - codes).max() < 0.5
    assert found.error.max() < 0.2, "the network's own drawing is redrawn"
    assert (found.std > 0).all()


def test_the_error_is_the_share_of_the_beat_that_is_lost(network):
    rng = np.random.default_rng(2)
    shape = shapes(rng.normal(size=(3, ROWS))).shape
    found = land(network, shape)
    assert np.allclose(found.error, ((shape - found.redrawn) ** 2).mean(axis=1), atol=1e-4)
    assert found.error.min() > 0.5, "noise is not redrawn"


def test_leads_keep_their_places_and_one_without_a_shape_lands_nowhere(network):
    shape = shapes(np.random.default_rng(3).normal(size=(2, 3, ROWS))).shape
    shape[1, 2] = np.nan
    found = land(network, shape)
    assert found.mean.shape == (2, 3, 2)
    assert found.redrawn.shape == (2, 3, ROWS)
    assert np.isnan(found.mean[1, 2]).all()
    assert np.isnan(found.error[1, 2])
    assert np.isfinite(np.delete(found.error.ravel(), 5)).all()
    alone = land(network, shape[0, 1])
    assert np.allclose(alone.mean, found.mean[0, 1], atol=1e-5)
    assert land(network, shape[:0]).mean.shape == (0, 3, 2)
