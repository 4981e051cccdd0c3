import numpy as np
import pytest

from models.digits.catalogue import load_judge


@pytest.fixture
def image():
    drawn = np.zeros((28, 28), np.float32)
    drawn[4:24, 13:15] = 1.0
    return drawn


def test_the_judge_gives_probabilities(image):
    probability = load_judge().probabilities(image)
    assert probability.shape == (1, 10)
    assert probability.sum() == pytest.approx(1.0, abs=1e-5)
    assert load_judge().digits(image).tolist() == [1]
    assert load_judge().confidence(image)[0] == probability.max()
