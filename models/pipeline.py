"""The score pipeline: samples of one lead in, forecast and reconstruction scores out.

The live monitor, headless scoring and the evaluation all run this one object.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields

import numpy as np
import numpy.typing as npt

from models.autoencoder import ReconstructionRows, ReconstructionStream
from models.beat_weights import TrainedBeats, shipped_beats
from models.beats import BeatScores
from models.confirm import ConfirmStream
from models.forecaster import ForecastRows, ForecastStream
from models.frontend import MODEL_FS, FrontEnd, FrontEndRows
from models.qrs import QrsDetector
from models.scoring import PatientBaseline
from models.weights import TrainedAutoencoder, TrainedForecaster, shipped_autoencoder, shipped_forecaster

_BLOCK_S = 20.0  # a long push is cut into pieces of this length, so that memory stays bounded


@dataclass(frozen=True)
class ChannelRows:
    """Rows of one score channel, at 120 Hz, each source sample at most once and in the order of time.

    Attributes
    ----------
    index : ndarray of int64, shape (k,)
        Source sample that the row describes; strictly increasing.
    emitted : ndarray of int64, shape (k,)
        Source sample on whose arrival the row came out; never decreasing.
    expected : ndarray of float32, shape (k,)
        What the model expected there, in source mV with the baseline, so that it lies over the raw trace; NaN
        where invalid.
    score : ndarray of float32, shape (k,)
        How far above this patient's usual level the model's error is, in nats; NaN where invalid.
    """

    index: npt.NDArray[np.int64]
    emitted: npt.NDArray[np.int64]
    expected: npt.NDArray[np.float32]
    score: npt.NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.index)

    @staticmethod
    def concatenate(parts: list[ChannelRows]) -> ChannelRows:
        """Join rows that follow each other.

        Raises
        ------
        ValueError
            If `parts` is empty.
        """
        if len(parts) == 1:
            return parts[0]
        return ChannelRows(
            *(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(ChannelRows))
        )


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
        The beats that were judged; they lag behind both.
    """

    forecast: ChannelRows
    reconstruction: ChannelRows
    beats: BeatScores = field(default_factory=BeatScores.none)

    @staticmethod
    def concatenate(parts: list[Scores]) -> Scores:
        """Join scores that follow each other.

        Raises
        ------
        ValueError
            If `parts` is empty.
        """
        return Scores(
            ChannelRows.concatenate([p.forecast for p in parts]),
            ChannelRows.concatenate([p.reconstruction for p in parts]),
            BeatScores.concatenate([p.beats for p in parts]),
        )


