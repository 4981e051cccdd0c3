"""The score pipeline: samples of one lead in, forecast and reconstruction scores out.

The live monitor, headless scoring and the evaluation all run this one object.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from models.beats.classifier import BeatClassifier
from models.beats.qrs.detector import QrsDetector
from models.beats.scores import BeatScores
from models.beats.weights import BEATS, TrainedBeats
from models.rhythm.stream import RhythmStream
from models.running.channels import ChannelRows, Channels
from models.running.weights import AUTOENCODER, FORECASTER, TrainedAutoencoder, TrainedForecaster
from models.signal.fault_finder import FaultFinder
from models.signal.faults import Fault
from models.signal.states import State, in_order, joined

_BLOCK_S = 20.0  # a long push is cut into pieces of this length, so that memory stays bounded


@dataclass(frozen=True)
class Scores:
    """What one `ScoreStream.push` gives.

    Attributes
    ----------
    forecast : ChannelRows
        The forecaster's channel.
    reconstruction : ChannelRows
        The autoencoder's channel; it lags behind the other.
    beats : BeatScores
        The beats that were classified; they lag behind both.
    faults : tuple of Fault
        Faults of the signal that ended, and last the one that goes on at the end of the push.
    states : tuple of State
        States that ended, and last those that go on at the end of the push.
    leads : tuple of Scores
        Where several leads are analysed together (`models.leads`), what each says: its rows, its own verdict
        on each of `beats`, its faults; else empty.
    votes : ndarray of float64, shape (leads, n)
        Share of each lead in the score of each of `beats`.
    """

    forecast: ChannelRows
    reconstruction: ChannelRows
    beats: BeatScores = field(default_factory=BeatScores.none)
    faults: tuple[Fault, ...] = ()
    states: tuple[State, ...] = ()
    leads: tuple[Scores, ...] = ()
    votes: npt.NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 0)))

    @staticmethod
    def concatenate(parts: list[Scores]) -> Scores:
        """Join scores that follow each other.

        Raises
        ------
        ValueError
            If `parts` is empty.
        """
        if len(parts) == 1:
            return parts[0]
        return Scores(
            ChannelRows.concatenate([p.forecast for p in parts]),
            ChannelRows.concatenate([p.reconstruction for p in parts]),
            BeatScores.concatenate([p.beats for p in parts]),
            (*(f for p in parts for f in p.faults if f.over is not None), *_open(parts[-1].faults)),
            joined(p.states for p in parts),
            tuple(Scores.concatenate(list(own)) for own in zip(*(p.leads for p in parts), strict=True)),
            np.concatenate([p.votes for p in parts], axis=1),
        )


def _open(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    return tuple(fault for fault in faults if fault.over is None)


class ScoreStream:
    """Front end, both models with the patient's baseline, and the beats one by one, on one lead.

    The two channels come from the running models and rise while a beat is going on; the beats come from the
    beat classifier.

    The scores do not depend on how the stream is cut into pushes, and no output depends on a sample that
    comes after its `emitted` one. While the signal is at fault (`models.signal.faults`) no beat is scored and
    nothing is learnt of the patient; while it is unusable (`models.signal.quality`) nothing is learnt either.

    Parameters
    ----------
    fs : float
        Source rate in Hz, 100 to 1000.
    forecaster : TrainedForecaster
        Network with its card.
    autoencoder : TrainedAutoencoder
        Network with its card.
    beats : TrainedBeats, optional
        Beat autoencoder with its card; the shipped one if left out.

    Raises
    ------
    ValueError
        If `fs` is outside its range.
    """

    def __init__(
        self,
        fs: float,
        forecaster: TrainedForecaster,
        autoencoder: TrainedAutoencoder,
        beats: TrainedBeats | None = None,
    ) -> None:
        self.fs = float(fs)
        beats = beats if beats is not None else BEATS.shipped()
        self._trained = forecaster, autoencoder, beats
        self.networks = forecaster.network, autoencoder.network
        """The two running models, to look into."""
        self._faults = FaultFinder(fs)
        self._channels = Channels(fs, forecaster, autoencoder)
        self._qrs = QrsDetector(fs)
        self._classifier = BeatClassifier(beats, fs)
        self._rhythm = RhythmStream(fs)
        self.thresholds = {
            **self._channels.thresholds,
            "ectopy": 1.0,
            "premature": 1.0,
        }
        """Level at which each channel, and a beat's score and prematurity, say something; frozen on DS1."""
        self.counted = beats.card.weighing.counted
        """The verdicts on a beat that take part in its score."""
        self.reset()

    @classmethod
    def shipped(cls, fs: float) -> ScoreStream:
        """Stream with the models that ship with the program.

        Raises
        ------
        ValueError
            If `fs` is outside its range.
        assets.errors.WeightsError
            If a shipped file is missing or not as it should be.
        """
        return cls(fs, FORECASTER.shipped(), AUTOENCODER.shipped(), BEATS.shipped())

    @property
    def latency_s(self) -> dict[str, float]:
        """Longest delay from the sample a row describes, or from a beat's R peak, to its coming out, s."""
        complete = self._channels.frontend.latency_s + self._classifier.after_s + 1 / self.fs
        return {**self._channels.latency_s, "ectopy": max(complete, self._qrs.latency_s)}

    @property
    def template(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]] | None:
        """The patient's template so far: times from the R peak (s) and mV; None before there is one."""
        return self._classifier.template

    def reset(self) -> None:
        """Forget the stream and the patient: the next sample is sample 0."""
        for part in (self._faults, self._channels, self._qrs, self._classifier, self._rhythm):
            part.reset()

    def fork(self) -> ScoreStream:
        """Give another stream of the same patient, at its sample 0: what was learnt of him is copied.

        The networks are shared; filters, detector and everything else that belongs to the stream start
        afresh. This stream stays as it is.
        """
        other = ScoreStream(self.fs, *self._trained)
        other._channels.learn_from(self._channels)
        other._classifier.learn_from(self._classifier)
        other._rhythm.learn_from(self._rhythm)
        return other

    def push(self, samples: npt.ArrayLike) -> Scores:
        """Take the next samples and give the rows that they complete.

        Parameters
        ----------
        samples : array_like of float, shape (n,)
            mV; NaN is a gap.

        Returns
        -------
        Scores
            The completed rows; often none.

        Raises
        ------
        ValueError
            If `samples` is not one-dimensional.
        """
        x = np.asarray(samples)
        if x.ndim != 1:
            raise ValueError(f"samples must be one-dimensional, not of shape {x.shape}.")
        block = int(_BLOCK_S * self.fs)
        return Scores.concatenate([self._push(x[i : i + block]) for i in range(0, max(len(x), 1), block)])

    def _push(self, x: npt.NDArray[np.float64]) -> Scores:
        checked = self._faults.push(x)
        running = self._channels.push(checked.samples, checked.held)
        beats = self._classifier.push(
            running.rows,
            self._qrs.push_rows(running.rows),
            running.raw_forecast.score,
            (running.raw_reconstruction.row, running.raw_reconstruction.score),
            running.quality.unusable,
        )
        beats, rhythm = self._rhythm.push(running.rows, beats)
        states = in_order((*running.quality.of(), *self._classifier.states(), *rhythm))
        return Scores(running.forecast, running.reconstruction, beats, checked.faults, states)
