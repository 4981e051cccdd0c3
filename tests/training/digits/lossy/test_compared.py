"""What the lossy autoencoder is compared with."""

import pytest
import torch

from assets.databases.mnist import DigitSet
from models.digits.lossy.bound import bounds
from models.digits.lossy.network import LossyAutoencoder
from training.digits.lossy.compared import FOLDER, WithoutCode, compared
from training.digits.lossy.trainer import Recipe

SMALL = Recipe(steps=6, batch=10, warm=1)


@pytest.fixture
def best():
    torch.manual_seed(1)
    return LossyAutoencoder(6)


def test_without_a_code_nothing_is_paid_for_one_and_none_is_listened_to():
    torch.manual_seed(0)
    network = WithoutCode(2, 8)
    torch.nn.init.normal_(network.places)
    x = (torch.rand(12, 784) < 0.2).float()
    one, many = (bounds(network, x, torch.Generator().manual_seed(3), samples=k) for k in (1, 5))
    assert one.kl == 0
    assert many.iwae == pytest.approx(one.elbo, rel=1e-6), "the bound is the likelihood"
    chances = network.logits(x, torch.randn(12, 1))
    torch.testing.assert_close(chances, network.logits(x, torch.zeros(12, 1)))


def test_without_a_code_a_pixel_is_told_by_those_before_it_alone():
    torch.manual_seed(0)
    network = WithoutCode(2, 8)
    x = (torch.rand(1, 784) < 0.2).float()
    before = network.logits(x, torch.zeros(1, 1))
    x[0, 400] = 1 - x[0, 400]
    after = network.logits(x, torch.zeros(1, 1))
    assert torch.equal(before[0, :401], after[0, :401])
    assert not torch.equal(before[0, 401:], after[0, 401:])


def test_both_are_fitted_and_kept_apart_from_what_ships(blobs, best, tmp_path):
    before = {name: value.clone() for name, value in best.state_dict().items()}

    def fitted():
        return compared(
            best, DigitSet(*blobs), tmp_path,
            recipes=(Recipe(steps=6, batch=10, warm=1, groups=1, nats=0.0), SMALL),
            seed=2, fresh=False, say=lambda _: None, mixed=False,
        )  # fmt: skip

    found = fitted()
    assert found.without.network.places.abs().max() > 0, "it has learnt"
    assert found.once.card.data.endswith("binarised once")
    assert found.without.card.data.endswith("binarised anew each time")
    assert all(torch.equal(value, best.state_dict()[name]) for name, value in before.items())
    assert not list(tmp_path.glob("*.safetensors"))
    written = [path.stat().st_mtime_ns for path in sorted((tmp_path / FOLDER).glob("*.safetensors"))]
    fitted()
    assert written == [path.stat().st_mtime_ns for path in sorted((tmp_path / FOLDER).glob("*.safetensors"))]
    assert len(written) == 2
