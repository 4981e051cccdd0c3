"""The beat autoencoder's weights file is read strictly and says in a sentence what is wrong."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from assets.errors import WeightsError
from models.beats.scores import COMPONENTS
from models.beats.weights import BEATS, MAX_BYTES, TrainedBeats, Weighing


def rewrite(path: Path, change: dict[str, object], tensors: dict[str, torch.Tensor] | None = None) -> None:
    from safetensors import safe_open

    with safe_open(path, framework="pt") as file:
        description = json.loads(file.metadata()["ecg-monitor"])
    save_file(tensors or load_file(path), path, {"ecg-monitor": json.dumps({**description, **change})})


@pytest.fixture
def path(tmp_path: Path, untrained_beats: TrainedBeats) -> Path:
    BEATS.save(tmp_path / "beats.safetensors", untrained_beats)
    return tmp_path / "beats.safetensors"


def test_what_is_written_is_read_back(path: Path, untrained_beats: TrainedBeats) -> None:
    card = replace(
        untrained_beats.card,
        weighing=Weighing(*(0.25 * i for i in range(1, 10))),
        baseline={name: 0.5 + i for i, name in enumerate(untrained_beats.card.baseline)},
        level={name: 2.5 + i for i, name in enumerate(untrained_beats.card.level)},
        records=("101", "own"),
        seed=7,
        steps=11,
        versions={"torch": "9"},
        metrics={"held_out_auc": 0.75},
    )
    BEATS.save(path, replace(untrained_beats, card=card))
    back = BEATS.load(path)
    assert back.card == card
    assert card != untrained_beats.card, "no field is left at what it is without a file"
    assert back.network.config == untrained_beats.network.config
    x = torch.randn(5, back.network.config.rows)
    torch.testing.assert_close(back.network.error(x), untrained_beats.network.error(x))


def test_a_card_that_calls_the_baseline_usual_is_read(path: Path, untrained_beats: TrainedBeats) -> None:
    """Earlier versions wrote it so, and users keep their files."""
    card = asdict(untrained_beats.card)
    rewrite(path, {"card": {**{k: v for k, v in card.items() if k != "baseline"}, "usual": card["baseline"]}})
    assert BEATS.load(path).card == untrained_beats.card


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "forecaster"}, "kind 'forecaster'"),
        ({"architecture": "another"}, "architecture 'another'"),
        ({"config": {}}, "settings"),
        ({"card": {}}, "card"),
    ],
)
def test_a_file_of_another_kind_is_refused(path: Path, change: dict[str, object], said: str) -> None:
    rewrite(path, change)
    with pytest.raises(WeightsError, match=said):
        BEATS.load(path)


def test_wrong_tensors_and_missing_and_broken_files_are_refused(path: Path) -> None:
    tensors = load_file(path)
    rewrite(path, {}, {name: tensor[:1] for name, tensor in tensors.items()})
    with pytest.raises(WeightsError, match="not"):
        BEATS.load(path)
    rewrite(path, {}, {name: torch.full_like(tensor, torch.nan) for name, tensor in tensors.items()})
    with pytest.raises(WeightsError, match="not finite"):
        BEATS.load(path)
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(WeightsError, match="larger than any"):
        BEATS.load(path)
    path.write_bytes(b"nothing")
    with pytest.raises(WeightsError, match="not a readable"):
        BEATS.load(path)
    with pytest.raises(WeightsError, match="no weights file"):
        BEATS.load(path.with_name("absent"))


def test_the_card_takes_no_nonsense(untrained_beats: TrainedBeats) -> None:
    for change in ({"threshold": 0.0}, {"premature": float("nan")}, {"level": {}}, {"baseline": {}}):
        with pytest.raises(ValueError, match="the card"):
            replace(untrained_beats.card, **change)


def test_a_verdict_counts_if_its_weight_is_not_zero() -> None:
    every = {"forecast", "reconstruction", "template", "autoencoder", "rhythm"}
    assert Weighing(autoencoder=0.1, forecast=0.1, reconstruction=-0.1, rhythm=0.1).counted == every
    assert Weighing(autoencoder=0, forecast=0, reconstruction=0, rhythm=0).counted == {"template"}
    assert set(COMPONENTS) < every


def test_the_shipped_file_is_fitted_on_ds1_alone() -> None:
    from assets.databases.mitbih import DS1

    card = BEATS.shipped().card
    assert set(card.records) == set(DS1)
    assert card.weighing == Weighing(), "it is scored as this version says"
