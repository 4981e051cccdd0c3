"""The beat classifier: each beat is classified once its shape is complete, about 0.35 s after its R peak.

QRS complex → the beat laid over the patient's template → its distance from the patient's own beats, its
error under the beat autoencoder, the negative log-likelihood (NLL) of the two running models about it, each
above the patient's baseline, and how premature it is → one score. Prematurity weighs too little there to
raise an alert about a beat of ordinary shape; it is a verdict of its own besides.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Generator
from functools import cached_property

import numpy as np
import numpy.typing as npt

from models.beats.around import Around
from models.beats.autoencoder import BeatErrors
from models.beats.forms import Forms
from models.beats.pauses import LONG, Between
from models.beats.qrs.peaks import Beats
from models.beats.scores import BeatScores
from models.beats.templates import SHIFT_ROWS, PatientTemplate
from models.beats.variety import Variety
from models.beats.weighing import Measured, template_verdict, weigh
from models.beats.weights import MEASURES, TrainedBeats
from models.signal.frontend import MODEL_FS, FrontEndRows
from models.signal.median import median
from models.signal.rhythm import EXPIRE_S
from models.signal.states import State

QUANTILE = 0.2
"""The quantile of a patient's beats that is his baseline: it holds while every second beat is ectopic."""

BASELINE_BEATS = 400
"""Latest beats over which the baseline is taken."""

ENOUGH_BEATS = 10
"""With fewer beats than this the population's baseline stands in for the patient's."""

REFRESH_BEATS = 8
"""The baseline is worked out anew after so many beats."""

BASELINE_INTERVALS = 12
"""RR intervals before a beat whose median it is compared with."""

FEWEST_INTERVALS = 4
"""With fewer RR intervals than this none is premature."""

FORECAST_ROWS = (-6, 35)
"""Rows about the R peak, by arrival, over which the forecaster's greatest NLL is taken."""

RECONSTRUCTION_ROWS = (-12, 8)
"""Rows about the R peak over which the autoencoder's greatest error is taken; later ones have not arrived."""

NOISE_BEATS = 4
"""Beats, this one included, over which the greatest noise is taken: artefacts come in bursts."""

Watch = Callable[[int, Measured], None]
"""Told of each beat that there was a template for: its R peak (source samples) and what was measured."""


