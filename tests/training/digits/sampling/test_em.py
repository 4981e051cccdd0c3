import numpy as np
import pytest
import torch
from sklearn.mixture import GaussianMixture as Reference

from training.digits.sampling.em import RIDGE, best_mixture, fit_mixture

CENTRES = np.array([[-3.0, 0.0], [3.0, 1.0], [0.0, 4.0]])


def heaps(n=900, seed=0):
    rng = np.random.default_rng(seed)
    return CENTRES[np.arange(n) % 3] + rng.normal(size=(n, 2)) @ np.array([[0.8, 0.3], [0.0, 0.5]])


def test_heaps_are_found_where_they_lie_with_their_shapes():
    mixture = fit_mixture(heaps(), 3)
    order = np.argsort(mixture.means[:, 0].numpy())
    assert np.allclose(mixture.means.numpy()[order], CENTRES[[0, 2, 1]], atol=0.15)
    assert np.allclose(mixture.weights.numpy(), 1 / 3, atol=0.02)
    shape = np.array([[0.8, 0.3], [0.0, 0.5]]).T @ np.array([[0.8, 0.3], [0.0, 0.5]])
    assert np.allclose((mixture.factors @ mixture.factors.mT).numpy(), shape, atol=0.12)


def test_codes_are_as_likely_as_under_another_programs_mixture():
    codes, others = heaps(), heaps(seed=1)
    reference = Reference(3, reg_covar=RIDGE, random_state=0, n_init=3).fit(codes)
    found = fit_mixture(codes, 3).log_density(torch.from_numpy(others).float())
    assert float(found.mean()) == pytest.approx(reference.score(others), abs=0.01)


def test_others_choose_how_many_heaps_there_are():
    mixture, nats = best_mixture(heaps(120), heaps(seed=1), (1, 3, 20))
    assert len(mixture.weights) == max(nats, key=nats.get)
    assert nats[3] > nats[1] + 0.5
    assert nats[3] > nats[20], "more heaps than there are learn single codes by heart"


def test_what_cannot_be_fitted_is_refused():
    with pytest.raises(ValueError, match="too few for 3 heaps"):
        fit_mixture(heaps(5), 3)
    with pytest.raises(ValueError, match="finite"):
        fit_mixture(np.full((9, 2), np.nan), 1)
