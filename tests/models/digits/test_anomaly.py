import numpy as np
import pytest

from models.digits.anomaly import auroc, error_map, scores
from models.digits.catalogue import load


def test_auroc_counts_pairs():
    assert auroc([1, 2, 3], [4, 5]) == 1.0
    assert auroc([4, 5], [1, 2, 3]) == 0.0
    assert auroc([1, 1], [1, 1]) == 0.5
    rng = np.random.default_rng(0)
    low, high = rng.integers(0, 9, 40), rng.integers(2, 11, 30)
    pairs = (high[:, None] > low) + 0.5 * (high[:, None] == low)
    assert auroc(low, high) == pytest.approx(pairs.mean())
    with pytest.raises(ValueError, match="empty"):
        auroc([], [1])


def test_the_score_is_the_mean_of_the_map():
    model = load("without-7")
    image = np.zeros((28, 28), np.float32)
    image[4:24, 10:14] = 1
    heat = error_map(model, image)
    assert heat.shape == (1, 28, 28)
    np.testing.assert_allclose(heat[0], (image - model.reconstruct(image)[0]) ** 2, rtol=1e-6)
    assert scores(model, image)[0] == pytest.approx(heat.mean())
    assert scores(model, image, per_ink=True)[0] == pytest.approx(heat.mean() / image.mean(), rel=1e-5)
    assert np.isfinite(scores(model, np.zeros((28, 28)), per_ink=True)).all()
