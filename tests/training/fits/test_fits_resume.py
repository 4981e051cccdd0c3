"""A fit that was interrupted goes on to the very same weights."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from assets.records.record import Record
from models.running.autoencoder import AutoencoderConfig
from models.running.forecaster import ForecasterConfig
from models.running.weights import TrainedAutoencoder, TrainedForecaster
from training.data.dataset import PatientRows, read_patient
from training.engine.checkpoint import Keeper, read_state, write_state
from training.engine.loop import Optimisation
from training.engine.progress import Silent
from training.engine.validation import Validation
from training.fits.autoencoder import fit_autoencoder
from training.fits.forecaster import fit_forecaster
from training.fits.running import FitSettings

MakeRecord = Callable[..., Record]
SETTINGS = FitSettings(epochs=3, steps=4, batch=8, learning_rate=3e-3, seed=5)


@pytest.fixture(scope="module")
def patients(make_record: MakeRecord) -> list[PatientRows]:
    return [read_patient(make_record(400, ectopic_every=15, name=f"p{i}", seed=i)) for i in range(3)]


def fit(
    kind: str, patients: list[PatientRows], keeper: Keeper | None, progress: Silent | None = None
) -> TrainedForecaster | TrainedAutoencoder:
    if kind == "forecaster":
        return fit_forecaster(
            patients[:2], patients[2:], SETTINGS, ForecasterConfig(hidden=8), progress, keeper
        )
    return fit_autoencoder(
        patients[:2], patients[2:], SETTINGS, AutoencoderConfig(channels=4, latent=4), progress, keeper
    )


class StopAfter(Silent):
    """Asks the fit to stop after so many batches."""

    def __init__(self, batches: int, stop: threading.Event) -> None:
        self.batches, self.stop = batches, stop
        self.began_at = -1

    def start(self, done: int) -> None:
        self.began_at = done

    def step(self, done: int, loss: float) -> None:
        if done == self.batches:
            self.stop.set()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["forecaster", "autoencoder"])
@pytest.mark.parametrize("batches", [4, 7])
def test_an_interrupted_fit_goes_on_to_the_same_weights(
    kind: str, batches: int, patients: list[PatientRows], tmp_path: Path
) -> None:
    whole = fit(kind, patients, None)
    path, identity = tmp_path / "kept", {"kind": kind}
    stop = threading.Event()
    with pytest.raises(KeyboardInterrupt):
        fit(kind, patients, Keeper(path, identity, stop), StopAfter(batches, stop))
    assert path.exists()
    torch.manual_seed(99)  # chance elsewhere in the meantime
    watcher = StopAfter(-1, threading.Event())
    resumed = fit(kind, patients, Keeper(path, identity), watcher)
    assert watcher.began_at == batches
    assert resumed.card == whole.card
    for name, tensor in whole.network.state_dict().items():
        assert torch.equal(tensor, resumed.network.state_dict()[name]), name
    watcher = StopAfter(-1, threading.Event())
    again = fit(kind, patients, Keeper(path, identity), watcher)
    assert watcher.began_at == SETTINGS.epochs * SETTINGS.steps, "it is kept to the end, until it is written"
    assert again.card == whole.card


def test_a_fit_ends_early_when_no_epoch_is_better(patients: list[PatientRows], tmp_path: Path) -> None:
    class Watcher(Silent):
        ended: int | None = None
        better: list[bool]

        def __init__(self) -> None:
            self.better = []

        def epoch(self, epoch: int, loss: float, validation: Validation, best: bool) -> None:
            self.better.append(best)

        def early(self, epoch: int) -> None:
            self.ended = epoch

    settings = FitSettings(epochs=12, steps=1, batch=2, learning_rate=1e-9, seed=1, patience=2)
    keeper = Keeper(tmp_path / "kept", {})

    def run() -> Watcher:
        watcher = Watcher()
        fit_forecaster(patients[:2], patients[2:], settings, ForecasterConfig(hidden=8), watcher, keeper)
        return watcher

    watcher = run()
    assert watcher.ended is not None
    assert watcher.ended < 12
    assert watcher.better[-2:] == [False, False]
    again = run()
    assert (again.ended, again.better) == (watcher.ended, []), "it ends where it had ended"


def test_what_was_kept_of_another_fit_is_not_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    state = {"network.a": torch.ones(2)}, {"done": 3}
    write_state(path, {"seed": 1}, state)
    assert read_state(path, {"seed": 2}) is None
    kept = read_state(path, {"seed": 1})
    assert kept is not None
    assert kept[1] == {"done": 3}
    for broken in (b"", b"nonsense", path.read_bytes()[:40]):
        path.write_bytes(broken)
        assert read_state(path, {"seed": 1}) is None


ENDED = """
import os, sys
from training.__main__ import main
from training.engine.progress import JsonLines
told = JsonLines.step
def step(self, done, loss):
    told(self, done, loss)
    if done == 15:
        os.kill(os.getpid(), int(sys.argv[1]))
