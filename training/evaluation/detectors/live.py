"""The live pipeline as a detector: the monitor's own analysis, run without a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.shipped import weights_file
from models.alerts.analyzer import Analyzer, Template
from models.alerts.events import Event
from models.alerts.reasons import CHANNELS, Channel
from models.beats.scores import BeatScores
from models.contract.fits import RETRAINED
from models.judging.labels import beat_classes
from models.kinds import kind
from models.pipeline import Scores, ScoreStream
from models.running.autoencoder import Autoencoder
from models.running.channels import ChannelRows
from models.running.forecaster import Forecaster
from models.weights.kind import Trained
from training.evaluation.detectors.emission import delayed, hold, pulses
from training.evaluation.protocol import SILENT, EmissionScore

COMBINED = "combined"
"""Mean of the forecast's and the reconstruction's score, each in units of its threshold."""

MAIN = "ectopy"
"""The score that raises the monitor's alerts, and the one that stands for the pipeline."""

_COMBINES = ("forecast", "reconstruction")
_CHUNK_S = 10.0

MakeStream = Callable[[float], ScoreStream]


def stream_scores(stream: ScoreStream, signal: npt.NDArray[np.float32]) -> Scores:
    """Push a whole lead through the pipeline, in chunks as it would come."""
    chunk = int(_CHUNK_S * stream.fs)
    starts = range(0, max(len(signal), 1), chunk)
    return Scores.concatenate([stream.push(signal[i : i + chunk]) for i in starts])


def emission_scores(stream: ScoreStream, scores: Scores, n_samples: int) -> dict[str, EmissionScore]:
    """Index every channel of a stream's scores by the time at which they came out.

    Parameters
    ----------
    stream : ScoreStream
        The pipeline that gave the scores, for its delays and thresholds.
    scores : Scores
        All it gave.
    n_samples : int
        Samples that it was given.

    Returns
    -------
    dict of str to EmissionScore
        By channel, `COMBINED`, and the scores of the beats, ``ectopy`` and ``premature``.
    """
    channels: dict[str, EmissionScore] = {}
    for field in fields(scores):
        rows = getattr(scores, field.name)
        if isinstance(rows, ChannelRows):
            value = hold(rows.emitted, rows.score, n_samples)
            channels[field.name] = EmissionScore(value, stream.latency_s[field.name])
    channels[COMBINED] = _combine(channels, stream)
    beats, latency_s = scores.beats, stream.latency_s["ectopy"]
    for name, score in (("ectopy", beats.score), ("premature", beats.premature)):
        channels[name] = EmissionScore(pulses(beats.emitted, score, n_samples, stream.fs), latency_s)
    return channels


@dataclass(frozen=True)
class StreamMaker:
    """Makes pipelines of given weights; it can be sent to another process.

    Attributes
    ----------
    forecaster, autoencoder, beats : Path or None
        Weights files; the shipped one where None.
    """

    forecaster: Path | None = None
    autoencoder: Path | None = None
    beats: Path | None = None

    def __call__(self, fs: float) -> ScoreStream:
        """Make a pipeline at its beginning for a source rate in Hz.

        Raises
        ------
        assets.errors.WeightsError
            If a file cannot be used.
        """
        return ScoreStream(fs, **_trained(self))

    def paths(self) -> dict[str, Path]:
        """Give the files, by kind."""
        return {name: getattr(self, name) or weights_file(name) for name in RETRAINED}


@cache
def _trained(maker: StreamMaker) -> dict[str, Trained[Any, Any]]:
    """The models by kind, read once."""
    return {name: kind(name).load(path) for name, path in maker.paths().items()}


@dataclass(frozen=True)
class Found:
    """What one pass of the analysis found.

    Attributes
    ----------
    scores : dict of str to EmissionScore
        By the score's name.
    alerts : tuple of Event
        Every alert that was raised, also those still open at the end.
    beats : ndarray of int64, shape (n,)
        R peaks, samples.
    labels : mapping of float to tuple of str
        Label of each beat (`models.judging.labels`), by the multiple of the threshold of ectopic beats.
    channels : dict of str to ChannelRows
        What each running model drew and said, row by row.
    """

    scores: dict[str, EmissionScore]
    alerts: tuple[Event, ...]
    beats: npt.NDArray[np.int64]
    labels: Mapping[float, tuple[str, ...]]
    channels: dict[str, ChannelRows]


