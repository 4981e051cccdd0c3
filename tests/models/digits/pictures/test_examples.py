import numpy as np
import pytest

from models.digits.catalogue import load_judge
from models.digits.pictures import examples


def test_examples_show_what_they_say_and_are_not_all_the_same():
    found = examples.load_examples()
    assert np.bincount(found.labels).tolist() == [examples.PER_DIGIT] * 10
    images = found.images()
    probability = load_judge().probabilities(images)
    assert probability[np.arange(len(found)), found.labels].min() >= 0.8
    for digit in range(10):
        some = images[found.labels == digit].reshape(examples.PER_DIGIT, -1)
        apart = np.square(some[:, None] - some[None]).mean(-1)[np.triu_indices(examples.PER_DIGIT, 1)]
        assert apart.min() > 0.003


def test_an_example_is_made_once_and_nobody_can_spoil_it():
    one = examples.example(3, 1)
    assert examples.example(3, 1) is one
    with pytest.raises(ValueError, match="read-only"):
        one[0, 0] = 1
