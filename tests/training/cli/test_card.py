"""What a weights file says of itself, and that files of other kinds are refused."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

from assets.databases.mitbih import DS1
from assets.shipped import digits_folder, weights_file
from models.signal.version import FRONTEND_ID
from training.__main__ import main
from training.data.dataset import training_records
from training.engine.runner import SHIPPED_FROM

MONITOR = ("forecaster", "autoencoder", "beats", "qrs")


@pytest.mark.parametrize("kind", MONITOR)
def test_the_shipped_cards_are_printed(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["card", str(weights_file(kind))]) == 0
    told = capsys.readouterr().out
    lines = told.splitlines()
    with safe_open(weights_file(kind), framework="np") as file:
        described = json.loads(file.metadata()["ecg-monitor"])
    assert lines[1:3] == [f"kind: {kind}", f"architecture: {described['architecture']}"]
    records = DS1 if kind in ("beats", "qrs") else training_records(SHIPPED_FROM.get(kind, ("mitdb",)))
    assert f"  records: {' '.join(records)}" in lines
    assert f"  seed: {described['card']['seed']}" in lines
    assert f"  frontend: {FRONTEND_ID}" in lines
    for name, value in described["card"]["metrics"].items():
        assert f"    {name}: {value:.6g}" in lines
    tensors = load_file(weights_file(kind))
    assert f"tensors: {len(tensors)}, {sum(t.size for t in tensors.values())} numbers" in lines


@pytest.mark.parametrize("name", ["vae", "judge", "without-3"])
def test_a_digit_model_s_card_is_printed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["card", str(digits_folder() / f"{name}.safetensors")]) == 0
    told = capsys.readouterr().out
    assert "kind: digits\n" in told
    assert f"name: {name}\n" in told


def write_altered(path: Path, source: Path, **changes: str) -> None:
    """Copy a weights file with another description; `frontend` is the card's."""
    with safe_open(source, framework="np") as file:
        described = json.loads(file.metadata()["ecg-monitor"])
    if "frontend" in changes:
        described["card"]["frontend"] = changes.pop("frontend")
    save_file(load_file(source), path, metadata={"ecg-monitor": json.dumps({**described, **changes})})


@pytest.mark.parametrize("kind", MONITOR)
def test_other_front_ends_kinds_and_shapes_are_refused(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, path = weights_file(kind), tmp_path / "w.safetensors"
    cases = [
        ({"frontend": "ecg-frontend-0"}, "front end 'ecg-frontend-0'"),
        ({"architecture": "lstm-9"}, "architecture 'lstm-9'"),
        ({"kind": "oracle"}, "kind 'oracle'"),
    ]
    for changes, why in cases:
        write_altered(path, source, **changes)
        assert main(["card", str(path)]) == 2
        error = capsys.readouterr().err
        assert why in error
        assert error.count("\n") == 1
    tensors = load_file(source)
    name = sorted(tensors)[0]
    with safe_open(source, framework="np") as file:
        metadata = file.metadata()
    save_file({**tensors, name: np.zeros(7, dtype=np.float32)}, path, metadata=metadata)
    assert main(["card", str(path)]) == 2
    assert name in capsys.readouterr().err


def test_what_is_no_weights_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "w.safetensors"
    assert main(["card", str(path)]) == 2
    path.write_bytes(b"\x80\x04pickled")
    assert main(["card", str(path)]) == 2
    save_file({"a": np.zeros(2)}, path)
    assert main(["card", str(path)]) == 2
    assert capsys.readouterr().err.count("\n") == 3
