"""What keeps a network from copying, measured on example digits."""

import numpy as np
import pytest

from models.digits import catalogue
from models.digits.pictures.examples import load_examples
from models.digits.regularising import ON, jacobian, load_unpunished, moved


@pytest.fixture(scope="module")
def pictures():
    return load_examples().images()[:10]


def test_the_network_without_a_penalty_is_the_contractive_one_s_twin():
    free, bound = load_unpunished(), catalogue.load("contractive")
    assert free.entry is catalogue.UNPUNISHED
    assert {k: v.shape for k, v in free.network.state_dict().items()} == {
        k: v.shape for k, v in bound.network.state_dict().items()
    }


def test_the_jacobian_is_what_a_small_change_of_a_pixel_does(pictures):
    model, picture = load_unpunished(), pictures[3]
    slope = jacobian(model, picture)
    for pixel in (200, 406):
        other = picture.astype(np.float64).ravel().copy()
        other[pixel] += 1e-2
        change = (model.encode(other.astype(np.float32)) - model.encode(picture))[0] / 1e-2
        np.testing.assert_allclose(change, slope[:, pixel], atol=0.02)


def test_the_contractive_code_moves_less_and_the_sparse_one_has_fewer_units_on(pictures):
    free, bound, sparse = load_unpunished(), catalogue.load("contractive"), catalogue.load("sparse")
    for picture in pictures:
        assert np.linalg.norm(jacobian(bound, picture)) < 0.7 * np.linalg.norm(jacobian(free, picture))
        assert moved(bound, picture, 0.3) < 0.7 * moved(free, picture, 0.3)
    assert (sparse.encode(pictures) > ON).mean() < 0.1 < (free.encode(pictures) > ON).mean()


def test_nothing_moves_what_is_not_disturbed(pictures):
    assert moved(load_unpunished(), pictures[0], 0.0) == pytest.approx(0.0, abs=1e-5)
    assert moved(load_unpunished(), pictures[0], 0.2, seed=1) == moved(
        load_unpunished(), pictures[0], 0.2, seed=1
    )


def test_a_code_that_is_no_layer_of_sigmoids_has_none(pictures):
    with pytest.raises(ValueError, match="the code of ae is no layer of sigmoids"):
        jacobian(catalogue.load("ae"), pictures[0])
