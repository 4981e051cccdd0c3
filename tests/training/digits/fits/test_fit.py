"""``ecg-train digits`` on invented digits: what it writes, how it goes on, what it refuses."""

import json

import numpy as np
import pytest
import torch

from assets.databases.mnist import DigitSet, Mnist
from models.digits.catalogue import read
from training.__main__ import main
from training.digits.fits import checkpoint
from training.digits.fits.fit import NAMES, default_epochs, fit, weights_path
from training.digits.fits.recipes import RECIPES


@pytest.fixture
def little(blobs):
    digits = DigitSet(*blobs)
    return Mnist(digits, DigitSet(blobs[0][:50], blobs[1][:50]))


def weights(network):
    return torch.cat([value.ravel() for value in network.state_dict().values()])


def test_a_fit_is_written_with_its_card(little, tmp_path):
    fitted = fit("conv-ae", little, tmp_path, epochs=2, seed=5)
    model = read("conv-ae", fitted.path)
    assert torch.equal(weights(model.network), weights(fitted.network)), "as measured, so stored"
    card = model.card
    assert (card.seed, card.epochs, len(card.train_loss)) == (5, 2, 2)
    assert "300" in card.data
    assert set(card.versions) == {"python", "torch", "numpy"}
    assert card.recipe == RECIPES["conv-ae"].settings
    assert not list((tmp_path / "checkpoints").iterdir())


def test_the_same_seed_gives_the_same_weights(little, tmp_path):
    a, b, c = (
        fit("cvae", little, tmp_path / folder, epochs=1, seed=seed).network
        for folder, seed in (("a", 1), ("b", 1), ("c", 2))
    )
    assert torch.equal(weights(a), weights(b))
    assert not torch.equal(weights(a), weights(c))


class Interrupted(Exception):
    pass


@pytest.mark.parametrize("name", ["vae", "adversarial", "denoising", "stacked"])
def test_an_interrupted_fit_goes_on(little, tmp_path, name):
    epochs = max(3, RECIPES[name].least_epochs)
    through = fit(name, little, tmp_path / "through", epochs=epochs)
    seen = []

    def stop(step, _epochs):
        if step.epoch == epochs and step.step == 2:
            raise Interrupted

    def watch(step, _epochs):
        seen.append(step.epoch)

    with pytest.raises(Interrupted):
        fit(name, little, tmp_path / "cut", epochs=epochs, report=stop)
    assert not weights_path(tmp_path / "cut", name).exists()
    resumed = fit(name, little, tmp_path / "cut", epochs=epochs, report=watch)
    assert set(seen) == {epochs}, "only the last epoch was left to do"
    assert torch.equal(weights(through.network), weights(resumed.network))
    assert through.card.train_loss == resumed.card.train_loss


def test_what_is_fitted_is_taken_as_it_is_unless_asked_otherwise(little, tmp_path):
    seen = []

    def watch(step, _epochs):
        seen.append(step.epoch)

    fit("without-1", little, tmp_path, epochs=1)
    fit("without-1", little, tmp_path, epochs=1, report=watch)
    assert not seen
    for change in ({"fresh": True}, {"seed": 2}, {"epochs": 2}):
        seen.clear()
        fit("without-1", little, tmp_path, **{"epochs": 1, "report": watch, **change})
        assert seen


def test_a_foreign_or_broken_checkpoint_is_not_gone_on_with(little, tmp_path):
    trainer = RECIPES["vae"].trainer(little.train, 2, 0)
    trainer.epoch()
    path = tmp_path / "c.safetensors"
    checkpoint.keep(path, trainer, {"seed": 0})
    other = RECIPES["vae"].trainer(little.train, 2, 0)
    assert not checkpoint.resume(path, other, {"seed": 1})
    assert not checkpoint.resume(tmp_path / "none", other, {"seed": 0})
    assert not checkpoint.resume(path, RECIPES["ae"].trainer(little.train, 2, 0), {"seed": 0})
    raw = path.read_bytes()
    path.write_bytes(raw[:-10])
    assert not checkpoint.resume(path, other, {"seed": 0})
    assert other.epochs_done == 0
    path.write_bytes(raw)
    assert checkpoint.resume(path, other, {"seed": 0})
    assert other.epochs_done == 1


def test_epochs_that_make_no_sense():
    assert default_epochs("vae") == 5
    assert default_epochs("vae", 2) == 2
    assert default_epochs("stacked", 1) == 5, "one a layer and one for the whole"
    assert default_epochs("pca", 7) == 0


def test_impossible_fits_are_refused(little, tmp_path):
    with pytest.raises(ValueError, match="no digit model"):
        fit("gan", little, tmp_path)
    with pytest.raises(ValueError, match="epochs"):
        fit("vae", little, tmp_path, epochs=0)


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
    assert set(written["metrics"]) == {"mse", "loss", "reconstruction", "kl"}
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
    report = tmp_path / "all.json"
    assert main(["digits", "all", "--epochs", "1", "--out", str(tmp_path), "--json", str(report)]) == 0
    written = json.loads(report.read_text())
    assert list(written["models"]) == list(NAMES)
    assert np.isfinite([row["auroc"] for row in written["figures"]["anomaly"]]).all()
    assert (tmp_path / "codes.safetensors").is_file()
    assert (tmp_path / "figures.json").is_file()
    assert "| vae | mean training loss, last epoch |" in capsys.readouterr().out
