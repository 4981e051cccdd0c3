"""Codes are written so that the lab reads them back."""

import numpy as np

from assets.databases.mnist import DigitSet
from models.digits.catalogue import JUDGE, MAPS, entry
from models.digits.model import DigitModel
from models.digits.space.codes import read_codes
from models.digits.store import DigitCard
from training.digits.figures.codes import write_codes
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
