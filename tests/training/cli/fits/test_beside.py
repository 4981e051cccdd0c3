"""Beside a fit are the shipped models unless others are named; settings are usual unless chosen."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import pytest

from assets.errors import WeightsError
from models.running.weights import AUTOENCODER, FORECASTER
from training.cli.fits.beside import beside_options, running_models
from training.engine.options import asked


def parsed(*argv: str) -> argparse.Namespace:
    return beside_options("forecaster", "autoencoder").parse_args(argv)


def test_the_shipped_ones_are_beside_it_unless_others_are_named(tmp_path: Path) -> None:
    forecaster, autoencoder = running_models(parsed())
    assert forecaster.config == FORECASTER.shipped().network.config
    assert autoencoder.config == AUTOENCODER.shipped().network.config
    copy = tmp_path / "autoencoder.safetensors"
    copy.write_bytes(AUTOENCODER.shipped_file.read_bytes())
    assert running_models(parsed("--autoencoder", str(copy)))[1].config == autoencoder.config


def test_a_file_of_another_kind_is_refused() -> None:
    with pytest.raises(WeightsError, match="kind 'autoencoder', not 'forecaster'"):
        running_models(parsed("--forecaster", str(AUTOENCODER.shipped_file)))


@dataclass(frozen=True)
class Settings:
    seed: int = 3
    steps: int = 500


@pytest.mark.parametrize(
    ("chosen", "settings"),
    [
        ({"seed": None, "steps": None}, Settings()),
        ({"seed": 0, "steps": None}, Settings(seed=0)),
        ({"seed": None, "steps": 7}, Settings(steps=7)),
    ],
)
def test_settings_are_the_usual_ones_unless_chosen(chosen: dict[str, int | None], settings: Settings) -> None:
    assert asked(Settings(), **chosen) == settings
