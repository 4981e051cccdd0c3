"""The race of samplers, drawn and scored from several starts at once while somebody watches."""

from __future__ import annotations

import torch

from models.contract.messages.commands import RunRace
from models.contract.messages.lab import RaceLane
from models.digits.catalogue import load_judge
from models.digits.model import SIDE, Array
from models.digits.sampling.race import Race
from models.digits.sampling.racers import racer
from models.digits.sampling.score import together
from models.digits.sampling.shipped import load_ground
from models.digits.space.latent import mosaic
from training.digits.live.link import Link, picture

BATCH = 50
"""Pictures that a sampler draws of each start before it is the next one's turn."""

STARTS = 3
"""Races that are run at once, each from other chance: by how much they differ is told."""

APART = 1_000
"""Between the seeds of two starts; a race takes some seeds on from its own."""

ROWS = 4
"""Pictures in a row and in a column of those that are shown."""


def run(request: RunRace, link: Link) -> None:
    """Race until the link ends; each `RunRace` that arrives begins anew.

    Parameters
    ----------
    request : RunRace
        What is asked for.
    link : Link
        Is told `RaceLane`.

    Raises
    ------
    AssetError
        If a model or what ships for the race is missing or broken.
    ValueError
        If no sampler races on that model, or the steps are negative.
    """
    ground = load_ground()
    while True:
        races = [
            Race(racer(request.model), load_judge().network, ground, request.steps, request.seed + k * APART)
            for k in range(STARTS)
        ]
        other = _drawn(races, request, link)
        while other is None:
            other = _next(link, wait=True)
        request = other


def _drawn(races: list[Race], request: RunRace, link: Link) -> RunRace | None:
    """Let all draw in turn to the end; give what is asked for meanwhile."""
    first = races[0]
    for _ in range(first.most // BATCH):
        for sampler in first.tallies:
            latest = first.draw(sampler, BATCH)
            for race in races[1:]:
                if (other := _next(link)) is not None:
                    return other
                race.draw(sampler, BATCH)
            score, spread = together([race.tallies[sampler].score(race.ground.real) for race in races])
            if sampler == "floor" and score.n >= first.most:
                spread = None  # the same codes in every start by now, so that they differ in nothing
            link.tell(
                RaceLane(
                    model=request.model,
                    steps=request.steps,
                    sampler=sampler,
                    n=score.n,
                    frechet=score.frechet,
                    confidence=score.confidence,
                    entropy=score.entropy,
                    latest=picture(tiled(latest)),
                    spread=None if spread is None else (spread.frechet, spread.confidence, spread.entropy),
                )
            )
            if (other := _next(link)) is not None:
                return other
    return None


def tiled(x: torch.Tensor) -> Array:
    """Lay the first pictures of a batch out as a square; (n, 784) to (rows * 28, rows * 28)."""
    return mosaic(x[: ROWS**2].reshape(ROWS, ROWS, SIDE, SIDE).numpy())


def _next(link: Link, *, wait: bool = False) -> RunRace | None:
    """Give what is asked for next; None where nothing is, unless it shall be waited for."""
    command = link.command(wait=wait)
    if command is None or isinstance(command, RunRace):
        return command
    raise ValueError("A race can only be begun anew.")
