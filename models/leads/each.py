"""Leads in step, of one heart or of several; on what is a beat the leads of a heart decide together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from models.batch import BatchScores, BatchStream
from models.beats.classifier import BeatClassifier
from models.beats.qrs.peaks import Beats, PeakPicker
from models.beats.scores import BeatScores
from models.beats.weighing import Measured
from models.beats.weights import TrainedBeats
from models.leads.peaks import FusedPeaks
from models.running.weights import TrainedAutoencoder, TrainedForecaster
from models.signal.frontend import FrontEndRows
from models.signal.states import State


class Leads(BatchStream):
    """The leads in step, as patients are in a batch; but what is a beat the leads of a heart decide together.

    Parameters
    ----------
    fs : float
        Source rate in Hz, 100 to 1000.
    hearts : sequence of int
        How many leads each heart has.
    forecaster, autoencoder, beats
        Networks with their cards.
    alone : callable, optional
        As for `models.leads.stream.FusedStream`, of the first heart's first lead.

    Raises
    ------
    ValueError
        If `fs` is outside its range, or there is no lead.
    """

    def __init__(
        self,
        fs: float,
        hearts: Sequence[int],
        forecaster: TrainedForecaster,
        autoencoder: TrainedAutoencoder,
        beats: TrainedBeats,
        alone: Callable[[BeatScores], None] | None = None,
    ) -> None:
        super().__init__(fs, sum(hearts), forecaster, autoencoder, beats)
        firsts = accumulate(hearts, initial=0)
        self._votes = [
            (slice(first, first + leads), FusedPeaks(self.fs, leads, self.lookahead))
            for leads, first in zip(hearts, firsts, strict=False)
        ]
        self._lately: list[dict[int, float]] = [{} for _ in range(self.streams)]
        for lead, classifier in enumerate(self._classifiers):
            classifier.watch = lambda r_peak, measured, lead=lead: self._note(lead, r_peak, measured)
        self._alone = alone
        if alone is not None:
            # One more classifier on the first lead, with beats that are found in it alone.
            self._of.append(0)
            self._peaks.append(PeakPicker(self.fs, self.lookahead))
            self._classifiers.append(BeatClassifier(beats, fs))

    @property
    def templates(self) -> tuple[tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]] | None, ...]:
        """The patient's template in each lead."""
        return tuple(classifier.template for classifier in self._classifiers[: self.streams])

    def push(self, samples: npt.NDArray[np.floating]) -> BatchScores:
        """Take the next samples of all leads, as `BatchStream.push` does."""
        said = super().push(samples)
        if self._alone is None:
            return said
        *beats, alone = said.beats
        self._alone(alone)
        return replace(said, beats=tuple(beats), states=said.states[:-1])

    def reset(self) -> None:
        """Forget the stream and the patient."""
        super().reset()
        for _, vote in self._votes:
            vote.reset()
        self._lately = [{} for _ in self._lately]

    def learn_from(self, other: Leads) -> None:
        """Take over what is known of the same patient; nothing of the stream."""
        self._channels.learn_from(other._channels)
        each = zip(self._classifiers[: self.streams], other._classifiers[: self.streams], strict=True)
        for classifier, known in each:
            classifier.learn_from(known)

    def noise(self, lead: int, beats: BeatScores) -> npt.NDArray[np.float64]:
        """Noise lately in a lead at beats that it classified, each asked for once; NaN where not known."""
        lately = self._lately[lead]
        return np.array([lately.pop(r_peak, np.nan) for r_peak in beats.index.tolist()], dtype=np.float64)

    def _note(self, lead: int, r_peak: int, measured: Measured) -> None:
        self._lately[lead][r_peak] = float(measured.noise_lately)

    def _judge(
        self, rows: list[FrontEndRows], beats: tuple[BeatScores, ...]
    ) -> tuple[tuple[BeatScores, ...], tuple[tuple[State, ...], ...]]:
        """Keep the leads' rows: a heart's rhythm is judged once, by what all its leads say."""
        self.rows = rows[: self.streams]
        return beats, tuple(() for _ in beats)

    def _find(self, rows: FrontEndRows, odds: npt.NDArray[np.float32]) -> list[Beats]:
        found = [
            beats
            for own, vote in self._votes
            for beats in vote.push(rows.value[own], rows.emitted, odds[own])
        ]
        if self._alone is not None:
            found.append(self._peaks[-1].push(rows.value[0], rows.emitted, odds[0]))
        return found
