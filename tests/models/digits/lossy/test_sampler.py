"""Drawing with what was computed already gives the very pixels that drawing without gives."""

import numpy as np
import pytest
import torch

from models.digits.lossy.sampler import Drawing, draw_naively


def given(network, n):
    features = network.features(torch.randn(n, network.latent, generator=torch.Generator().manual_seed(4)))
    return features, np.random.default_rng(5).uniform(size=(n, 784))


@pytest.mark.slow
@pytest.mark.parametrize("reach", [0, 1, 4])
def test_the_pixels_are_those_of_the_naive_way(make, reach):
    network = make(reach)
    features, chances = given(network, 2)
    drawing = Drawing(network.pixels, features, chances)
    assert not drawing.advance()
    np.testing.assert_array_equal(drawing.images, draw_naively(network.pixels, features, chances))
    assert 0.02 < drawing.images.mean() < 0.98
    logits = network.pixels(torch.from_numpy(drawing.images)[:, None], features)[:, 0]
    np.testing.assert_allclose(drawing.probability, torch.sigmoid(logits).numpy(), atol=2e-6)


def test_a_drawing_made_in_pieces_is_the_same(make):
    network = make(2)
    features, chances = given(network, 2)
    whole, pieces = (Drawing(network.pixels, features, chances) for _ in range(2))
    whole.advance()
    assert pieces.advance(30)
    assert pieces.drawn == 30
    assert not pieces.images.reshape(2, -1)[:, 30:].any(), "nothing is drawn ahead"
    while pieces.advance(17):
        pass
    np.testing.assert_array_equal(pieces.images, whole.images)
    assert not pieces.advance()


@pytest.mark.parametrize("wrong", [np.full((1, 784), 1.0), np.full((1, 784), np.nan), np.full((2, 784), 0.5)])
def test_chances_that_are_none_are_refused(make, wrong):
    network = make(1)
    with pytest.raises(ValueError, match=r"chances must lie between 0 and 1 and be of shape \(1, 784\)"):
        Drawing(network.pixels, given(network, 1)[0], wrong)
