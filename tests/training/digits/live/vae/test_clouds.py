import numpy as np
import pytest
import torch

from assets.databases.mnist import DigitSet
from models.digits.networks.vae import Vae
from training.digits.fits.initial import initialise
from training.digits.live.vae.clouds import PER_DIGIT, REACHES, CloudWatch, reach_for


@pytest.fixture
def digits():
    images = np.random.default_rng(0).integers(0, 256, (800, 28, 28)).astype(np.uint8)
    return DigitSet(images, (np.arange(800) % 10).astype(np.uint8))


def test_the_same_digits_of_each_kind_are_followed_with_their_clouds(digits):
    network = Vae()
    initialise(network, 0)
    watch = CloudWatch(digits)
    told = watch.look(network)
    labels = np.frombuffer(told.digits, np.uint8)
    assert np.bincount(labels).tolist() == [PER_DIGIT] * 10
    x = torch.from_numpy(digits.images[: 10 * PER_DIGIT].reshape(-1, 784)).float() / 255
    with torch.no_grad():
        mean, log_variance = network.cloud(x)
    np.testing.assert_allclose(np.frombuffer(told.means, "<f4").reshape(-1, 2), mean, rtol=1e-5)
    np.testing.assert_allclose(
        np.frombuffer(told.stds, "<f4").reshape(-1, 2), (0.5 * log_variance).exp(), rtol=1e-5
    )
    assert np.array_equal(labels, digits.labels[: 10 * PER_DIGIT])


def test_the_map_grows_at_once_and_shrinks_late():
    def codes(reach):
        return np.linspace(-reach, reach, 300)[:, None].repeat(2, 1).astype(np.float32)

    assert reach_for(codes(0.1), 3.0) == 3.0, "never less than the prior's own map"
    assert reach_for(codes(7.9), 3.0) == 8.0
    assert reach_for(codes(6.6), 8.0) == 8.0, "it would have to grow again soon"
    assert reach_for(codes(5.0), 8.0) == 6.5
    assert reach_for(codes(1e9), 3.0) == REACHES[-1]
