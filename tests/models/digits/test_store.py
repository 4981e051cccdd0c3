"""Weights are read strictly, and refused in a sentence."""

import json

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from assets.errors import WeightsError
from models.digits.catalogue import entry
from models.digits.store import MAX_BYTES, DigitCard, digit_kind
from models.weights.kind import Trained

KEY = "ecg-monitor"
ENTRY = entry("conv-ae")
KIND = digit_kind(ENTRY)
CARD = DigitCard(seed=3, epochs=2, train_loss=(2.5, 1.5), metrics={"mse": 0.01}, versions={"torch": "2"})


@pytest.fixture
def network():
    torch.manual_seed(0)
    made = ENTRY.build()
    KIND.tensors.fill(made, KIND.tensors.stored(made))  # rounded to what is stored
    return made


@pytest.fixture
def path(tmp_path, network):
    KIND.save(tmp_path / "w.safetensors", Trained(network, CARD))
    return tmp_path / "w.safetensors"


def rewritten(path, change=None, **described):
    from safetensors import safe_open

    with safe_open(path, framework="pt") as file:
        description = json.loads(file.metadata()[KEY])
    tensors = load_file(path)
    if change is not None:
        change(tensors)
    save_file(tensors, path, metadata={KEY: json.dumps({**description, **described})})


def test_a_network_comes_back_as_it_was_stored(path, network):
    trained = KIND.load(path)
    again, card = trained.network, trained.card
    assert card == CARD
    for name, value in network.state_dict().items():
        assert torch.equal(again.state_dict()[name], value)
        assert value.dtype == torch.float32
    assert not again.training
    assert not any(p.requires_grad for p in again.parameters())
    assert list(path.parent.iterdir()) == [path], "nothing is left over"


def test_eight_bits_a_weight_are_stored(path):
    stored = load_file(path)
    assert stored["encoder.1.weight"].dtype == torch.int8
    assert stored["encoder.1.weight.scale"].shape == (len(stored["encoder.1.weight"]),)
    assert {v.dtype for k, v in stored.items() if not k.endswith("weight")} == {torch.float16}


def test_a_missing_broken_or_huge_file_is_refused(tmp_path, path):
    with pytest.raises(WeightsError, match="There is no weights file"):
        KIND.load(tmp_path / "none")
    broken = tmp_path / "broken"
    for content in (b"", b"garbage" * 50, path.read_bytes()[:-5], b"\xff" * 8 + path.read_bytes()[8:]):
        broken.write_bytes(content)
        with pytest.raises(WeightsError, match="not a readable safetensors file"):
            KIND.load(broken)
    with broken.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(WeightsError, match="larger than"):
        KIND.load(broken)


@pytest.mark.parametrize(
    ("described", "why"),
    [
        ({"kind": "forecaster"}, "of kind 'forecaster', not 'digits'"),
        ({"name": "vae"}, "not the digit model 'conv-ae'"),
        ({"architecture": "convautoencoder-0"}, "architecture"),
        ({"precision": "float16"}, "has weights as 'float16'"),
        ({"config": {"channels": 8, "hidden": 64, "latent": 16}}, "settings"),
        ({"card": None}, "unusable card"),
        ({"card": {"seed": 1}}, "unusable card"),
    ],
)
def test_a_foreign_file_is_refused(path, described, why):
    rewritten(path, **described)
    with pytest.raises(WeightsError, match=why) as refusal:
        KIND.load(path)
    assert "\n" not in str(refusal.value)


def test_a_card_with_impossible_figures_is_refused(path):
    rewritten(path, card={**json.loads(json.dumps(CARD.__dict__)), "train_loss": [float("nan")]})
    with pytest.raises(WeightsError, match="unusable card"):
        KIND.load(path)


def test_a_file_without_description_is_refused(path):
    save_file(load_file(path), path)
    with pytest.raises(WeightsError, match="does not say"):
        KIND.load(path)
    save_file(load_file(path), path, metadata={KEY: "[" * 100_000})
    with pytest.raises(WeightsError, match="does not say"):
        KIND.load(path)


def _drop(tensors):
    del tensors["encoder.1.bias"]


def _reshape(tensors):
    tensors["encoder.1.bias"] = torch.zeros(17, dtype=torch.float16)


def _widen(tensors):
    tensors["encoder.1.bias"] = tensors["encoder.1.bias"].float()


def _halve(tensors):
    tensors["encoder.1.weight"] = tensors["encoder.1.weight"].half()


def _unscale(tensors):
    del tensors["encoder.1.weight.scale"]


def _spoil(tensors):
    tensors["encoder.1.bias"][0] = np.inf


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_drop, "has not the tensors"),
        (_unscale, "has not the tensors"),
        (_halve, "float16"),
        (_reshape, "17"),
        (_widen, "float32"),
        (_spoil, "not finite"),
    ],
)
def test_other_tensors_are_refused(path, change, why):
    rewritten(path, change)
    with pytest.raises(WeightsError, match=why):
        KIND.load(path)
