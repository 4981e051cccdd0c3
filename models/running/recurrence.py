"""The forecaster run row by row in NumPy.

A stream brings two or three rows at a time, for which a call into torch costs far more than the arithmetic.
Row by row it is also bit for bit the same however the stream is cut.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]


class Recurrence:
    """A forecaster's LSTM and head, with the state of one or more streams.

    Of the gates' four non-linearities three are logistic; as ``logistic(x) = (1 + tanh(x / 2)) / 2`` one call
    of tanh serves all. Input and bias stand below the hidden state, so that one product does for the three.

    Parameters
    ----------
    tensors : mapping of str to ndarray
        Weights of a `models.running.forecaster.Forecaster`, by its names; they are copied.
    floor : float
        Least log-variance that it can claim.
    columns : list of int
        Which of its horizons are wanted, by their place among them.
    streams : int
        How many leads run in step.
    """

    def __init__(
        self,
        tensors: Mapping[str, npt.NDArray[np.floating]],
        floor: float,
        columns: list[int],
        streams: int,
    ) -> None:
        self._units = tensors["lstm.weight_hh_l0"].shape[1]
        bias = tensors["lstm.bias_ih_l0"] + tensors["lstm.bias_hh_l0"]
        gates = np.column_stack([tensors["lstm.weight_hh_l0"], tensors["lstm.weight_ih_l0"], bias])
        i, f, g, o = np.split(gates, 4)  # input, forget, cell and output, as torch orders them
        self._gates = np.ascontiguousarray(np.concatenate([0.5 * i, 0.5 * f, 0.5 * o, g]), dtype=np.float32)
        head = np.column_stack([tensors["head.weight"], tensors["head.bias"]])
        rows = [*columns, *(len(head) // 2 + column for column in columns)]
        self._head = np.ascontiguousarray(head[rows], dtype=np.float32)
        self._floor = np.float32(floor)
        self._streams = streams
        self.reset()

    def reset(self) -> None:
        """Forget the streams."""
        n, units = self._streams, self._units
        self._inputs = np.zeros((units + 2, n), dtype=np.float32)  # hidden state, input, 1
        self._inputs[-1] = 1
        self._cell = np.zeros((units, n), dtype=np.float32)
        self._active = np.empty((4 * units, n), dtype=np.float32)
        self._product = np.empty((units, n), dtype=np.float32)

    def push(self, x: Array) -> tuple[Array, Array]:
        """Forecast from each row.

        Parameters
        ----------
        x : ndarray of float32, shape (k, streams)
            The next rows, within `models.running.forecaster.INPUT_LIMIT_MV`.

        Returns
        -------
        mean, log_variance : ndarray of float32, shape (k, columns, streams)
            As `Forecaster.forward` gives them for these columns.
        """
        units, inputs, cell, active, product = (
            self._units, self._inputs, self._cell, self._active, self._product,
        )  # fmt: skip
        hidden, logistic = inputs[:units], active[: 3 * units]
        let_in, keep, let_out, new = (active[i * units : (i + 1) * units] for i in range(4))
        out = np.empty((len(x), *self._head.shape[:1], x.shape[1]), dtype=np.float32)
        for row, given in zip(x, out, strict=True):
            inputs[units] = row
            np.matmul(self._gates, inputs, out=active)
            np.tanh(active, out=active)
            np.multiply(logistic, 0.5, out=logistic)
            np.add(logistic, 0.5, out=logistic)
            np.multiply(cell, keep, out=cell)
            np.multiply(let_in, new, out=product)
            np.add(cell, product, out=cell)
            np.tanh(cell, out=product)
            np.multiply(let_out, product, out=hidden)
            np.matmul(self._head, inputs, out=given)
        mean, raw = out[:, : len(self._head) // 2], out[:, len(self._head) // 2 :]
        return mean, self._floor + np.logaddexp(np.float32(0), raw)
