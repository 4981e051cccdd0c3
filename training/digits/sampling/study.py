"""The study ``samplers``: which way to choose codes gives digits nearest to real ones, model by model."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from assets.databases.mnist import Mnist
from assets.write import write_text
from models.digits.catalogue import load_judge
from models.digits.diffusion.entries import DENOISERS
from models.digits.diffusion.latent import STEPS as DIFFUSION_STEPS
from models.digits.diffusion.latent import load_diffusion
from models.digits.networks.judge import JudgeNetwork
from models.digits.networks.network import DigitNetwork
from models.digits.sampling.chain import Chain
from models.digits.sampling.entries import RACED
from models.digits.sampling.racers import CHAIN_STEPS, RACERS, Racer
from models.digits.sampling.score import MOST_ENTROPY, Moments, Score, Tally
from models.digits.sampling.shipped import FIGURES, FILE, Ground, Row, read_ground
from training.digits.fits.fit import fit
from training.digits.sampling.ground import BATCH, Say, chain_of, codes_of, ground_fits, write_ground
from training.digits.sampling.table import markdown
from training.digits.studies import Study

SAMPLES = 10_000
"""Pictures a row of the table."""


def study(mnist: Mnist, out: Path, *, seed: int, fresh: bool, say: Say, samples: int = SAMPLES) -> Study:
    """Fit the networks and mixtures that are not in `out` yet, measure every sampler, and write both.

    Parameters
    ----------
    mnist : Mnist
        The digits: fits and mixtures learn from the training digits; distances are from the test digits.
    out : Path
        Folder for `RACED`'s weights, `FILE` and `FIGURES`. Mixtures of other weights or of another seed are
        fitted anew.
    seed : int
        Fixes everything.
    fresh : bool
        Fit and measure anew, whatever is in the folder.
    say : callable
        Told what is being done.
    samples : int
        Pictures a row.

    Returns
    -------
    Study
    """
    for entry in RACED:
        say(f"fitting: {entry.name}")
        fit(entry.name, mnist, out, seed=seed, fresh=fresh)
    judge = load_judge().network
    real, trained = Tally(judge), Tally(judge)
    real.add(torch.from_numpy(mnist.test.pixels(slice(samples))))
    trained.add(torch.from_numpy(mnist.train.pixels(slice(samples))))
    chains = {racer.name: chain_of(racer, out) for racer in RACERS}
    if fresh or not ground_fits(mnist, out / FILE, chains, seed):
        write_ground(mnist, out, chains, real.moments, seed, say)
    ground = read_ground(out / FILE)
    rows = _Rows(out / "checkpoints" / FIGURES, {"seed": seed, "samples": samples}, fresh)
    for racer in sorted(RACERS, key=lambda racer: racer.latent):  # the quick ones first
        _race(mnist, racer, chains[racer.name], ground, rows, seed, samples, say)
    found = {
        "n": samples,
        "seed": seed,
        "features": f"{judge.head.in_features} of the judge's last hidden layer, squared Fréchet distance",
        "most_entropy": MOST_ENTROPY,
        "real": asdict(trained.score(real.moments)),
        "heaps": {name: len(mixture.weights) for name, mixture in ground.mixtures.items()},
        "rows": [asdict(row) for racer in RACERS for row in rows.found if row.model == racer.name],
    }
    write_text(out / FIGURES, json.dumps(_rounded(found), indent=1) + "\n")
    rows.path.unlink(missing_ok=True)
    return Study(found, markdown(found))


def _race(
    mnist: Mnist, racer: Racer, chain: Chain, ground: Ground, rows: _Rows, seed: int, samples: int, say: Say
) -> None:
    """Measure all samplers of a model."""
    judge = load_judge().network

    def measure(sampler: str, codes: Callable[[torch.Generator], torch.Tensor], steps: int = 0) -> None:
        if rows.has(racer.name, sampler, steps):
            return
        score = score_codes(chain.network, judge, codes(torch.Generator().manual_seed(seed)), ground.real)
        rows.add(Row(racer.name, sampler, steps, score.frechet, score.confidence, score.entropy))
        say(f"{racer.name}, {sampler} {steps or ''}: {score.frechet:.1f}")

    measure("prior", lambda chance: torch.randn(samples, racer.latent, generator=chance))
    if not all(rows.has(racer.name, "chain", k) for k in CHAIN_STEPS[1:]):
        chance = torch.Generator().manual_seed(seed)
        z, gone = torch.randn(samples, racer.latent, generator=chance), 0
        for steps in CHAIN_STEPS[1:]:
            z = torch.cat([chain.run(part, steps - gone, chance) for part in z.split(BATCH)])
            gone = steps
            measure("chain", functools.partial(_as_they_are, z), steps)
    measure("mixture", lambda chance: ground.mixtures[racer.name].sample(samples, chance))
    if racer.name in DENOISERS:
        diffusion = load_diffusion(racer.name)
        measure(
            "diffusion",
            lambda chance: torch.from_numpy(diffusion.sample(samples, generator=chance)),
            DIFFUSION_STEPS,
        )
    x = torch.from_numpy(mnist.train.pixels(slice(samples)))
    measure("floor", lambda chance: codes_of(chain, x, chance))


def _as_they_are(codes: torch.Tensor, _: torch.Generator) -> torch.Tensor:
    return codes


def score_codes(network: DigitNetwork, judge: JudgeNetwork, codes: torch.Tensor, real: Moments) -> Score:
    """Score the pictures of codes; (n, latent)."""
    tally = Tally(judge)
    with torch.inference_mode():
        for part in codes.split(BATCH):
            tally.add(network.decode(part))
    return tally.score(real)


class _Rows:
    """The table as it grows, kept in a file so that an interrupted study goes on.

    Parameters
    ----------
    path : Path
        The file.
    identity : dict
        What rows of an earlier run must agree in.
    fresh : bool
        Begin anew.
    """

    def __init__(self, path: Path, identity: dict[str, Any], fresh: bool) -> None:
        self.path = path
        self._identity = identity
        self.found: list[Row] = []
        if not fresh and path.is_file():
            try:
                kept = json.loads(path.read_text(encoding="utf-8"))
                if kept["identity"] == identity:
                    self.found = [Row(**row) for row in kept["rows"]]
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{path} is damaged ({error}); --fresh begins anew.") from None

    def has(self, model: str, sampler: str, steps: int) -> bool:
        """Whether a row is there."""
        return any((r.model, r.sampler, r.steps) == (model, sampler, steps) for r in self.found)

    def add(self, row: Row) -> None:
        """Take a row, and keep it."""
        self.found.append(row)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        kept = {"identity": self._identity, "rows": [asdict(row) for row in self.found]}
        write_text(self.path, json.dumps(kept) + "\n")


def _rounded(value: Any) -> Any:
    """Round to five significant digits."""
    if isinstance(value, float):
        return float(f"{value:.5g}")
    if isinstance(value, dict):
        return {k: _rounded(v) for k, v in value.items()}
    return [_rounded(v) for v in value] if isinstance(value, list) else value
