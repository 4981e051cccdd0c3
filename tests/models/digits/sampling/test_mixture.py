import numpy as np
import pytest
import torch
from scipy.stats import multivariate_normal

from models.digits.sampling.mixture import GaussianMixture

WEIGHTS = torch.tensor([0.3, 0.7])
MEANS = torch.tensor([[-2.0, 0.0], [1.0, 1.0]])
FACTORS = torch.tensor([[[0.5, 0.0], [0.2, 0.3]], [[1.0, 0.0], [-0.4, 0.6]]])


def test_drawn_codes_have_the_mixtures_mean_and_covariance():
    codes = GaussianMixture(WEIGHTS, MEANS, FACTORS).sample(40_000, torch.Generator().manual_seed(0)).numpy()
    w, m, f = WEIGHTS.numpy(), MEANS.numpy(), FACTORS.numpy()
    mean = w @ m
    within = np.einsum("k,kij,klj->il", w, f, f)
    between = np.einsum("k,ki,kj->ij", w, m - mean, m - mean)
    assert np.allclose(codes.mean(0), mean, atol=0.03)
    assert np.allclose(np.cov(codes.T), within + between, atol=0.05)


def test_the_density_is_the_sum_of_its_heaps():
    z = torch.randn(7, 2, generator=torch.Generator().manual_seed(1))
    expected = sum(
        float(w) * multivariate_normal(m.numpy(), (f @ f.T).numpy()).pdf(z.numpy())
        for w, m, f in zip(WEIGHTS, MEANS, FACTORS, strict=True)
    )
    found = GaussianMixture(WEIGHTS, MEANS, FACTORS).log_density(z).exp().numpy()
    assert np.allclose(found, expected, rtol=1e-4)


@pytest.mark.parametrize(
    ("weights", "factors", "why"),
    [
        (WEIGHTS[:1], FACTORS, "do not match"),
        (WEIGHTS, FACTORS * torch.nan, "finite"),
        (WEIGHTS, -FACTORS, "positive"),
        (torch.tensor([0.0, 1.0]), FACTORS, "positive"),
    ],
)
def test_a_mixture_that_is_none_is_refused(weights, factors, why):
    with pytest.raises(ValueError, match=why):
        GaussianMixture(weights, MEANS, factors)
