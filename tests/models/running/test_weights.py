from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors import safe_open
from safetensors.torch import save_file

from assets.databases import svdb
from assets.databases.mitbih import DS1
from assets.errors import WeightsError
from models.running.weights import AUTOENCODER, FORECASTER, Card, TrainedAutoencoder, TrainedForecaster
from models.weights.file import MAX_BYTES
from models.weights.kind import Kind

Untrained = tuple[TrainedForecaster, TrainedAutoencoder]
Change = Callable[[dict[str, Any], dict[str, torch.Tensor]], None]


def rewrite(path: Path, change: Change) -> None:
    """Change a weights file's description and tensors in place."""
    with safe_open(path, framework="pt") as file:
        description = json.loads(file.metadata()["ecg-monitor"])
        tensors = {name: file.get_tensor(name) for name in file.keys()}
    change(description, tensors)
    save_file(tensors, path, metadata={"ecg-monitor": json.dumps(description)})


@pytest.fixture
def path(tmp_path: Path, untrained: Untrained) -> Path:
    file = tmp_path / "forecaster.safetensors"
    FORECASTER.save(file, untrained[0])
    return file


def test_what_is_written_is_read(tmp_path: Path, untrained: Untrained) -> None:
    card = replace(
        untrained[0].card,
        records=("101", "own"),
        validation_records=("106",),
        seed=7,
        epochs=3,
        versions={"torch": "9"},
        metrics={"validation_auc": 0.75},
    )
    for plain, kind in zip(untrained, (FORECASTER, AUTOENCODER), strict=True):
        trained = replace(plain, card=replace(card, threshold=plain.card.threshold))  # type: ignore[type-var]
        file = tmp_path / "w.safetensors"
        kind.save(file, trained)
        read = kind.load(file)
        assert read.card == trained.card
        assert read.network.config == trained.network.config
        assert not read.network.training
        for name, tensor in trained.network.state_dict().items():
            assert torch.equal(read.network.state_dict()[name], tensor)
    assert [p.name for p in tmp_path.iterdir()] == ["w.safetensors"]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda d, t: d["card"].update(frontend="other-9"), "behind the front end 'other-9'"),
        (lambda d, t: d.update(architecture="forecaster-99"), "has the architecture 'forecaster-99'"),
        (lambda d, t: d.update(kind="autoencoder"), "kind 'autoencoder', not 'forecaster'"),
        (lambda d, t: d["config"].update(hidden=10**9), "unusable settings"),
        (lambda d, t: d["config"].update(hidden="64"), "unusable value for hidden"),
        (lambda d, t: d["config"].update(hidden=True), "unusable value for hidden"),
        (lambda d, t: d["config"].update(horizons=[0, 1]), "unusable settings"),
        (lambda d, t: d["config"].update(horizons=[1.5]), "unusable value for horizons"),
        (lambda d, t: d["config"].update(clip=float("nan")), "unusable settings"),
        (lambda d, t: d["config"].update(hidden=13), "has .* as"),
        (lambda d, t: d["config"].pop("clip"), "has not the settings"),
        (lambda d, t: d["card"].pop("seed"), "has not the card"),
        (lambda d, t: d["card"].update(threshold=float("nan")), "unusable card"),
        (lambda d, t: d["card"].update(threshold=0.0), "unusable card"),
        (lambda d, t: d["card"].update(prior=None), "unusable card"),
        (lambda d, t: d["card"]["prior"].update(density=[1.0]), "unusable card"),
        (lambda d, t: d["card"].update(metrics=[]), "unusable card"),
        (lambda d, t: t.pop("head.bias"), "has not the tensors"),
        (lambda d, t: t.update(extra=torch.zeros(1)), "has not the tensors"),
        (lambda d, t: t.update({"head.bias": t["head.bias"].double()}), "has head.bias as"),
        (lambda d, t: t.update({"head.bias": t["head.bias"] * float("nan")}), "not finite"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_in_one_sentence(path: Path, change: Change, why: str) -> None:
    rewrite(path, change)
    with pytest.raises(WeightsError, match=why) as caught:
        FORECASTER.load(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert message.endswith(".")
    assert "\n" not in message


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="no weights file"):
        FORECASTER.load(tmp_path / "none.safetensors")
    with pytest.raises(WeightsError, match="not a readable"):
        FORECASTER.load(tmp_path)


def test_a_pickle_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "w.safetensors"
    torch.save({"a": torch.zeros(1)}, file)
    with pytest.raises(WeightsError, match="not a readable"):
        FORECASTER.load(file)


def test_a_safetensors_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "w.safetensors"
    save_file({"a": torch.zeros(1)}, file)
    with pytest.raises(WeightsError, match="does not say"):
        FORECASTER.load(file)


def test_an_oversized_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "w.safetensors"
    with file.open("wb") as out:
        out.truncate(MAX_BYTES + 1)
    with pytest.raises(WeightsError, match="larger than any weights file"):
        FORECASTER.load(file)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=60,
    deadline=None,
)
@given(data=st.data())
def test_a_damaged_file_is_refused_or_read_but_never_crashes(path: Path, data: st.DataObject) -> None:
    content = bytearray(path.read_bytes())
    broken = path.with_name("broken.safetensors")
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, min(len(content), 6000) - 1))] = data.draw(st.integers(0, 255))
    broken.write_bytes(
        content[: data.draw(st.integers(0, len(content)))] if data.draw(st.booleans()) else content
    )
    with contextlib.suppress(WeightsError):  # any other exception fails
        FORECASTER.load(broken)


@pytest.mark.parametrize("kind", [FORECASTER, AUTOENCODER], ids=lambda kind: kind.name)
def test_the_shipped_weights_are_small_and_say_where_they_come_from(kind: Kind[Any, Card]) -> None:
    assert kind.shipped_file.stat().st_size < 400_000
    card = kind.shipped().card
    known = {*DS1, *svdb.DEVELOPMENT} if kind is AUTOENCODER else set(DS1)
    assert set(card.records) == known - set(card.validation_records)
    assert set(card.validation_records) < known
    assert {"validation_auc", "validation_average_precision"} <= set(card.metrics)
    assert np.isfinite(list(card.metrics.values())).all()
