"""The running models: forecast and reconstruction errors against time, on one lead or on several in step."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np
import numpy.typing as npt

from models.running.autoencoder import ReconstructionRows, ReconstructionStream
from models.running.forecaster import ForecastRows, ForecastStream
from models.running.weights import TrainedAutoencoder, TrainedForecaster
from models.signal.baseline import PatientBaseline
from models.signal.frontend import MODEL_FS, FrontEnd, FrontEndRows
from models.signal.quality.finder import Judged, QualityFinder


@dataclass(frozen=True)
class ChannelRows:
    """Rows of one score channel, at 120 Hz, each source sample at most once and in the order of time.

    Attributes
    ----------
    index : ndarray of int64, shape (k,)
        Source sample that the row describes; strictly increasing.
    emitted : ndarray of int64, shape (k,)
        Source sample on whose arrival the row came out; never decreasing.
    expected : ndarray of float32, shape (k,), or (streams, k)
        What the model expected there, in source mV with the baseline, so that it lies over the raw trace; NaN
        where invalid.
    score : ndarray of float32, shape (k,), or (streams, k)
        How far above this patient's baseline the model's negative log-likelihood (NLL) is, in nats; NaN
        where invalid.
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
            *(np.concatenate([getattr(p, f.name) for p in parts], axis=-1) for f in fields(ChannelRows))
        )


@dataclass(frozen=True)
class RunningScores:
    """What one `Channels.push` gives.

    Attributes
    ----------
    rows : FrontEndRows
        Rows of the front end.
    raw_forecast : ForecastRows
        What the forecaster says of them, as it is.
    raw_reconstruction : ReconstructionRows
        What the autoencoder says, as it is.
    forecast, reconstruction : ChannelRows
        The same in the source's time base, above the patient's baseline.
    quality : Judged
        How good the signal is.
    """

    rows: FrontEndRows
    raw_forecast: ForecastRows
    raw_reconstruction: ReconstructionRows
    forecast: ChannelRows
    reconstruction: ChannelRows
    quality: Judged


class Channels:
    """The running models: front end, forecaster and autoencoder, less the patient's baseline.

    Of a signal that is unusable (`models.signal.quality`) the baseline learns nothing.

    Parameters
    ----------
    fs : float
        Source rate in Hz, 100 to 1000.
    forecaster : TrainedForecaster
        Network with its card.
    autoencoder : TrainedAutoencoder
        Network with its card.
    streams : int, optional
        How many leads run in step, each a row of what is pushed and of what comes out; one lead, without that
        axis, if left out.

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
        streams: int | None = None,
    ) -> None:
        self.fs = float(fs)
        self._shape = () if streams is None else (streams,)
        self.frontend = FrontEnd(fs, streams)
        self._quality = QualityFinder(fs, streams)
        self._forecast = ForecastStream(forecaster.network, streams)
        self._forecast_lag = self._forecast.smoothing // 2
        self._forecast_baseline = PatientBaseline(forecaster.card.prior, streams)
        self._autoencoder_config = autoencoder.network.config
        self._reconstruction = ReconstructionStream(autoencoder.network, streams)
        self._reconstruction_baseline = PatientBaseline(autoencoder.card.prior, streams)
        self.thresholds = {
            "forecast": forecaster.card.threshold,
            "reconstruction": autoencoder.card.threshold,
        }
        """Level at which each channel says something; frozen on DS1."""
        self.reset()

    @property
    def latency_s(self) -> dict[str, float]:
        """Longest delay of each channel from the sample a row describes to its coming out, s."""
        config = self._autoencoder_config
        rows = {"forecast": self._forecast_lag, "reconstruction": config.lag + config.hop - 1}
        return {
            channel: self.frontend.latency_s + n / MODEL_FS + (1 / self.fs if n else 0.0)
            for channel, n in rows.items()
        }

    def reset(self) -> None:
        """Forget the stream and the patient: the next sample is sample 0."""
        for part in (
            self.frontend,
            self._quality,
            self._forecast,
            self._forecast_baseline,
            self._reconstruction,
            self._reconstruction_baseline,
        ):
            part.reset()
        self._rows = 0
        self._samples = 0
        self._held_expected = np.full((*self._shape, self._forecast_lag), np.nan, dtype=np.float32)
        held = self._autoencoder_config.lag + 2 * self._autoencoder_config.hop
        self._held_baseline = np.full((*self._shape, held), np.nan, dtype=np.float32)
        self._last = {"forecast": -1, "reconstruction": -1}

    def learn_from(self, other: Channels) -> None:
        """Take over the baseline of the same patient; nothing of the stream."""
        self._forecast_baseline.learn_from(other._forecast_baseline)
        self._reconstruction_baseline.learn_from(other._reconstruction_baseline)

    def push(self, x: npt.NDArray[np.floating], held: npt.NDArray[np.bool_] | None = None) -> RunningScores:
        """Take the next samples.

        Parameters
        ----------
        x : ndarray of float, shape (n,), or (streams, n)
            mV; NaN is a gap.
        held : ndarray of bool, of the shape of `x`, optional
            Where a row that comes out is not valid, though there is a signal.

        Returns
        -------
        RunningScores
            What they complete.
        """
        rows = self.frontend.push(x)
        if held is not None and held.any():
            rows = replace(rows, valid=rows.valid & ~held[..., rows.emitted - self._samples])
        self._samples += x.shape[-1]
        quality = self._quality.push(x, rows)
        forecast = self._forecast.push(rows.value, rows.valid)
        reconstruction = self._reconstruction.push(rows.value, rows.valid)
        scores = RunningScores(
            rows,
            forecast,
            reconstruction,
            self._place_forecast(rows, forecast, quality.unusable),
            self._place_reconstruction(rows, reconstruction, quality.unusable),
            quality,
        )
        self._rows += len(rows)
        return scores

    def _place_forecast(
        self, rows: FrontEndRows, out: ForecastRows, unusable: npt.NDArray[np.bool_]
    ) -> ChannelRows:
        expected = np.concatenate([self._held_expected, out.expected + rows.baseline], axis=-1)
        self._held_expected = expected[..., len(rows) :].copy()
        return self._channel(
            "forecast",
            np.arange(self._rows, self._rows + len(rows)) - self._forecast_lag,
            rows.emitted,
            expected[..., : len(rows)],
            self._forecast_baseline.push(out.score, unusable),
        )

    def _place_reconstruction(
        self, rows: FrontEndRows, out: ReconstructionRows, unusable: npt.NDArray[np.bool_]
    ) -> ChannelRows:
        baseline = np.concatenate([self._held_baseline, rows.baseline], axis=-1)
        held = self._held_baseline.shape[-1]
        self._held_baseline = baseline[..., len(rows) :].copy()
        expected = out.expected + baseline[..., out.row - self._rows + held]
        emitted = rows.emitted[out.at - self._rows]
        above = self._reconstruction_baseline.push(out.score, unusable[..., out.at - self._rows])
        return self._channel("reconstruction", out.row, emitted, expected, above)

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
        return ChannelRows(index[keep], emitted[keep], expected[..., keep], score[..., keep])
