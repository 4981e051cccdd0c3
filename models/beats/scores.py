"""What the beat classifier says of each beat."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

COMPONENTS = ("forecast", "reconstruction", "template", "autoencoder")
"""The verdicts of which a beat's score is made, by their names in `BeatScores`."""


@dataclass(frozen=True)
class BeatScores:
    """One entry a beat, in the order of time.

    Attributes
    ----------
    index : ndarray of int64, shape (n,)
        Source sample of each R peak; strictly increasing.
    emitted : ndarray of int64, shape (n,)
        Source sample on whose arrival the beat's scores came out; never decreasing.
    score : ndarray of float32, shape (n,)
        How unlike this patient's own beats it is, in units of the alert's threshold: 1 raises an alert. NaN
        where it could not be classified: in a gap, while the front end settles, before there is a template.
    forecast, reconstruction, template, autoencoder : ndarray of float32, shape (n,)
        Verdict of each model above the patient's baseline, in units of a level that normal beats pass about
        once a minute; NaN where there is none.
    premature : ndarray of float32, shape (n,)
        ``1 - rr / median rr`` (of the latest `models.beats.classifier.BASELINE_INTERVALS` before it): 0.41 is
        premature by 41 %, below 0 is late; NaN where either is not known, and where it is later than half the
        usual interval but for beats that may have been missed.
    amplitude : ndarray of float32, shape (n,)
        Height of the R peak, mV (`models.beats.qrs.peaks.Beats.amplitude`).
    rr_s : ndarray of float32, shape (n,)
        RR interval that ended in this beat, s; NaN for the first beat, after a pause longer than
        `models.signal.rhythm.EXPIRE_S`, and where some of the signal in between is missing.
    pause_s : ndarray of float32, shape (n,)
        Length of the pause that ended in this beat, s: an interval longer than `models.beats.pauses.LONG`
        times the usual one, in which the signal shows that there was no beat; else NaN.
    supraventricular : ndarray of float32, shape (n,)
        How much speaks for a beat from above the ventricles that came early, in units of the alert's
        threshold: 1 raises one (`models.rhythm`). NaN as in `score`.
    """

    index: npt.NDArray[np.int64]
    emitted: npt.NDArray[np.int64]
    score: npt.NDArray[np.float32]
    forecast: npt.NDArray[np.float32]
    reconstruction: npt.NDArray[np.float32]
    template: npt.NDArray[np.float32]
    autoencoder: npt.NDArray[np.float32]
    premature: npt.NDArray[np.float32]
    amplitude: npt.NDArray[np.float32]
    rr_s: npt.NDArray[np.float32]
    pause_s: npt.NDArray[np.float32]
    supraventricular: npt.NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.index)

    def rows(self, which: npt.NDArray[np.integer]) -> BeatScores:
        """Give some of the beats, in this order."""
        return BeatScores(*(getattr(self, f.name)[which] for f in fields(BeatScores)))

    @staticmethod
    def none() -> BeatScores:
        """Give the scores of no beats."""
        return _NONE

    @staticmethod
    def concatenate(parts: list[BeatScores]) -> BeatScores:
        """Join scores of beats that follow each other.

        Raises
        ------
        ValueError
            If `parts` is empty.
        """
        if len(parts) == 1:
            return parts[0]
        return BeatScores(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(BeatScores)))


_WHOLE, _REAL = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
_NONE = BeatScores(_WHOLE, _WHOLE, *[_REAL] * 10)
