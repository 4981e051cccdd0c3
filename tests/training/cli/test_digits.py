"""``ecg-train digits`` on invented digits: what it writes, and what it refuses in a sentence."""

import json

import numpy as np
import pytest

from assets.databases.mnist import DigitSet, Mnist
from models.digits.catalogue import UNPUNISHED, read
from training.__main__ import main
from training.digits.fits.fit import NAMES


@pytest.fixture
def little(blobs):
    digits = DigitSet(*blobs)
    return Mnist(digits, DigitSet(blobs[0][:50], blobs[1][:50]))


@pytest.fixture
def served(little, monkeypatch, tmp_path):
    monkeypatch.setattr("assets.databases.fetch.fetch_mnist", lambda **_: tmp_path)
    monkeypatch.setattr("assets.databases.mnist.load_mnist", lambda _: little)


def test_the_command_writes_losses(served, tmp_path, capsys):
    report = tmp_path / "vae.json"
    arguments = [
        "digits",
        "vae",
        "--epochs",
        "2",
        "--seed",
        "3",
        "--out",
        str(tmp_path),
        "--json",
        str(report),
    ]
    assert main(arguments) == 0
    written = json.loads(report.read_text())
    assert written["model"] == "vae"
    assert len(written["train_loss"]) == 2
    assert (written["seed"], written["epochs"]) == (3, 2)
    assert set(written["metrics"]) == {"mse", "loss", "reconstruction", "kl", "processor_seconds"}
    assert read("vae", tmp_path / "vae.safetensors").card.train_loss == pytest.approx(written["train_loss"])
    assert "vae" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["vae", "--epochs", "0"], "--epochs must be at least 1"),
        (["vae", "--seed", "-1"], "--seed must lie"),
        (["vae", "--threads", "0"], "--threads must"),
        (["vae", "--json", "nowhere/x.json"], "There is no folder"),
        (["figures", "--out", "nowhere"], "There is no weights file"),
    ],
)
def test_the_command_refuses_in_a_sentence(served, tmp_path, monkeypatch, capsys, arguments, why):
    monkeypatch.chdir(tmp_path)
    assert main(["digits", *arguments]) == 2
    error = capsys.readouterr().err
    assert why in error
    assert "Traceback" not in error


def test_a_training_that_runs_away_is_a_sentence(served, tmp_path, monkeypatch, capsys):
    def runs_away(*_args, **_kwargs):
        raise FloatingPointError("The training has run away: its loss is no longer a number.")

    monkeypatch.setattr("training.digits.fits.fit.fit", runs_away)
    assert main(["digits", "vae", "--out", str(tmp_path)]) == 2
    assert "run away" in capsys.readouterr().err


@pytest.mark.slow
def test_all_from_scratch_on_few_digits(mnist, monkeypatch, tmp_path, capsys):
    """Everything is written, on 2 000 digits and one epoch each: figures are poor, but all there."""
    few = Mnist(
        DigitSet(mnist.train.images[:2000], mnist.train.labels[:2000]),
        DigitSet(mnist.test.images[:1000], mnist.test.labels[:1000]),
    )
    monkeypatch.setattr("assets.databases.fetch.fetch_mnist", lambda **_: tmp_path)
    monkeypatch.setattr("assets.databases.mnist.load_mnist", lambda _: few)
    monkeypatch.setattr("training.digits.figures.few_labels.FEW", (50,))
    monkeypatch.setattr("training.digits.figures.few_labels.FEW_SEEDS", 1)
    monkeypatch.setattr("training.digits.figures.uses.ASKED", 200)
    monkeypatch.setattr("training.digits.figures.uses.KNOWN", 400)
    report = tmp_path / "all.json"
    assert main(["digits", "all", "--epochs", "1", "--out", str(tmp_path), "--json", str(report)]) == 0
    written = json.loads(report.read_text())
    assert list(written["models"]) == list(NAMES)
    assert np.isfinite([row["auroc"] for row in written["figures"]["anomaly"]]).all()
    assert (tmp_path / "codes.safetensors").is_file()
    assert (tmp_path / "figures.json").is_file()
    assert "| vae | mean training loss, last epoch |" in capsys.readouterr().out


def test_the_network_without_a_penalty_is_fitted_alone(served, tmp_path):
    assert main(["digits", "contractive-plain", "--epochs", "1", "--out", str(tmp_path)]) == 0
    assert UNPUNISHED.name == "contractive-plain"
    assert (tmp_path / "comparison" / "contractive-plain.safetensors").is_file()