JsonLines.step = step
sys.exit(main(sys.argv[2:]))
"""
"""A fit that is ended after its first epoch is kept, in the middle of the second."""


def command(data_dir: Path, out: Path, *program: str) -> list[str]:
    return [
        *(sys.executable, *(program or ("-m", "training"))),
        *("autoencoder", "--data-dir", str(data_dir), "--out", str(out)),
        *("--records", "101", "108", "106", "--held-out", "208", "--epochs", "2", "--steps", "12"),
        *("--progress", "json"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_process_goes_on_to_the_same_file(
    how: signal.Signals, data_dir: Path, tmp_path: Path
) -> None:
    whole, broken = tmp_path / "whole.safetensors", tmp_path / "broken.safetensors"
    done = subprocess.run(command(data_dir, whole), capture_output=True, text=True, check=True)
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [e["event"] for e in events if e["event"] not in ("step", "log")] == [
        "start",
        "epoch",
        "epoch",
        "done",
    ]
    assert events[-1]["file"] == str(whole)
    last = [e for e in events if e["event"] == "step"][-1]
    assert (last["done"], last["total"]) == (24, 24)

    ended = subprocess.run(
        command(data_dir, broken, "-c", ENDED, str(int(how))), capture_output=True, text=True, check=False
    )
    assert not broken.exists()
    if how == signal.SIGTERM:
        assert ended.returncode == 130, ended.stderr
        assert json.loads(ended.stdout.splitlines()[-1])["event"] == "interrupted"
    else:
        assert ended.returncode == -how, ended.stderr
    again = subprocess.run(command(data_dir, broken), capture_output=True, text=True, check=True)
    start = json.loads(next(line for line in again.stdout.splitlines() if '"start"' in line))
    assert start["done"] >= 12
    assert broken.read_bytes() == whole.read_bytes()


def test_a_kept_generator_draws_the_same(tmp_path: Path) -> None:
    def make(seed: int) -> tuple[Optimisation, np.random.Generator]:
        torch.manual_seed(seed)
        rng = np.random.default_rng(seed)
        return Optimisation(torch.nn.Linear(3, 1), rng, 1e-2, 10), rng

    one, rng = make(1)
    for _ in range(4):
        one.step(one.network(torch.from_numpy(rng.normal(size=(5, 3)).astype(np.float32))).square().mean())
    write_state(tmp_path / "kept", {}, one.state())
    state = read_state(tmp_path / "kept", {})
    assert state is not None
    other, other_rng = make(2)
    other.restore(state)

    def losses(fit: Optimisation, chance: np.random.Generator) -> list[float]:
        batches = [torch.from_numpy(chance.normal(size=(5, 3)).astype(np.float32)) for _ in range(6)]
        return [fit.step(fit.network(x).square().mean()) for x in batches]

    assert losses(one, rng) == losses(other, other_rng)
