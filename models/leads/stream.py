"""All leads of one heart as one stream: each is scored, the beats are found and judged together."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from models.beats.scores import BeatScores
from models.beats.weights import BEATS, TrainedBeats
from models.leads.each import Leads
from models.leads.fusing import SHIPPED, Fusing
from models.leads.heart import Heart
from models.leads.peaks import FusedPeaks
from models.pipeline import Scores, ScoreStream
from models.running.weights import AUTOENCODER, FORECASTER, TrainedAutoencoder, TrainedForecaster

_BLOCK_S = 20.0  # a long push is cut into pieces of this length, so that memory stays bounded


class FusedStream:
    """What `models.pipeline.ScoreStream` does, on several leads of one heart.

    A beat is found by the vote of all leads (`models.leads.peaks`), each lead's classifier scores it against
    what that lead has shown of the patient, and the scores are put together (`models.leads.fusing`). A lead
    that is at fault, silent or still has no vote; a noisy one has less. One lead alone gives what a
    `ScoreStream` gives, but for the rounding of float32.

    The scores do not depend on how the stream is cut into pushes, and no output depends on a sample that
    comes after its `emitted` one.

    Parameters
    ----------
    fs : float
        Source rate in Hz, 100 to 1000.
    leads : int
        How many leads, at least one; the first one counts most.
    forecaster, autoencoder, beats : optional
        Networks with their cards; the shipped ones if left out.
    fusing : Fusing, optional
        How the leads' scores are put together.
    alone : callable, optional
        Is given the beats of the first lead as they are found and classified where it is the only one, push
        by push: what a comparison of one lead with all takes, without the networks running twice.

    Raises
    ------
    ValueError
        If `fs` is outside its range, or there is no lead.
    """

    def __init__(
        self,
        fs: float,
        leads: int,
        forecaster: TrainedForecaster | None = None,
        autoencoder: TrainedAutoencoder | None = None,
        beats: TrainedBeats | None = None,
        *,
        fusing: Fusing = SHIPPED,
        alone: Callable[[BeatScores], None] | None = None,
    ) -> None:
        forecaster = forecaster if forecaster is not None else FORECASTER.shipped()
        autoencoder = autoencoder if autoencoder is not None else AUTOENCODER.shipped()
        beats = beats if beats is not None else BEATS.shipped()
        self.fs, self.leads = float(fs), leads
        self._trained = forecaster, autoencoder, beats
        self.networks = forecaster.network, autoencoder.network
        """The two running models, to look into."""
        self._fusing = fusing
        self._each = Leads(fs, (leads,), forecaster, autoencoder, beats, alone)
        self._heart = Heart(fs, 0, leads, fusing)
        self.thresholds = self._each.thresholds
        """Level at which each channel, and a beat's score and prematurity, say something; frozen on DS1."""
        self.counted = beats.card.weighing.counted
        """The verdicts on a beat that take part in its score."""
        self.reset()

    @property
    def latency_s(self) -> dict[str, float]:
        """Longest delay from the sample a row describes, or from a beat's R peak, to its coming out, s.

        Of a beat it is that of one lead, and as much longer as the R peaks of the leads may lie apart.
        """
        return {**self._each.latency_s, "ectopy": self._each.latency_s["ectopy"] + FusedPeaks.APART_S}

    @property
    def template(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]] | None:
        """The patient's template in the first lead so far: times from the R peak (s) and mV."""
        return self.templates[0]

    @property
    def templates(self) -> tuple[tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]] | None, ...]:
        """The patient's template in each lead."""
        return self._each.templates

    def reset(self) -> None:
        """Forget the stream and the patient: the next sample is sample 0."""
        self._each.reset()
        self._heart.reset()

    def fork(self) -> FusedStream:
        """Give another stream of the same patient, at its sample 0: what was learnt of him is copied.

        Nobody is given the beats of its first lead alone.
        """
        other = FusedStream(self.fs, self.leads, *self._trained, fusing=self._fusing)
        other._each.learn_from(self._each)
        other._heart.learn_from(self._heart)
        return other

    def push(self, samples: npt.ArrayLike) -> Scores:
        """Take the next samples of all leads and give the rows that they complete.

        Parameters
        ----------
        samples : array_like of float, shape (n, leads)
            mV; NaN is a gap.

        Returns
        -------
        Scores
            Its `leads` are what each lead says, `votes` their shares in each beat; its rows are those of the
            first lead, its beats those of all leads together.

        Raises
        ------
        ValueError
            If `samples` is not of this shape.
        """
        x = np.asarray(samples)
        if x.ndim != 2 or x.shape[1] != self.leads:
            raise ValueError(f"samples must have shape (n, {self.leads}), not {x.shape}.")
        block = int(_BLOCK_S * self.fs)
        return Scores.concatenate([self._push(x[i : i + block]) for i in range(0, max(len(x), 1), block)])

    def _push(self, x: npt.NDArray[np.floating]) -> Scores:
        return self._heart.take(self._each.push(np.ascontiguousarray(x.T)), self._each)


def shipped_stream(fs: float, leads: int = 1) -> ScoreStream | FusedStream:
    """Give the pipeline for one lead, or for several together, with the models that ship with the program.

    Raises
    ------
    ValueError
        If `fs` is outside its range, or there is no lead.
    assets.errors.WeightsError
        If a shipped file is missing or not as it should be.
    """
    return ScoreStream.shipped(fs) if leads == 1 else FusedStream(fs, leads)