class ScoreStream:
    """Front end, both models with the patient's baseline, and the beats one by one, on one lead.

    The two channels are the fast path: they rise while a beat is going on. The beats are the confirm path.

    The scores do not depend on how the stream is cut into pushes, and no output depends on a sample that
    comes after its `emitted` one.

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
        self._frontend = FrontEnd(fs)
        self._forecast = ForecastStream(forecaster.network)
        self._forecast_lag = self._forecast.smoothing // 2
        self._forecast_baseline = PatientBaseline(forecaster.card.prior)
        self._autoencoder_config = autoencoder.network.config
        self._reconstruction = ReconstructionStream(autoencoder.network)
        self._reconstruction_baseline = PatientBaseline(autoencoder.card.prior)
        self._qrs = QrsDetector(fs)
        beats = beats if beats is not None else shipped_beats()
        self._confirm = ConfirmStream(beats, fs)
        self.thresholds = {
            "forecast": forecaster.card.threshold,
            "reconstruction": autoencoder.card.threshold,
            "ectopy": 1.0,
            "premature": beats.card.premature,
        }
        """Level at which each channel, and a beat's score and prematurity, say something; frozen on DS1."""
        self.reset()

    @classmethod
    def shipped(cls, fs: float) -> ScoreStream:
        """Stream with the models that ship with the program.

        Raises
        ------
        ValueError
            If `fs` is outside its range.
        models.weights.WeightsError
            If a shipped file is missing or not as it should be.
        """
        return cls(fs, shipped_forecaster(), shipped_autoencoder(), shipped_beats())

    @property
    def latency_s(self) -> dict[str, float]:
        """Longest delay from the sample a row describes, or from a beat's R peak, to its coming out, s."""
        config = self._autoencoder_config
        rows = {"forecast": self._forecast_lag, "reconstruction": config.centre_lag + config.hop - 1}
        delays = {
            channel: self._frontend.latency_s + n / MODEL_FS + (1 / self.fs if n else 0.0)
            for channel, n in rows.items()
        }
        complete = self._frontend.latency_s + self._confirm.after_s + 1 / self.fs
        return {**delays, "ectopy": max(complete, self._qrs.latency_s)}

    @property
    def template(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]] | None:
        """The patient's usual beat so far: times from the R peak (s) and mV; None before there is one."""
        return self._confirm.template

    def reset(self) -> None:
        """Forget the stream and the patient: the next sample is sample 0."""
        for part in (
            self._frontend,
            self._forecast,
            self._forecast_baseline,
            self._reconstruction,
            self._reconstruction_baseline,
            self._qrs,
            self._confirm,
        ):
            part.reset()
        self._rows = 0
        self._held_expected = np.full(self._forecast_lag, np.nan, dtype=np.float32)
        held = self._autoencoder_config.centre_lag + 2 * self._autoencoder_config.hop
        self._held_baseline = np.full(held, np.nan, dtype=np.float32)
        self._last = {"forecast": -1, "reconstruction": -1}

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
        rows = self._frontend.push(x)
        forecast = self._forecast.push(rows.value, rows.valid)
        reconstruction = self._reconstruction.push(rows.value, rows.valid)
        beats = self._confirm.push(
            rows, self._qrs.push_rows(rows), forecast.score, (reconstruction.row, reconstruction.score)
        )
        scores = Scores(
            self._place_forecast(rows, forecast), self._place_reconstruction(rows, reconstruction), beats
        )
        self._rows += len(rows)
        return scores

    def _place_forecast(self, rows: FrontEndRows, out: ForecastRows) -> ChannelRows:
        expected = np.concatenate([self._held_expected, out.expected + rows.baseline])
        self._held_expected = expected[len(rows) :].copy()
        return self._channel(
            "forecast",
            np.arange(self._rows, self._rows + len(rows)) - self._forecast_lag,
            rows.emitted,
            expected[: len(rows)],
            self._forecast_baseline.push(out.score),
        )

    def _place_reconstruction(self, rows: FrontEndRows, out: ReconstructionRows) -> ChannelRows:
        baseline = np.concatenate([self._held_baseline, rows.baseline])
        held = len(self._held_baseline)
        self._held_baseline = baseline[len(rows) :].copy()
        expected = out.expected + baseline[out.row - self._rows + held]
        emitted = rows.emitted[out.at - self._rows]
        return self._channel(
            "reconstruction", out.row, emitted, expected, self._reconstruction_baseline.push(out.score)
        )

    def _channel(
        self,
        channel: str,
        row: npt.NDArray[np.int64],
        emitted: npt.NDArray[np.int64],
        expected: npt.NDArray[np.float32],
        score: npt.NDArray[np.float32],
    ) -> ChannelRows:
        """Number rows by source sample; leave out those before sample 0 and repeats of a sample."""
        index = np.floor(row * (self.fs / MODEL_FS) + 0.5).astype(np.int64)
        if self.fs < MODEL_FS:
            keep = (np.diff(index, prepend=self._last[channel]) > 0) & (row >= 0)
            if len(index):
                self._last[channel] = max(-1, int(index[-1]))
        elif len(row) and row[0] < 0:
            keep = row >= 0
        else:
            return ChannelRows(index, emitted, expected, score)
        return ChannelRows(index[keep], emitted[keep], expected[keep], score[keep])
