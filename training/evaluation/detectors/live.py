"""The live pipeline as a detector: the monitor's own analysis, run without a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from assets.shipped import weights_file
from assets.sources.source import Lead
from models.alerts.analyzer import Analyzer, Template
from models.alerts.events import Event
from models.alerts.reasons import CHANNELS, Channel
from models.batch import BatchStream
from models.beats.scores import BeatScores
from models.contract.fits import RETRAINED
from models.judging.labels import beat_classes
from models.kinds import kind
from models.leads.choice import leads_together
from models.leads.stream import FusedStream
from models.pipeline import Scores, ScoreStream
from models.running.autoencoder import Autoencoder
from models.running.channels import ChannelRows
from models.running.forecaster import Forecaster
from models.signal.states import State, joined
from models.weights.kind import Trained
from training.evaluation.detectors.emission import delayed, hold, pulses
from training.evaluation.protocol import SILENT, EmissionScore

COMBINED = "combined"
"""Mean of the forecast's and the reconstruction's score, each in units of its threshold."""

MAIN = "ectopy"
"""The score of a beat in the first lead alone, and the one that stands for the pipeline in the report."""

FUSED = "fused"
"""The same by all leads together (`models.leads`), which raises the alerts; of one lead it is `MAIN`."""

OF_BEATS = (MAIN, "premature")
"""The scores of the beats in the first lead alone."""

_COMBINES = ("forecast", "reconstruction")
CHUNK_S = 10.0
"""Records are pushed in pieces of this length, s."""

Stream = ScoreStream | FusedStream


class Timed(Protocol):
    """What scores are put in time by."""

    @property
    def fs(self) -> float:
        """Source rate, Hz."""

    @property
    def thresholds(self) -> dict[str, float]:
        """Threshold of each score."""

    @property
    def latency_s(self) -> dict[str, float]:
        """Declared delay of each score, s."""


MakeStream = Callable[[float], ScoreStream]


def stream_scores(stream: Stream, signal: npt.NDArray[np.float32]) -> Scores:
    """Push a whole lead through the pipeline, in chunks as it would come."""
    chunk = int(CHUNK_S * stream.fs)
    starts = range(0, max(len(signal), 1), chunk)
    return Scores.concatenate([stream.push(signal[i : i + chunk]) for i in starts])


def emission_scores(stream: Timed, scores: Scores, n_samples: int) -> dict[str, EmissionScore]:
    """Index every channel of a stream's scores by the time at which they came out.

    A beat's score stands from the declared delay after its R peak on, and never before it came out.

    Parameters
    ----------
    stream : Timed
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
    # What came sooner than was declared waits for it: else it would be taken to be of the signal before.
    at = np.maximum.accumulate(np.maximum(beats.emitted, beats.index + round(latency_s * stream.fs)))
    for name, score in zip(OF_BEATS, (beats.score, beats.premature), strict=True):
        channels[name] = EmissionScore(pulses(at, score, n_samples, stream.fs), latency_s)
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

    def together(
        self, fs: float, leads: int, *, alone: Callable[[BeatScores], None] | None = None
    ) -> FusedStream:
        """Make a pipeline of several leads at its beginning; see `models.leads.stream.FusedStream`."""
        weights: dict[str, Any] = _trained(self)
        return FusedStream(fs, leads, **weights, alone=alone)

    def batch(self, fs: float, streams: int) -> BatchStream:
        """Make pipelines of several patients that run in step; see `models.batch.BatchStream`."""
        weights: dict[str, Any] = _trained(self)
        return BatchStream(fs, streams, **weights)

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
        What each running model drew and said, row by row, in the first lead.
    states : tuple of State
        What went on beside the beats.
    """

    scores: dict[str, EmissionScore]
    alerts: tuple[Event, ...]
    beats: npt.NDArray[np.int64]
    labels: Mapping[float, tuple[str, ...]]
    channels: dict[str, ChannelRows]
    states: tuple[State, ...] = ()


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
        self._make_together = make_stream.together if isinstance(make_stream, StreamMaker) else FusedStream

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
        return self._analyse(_Kept(self._make_stream(fs)), signal, ())

    def analyse_together(
        self, signals: npt.NDArray[np.float32], fs: float, names: Sequence[str], *, alone: bool = True
    ) -> Found:
        """Score all leads of a record together, as the monitor does unless it is told otherwise.

        The networks run once a lead: the beats of the first lead alone are found and classified beside.

        Parameters
        ----------
        signals : ndarray of float32, shape (n, leads)
            mV; NaN is a gap.
        fs : float
            Their rate, Hz.
        names : sequence of str
            Their names.
        alone : bool, optional
            Also score the beats of the first lead alone.

        Returns
        -------
        Found
            Its scores are `FUSED` and those of the first lead, less those of its beats where these are not
            asked for. Alerts, beats, labels and states are those of all leads together.
        """
        chosen = list(leads_together([Lead(name) for name in names]))
        if len(chosen) < 2:
            found = self.analyse(signals[:, 0], fs)
            return replace(found, scores={**found.scores, FUSED: found.scores[MAIN]})
        heard = [BeatScores.none()]
        beside = heard.append if alone and chosen[0] == 0 else None
        stream = _Kept(self._make_together(fs, len(chosen), alone=beside))
        found = self._analyse(stream, signals[:, chosen], [names[i] for i in chosen])
        fused = {FUSED: found.scores[MAIN]}
        if chosen[0] != 0:  # nothing that ran is of the first lead
            first = self.analyse(signals[:, 0], fs)
            return replace(found, scores={**first.scores, **fused}, channels=first.channels)
        rows = found.channels
        own = Scores(rows["forecast"], rows["reconstruction"], BeatScores.concatenate(heard))
        scores = emission_scores(self._make_stream(fs), own, len(signals))
        if not alone:
            scores = {name: score for name, score in scores.items() if name not in OF_BEATS}
        return replace(found, scores={**scores, **fused})

    def _analyse(self, stream: _Kept, signal: npt.NDArray[np.float32], names: Sequence[str]) -> Found:
        fs = stream.inner.fs
        beats, alerts, states = _watch(Analyzer(fs, stream, together=names), signal)
        labels = {1.0: tuple(beat_classes(beats, alerts))}
        for multiple in self._multiples:
            # The same scores watched again: as if the line had been dragged there before the first sample.
            again = Analyzer(fs, _Again(stream), together=names)
            again.set_threshold(Channel.ECTOPY, multiple * again.thresholds[Channel.ECTOPY])
            labels[multiple] = tuple(beat_classes(*_watch(again, signal)[:2]))
        scores = Scores.concatenate(stream.scores)
        channels = {channel.value: getattr(scores, channel) for channel in CHANNELS}
        emitted = emission_scores(stream.inner, scores, len(signal))
        return Found(emitted, tuple(alerts), beats.index, labels, channels, states)


def _watch(
    analyzer: Analyzer, signal: npt.NDArray[np.float32]
) -> tuple[BeatScores, list[Event], tuple[State, ...]]:
    """Push a whole lead; give all beats, alerts and states."""
    chunk = int(CHUNK_S * analyzer.fs)
    beats, alerts = [BeatScores.none()], list[Event]()
    states: list[tuple[State, ...]] = []
    for start in range(0, max(len(signal), 1), chunk):
        analysis = analyzer.push(signal[start : start + chunk])
        beats.append(analysis.beats)
        alerts += analysis.events
        states.append(analysis.states)
    return BeatScores.concatenate(beats), [*alerts, *analyzer.finish()], joined(states)


class _Kept:
    """A pipeline that keeps every score that it hands to the analysis (`models.alerts.analyzer.Scorer`)."""

    def __init__(self, inner: Stream) -> None:
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


def _combine(channels: dict[str, EmissionScore], stream: Timed) -> EmissionScore:
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
