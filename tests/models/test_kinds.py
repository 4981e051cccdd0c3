"""Every kind of weights is found by its name, ships, and comes back byte for byte."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from safetensors import safe_open

from assets.errors import WeightsError
from assets.shipped import digits_folder
from models import kinds
from models.contract.fits import RETRAINED

DIGITS = sorted(path for path in digits_folder().glob("*.safetensors") if path.stem in kinds.digit_entries())


def description(path: Path) -> dict[str, object]:
    with safe_open(path, framework="np") as file:
        said: dict[str, object] = json.loads(file.metadata()["ecg-monitor"])
    return said


def test_what_can_be_adopted_is_among_the_monitors_kinds() -> None:
    assert set(RETRAINED) < set(kinds.MONITOR)


@pytest.mark.parametrize("name", [*kinds.MONITOR, *kinds.LAB])
def test_shipped_weights_are_written_as_they_were_read(name: str, tmp_path: Path) -> None:
    kind = kinds.kind(name)
    assert kind.name == name
    assert kinds.kind_of(kind.shipped_file, description(kind.shipped_file)) is kind
    kind.save(tmp_path / "again", kind.shipped())
    if name == "beats":  # its card has a field that is called otherwise now: what is written then is the same
        kind.save(tmp_path / "renamed", kind.load(tmp_path / "again"))
        assert (tmp_path / "renamed").read_bytes() == (tmp_path / "again").read_bytes()
        assert kind.load(tmp_path / "again").card == kind.shipped().card
    else:
        assert (tmp_path / "again").read_bytes() == kind.shipped_file.read_bytes()


@pytest.mark.parametrize("path", DIGITS, ids=lambda path: path.stem)
def test_digit_weights_are_written_as_they_were_read(path: Path, tmp_path: Path) -> None:
    kind = kinds.kind_of(path, description(path))
    kind.save(tmp_path / "again", kind.load(path))
    assert (tmp_path / "again").read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({}, "kind None, which is none of"),
        ({"kind": "oracle"}, "kind 'oracle', which is none of autoencoder, beats, digits, forecaster, heart"),
        ({"kind": ["qrs"]}, "which is none of"),
        ({"kind": "digits"}, "digit model None"),
        ({"kind": "digits", "name": ["vae"]}, "does not know"),
    ],
)
def test_what_is_not_known_is_refused(said: dict[str, object], why: str) -> None:
    with pytest.raises(WeightsError, match=why):
        kinds.kind_of(Path("w"), said)
    with pytest.raises(ValueError, match="no kind of weights 'digits'"):
        kinds.kind("digits")


def test_neither_the_list_nor_the_qrs_weights_import_torch() -> None:
    code = (
        "import sys; from models.kinds import kind; kind('qrs').shipped(); sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