class LivePipeline:
    """The pipeline as a detector (`training.evaluation.protocol.Detector`).

    Parameters
    ----------
    make_stream : callable, optional
        Gives a pipeline at its beginning for a source rate in Hz; the shipped one if left out.
    multiples : sequence of float, optional
        Multiples of the threshold of ectopic beats at which beats are labelled, besides 1.
    """

    names = ("forecast", "reconstruction", COMBINED, "ectopy", "premature")

    def __init__(
        self, make_stream: MakeStream = ScoreStream.shipped, multiples: Sequence[float] = ()
    ) -> None:
        self._make_stream, self._multiples = make_stream, tuple(multiples)

    def __call__(self, signal: npt.NDArray[np.float32], fs: float) -> dict[str, EmissionScore]:
        """Score a stream; see `training.evaluation.protocol.Detector`."""
        return self.analyse(signal, fs).scores

    def analyse(self, signal: npt.NDArray[np.float32], fs: float) -> Found:
        """Score a stream and raise alerts, in one pass of the analysis that the monitor runs.

        Parameters
        ----------
        signal : ndarray of float32, shape (n,)
            One lead, mV; NaN is a gap.
        fs : float
            Its rate, Hz.
        """
        stream = _Kept(self._make_stream(fs))
        beats, alerts = _watch(Analyzer(fs, stream), signal)
        labels = {1.0: tuple(beat_classes(beats, alerts))}
        for multiple in self._multiples:
            # The same scores watched again: as if the line had been dragged there before the first sample.
            again = Analyzer(fs, _Again(stream))
            again.set_threshold(Channel.ECTOPY, multiple * again.thresholds[Channel.ECTOPY])
            labels[multiple] = tuple(beat_classes(*_watch(again, signal)))
        scores = Scores.concatenate(stream.scores)
        channels = {channel.value: getattr(scores, channel) for channel in CHANNELS}
        emitted = emission_scores(stream.inner, scores, len(signal))
        return Found(emitted, tuple(alerts), beats.index, labels, channels)


def _watch(analyzer: Analyzer, signal: npt.NDArray[np.float32]) -> tuple[BeatScores, list[Event]]:
    """Push a whole lead; give all beats and alerts."""
    chunk = int(_CHUNK_S * analyzer.fs)
    beats, alerts = [BeatScores.none()], list[Event]()
    for start in range(0, max(len(signal), 1), chunk):
        analysis = analyzer.push(signal[start : start + chunk])
        beats.append(analysis.beats)
        alerts += analysis.events
    return BeatScores.concatenate(beats), [*alerts, *analyzer.finish()]


class _Kept:
    """A pipeline that keeps every score that it hands to the analysis (`models.alerts.analyzer.Scorer`)."""

    def __init__(self, inner: ScoreStream) -> None:
        self.inner = inner
        self.scores: list[Scores] = []

    @property
    def thresholds(self) -> dict[str, float]:
        return self.inner.thresholds

    @property
    def template(self) -> Template | None:
        return self.inner.template

    @property
    def counted(self) -> frozenset[str]:
        return self.inner.counted

    @property
    def networks(self) -> tuple[Forecaster, Autoencoder] | None:
        return self.inner.networks

    def push(self, samples: npt.NDArray[np.floating]) -> Scores:
        self.scores.append(self.inner.push(samples))
        return self.scores[-1]

    def reset(self) -> None:
        self.inner.reset()
        self.scores.clear()

    def fork(self) -> _Kept:
        return _Kept(self.inner.fork())


class _Again(_Kept):
    """The scores that were kept, handed out once more in the same pieces."""

    def __init__(self, kept: _Kept) -> None:
        super().__init__(kept.inner)
        self._left = iter(kept.scores)

    def push(self, samples: npt.NDArray[np.floating]) -> Scores:
        return next(self._left)


def _combine(channels: dict[str, EmissionScore], stream: ScoreStream) -> EmissionScore:
    """Mean of both, the quicker one waiting for the other."""
    slowest = max((channels[name] for name in _COMBINES), key=lambda channel: channel.latency_s)
    late = [
        (delayed(channels[name].value, slowest.delay(stream.fs) - channels[name].delay(stream.fs)), name)
        for name in _COMBINES
    ]
    mean = np.mean([value / np.float32(stream.thresholds[name]) for value, name in late], axis=0)
    silent = np.logical_or.reduce([value <= SILENT for value, _ in late])
    value = np.where(silent, SILENT, np.maximum(mean, SILENT)).astype(np.float32)
    return EmissionScore(value, slowest.latency_s)
