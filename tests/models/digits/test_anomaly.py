import numpy as np
import pytest

from models.digits.anomaly import auroc, error_map, scores
from models.digits.catalogue import load
from models.digits.pictures.examples import load_examples


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


def test_the_scores_are_the_mean_of_the_map_and_that_over_ink_and_over_a_knowing_nets():
    model, knows = load("without-7"), load("knows-all")
    image = np.zeros((28, 28), np.float32)
    image[4:24, 10:14] = 1
    heat = error_map(model, image)
    assert heat.shape == (1, 28, 28)
    np.testing.assert_allclose(heat[0], (image - model.reconstruct(image)[0]) ** 2, rtol=1e-6)
    found = scores(model, knows, image)
    assert found["error"][0] == pytest.approx(heat.mean())
    assert found["per_ink"][0] == pytest.approx(heat.mean() / image.mean(), rel=1e-5)
    assert found["against"][0] == pytest.approx(heat.mean() / error_map(knows, image).mean(), rel=1e-5)
    empty = scores(model, knows, np.zeros((28, 28)))
    assert all(np.isfinite(values).all() for values in empty.values())


def test_a_1_that_was_never_seen_is_found_by_what_it_costs_beyond_a_net_that_knows_it():
    """On the digits written for the project: by its error alone it passes for one of the others."""
    examples = load_examples()
    found = scores(load("without-1"), load("knows-all"), examples.images())
    never = examples.labels == 1
    assert auroc(found["error"][~never], found["error"][never]) < 0.5
    assert auroc(found["against"][~never], found["against"][never]) > 0.9
