import numpy as np
import pytest
from safetensors.numpy import save_file

from assets.errors import AssetError
from models.digits import examples
from models.digits.catalogue import load_judge


def test_examples_show_what_they_say_and_are_not_all_the_same():
    stored = examples.load_examples()
    assert np.bincount(stored.labels).tolist() == [examples.PER_DIGIT] * 10
    images = stored.images()
    probability = load_judge().probabilities(images)
    assert probability[np.arange(60), stored.labels].min() >= 0.94
    for digit in range(10):
        some = images[stored.labels == digit].reshape(examples.PER_DIGIT, -1)
        apart = np.square(some[:, None] - some[None]).mean(-1)[np.triu_indices(examples.PER_DIGIT, 1)]
        assert apart.min() > 0.003


def test_broken_examples_are_refused(tmp_path):
    path = tmp_path / "examples"
    save_file({"codes": np.zeros((3, 5), np.float16), "labels": np.zeros(3, np.uint8)}, path)
    with pytest.raises(AssetError, match="no example digits"):
        examples.read_examples(path)
