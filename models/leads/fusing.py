"""From what each lead says of a beat to what all say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.beats.scores import COMPONENTS, BeatScores

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Fusing:
    """How the leads' scores of a beat are put together.

    The three numbers were chosen on DS1 and the half at hand of the Supraventricular Database;
    ``ecg-train leads`` searches for others and judges them on patients left out. A logistic regression and
    boosted trees on all that is measured in both leads ranked patients left out no better. The unit was set
    by the alerts there: on DS1 and 18 records of the half they cover .982 and .987 of the V beats, and
    VEB are .976 and .984 found, .947 and .964 right.

    Attributes
    ----------
    first : float
        Share of the first of two leads that are equally quiet.
    noise : float
        A lead's weight falls by this power of the greatest noise in its latest beats.
    unit : float
        Mean score of the leads at which a beat raises an alert.
    """

    first: float = 0.6
    noise: float = 0.4
    unit: float = 1.25

    def votes(self, score: npt.ArrayLike, noise: npt.ArrayLike) -> Array:
        """Weigh the leads.

        Parameters
        ----------
        score, noise : array_like of float, shape (leads, n)
            Each lead's score of n beats, NaN where it has none, and the log of the noise lately
            (`models.beats.weighing.Measured.noise_lately`).

        Returns
        -------
        ndarray of float64, shape (leads, n)
            Shares that add up to 1; 0 where a lead has no score, and for all where none has.
        """
        known = np.isfinite(score)
        level = np.where(known & np.isfinite(noise), noise, 0.0)
        weight = np.exp(-self.noise * level)
        weight[0] *= self.first / (1 - self.first)
        weight = np.where(known, weight, 0.0)
        total = weight.sum(axis=0)
        return np.asarray(weight / np.where(total > 0, total, 1.0))

    def fuse(self, score: npt.ArrayLike, votes: Array) -> Array:
        """Give the score of all leads together, in units of the alert's threshold.

        Parameters
        ----------
        score : array_like of float, shape (leads, n)
            Each lead's.
        votes : ndarray of float, shape (leads, n)
            As `votes` gives them, or less.

        Returns
        -------
        ndarray of float64, shape (n,)
            NaN where no lead has a vote. Where only one has, it is that lead's own score.
        """
        total = votes.sum(axis=0)
        said = np.where(votes > 0, score, 0.0)
        with np.errstate(invalid="ignore", divide="ignore"):
            mean = (votes * said).sum(axis=0) / total
        several = (votes > 0).sum(axis=0) > 1
        return np.asarray(np.where(total > 0, mean / np.where(several, self.unit, 1.0), np.nan))


SHIPPED = Fusing()


def fuse_beats(leads: Sequence[BeatScores], votes: Array, how: Fusing = SHIPPED) -> BeatScores:
    """Give what the leads say together of the same beats.

    Parameters
    ----------
    leads : sequence of BeatScores
        What each says; as many beats each, in the same order.
    votes : ndarray of float, shape (leads, n)
        From `Fusing.votes`.
    how : Fusing, optional
        How they are put together.

    Returns
    -------
    BeatScores
        R peak and amplitude are those of the first lead that shows one; prematurity, RR interval and pause
        of the first that knows the interval; the models' verdicts of the lead that speaks loudest, since
        these are what its lanes show.
    """
    n = votes.shape[1]
    if not n:
        return BeatScores.none()
    score = np.stack([beats.score for beats in leads]).astype(np.float64)
    shown = _first(np.stack([beats.amplitude != 0 for beats in leads]))
    timed = _first(np.stack([np.isfinite(beats.rr_s) for beats in leads]))
    loudest = loudest_lead(score, votes)
    at = np.arange(n)

    def of(name: str, lead: npt.NDArray[np.intp]) -> npt.NDArray[np.float32]:
        return np.asarray(np.stack([getattr(beats, name) for beats in leads])[lead, at])

    by_lead: dict[str, npt.NDArray[np.intp]] = dict.fromkeys(COMPONENTS, loudest)
    by_lead |= {"amplitude": shown, "premature": timed, "rr_s": timed, "pause_s": timed}
    by_lead |= {"supraventricular": timed}
    return BeatScores(
        index=np.stack([beats.index for beats in leads])[shown, at],
        emitted=np.stack([beats.emitted for beats in leads]).max(axis=0),
        score=how.fuse(score, votes).astype(np.float32),
        **{name: of(name, lead) for name, lead in by_lead.items()},
    )


def loudest_lead(score: npt.ArrayLike, votes: Array) -> npt.NDArray[np.intp]:
    """Number of the lead that adds most to each beat's score; the first where none has a vote."""
    adds = np.where(votes > 0, votes * np.nan_to_num(score), -np.inf)
    return np.asarray(adds.argmax(axis=0))


def _first(which: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    """First lead of which something is true, the first of all where of none; shape (n,)."""
    return np.asarray(which.argmax(axis=0))
