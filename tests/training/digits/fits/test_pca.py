"""Principal components, against a singular value decomposition."""

import pytest
import torch

from models.digits.networks.pca import Pca
from training.digits.fits.pca import fit_pca


def test_pca_is_the_best_linear_projection():
    rng = torch.Generator().manual_seed(0)
    x = torch.randn(200, 784, generator=rng) * torch.linspace(3, 0.01, 784) + 0.5
    pca = Pca(8)
    fit_pca(pca, x.numpy())
    identity = pca.components @ pca.components.T
    torch.testing.assert_close(identity, torch.eye(8), atol=1e-4, rtol=0)
    _, singular, _ = torch.linalg.svd((x - x.mean(0)).double())
    left = float((pca(x) - x).square().sum())
    assert left == pytest.approx(float(singular[8:].square().sum()), rel=1e-4)
    assert pca.decode(pca.encode(x)[:, :3]).shape == (200, 784)
