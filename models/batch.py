"""Many patients at once: the score pipeline on leads that run in step, the networks batched over them."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.beats.classifier import BeatClassifier
from models.beats.qrs.network import QrsInput, QrsStream
from models.beats.qrs.peaks import Beats, PeakPicker
from models.beats.qrs.weights import QRS, TrainedQrs
from models.beats.scores import BeatScores
from models.beats.weights import BEATS, TrainedBeats
from models.pipeline import ScoreStream
from models.rhythm.stream import RhythmStream
from models.running.channels import ChannelRows, Channels
from models.running.weights import AUTOENCODER, FORECASTER, TrainedAutoencoder, TrainedForecaster
from models.signal.fault_finder import FaultFinders
from models.signal.faults import Fault
from models.signal.frontend import FrontEndRows
from models.signal.states import State, in_order


@dataclass(frozen=True)
class BatchScores:
    """What one `BatchStream.push` gives.

    Attributes
    ----------
    forecast, reconstruction : ChannelRows
        Of the running models; ``expected`` and ``score`` of shape (streams, k).
    beats : tuple of BeatScores, length streams
        The beats of each patient that were classified.
    faults : tuple of tuple of Fault, length streams
        The faults of each patient's signal, as `models.pipeline.Scores` has them.
    states : tuple of tuple of State, length streams
        What goes on beside each patient's beats, likewise.
    """

    forecast: ChannelRows
    reconstruction: ChannelRows
    beats: tuple[BeatScores, ...]
    faults: tuple[tuple[Fault, ...], ...]
    states: tuple[tuple[State, ...], ...]


class BatchStream:
    """What `models.pipeline.ScoreStream` does, for several patients whose samples arrive together.

    Each patient's scores are those that a `ScoreStream` of his own gives, but for the rounding of float32.

    Parameters
    ----------
    fs : float
        Source rate of all leads in Hz, 100 to 1000.
    streams : int
        Number of patients.
    forecaster, autoencoder, beats, qrs : optional
        Networks with their cards; the shipped ones if left out.

    Raises
    ------
    ValueError
        If `fs` is outside its range, or there is no patient.
    """

    def __init__(
        self,
        fs: float,
        streams: int,
        forecaster: TrainedForecaster | None = None,
        autoencoder: TrainedAutoencoder | None = None,
        beats: TrainedBeats | None = None,
        qrs: TrainedQrs | None = None,
    ) -> None:
        if streams < 1:
            raise ValueError(f"A batch needs at least one patient, not {streams}.")
        self.fs, self.streams = float(fs), streams
        forecaster = forecaster if forecaster is not None else FORECASTER.shipped()
        autoencoder = autoencoder if autoencoder is not None else AUTOENCODER.shipped()
        beats = beats if beats is not None else BEATS.shipped()
        qrs = qrs if qrs is not None else QRS.shipped()
        self._faults = FaultFinders(fs, streams)
        self._channels = Channels(fs, forecaster, autoencoder, streams)
        self._qrs_input, self._qrs_network = QrsInput(streams), QrsStream(qrs.network, streams)
        self.lookahead = qrs.network.config.lookahead
        """Steps by which the QRS network's log odds lag behind an R peak."""
        self._peaks = [PeakPicker(self.fs, self.lookahead) for _ in range(streams)]
        self._classifiers = [BeatClassifier(beats, fs) for _ in range(streams)]
        self._rhythms = [RhythmStream(fs) for _ in range(streams)]
        self._of = list(range(streams))  # the stream that each classifier listens to
        alone = ScoreStream(fs, forecaster, autoencoder, beats)
        self.thresholds, self.latency_s = alone.thresholds, alone.latency_s

    def reset(self) -> None:
        """Forget the streams and the patients."""
        self._faults.reset()
        self._channels.reset()
        self._qrs_input.reset()
        self._qrs_network.reset()
        for peaks, classifier in zip(self._peaks, self._classifiers, strict=True):
            peaks.reset()
            classifier.reset()
        for rhythm in self._rhythms:
            rhythm.reset()

    def push(self, samples: npt.NDArray[np.floating]) -> BatchScores:
        """Take the next samples of all patients.

        Parameters
        ----------
        samples : ndarray of float, shape (streams, n)
            mV; NaN is a gap.

        Returns
        -------
        BatchScores

        Raises
        ------
        ValueError
            If `samples` is not of this shape.
        """
        if np.ndim(samples) != 2 or len(samples) != self.streams:
            raise ValueError(
                f"samples must have {self.streams} rows, one a stream, not shape {np.shape(samples)}."
            )
        checked = self._faults.push(np.asarray(samples))
        running = self._channels.push(checked.samples, checked.held)
        rows, described = running.rows, running.raw_reconstruction.row
        odds = self._qrs_network.push(self._qrs_input.push(rows.value))
        classifying, leads = [], []
        for i, found, classifier in zip(self._of, self._find(rows, odds), self._classifiers, strict=True):
            own = FrontEndRows(rows.index, rows.emitted, rows.value[i], rows.baseline[i], rows.valid[i])
            leads.append(own)
            errors = (described, running.raw_reconstruction.score[i])
            nll, unusable = running.raw_forecast.score[i], running.quality.unusable[i]
            classifying.append(classifier.classifying(own, found, nll, errors, unusable))
        beats, rhythms = self._judge(leads, self._classify(classifying))
        states = tuple(
            in_order((*running.quality.of(i), *classifier.states(), *rhythm))
            for i, classifier, rhythm in zip(self._of, self._classifiers, rhythms, strict=True)
        )
        return BatchScores(running.forecast, running.reconstruction, beats, checked.faults, states)

    def _judge(
        self, rows: list[FrontEndRows], beats: tuple[BeatScores, ...]
    ) -> tuple[tuple[BeatScores, ...], tuple[tuple[State, ...], ...]]:
        """What each patient's rhythm says of his beats, and his states."""
        said = [r.push(own, found) for r, own, found in zip(self._rhythms, rows, beats, strict=True)]
        return tuple(found for found, _ in said), tuple(states for _, states in said)

    def _find(self, rows: FrontEndRows, odds: npt.NDArray[np.float32]) -> list[Beats]:
        """The beats of each patient, from the log odds of each."""
        return [
            peaks.push(value, rows.emitted, own)
            for peaks, value, own in zip(self._peaks, rows.value, odds, strict=True)
        ]

    def _classify(
        self, classifying: list[Generator[npt.NDArray[np.float64], float, BeatScores]]
    ) -> tuple[BeatScores, ...]:
        """Answer the patients' questions about their next beats together, until none has one."""
        done: dict[int, BeatScores] = {}
        answer: dict[int, float | None] = dict.fromkeys(range(len(classifying)))
        while answer:
            asked: dict[int, npt.NDArray[np.float64]] = {}
            for i, error in answer.items():
                try:
                    asked[i] = next(classifying[i]) if error is None else classifying[i].send(error)
                except StopIteration as stop:
                    done[i] = stop.value
            errors = self._classifiers[0].errors(np.stack([*asked.values()])) if asked else ()
            answer = {i: float(error) for i, error in zip(asked, errors, strict=True)}
        return tuple(done[i] for i in range(len(classifying)))
