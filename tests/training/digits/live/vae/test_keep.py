import numpy as np
import pytest
import torch

from assets.databases.mnist import DigitSet, Mnist
from assets.errors import AssetError
from models.digits.own import own_paths, read_own
from training.digits.fits.vae_trainer import VaeTrainer
from training.digits.live.vae.keep import keep


@pytest.fixture
def mnist(blobs):
    digits = DigitSet(blobs[0][:200], blobs[1][:200])
    return Mnist(digits, digits)


def test_a_kept_net_comes_back_as_it_was_and_the_training_goes_on(mnist, tmp_path):
    trainer, twin = (VaeTrainer(mnist.train.images, beta=4.0, seed=1) for _ in range(2))
    for _ in range(5):
        trainer.step()
        twin.step()
    keep(trainer, mnist, tmp_path, "own-1")
    own = read_own(tmp_path, "own-1", "yours: β 4")
    assert (own.model.name, own.model.title) == ("own-1", "yours: β 4")
    assert own.model.card.recipe == {"beta at the end": "4"}
    assert own.model.card.epochs == trainer.epochs_done == 2
    trainer.network.eval()
    with torch.no_grad():
        x = torch.from_numpy(mnist.test.pixels())
        expected = trainer.network(x)
    np.testing.assert_allclose(
        own.model.reconstruct(mnist.test.pixels()).reshape(200, -1), expected, atol=0.03
    )
    mean, std = own.model.cloud(mnist.test.pixels())
    np.testing.assert_allclose(own.codes.means, mean, atol=2e-3)
    np.testing.assert_allclose(own.codes.stds, std, atol=2e-3)
    assert np.array_equal(own.codes.labels, mnist.test.labels)
    np.testing.assert_allclose(own.errors, own.model.errors(mnist.test.pixels()), atol=1e-6)
    assert own.mse == pytest.approx(own.errors.mean())
    digit = int(own.codes.labels[0])
    mine = own.codes.labels == digit
    pairs = own.errors[mine][:, None] - own.errors[~mine][None]
    assert own.auroc(digit) == pytest.approx((pairs > 0).mean(), abs=1e-3), "share of pairs told rightly"
    assert trainer.step().losses == twin.step().losses, "as if nothing had been kept"


def test_another_net_under_that_name_is_refused(mnist, tmp_path):
    keep(VaeTrainer(mnist.train.images), mnist, tmp_path, "own-1")
    weights, codes = own_paths(tmp_path, "own-1")
    other_weights, other_codes = own_paths(tmp_path, "own-2")
    weights.rename(other_weights)
    codes.rename(other_codes)
    with pytest.raises(AssetError, match="holds 'own-1', not"):
        read_own(tmp_path, "own-2", "yours")
    with pytest.raises(AssetError):
        read_own(tmp_path, "own-1", "yours")
