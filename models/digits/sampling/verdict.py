"""What the figures say of samplers, in sentences: they are made of what was measured and of nothing else."""

from __future__ import annotations

from models.digits.sampling.racers import CHAIN_STEPS, SAMPLERS, Racer
from models.digits.sampling.score import MOST_ENTROPY
from models.digits.sampling.shipped import Measured, Row

CLEAR = 0.03
"""Distances that differ by less than this share are called alike."""

_SURER, _FEWER = 0.02, 0.1  # changes of confidence and of entropy that are worth a word


def verdict(measured: Measured, racer: Racer) -> list[str]:
    """Say who wins on a model, whether walking helps, and why.

    Parameters
    ----------
    measured : Measured
        Figures, which may lack some rows.
    racer : Racer
        The model.

    Returns
    -------
    list of str
        One sentence each; none where the prior was not measured.
    """
    prior = measured.row(racer.name, "prior")
    if prior is None:
        return []
    chains = [row for k in CHAIN_STEPS[1:] if (row := measured.row(racer.name, "chain", k)) is not None]
    said = [_walk(prior, chains)] if chains else []
    if chains and _praised(prior, chains[-1]):
        said.append(
            f"Sureness misleads: after {chains[-1].steps} steps the judge is surer "
            f"({prior.confidence:.2f} → {chains[-1].confidence:.2f}), but fewer kinds of digits are left "
            f"(variety {prior.entropy:.2f} → {chains[-1].entropy:.2f} of {MOST_ENTROPY:.2f})."
        )
    floor = measured.row(racer.name, "floor")
    rivals = [row for s in ("mixture", "diffusion") if (row := measured.row(racer.name, s)) is not None]
    if rivals and floor is not None:
        best = min([prior, *chains, *rivals], key=lambda row: row.frechet)
        said.append(
            f"Nearest to real digits is {_name(best)}, {best.frechet:.0f}; "
            f"codes of real digits give {floor.frechet:.0f}."
        )
    if floor is not None:
        said.append(_reason(prior, floor))
    return said


def _walk(prior: Row, chains: list[Row]) -> str:
    """Whether steps of the chain help, and whether many do."""
    best, last = min(chains, key=lambda row: row.frechet), chains[-1]
    if best.frechet < (1 - CLEAR) * prior.frechet:
        said = (
            f"Walking helps: {_steps(best)} bring the distance from {prior.frechet:.0f} to {best.frechet:.0f}"
        )
    elif best.frechet <= (1 + CLEAR) * prior.frechet:
        said = f"Walking hardly helps: {prior.frechet:.0f} before, {best.frechet:.0f} after {_steps(best)}"
    else:
        said = f"Walking hurts: {prior.frechet:.0f} before, {best.frechet:.0f} after {_steps(best)} already"
    if last is not best and last.frechet > (1 + CLEAR) * best.frechet:
        said += f"; long walks drift away, {last.frechet:.0f} after {_steps(last)}"
    return said + "."


def _praised(prior: Row, last: Row) -> bool:
    """Whether the judge's sureness rose while the variety of digits fell."""
    return last.confidence > prior.confidence + _SURER and last.entropy < prior.entropy - _FEWER


def _reason(prior: Row, floor: Row) -> str:
    if floor.frechet < 0.7 * prior.frechet:
        return (
            "The reason: codes of real digits do not fill the round heap from which chance draws, and the "
            "decoder was never asked for what lies between them."
        )
    return (
        "The reason: even codes of real digits are decoded to pictures that far from real ones, "
        "so that choosing codes better wins little."
    )


def _steps(row: Row) -> str:
    return f"{row.steps} step" + ("s" if row.steps != 1 else "")


def _name(row: Row) -> str:
    return f"the chain of {_steps(row)}" if row.sampler == "chain" else f"the {SAMPLERS[row.sampler]}"
