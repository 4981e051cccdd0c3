"""The study of diffusion: how good its digits are, does it draw what is asked for, what does it fill in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch

from assets.databases.mnist import DigitSet, Mnist
from assets.write import write_text
from models.digits import catalogue
from models.digits.diffusion.entries import DENOISERS
from models.digits.diffusion.inpaint import Inpainting
from models.digits.diffusion.latent import LatentDiffusion, read_diffusion
from models.digits.diffusion.masks import known_part
from models.digits.diffusion.measured import FILE
from models.digits.model import DigitModel
from models.digits.sampling.score import Moments, Tally
from training.digits.diffusion.fit import fit_denoiser
from training.digits.studies import Study

MODEL = "conv-vae-16"

DRAWN = 2000
"""Digits that each sampler draws, and real ones that they are compared with."""

WAYS = (("DDIM", 10, 0.0), ("DDIM", 50, 0.0), ("DDPM", 50, 1.0))
"""Name, steps and eta of the ways back."""

ASKED = 100
"""Times that each digit is asked for."""

GUIDANCES = (0.0, 1.0)

MISSING = ("half of the pixels", "lower half", "right half")
FILLED, ANSWERS = 120, 8
"""Test digits that are filled in, and answers to each."""


def study(mnist: Mnist, out: Path, *, seed: int, fresh: bool, say: Callable[[str], None]) -> Study:
    """Fit both denoisers, measure the one in sixteen dimensions, and write what the lab shows.

    Raises
    ------
    FloatingPointError
        If a fit runs away.
    AssetError
        If weights are missing or damaged.
    OSError
        If a file cannot be written.
    """
    for name in DENOISERS:
        fit_denoiser(name, mnist.train, out, seed=seed, fresh=fresh, say=say)
    diffusion = read_diffusion(MODEL, out / f"{DENOISERS[MODEL].name}.safetensors")
    model = catalogue.load(MODEL)
    report = {
        "seed": seed,
        "drawn": drawn(model, diffusion, mnist.test, DRAWN, seed, say),
        "asked": asked(model, diffusion, ASKED, seed, say),
        "inpainting": [
            filled_in(model, diffusion, mnist.test.pixels(slice(FILLED)), missing, ANSWERS, seed, say)
            for missing in MISSING
        ],
    }
    write_text(out / FILE, json.dumps(report, indent=1) + "\n")
    return Study(report, markdown(report))


def drawn(
    model: DigitModel,
    diffusion: LatentDiffusion,
    digits: DigitSet,
    n: int,
    seed: int,
    say: Callable[[str], None] = lambda _: None,
) -> list[dict[str, Any]]:
    """Score what is drawn: by plain noise, by diffusion, and real digits rebuilt, which is the floor.

    They are compared with the first n test digits; the floor is the next n, rebuilt.
    """
    real = _tally(digits.pixels(slice(n))).moments
    rng = torch.Generator().manual_seed(seed)
    rows = [_row("noise", 0, model.decode(torch.randn(n, model.latent, generator=rng).numpy()), real)]
    for name, steps, eta in WAYS:
        say(f"drawing: {n} digits by {name} in {steps} steps")
        rows.append(_row(name, steps, model.decode(diffusion.sample(n, steps, rng, eta=eta)), real))
    rebuilt = model.reconstruct(digits.pixels(slice(n, 2 * n)))
    return [*rows, _row("real digits, rebuilt", 0, rebuilt, real)]


def asked(
    model: DigitModel,
    diffusion: LatentDiffusion,
    n: int,
    seed: int,
    say: Callable[[str], None] = lambda _: None,
) -> list[dict[str, Any]]:
    """Ask for each digit n times: how often the judge reads what was asked for."""
    judge, rows = catalogue.load_judge(), []
    for guidance in GUIDANCES:
        say(f"asking for each digit {n} times, guidance {guidance:g}")
        rng = torch.Generator().manual_seed(seed)
        read = [
            judge.digits(model.decode(diffusion.sample(n, 50, rng, digit, guidance=guidance)))
            for digit in range(10)
        ]
        hit = (np.array(read) == np.arange(10)[:, None]).mean(1)
        rows.append(
            {
                "guidance": guidance,
                "obeyed": round(float(hit.mean()), 4),
                "least": round(float(hit.min()), 4),
                "least_digit": int(hit.argmin()),
            }
        )
    return rows


def filled_in(
    model: DigitModel,
    diffusion: LatentDiffusion,
    pixels: np.ndarray[Any, np.dtype[np.float32]],
    missing: str,
    answers: int,
    seed: int,
    say: Callable[[str], None] = lambda _: None,
) -> dict[str, Any]:
    """Take a part of pictures away and fill it in; mean squared errors over whole pictures.

    Returns
    -------
    dict
        ``masked`` the picture as it is given, ``denoising`` what the denoising autoencoder makes of it and
        ``denoising_kept`` the same with the known pixels as they were; ``mean`` of the answers, ``one`` of
        them, known pixels as they were; ``error`` and ``spread``, root mean square over the missing pixels
        alone: how far the mean is from the truth, and how far the answers lie apart.
    """
    say(f"filling in: {missing} of {len(pixels)} digits, {answers} answers each")
    digits = pixels.reshape(-1, 28, 28)
    known = known_part(missing, len(digits), seed)
    gap = np.where(known, digits, np.float32(0))
    cleaned = catalogue.load("denoising").reconstruct(gap)
    rng = torch.Generator().manual_seed(seed)
    *_, last = Inpainting(model.network, diffusion).back(gap, known, answers, generator=rng)
    mean = last.drawn.mean(1)

    def error(made: np.ndarray[Any, Any]) -> float:
        return round(float(np.square(made - digits).mean()), 5)

    return {
        "missing": missing,
        "digits": len(digits),
        "masked": error(gap),
        "denoising": error(cleaned),
        "denoising_kept": error(np.where(known, digits, cleaned)),
        "one": error(np.where(known, digits, last.drawn[:, 0])),
        "mean": error(np.where(known, digits, mean)),
        "error": round(float(np.sqrt(np.square(mean - digits)[~known].mean())), 4),
        "spread": round(float(np.sqrt(last.drawn.var(1, ddof=1)[~known].mean())), 4),
    }


def markdown(report: dict[str, Any]) -> str:
    """Give the three tables."""
    parts = [
        f"Codes of {MODEL}, {DRAWN} digits each. Fréchet distance on the judge's features, less is better; "
        "the last row is the floor. Entropy of the digits read, at most 2.303.\n",
        _table(report["drawn"], ("sampler", "steps", "frechet", "confidence", "entropy")),
        "\nA digit that is asked for, as the judge reads it: share obeyed, and the least obedient digit.\n",
        _table(report["asked"], ("guidance", "obeyed", "least", "least_digit")),
        f"\nInpainting, {FILLED} test digits, {ANSWERS} answers each: mean squared error over the whole "
        "picture. Masked: as given. Denoising: the denoising autoencoder, and with the known pixels kept. "
        "One answer, and the mean of all. Over the missing pixels alone, root mean square: the mean's error, "
        "and the spread of the answers.\n",
        _table(
            report["inpainting"],
            ("missing", "masked", "denoising", "denoising_kept", "one", "mean", "error", "spread"),
        ),
    ]
    return "\n".join(parts)


def _table(rows: list[dict[str, Any]], names: tuple[str, ...]) -> str:
    lines = ["| " + " | ".join(name.replace("_", ", ") for name in names) + " |", "|---" * len(names) + "|"]
    lines += ["| " + " | ".join(str(row[name]) for name in names) + " |" for row in rows]
    return "\n".join(lines)


def _tally(pixels: np.ndarray[Any, Any]) -> Tally:
    tally = Tally(catalogue.load_judge().network)
    tally.add(torch.from_numpy(np.asarray(pixels, np.float32).reshape(len(pixels), -1)))
    return tally


def _row(sampler: str, steps: int, pictures: np.ndarray[Any, Any], real: Moments) -> dict[str, Any]:
    score = _tally(pictures).score(real)
    return {
        "sampler": sampler,
        "steps": steps,
        "frechet": round(score.frechet, 2),
        "confidence": round(score.confidence, 4),
        "entropy": round(score.entropy, 4),
    }
