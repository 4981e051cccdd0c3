"""How a user's own recordings are divided: what is learnt from, and what is held out to judge by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.errors import AssetError
from assets.phrase import Phrase, phrase
from assets.records.open import survey_named, text_named
from training.evaluation.beats import LEARN_S

EVERY = 5
"""Every fifth is held out, beginning with the last, where that is about a fifth of the whole length."""

LEAST_SHARE, MOST_SHARE = 0.1, 0.35
"""Share of the whole length that is held out, if any division has it."""


@dataclass(frozen=True)
class Division:
    """Recordings to learn from and held-out ones.

    Attributes
    ----------
    learn, held_out : tuple of str
        Names, as they were given; of those held out, first what is long enough to be judged by.
    why : Phrase
        How much is held out and why just that, in one sentence.
    """

    learn: tuple[str, ...]
    held_out: tuple[str, ...]
    why: Phrase


def divide(named: Sequence[str], folder: Path | None = None) -> Division:
    """Divide recordings by their length; the same ones are always divided alike.

    What lies in one folder below `folder` is one patient's, and is kept together. Every fifth patient is held
    out, beginning with the last, where these have a tenth to a third of the whole length and one of their
    recordings is long enough to be judged by (`training.evaluation.beats.LEARN_S`). Else patients are
    exchanged, taken in or left out, one by one, each time as comes nearest to that.

    Parameters
    ----------
    named : sequence of str
        What `assets.records.open.open_record` opens, two or more. What is not on this disk, or cannot be
        read, is taken to be as long as the others usually are.
    folder : Path or None
        The folder in which they were found.
    """
    lengths, in_seconds = _lengths(named)
    patients = _patients(named, folder)
    size = np.array([lengths[which].sum() for which in patients])
    long_enough = lengths > LEARN_S if in_seconds else np.ones(len(named), dtype=bool)
    judged = np.array([long_enough[which].any() for which in patients])
    usual = np.zeros(len(patients), dtype=bool)
    usual[::-1][::EVERY] = True
    share = size / size.sum()
    kept = _mended(usual, share, judged)
    held_out = {i for patient in np.flatnonzero(kept) for i in patients[patient]}
    return Division(
        tuple(name for i, name in enumerate(named) if i not in held_out),
        tuple(named[i] for i in sorted(held_out, key=lambda i: (not long_enough[i], -i))),
        _why(
            len(held_out),
            len(named),
            float(share[kept].sum()),
            good=float(_cost(share[kept].sum(), judged[kept].sum())) == 0,
            usual=bool((kept == usual).all()),
            usual_share=float(share[usual].sum()),
            together=len(patients) < len(named),
        ),
    )


def _lengths(named: Sequence[str]) -> tuple[npt.NDArray[np.float64], bool]:
    """Length of each recording, and whether in seconds: text files count by their bytes."""
    found = [_length(name) for name in named]
    in_seconds = not all(text for _, text in found)
    known = np.array([np.nan if text and in_seconds else length for length, text in found])
    usual = float(np.nanmedian(known)) if np.isfinite(known).any() else 1.0
    lengths = np.where(np.isfinite(known), known, usual)
    return (lengths if lengths.sum() > 0 else np.ones(len(named))), in_seconds and bool(
        np.isfinite(known).all()
    )


def _length(name: str) -> tuple[float, bool]:
    """Length of a recording in seconds, NaN where it is not known; or of a text file in bytes, and True."""
    try:
        if (text := text_named(name)) is not None:
            return float(text[0].stat().st_size), True
        if not Path(name).is_file():
            return float("nan"), False
        survey = survey_named(name)
    except (AssetError, OSError):
        return float("nan"), False  # whoever reads it is told what is wrong with it
    return survey.n_samples / survey.fs, False


def _patients(named: Sequence[str], folder: Path | None) -> list[list[int]]:
    """Places of the recordings, a list a patient."""
    found: dict[str, list[int]] = {}
    for i, name in enumerate(named):
        above = Path(name).parent
        found.setdefault(name if folder is None or above == folder else str(above), []).append(i)
    return list(found.values()) if len(found) > 1 else [[i] for i in range(len(named))]


def _mended(
    usual: npt.NDArray[np.bool_], share: npt.NDArray[np.float64], judged: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Exchange patients until what is held out has a good share and can be judged by, or comes no nearer."""
    kept = usual.copy()
    cost = _cost(share[kept].sum(), judged[kept].sum())
    nobody = np.array([-1])
    while cost > 0:
        out = np.concatenate([nobody, np.flatnonzero(kept)])[:, None]
        into = np.concatenate([nobody, np.flatnonzero(~kept)])[None, :]
        left = np.where(out < 0, 0.0, share[out]), np.where(out < 0, 0, judged[out])
        come = np.where(into < 0, 0.0, share[into]), np.where(into < 0, 0, judged[into])
        then = share[kept].sum() - left[0] + come[0]
        tried = _cost(then, judged[kept].sum() - left[1].astype(int) + come[1])
        n = kept.sum() - (out >= 0) + (into >= 0)
        tried[(n == 0) | (n == len(kept))] = np.inf
        # Of those that are equally good, what is nearest to a fifth.
        best = np.unravel_index(int((tried + 1e-6 * np.abs(then - 1 / EVERY)).argmin()), tried.shape)
        if not tried[best] < cost - 1e-9:
            break
        cost = tried[best]
        for one in (int(out[best[0], 0]), int(into[0, best[1]])):
            if one >= 0:
                kept[one] ^= True
    return kept


def _cost(share: npt.ArrayLike, judged: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """How far what is held out is from a good share, 0 where it is one.

    What cannot be judged by is worse than any share, and most of the length is worse still.
    """
    share = np.asarray(share, dtype=np.float64)
    off = np.maximum(np.maximum(LEAST_SHARE - share, share - MOST_SHARE), 0.0)
    return np.asarray(off + (np.asarray(judged) < 1) + 2.0 * (share > 0.5))


def _why(
    n: int, of: int, share: float, *, good: bool, usual: bool, usual_share: float, together: bool
) -> Phrase:
    """Say how much is held out, and why just that."""
    why = (
        phrase("no other division comes nearer to a fifth")
        if not good
        else phrase("every fifth, beginning with the last")
        if usual
        else phrase("chosen by length: every fifth would be {share:.0%}", share=usual_share)
    )
    if together:
        why = phrase("{why}; what lies in one folder is one patient's and kept together", why=why)
    return phrase(
        "Held out: {n} of {of} recordings, {share:.0%} of their length ({why}).",
        n=n, of=of, share=share, why=why,
    )  # fmt: skip
