"""What the figures say of samplers, in sentences: they are made of what was measured and of nothing else."""

from __future__ import annotations

from assets.phrase import phrase
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
        A sentence or two each, as `assets.phrase.Phrase`; none where the prior was not measured.
    """
    prior = measured.row(racer.name, "prior")
    if prior is None:
        return []
    chains = [row for k in CHAIN_STEPS[1:] if (row := measured.row(racer.name, "chain", k)) is not None]
    said = _walk(prior, chains) if chains else []
    if chains and _praised(prior, chains[-1]):
        said.append(
            phrase(
                "Sureness misleads: after {steps} steps the judge is surer ({sure:.2f} → "
                "{surer:.2f}), but fewer kinds of digits are left (variety {variety:.2f} → "
                "{left:.2f} of {most:.2f}).",
                steps=chains[-1].steps,
                sure=prior.confidence,
                surer=chains[-1].confidence,
                variety=prior.entropy,
                left=chains[-1].entropy,
                most=MOST_ENTROPY,
            )
        )
    floor = measured.row(racer.name, "floor")
    rivals = [row for s in ("mixture", "diffusion") if (row := measured.row(racer.name, s)) is not None]
    if rivals and floor is not None:
        best = min([prior, *chains, *rivals], key=lambda row: row.frechet)
        nearest = (
            phrase("the chain of {steps}", steps=_steps(best))
            if best.sampler == "chain"
            else phrase("the {sampler}", sampler=SAMPLERS[best.sampler])
        )
        said.append(
            phrase(
                "Nearest to real digits is {nearest}, {distance:.0f}; codes of real digits give {floor:.0f}.",
                nearest=nearest,
                distance=best.frechet,
                floor=floor.frechet,
            )
        )
    if floor is not None:
        said.append(_reason(prior, floor))
    return said


def _walk(prior: Row, chains: list[Row]) -> list[str]:
    """Whether steps of the chain help, and whether many do."""
    best, last = min(chains, key=lambda row: row.frechet), chains[-1]
    found = {"before": prior.frechet, "after": best.frechet, "steps": _steps(best)}
    if best.frechet < (1 - CLEAR) * prior.frechet:
        said = [
            phrase("Walking helps: {steps} bring the distance from {before:.0f} to {after:.0f}.", **found)
        ]
    elif best.frechet <= (1 + CLEAR) * prior.frechet:
        said = [phrase("Walking hardly helps: {before:.0f} before, {after:.0f} after {steps}.", **found)]
    else:
        said = [phrase("Walking hurts: {before:.0f} before, {after:.0f} after {steps} already.", **found)]
    if last is not best and last.frechet > (1 + CLEAR) * best.frechet:
        said.append(
            phrase(
                "But long walks drift away, {distance:.0f} after {steps}.",
                distance=last.frechet,
                steps=_steps(last),
            )
        )
    return [*said]


def _praised(prior: Row, last: Row) -> bool:
    """Whether the judge's sureness rose while the variety of digits fell."""
    return last.confidence > prior.confidence + _SURER and last.entropy < prior.entropy - _FEWER


def _reason(prior: Row, floor: Row) -> str:
    if floor.frechet < 0.7 * prior.frechet:
        return phrase(
            "The reason: codes of real digits do not fill the round heap from which chance draws, and the "
            "decoder was never asked for what lies between them."
        )
    return phrase(
        "The reason: even codes of real digits are decoded to pictures that far from real ones, so that "
        "choosing codes better wins little."
    )


def _steps(row: Row) -> str:
    return phrase("1 step") if row.steps == 1 else phrase("{steps} steps", steps=row.steps)