class BeatClassifier:
    """Classifies the beats of one lead; the same scores however the stream is cut.

    Parameters
    ----------
    trained : TrainedBeats
        Beat autoencoder with its card.
    fs : float
        Source rate in Hz.
    watch : callable, optional
        Told what each score is made of.
    """

    def __init__(self, trained: TrainedBeats, fs: float, watch: Watch | None = None) -> None:
        self._network = trained.network.eval()
        self._card = trained.card
        self.watch = watch
        """Told what each score is made of."""
        self.fs = float(fs)
        config = trained.network.config
        self._before, self._after = config.before + SHIFT_ROWS, config.after + SHIFT_ROWS
        back = max(self._before, -FORECAST_ROWS[0], -RECONSTRUCTION_ROWS[0])
        self._around = Around(1 + self._after + back + 60)
        self._patient = PatientTemplate(config)
        self._forms, self._variety = Forms(fs, config.before), Variety(fs)
        self._between = Between()
        self.reset()

    @property
    def after_s(self) -> float:
        """Longest time from an R peak to the last row that its classification needs, s."""
        return (self._after + 0.5) / MODEL_FS

    @property
    def template(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]] | None:
        """The patient's template: times from the R peak (s) and mV; None before there is one."""
        if self._patient.template is None:
            return None
        rows = np.arange(-self._before + SHIFT_ROWS, self._after - SHIFT_ROWS + 1)
        return rows / MODEL_FS, self._patient.template.copy()

    def states(self) -> tuple[State, ...]:
        """A new usual form of the patient's: states that ended since this was asked, and the open one."""
        return self._forms.states()

    @property
    def baseline(self) -> dict[str, float]:
        """The patient's baseline of each of `models.beats.weights.MEASURES`, as far as it is known."""
        return dict(zip(MEASURES, self._baseline.tolist(), strict=True))

    def reset(self) -> None:
        """Forget the stream and the patient."""
        self._patient.reset()
        self._between.reset()
        self._around.reset()
        self._forms.reset()
        self._variety.reset()
        self._waiting: deque[tuple[int, int, float]] = deque()  # R peak, reported at, amplitude
        self._history = np.full((BASELINE_BEATS, len(MEASURES)), np.nan)
        self._classified = 0
        self._baseline = np.array([self._card.baseline[m] for m in MEASURES])
        self._noise: deque[float] = deque(maxlen=NOISE_BEATS)
        self._last: tuple[int, int] | None = None  # sample and row of the latest R peak
        self._intervals: deque[float] = deque(maxlen=BASELINE_INTERVALS)
        self._emitted = 0

    def learn_from(self, other: BeatClassifier) -> None:
        """Take over template and baseline of the same patient; nothing of the stream."""
        self._patient.learn_from(other._patient)
        self._history, self._classified = other._history.copy(), other._classified
        self._baseline = other._baseline.copy()
        self._forms.learn_from(other._forms)

    def push(
        self,
        rows: FrontEndRows,
        beats: Beats,
        forecast: npt.NDArray[np.float32],
        reconstruction: tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]],
        unusable: npt.NDArray[np.bool_] | None = None,
    ) -> BeatScores:
        """Take the next rows and what was found in them.

        Parameters
        ----------
        rows : FrontEndRows
            Rows of the front end.
        beats : Beats
            Beats that the QRS detector reported on these rows.
        forecast : ndarray of float32, shape (k,)
            The forecaster's raw score of each row, by arrival.
        reconstruction : tuple of ndarray
            Numbers of the rows that the autoencoder's raw scores describe, and the scores.
        unusable : ndarray of bool, shape (k,), optional
            Which rows arrived while the signal was known to be unusable: nothing is learnt from a beat with
            such a row.

        Returns
        -------
        BeatScores
            The beats that are now complete.
        """
        classifying = self.classifying(rows, beats, forecast, reconstruction, unusable)
        try:
            beat = next(classifying)
            while True:
                beat = classifying.send(float(self.errors(beat[None])[0]))
        except StopIteration as stop:
            scores: BeatScores = stop.value
        return scores

    def errors(self, beats: npt.NDArray[np.float64]) -> npt.NDArray[np.float32]:
        """Error of the beat autoencoder on beats of one patient or of several.

        Parameters
        ----------
        beats : ndarray of float, shape (n, rows)
            Beats in units of each patient's amplitude, as `classifying` asks about them.

        Returns
        -------
        ndarray of float32, shape (n,)
        """
        return self._errors(beats)

    @cached_property
    def _errors(self) -> BeatErrors:
        # Of the many patients of a batch, one is asked for all.
        return BeatErrors(self._network)

    def classifying(
        self,
        rows: FrontEndRows,
        beats: Beats,
        forecast: npt.NDArray[np.float32],
        reconstruction: tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]],
        unusable: npt.NDArray[np.bool_] | None = None,
    ) -> Generator[npt.NDArray[np.float64], float, BeatScores]:
        """Do as `push` does, but ask for each beat's error: `models.batch` answers for many patients at once.

        Yields
        ------
        ndarray of float, shape (rows,)
            A beat, of which `errors` shall be sent.

        Returns
        -------
        BeatScores
            The beats that are now complete.
        """
        if len(beats):
            self._waiting.extend(
                zip(beats.index.tolist(), beats.emitted.tolist(), beats.amplitude.tolist(), strict=True)
            )
        around = self._around
        if unusable is None:
            unusable = np.zeros(len(rows), dtype=bool)
        around.push(rows, forecast, reconstruction, unusable)
        if not self._waiting or self._centre(self._waiting[0][0]) + self._after >= around.n_rows:
            if around.full:
                self._gather()
                self._forget()
            return BeatScores.none()

        emitted = self._gather()
        done: list[tuple[float, ...]] = []
        while self._waiting:
            r_peak, reported, amplitude = self._waiting[0]
            centre = self._centre(r_peak)
            if centre + self._after >= around.n_rows:
                break
            self._waiting.popleft()
            complete = centre + self._after - (around.n_rows - len(emitted))
            arrived = int(emitted[complete]) if complete >= 0 else 0
            self._emitted = max(self._emitted, reported, arrived)
            at = centre - around.first
            rr, premature, pause = self._time(r_peak, centre)
            measured = yield from self._measure(
                around.value[at - self._before : at + self._after + 1].astype(np.float64),
                _greatest(around.forecast[at + FORECAST_ROWS[0] : at + FORECAST_ROWS[1] + 1]),
                _greatest(
                    around.reconstruction[at + RECONSTRUCTION_ROWS[0] : at + RECONSTRUCTION_ROWS[1] + 1]
                ),
                premature,
                (r_peak, rr),
                learn=not around.unusable[at - self._before : at + self._after + 1].any(),
            )
            done.append((r_peak, self._emitted, *measured, premature, amplitude, rr, pause))
        self._forget()
        index, when, *rest = zip(*done, strict=True)
        columns = [np.array(column, dtype=np.float32) for column in rest]
        columns.append(np.full_like(columns[0], np.nan))  # whether it came from above `models.rhythm` knows
        return BeatScores(np.array(index, dtype=np.int64), np.array(when, dtype=np.int64), *columns)

    def _centre(self, r_peak: int) -> int:
        """Row of an R peak."""
        return math.floor(r_peak * (MODEL_FS / self.fs) + 0.5)

    def _gather(self) -> npt.NDArray[np.int64]:
        """Put the latest rows together; give the samples on whose arrival they came out."""
        rows = self._around.gather()
        self._between.push(rows.value, rows.baseline)
        return rows.emitted

    def _forget(self) -> None:
        """Forget the rows that no beat still to come can need."""
        self._around.forget()
        self._between.forget()

    def _time(self, r_peak: int, row: int) -> tuple[float, float, float]:
        """RR interval before this beat, s, by what share it was premature, and the pause before it, s."""
        nan = float("nan")
        last, self._last = self._last, (r_peak, row)
        self._between.add(row)
        if last is None or self._between.broken(last[1], row):
            return nan, nan, nan
        rr = (r_peak - last[0]) / self.fs
        premature = pause = nan
        if len(self._intervals) >= FEWEST_INTERVALS:
            premature = 1 - rr / median(self._intervals)
            if premature < 1 - LONG:
                pause = rr if self._between.quiet(last[1], row) else nan
                premature = premature if np.isfinite(pause) else nan
        if not rr <= EXPIRE_S:
            return nan, nan, pause
        self._intervals.append(rr)
        return rr, premature, pause

    def _measure(
        self,
        wide: npt.NDArray[np.float64],
        forecast: float,
        reconstruction: float,
        premature: float,
        beat_at: tuple[int, float],
        *,
        learn: bool,
    ) -> Generator[npt.NDArray[np.float64], float, tuple[float, float, float, float, float]]:
        """Classify a beat (score, forecast, reconstruction, template, autoencoder), and learn if told to.

        `beat_at` is its R peak, and the RR interval that ended in it, s.
        """
        nan = float("nan")
        if not np.isfinite(wide).all():
            return nan, nan, nan, nan, nan
        patient, card = self._patient, self._card
        beat, shifts = patient.align(wide)
        if patient.template is None:
            distance = unlikeness = error = widening = noise = nan
        else:
            error = yield beat / patient.amplitude
            distance, unlikeness = patient.distance(shifts), patient.unlikeness(beat)
            widening, noise = patient.widening(beat), patient.noise(beat)
        measures = np.array([distance, unlikeness, error, forecast, reconstruction])
        above = measures - self._baseline
        known = bool(np.isfinite(error))
        if learn:
            self._learn(measures)
            patient.add(beat, error if known else np.inf, max(0.0, float(above[2])) if known else np.inf)

        if known:
            self._noise.append(noise)
        lately = max(self._noise) if known else nan
        a, b, c, d, e = above.tolist()
        measured = Measured(a, b, c, d, e, widening, noise, lately, premature)
        if self.watch is not None and known:
            self.watch(beat_at[0], measured)
        how, level = card.weighing, card.level
        score = self._forms.judge(
            beat_at[0],
            self._emitted,
            shifts,
            float(weigh(measured, how)) / card.threshold,
            widening=widening,
            distance=a,
            premature=premature,
            rr_s=beat_at[1],
            learn=learn,
        )
        score = self._variety.judge(beat_at[0], shifts, score, premature=premature, rr_s=beat_at[1])
        return (
            score,
            float(above[3]) / level["forecast"],
            float(above[4]) / level["reconstruction"],
            float(template_verdict(measured, how)) / level["template"],
            float(above[2]) / level["autoencoder"],
        )

    def _learn(self, measures: npt.NDArray[np.float64]) -> None:
        """Count a beat towards the patient's baseline."""
        self._history[self._classified % BASELINE_BEATS] = measures
        self._classified += 1
        if self._classified % REFRESH_BEATS:
            return
        for i in range(len(MEASURES)):
            known = self._history[:, i]
            known = np.sort(known[np.isfinite(known)])
            if len(known) >= ENOUGH_BEATS:
                place = QUANTILE * (len(known) - 1)
                low = known[int(place)]
                self._baseline[i] = low + (known[int(place) + 1] - low) * (place % 1)


def _greatest(x: npt.NDArray[np.float32]) -> float:
    finite = x[np.isfinite(x)]
    return float(finite.max()) if len(finite) else float("nan")
