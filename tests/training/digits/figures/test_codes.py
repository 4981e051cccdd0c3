"""Codes and example digits are written so that the lab reads them back, and chosen as they should be."""

import numpy as np
import pytest
import torch

from assets.databases.mnist import DigitSet
from models.digits import examples
from models.digits.catalogue import JUDGE, MAPS, entry
from models.digits.model import DigitModel
from models.digits.space.codes import read_codes
from models.digits.store import DigitCard
from training.digits.figures.codes import write_codes, write_examples
from training.digits.fits.initial import initialise


def untrained(name, seed=0):
    network = (JUDGE if name == JUDGE.name else entry(name)).build()
    initialise(network, seed)
    return network.eval()


def test_codes_come_back_as_the_models_gave_them(blobs, monkeypatch, tmp_path):
    monkeypatch.setattr("training.digits.figures.codes.PLANE", 4)
    test = DigitSet(blobs[0][:40], blobs[1][:40])
    networks = {name: untrained(name) for name in (*MAPS, JUDGE.name)}
    path = write_codes(tmp_path, networks, test)
    for name in MAPS:
        codes = read_codes(path, name)
        mean, std = DigitModel(entry(name), networks[name], DigitCard()).cloud(test.pixels(), test.labels)
        np.testing.assert_allclose(codes.means, mean, atol=1e-3)
        np.testing.assert_allclose(codes.stds, std, atol=2e-3)
        assert np.array_equal(codes.labels, test.labels)
        assert (codes.confidence is None) == entry(name).labelled
        if codes.confidence is not None:
            assert codes.confidence.shape == (4, 4)


class Sure:
    """A judge who believes every picture to be of one digit or of another."""

    def __init__(self, digits):
        self.digits = torch.from_numpy(digits.astype(np.int64))

    def log_probability(self, x):
        chance = torch.full((len(x), 10), 0.001)
        chance[torch.arange(len(x)), self.digits] = 0.991
        return chance.log()


@pytest.fixture
def test_digits():
    images = np.random.default_rng(0).integers(0, 256, (200, 28, 28)).astype(np.uint8)
    return DigitSet(images, np.arange(200, dtype=np.uint8) % 10)


def test_examples_are_codes_of_digits_of_which_the_judge_is_sure(test_digits, tmp_path):
    source = untrained(examples.SOURCE)
    doubted = test_digits.labels.copy()
    doubted[:50] = (doubted[:50] + 1) % 10  # the first fifty are taken for other digits
    write_examples(tmp_path, source, Sure(doubted), test_digits)
    found = examples.read_examples(tmp_path / examples.FILE)
    assert np.bincount(found.labels).tolist() == [examples.PER_DIGIT] * 10
    with torch.inference_mode():
        codes = source.encode(torch.from_numpy(test_digits.pixels())).half().float().numpy()
    for code, label in zip(found.codes, found.labels, strict=True):
        (which,) = np.flatnonzero((codes == code).all(1))
        assert which >= 50
        assert test_digits.labels[which] == label
    assert len(np.unique(found.codes, axis=0)) == len(found)


def test_without_enough_pictures_that_convince_there_are_no_examples(test_digits, tmp_path):
    nobody = np.zeros(200, np.uint8)
    with pytest.raises(ValueError, match="too few pictures of a 1"):
        write_examples(tmp_path, untrained(examples.SOURCE), Sure(nobody), test_digits)
    assert not list(tmp_path.iterdir())
