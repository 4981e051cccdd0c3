import json
import shutil

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file, save_file

from assets.errors import AssetError
from assets.shipped import digits_folder
from models.digits.sampling.racers import CHAIN_STEPS, RACERS
from models.digits.sampling.score import MOST_ENTROPY
from models.digits.sampling.shipped import (
    FIGURES,
    FILE,
    load_ground,
    load_measured,
    pack_ground,
    read_ground,
    read_measured,
)


def test_the_ground_is_read_as_it_was_packed(tmp_path):
    ground = load_ground()
    save_file(pack_ground(ground.real, ground.mixtures, ground.codes), tmp_path / FILE)
    again = read_ground(tmp_path / FILE)
    assert np.array_equal(again.real.covariance, ground.real.covariance)
    for racer in RACERS:
        mixture, other = ground.mixtures[racer.name], again.mixtures[racer.name]
        assert torch.equal(mixture.factors, other.factors)
        assert torch.equal(mixture.weights, other.weights)
        step = np.abs(ground.codes[racer.name]).max(0) / 127
        assert (np.abs(again.codes[racer.name] - ground.codes[racer.name]) <= step).all()


def test_codes_of_digits_lie_where_the_mixture_has_its_heaps():
    ground = load_ground()
    for racer in RACERS:
        mixture = ground.mixtures[racer.name]
        codes = torch.from_numpy(ground.codes[racer.name])
        far = codes + 6 * codes.std(0)
        assert float(mixture.log_density(codes).mean()) > float(mixture.log_density(far).mean()) + 5


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("vae.means", None),
        ("vae.means", np.zeros((3, 3), np.float16)),
        ("vae.factors", np.zeros((2, 7), np.float16)),
        ("vae.codes", np.zeros((4, 9), np.int8)),
        ("real.covariance", np.zeros((2, 2), np.float32)),
        ("real.mean", np.zeros(3, np.float32)),
    ],
)
def test_a_damaged_ground_is_a_sentence(tmp_path, name, value):
    arrays = load_file(digits_folder() / FILE)
    if value is None:
        del arrays[name]
    else:
        arrays[name] = value
    save_file(arrays, tmp_path / FILE)
    with pytest.raises(AssetError, match="has not what the race of samplers needs"):
        read_ground(tmp_path / FILE)
    with pytest.raises(AssetError, match="There is no file"):
        read_ground(tmp_path / "none")


def test_every_sampler_was_measured_on_every_model():
    measured = load_measured()
    assert measured.n == 10_000
    assert measured.real > 0
    for racer in RACERS:
        floor = measured.row(racer.name, "floor")
        assert floor.frechet > measured.real
        for row in (measured.row(racer.name, "mixture"), floor):
            assert 0.1 <= row.confidence <= 1
            assert 0 <= row.entropy <= MOST_ENTROPY + 1e-6
        for steps in CHAIN_STEPS:
            assert measured.row(racer.name, "chain", steps) is not None
        assert measured.row(racer.name, "chain", 0) == measured.row(racer.name, "prior")
        assert measured.row(racer.name, "chain", 7) is None


def test_damaged_figures_are_a_sentence(tmp_path):
    path = tmp_path / FIGURES
    with pytest.raises(AssetError, match="There is no file"):
        read_measured(path)
    shutil.copy(digits_folder() / FIGURES, path)
    assert read_measured(path) == load_measured()
    found = json.loads(path.read_text())
    del found["rows"][0]["frechet"]
    for text in ("{", json.dumps(found), json.dumps({**found, "rows": 3})):
        path.write_text(text)
        with pytest.raises(AssetError, match=r"samplers\.json (is not|has not all)"):
            read_measured(path)
