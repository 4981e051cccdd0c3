"""The network behind the QRS detector: a small temporal convolutional network, streamed in NumPy.

Its input is the front end's signal at 120 Hz, scaled by what the patient's background has lately been like;
its output is, 60 times a second, how likely an R peak lay a few steps ago (log odds;
`models.beats.qrs.weights.QrsConfig.lookahead`). It is fitted by `training.fits.qrs`; the layout is that of
Bai S, Kolter JZ, Koltun V, "An Empirical Evaluation of Generic Convolutional and Recurrent Networks for
Sequence Modeling", arXiv:1803.01271, 2018, with one convolution a block. NumPy alone runs it, so that a heart
rate does not wait for torch.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.signal import butter, lfilter

from models.beats.qrs.weights import ROWS_A_STEP, STEM_ROWS, TAPS, QrsWeights
from models.signal.frontend import MODEL_FS
from models.signal.latest import Latest

BAND_HZ = (5.0, 25.0)
"""Band in which a QRS complex stands out of P and T waves, drift and muscle noise, Hz: the 5 to 15 Hz of Pan
and Tompkins (1985), opened upwards for narrow complexes."""

SCALE_S = 4.0
"""Time constant of the background level by which the signal is divided, s."""

SCALE_FLOOR_MV = 0.01
"""The background level is taken to be no lower than this, so that a flat line stays flat, mV."""

_VALUE_UNIT, _BAND_UNIT = 4.0, 2.0  # background levels at which each input begins to be compressed

Array = npt.NDArray[np.float64]


class QrsInput:
    """Rows of the front end to the network's two inputs; the same values however the rows are cut.

    The first input is the signal, the second the signal in `BAND_HZ`, both in units of the background level:
    the squared running mean of the root of the second's magnitude, which a few tall complexes barely move.
    Both are compressed to grow like the square root when large. All arithmetic is exactly rounded or
    sequential, so that no value depends on its place in an array.

    Parameters
    ----------
    streams : int, optional
        How many leads run in step, each a row of what is pushed and of what comes out; one lead, without that
        axis, if left out.
    """

    def __init__(self, streams: int | None = None) -> None:
        # Of fourth order, well inside the band: the direct form is exact enough, and quicker than sections.
        self._b, self._a = butter(2, BAND_HZ, "bandpass", fs=MODEL_FS)
        gain = 1.0 / (SCALE_S * MODEL_FS)
        self._mean = [gain], [1.0, gain - 1.0]
        self._streams = streams
        self.reset()

    def reset(self) -> None:
        """Forget the stream."""
        n = self._streams or 1
        self._band = np.zeros((n, len(self._a) - 1))
        self._level = np.zeros((2, n, 1))  # of the running mean, and of the weights that it has had so far

    def push(self, value: npt.NDArray[np.floating]) -> npt.NDArray[np.float32]:
        """Take the next rows.

        Parameters
        ----------
        value : ndarray of float, shape (n,), or (streams, n)
            `FrontEndRows.value`, mV; NaN is a gap, during which time stands still for the filters.

        Returns
        -------
        ndarray of float32, shape (n, 2), or (streams, n, 2)
            The inputs; 0 in a gap.
        """
        x = (value if self._streams is not None else value[None]).astype(np.float64)
        present = np.isfinite(x)
        if x.size and present.all():
            out = self._filter(x, slice(None))
        else:
            out = np.zeros((*x.shape, 2), dtype=np.float32)
            for stream in np.flatnonzero(present.any(axis=1)).tolist():
                rows = present[stream]
                out[stream, rows] = self._filter(x[stream : stream + 1, rows], slice(stream, stream + 1))[0]
        return out if self._streams is not None else out[0]

    def _filter(self, x: Array, streams: slice) -> npt.NDArray[np.float32]:
        """Inputs of these streams, shape (m, n, 2), from rows without a gap, shape (m, n)."""
        band, self._band[streams] = lfilter(self._b, self._a, x, zi=self._band[streams])
        root = np.ones((2, *x.shape))
        np.sqrt(np.abs(band), out=root[0])
        (level, weight), self._level[:, streams] = lfilter(*self._mean, root, zi=self._level[:, streams])
        level /= weight
        scale = np.maximum(level * level, SCALE_FLOOR_MV)
        inputs = np.empty((*x.shape, 2), dtype=np.float32)
        inputs[..., 0] = _compress(x / (_VALUE_UNIT * scale))
        inputs[..., 1] = _compress(band / (_BAND_UNIT * scale))
        return inputs


class QrsStream:
    """The network on a stream of inputs, with its own state; bit for bit the same however it is cut.

    Of several streams in step, each gives what it gives alone but for the rounding of float32.

    Parameters
    ----------
    weights : QrsWeights
        The fitted network.
    streams : int, optional
        As for `QrsInput`.
    """

    def __init__(self, weights: QrsWeights, streams: int | None = None) -> None:
        self.config = weights.config
        t = weights.tensors
        self._stem = _matrix(t["stem.weight"]), t["stem.bias"]
        self._layers = [
            (d, _matrix(t[f"layers.{i}.weight"]), t[f"layers.{i}.bias"])
            for i, d in enumerate(self.config.dilations)
        ]
        self._head = _matrix(t["head.weight"]), t["head.bias"]
        self._streams = streams
        self._affine = _affine if streams is None else _affine_together
        self.reset()

    def reset(self) -> None:
        """Forget the stream; what lies before it is taken as zeros."""
        n, c = self._streams or 1, self.config.channels
        self._rows = np.zeros((n, STEM_ROWS - ROWS_A_STEP, 2), dtype=np.float32)
        self._past = [Latest(n, (TAPS - 1) * d, 0.0, shape=(c,)) for d in self.config.dilations]

    def push(self, inputs: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Take the next inputs and give the steps that they complete.

        Parameters
        ----------
        inputs : ndarray of float32, shape (n, 2), or (streams, n, 2)
            From `QrsInput`.

        Returns
        -------
        ndarray of float32, shape (k,), or (streams, k)
            Log odds of an R peak, `QrsConfig.lookahead` steps late. Step ``i`` of the stream is complete with
            row ``ROWS_A_STEP * i + 1``.
        """
        odds = self._push(inputs if self._streams is not None else inputs[None])
        return odds if self._streams is not None else odds[0]

    def _push(self, inputs: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        rows = np.concatenate([self._rows, inputs], axis=1)
        steps = (rows.shape[1] - (STEM_ROWS - ROWS_A_STEP)) // ROWS_A_STEP
        self._rows = rows[:, ROWS_A_STEP * steps :].copy()
        if not steps:
            return np.zeros((len(rows), 0), dtype=np.float32)
        groups = STEM_ROWS // ROWS_A_STEP
        grouped = rows[:, : ROWS_A_STEP * (steps + groups - 1)].reshape(len(rows), -1, 2 * ROWS_A_STEP)
        windows = np.concatenate([grouped[:, k : k + steps] for k in range(groups)], axis=2)
        x = _relu(self._affine(windows, *self._stem))
        for past, (dilation, weight, bias) in zip(self._past, self._layers, strict=True):
            line = past.extend(x)
            taps = [line[:, k * dilation : k * dilation + steps] for k in range(TAPS)]
            added = _relu(self._affine(np.concatenate(taps, axis=2), weight, bias))
            x = np.add(x, added, out=added)
        return self._affine(x, *self._head)[..., 0]


def _compress(x: Array) -> Array:
    """Like x when small, like its root (with its sign) when large."""
    return np.asarray(x / np.sqrt(np.sqrt(1.0 + x * x)))


def _relu(x: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    return np.maximum(x, np.float32(0), out=x)


def _matrix(weight: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Lay a convolution's weight (out, in, taps) out as a matrix (taps * in, out)."""
    return np.ascontiguousarray(weight.transpose(2, 1, 0).reshape(-1, weight.shape[0]))


def _affine(
    x: npt.NDArray[np.float32], weight: npt.NDArray[np.float32], bias: npt.NDArray[np.float32]
) -> npt.NDArray[np.float32]:
    """Give x @ weight + bias as a stack of row products, none of whose rounding depends on the others."""
    product = np.matmul(x[..., None, :], weight)[..., 0, :]
    return np.add(product, bias, out=product)


def _affine_together(
    x: npt.NDArray[np.float32], weight: npt.NDArray[np.float32], bias: npt.NDArray[np.float32]
) -> npt.NDArray[np.float32]:
    """Give x @ weight + bias as one product: for many rows several times quicker than row by row."""
    product = x.reshape(-1, x.shape[-1]) @ weight
    return np.add(product, bias, out=product).reshape(*x.shape[:-1], -1)
