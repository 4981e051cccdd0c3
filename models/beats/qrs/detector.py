"""R peaks as they happen: a streaming QRS detector on one lead.

Front end (120 Hz) -> background-scaled inputs -> a small convolutional network (`models.beats.qrs.network`)
-> peaks of its output -> the R peak in the signal. Nothing looks ahead beyond `QrsDetector.latency_s`.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.beats.qrs.network import QrsInput, QrsStream
from models.beats.qrs.peaks import THRESHOLD, Beats, PeakPicker
from models.beats.qrs.weights import QRS, TrainedQrs
from models.signal.frontend import FrontEnd, FrontEndRows

_BLOCK_S = 20.0  # a long push is cut into pieces of this length, so that memory stays bounded


class QrsDetector:
    """Streaming QRS detector; the same beats, reported at the same samples, however the stream is cut.

    Parameters
    ----------
    fs : float
        Source rate in Hz, 100 to 1000.
    weights : TrainedQrs, optional
        The network; the one that ships with the program if left out.
    threshold : float, optional
        Log odds from which a peak is a beat.

    Raises
    ------
    ValueError
        If `fs` is outside its range.
    assets.errors.WeightsError
        If the shipped network is missing or not as it should be.

    Examples
    --------
    >>> from assets.records.demo import load_demo
    >>> record = load_demo()
    >>> beats = QrsDetector(record.fs).push(record.signals[:3600, 0])
    """

    def __init__(self, fs: float, weights: TrainedQrs | None = None, threshold: float = THRESHOLD) -> None:
        self._frontend = FrontEnd(fs)
        self.fs = self._frontend.fs
        weights = weights if weights is not None else QRS.shipped()
        self._input = QrsInput()
        self._network = QrsStream(weights.network)
        self._peaks = PeakPicker(self.fs, weights.network.config.lookahead, threshold)
        self.reset()

    @property
    def latency_s(self) -> float:
        """Longest delay from an R peak to its being reported, s."""
        return self._peaks.wait_s + self._frontend.latency_s

    def reset(self) -> None:
        """Forget the stream and the patient: the next sample is sample 0."""
        self._frontend.reset()
        self._input.reset()
        self._network.reset()
        self._peaks.reset()

    def push(self, samples: npt.ArrayLike) -> Beats:
        """Take the next samples and give the beats that they complete.

        Parameters
        ----------
        samples : array_like of float, shape (n,)
            One lead in mV; NaN is a gap.

        Returns
        -------
        Beats
            The completed beats; often none.

        Raises
        ------
        ValueError
            If `samples` is not one-dimensional.
        """
        x = np.asarray(samples)
        if x.ndim != 1:
            raise ValueError(f"samples must be one-dimensional, not of shape {x.shape}.")
        block = int(_BLOCK_S * self.fs)
        return Beats.concatenate([self._push(x[i : i + block]) for i in range(0, max(len(x), 1), block)])

    def _push(self, x: npt.NDArray[np.floating]) -> Beats:
        return self.push_rows(self._frontend.push(x))

    def push_rows(self, rows: FrontEndRows) -> Beats:
        """Take the next rows of a front end that others share, in place of `push`.

        Parameters
        ----------
        rows : FrontEndRows
            Rows of a `FrontEnd` at this detector's rate; every row once, from the first.

        Returns
        -------
        Beats
            The completed beats; often none.
        """
        return self._peaks.push(rows.value, rows.emitted, self._network.push(self._input.push(rows.value)))
