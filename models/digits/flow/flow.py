"""One picture on its way through a network: what each unit says, looks for and adds to the drawing.

Nothing is known here of how a network is built: what it does to the picture is watched while it does it.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch

from assets.phrase import phrase
from models.digits.flow.watch import Watch
from models.digits.model import SIDE, Array, DigitModel, as_pixels
from models.digits.networks.network import PIXELS, CloudNetwork
from models.digits.space.judging import Judge

CENTRE = phrase("the code: centre")
"""Name of the layer that gives the middle of a cloud."""


@dataclass(frozen=True, eq=False)
class Column:
    """A layer and what it says of the picture.

    Attributes
    ----------
    words : str
        What it is, in a few words.
    values : ndarray of float32, shape (n,) or (n, h, w)
        What its units say, after the activation; maps where the layer is convolutional. The first column
        and the last one of an autoencoder are pictures, shape (1, 28, 28).
    weights : ndarray of float32, or None
        What a unit weighs the units before it with: shape (n, before), or (n, before, h, w) for the small
        pictures of a convolution. None for the picture that comes in.
    active : str
        The activation in words; empty where there is none.
    """

    words: str
    values: Array
    weights: Array | None = None
    active: str = ""

    @property
    def units(self) -> int:
        """How many units, or maps, there are."""
        return len(self.values)

    @property
    def picture(self) -> bool:
        """Whether it is a picture of digits, and has no units to ask."""
        return self.values.shape == (1, SIDE, SIDE)


class Flow:
    """A network watched with one picture.

    Parameters
    ----------
    network : DigitModel or Judge
        An autoencoder, or the classifier.
    picture : array, shape (28, 28)
        Ink from 0 to 1.

    Attributes
    ----------
    columns : tuple of Column
        From the picture to what comes out.
    code : int
        Which column is the code; the last one of a classifier.

    Raises
    ------
    ValueError
        If the picture has another shape or values that are not finite.
    """

    def __init__(self, network: DigitModel | Judge, picture: npt.ArrayLike) -> None:
        self._network = network
        self._x = as_pixels(picture)[:1]
        watch, names, self.code = self._run()
        columns = [Column(phrase("your digit"), self._x.numpy().reshape(1, SIDE, SIDE).copy())]
        for i, seen in enumerate(watch.layers):
            values = seen.out[0].detach().numpy().copy()
            words = names.get(i) or (
                phrase("{maps} maps", maps=len(values))
                if values.ndim == 3
                else phrase("{units} units", units=len(values))
            )
            columns.append(Column(words, values, seen.weights(), seen.active))
        if isinstance(network, DigitModel):
            columns[-1] = replace(
                columns[-1], words=phrase("redrawn"), values=columns[-1].values.reshape(1, SIDE, SIDE)
            )
        self.columns = tuple(columns)

    def weights_of(self, column: int, unit: int) -> Array:
        """The weights of a unit as a picture: of the digit's pixels where it looks at them, else a sheet.

        Where the unit's own weights look at no picture and the next layer is the one that draws, the
        weights with which the unit draws are given.
        """
        layer = self._asked(column, unit)
        assert layer.weights is not None
        after = self.columns[column + 1] if column + 1 < len(self.columns) else None
        row = layer.weights[unit]
        if row.ndim == 1 and len(row) >= PIXELS and column == 1:
            return row[:PIXELS].reshape(SIDE, SIDE)
        if after is not None and after.picture and after.weights is not None and after.weights.ndim == 2:
            drawn: Array = after.weights[:, unit].reshape(SIDE, SIDE)
            return drawn
        if row.ndim == 3:
            return sheet(row)
        before = self.columns[column - 1].values
        if before.ndim == 3 and before.size == row.size:
            return sheet(row.reshape(before.shape))
        return sheet(row.reshape(-1, 1, 1), gap=0)

    def reacts_to(self, column: int, unit: int) -> Array:
        """Where more ink would raise what a unit says of this picture, and where it would lower it.

        The gradient of the unit (of a map: of its sum) by the pixels; Simonyan, Vedaldi & Zisserman, *Deep
        inside convolutional networks*, 2013.

        Returns
        -------
        ndarray of float32, shape (28, 28)
        """
        self._asked(column, unit)
        x = self._x.clone().requires_grad_()
        watch, _, _ = self._run(x)
        said = watch.layers[column - 1].out[0][unit].sum()
        (gradient,) = torch.autograd.grad(said, x, allow_unused=True)
        return (
            np.zeros((SIDE, SIDE), np.float32) if gradient is None else gradient.numpy().reshape(SIDE, SIDE)
        )

    def adds(self, column: int, unit: int) -> Array:
        """What of the last column is there because a unit speaks: with it, less without it.

        Returns
        -------
        ndarray of float32, of the last column's shape
        """
        self._asked(column, unit)
        watch, _, _ = self._run(silent=(column - 1, unit))
        last = self.columns[-1].values
        difference: Array = last - watch.layers[-1].out[0].numpy().reshape(last.shape)
        return difference

    def _asked(self, column: int, unit: int) -> Column:
        layer = self.columns[column]
        if layer.weights is None or layer.picture:
            raise ValueError(f"column {column} is a picture and has no units.")
        if not 0 <= unit < layer.units:
            raise ValueError(f"column {column} has {layer.units} units and no unit {unit}.")
        return layer

    def _run(
        self, x: torch.Tensor | None = None, silent: tuple[int, int] | None = None
    ) -> tuple[Watch, dict[int, str], int]:
        """Send the picture through; what was seen, the names of layers, and which column is the code."""
        watch, names = Watch(silent), {}
        with torch.no_grad() if x is None else nullcontext():
            x = self._x if x is None else x
            if isinstance(self._network, Judge):
                with watch:
                    torch.softmax(self._network.network(x), 1)
                last = len(watch.layers) - 1
                return watch, {last: phrase("ten digits")}, last + 1
            network = self._network.network
            if isinstance(network, CloudNetwork):
                told = (network.likeliest(x),) if network.labelled else ()  # type: ignore[operator]
                with watch:
                    mean, log_variance = network.cloud(x, *told)
                    names = watch.named({CENTRE: mean, "log σ²": log_variance})
                    code = next((i for i, words in names.items() if words == CENTRE), None)
                    if code is None:
                        code = len(watch.layers) - 1
                        names = {code: phrase("the code: centres, log σ²")}
                    network.decode(mean, *told)
            else:
                with watch:
                    z = network.encode(x)
                    code = len(watch.layers) - 1
                    names = {code: phrase("the code")}
                    network.decode(z)
        return watch, names, code + 1


def sheet(pictures: npt.NDArray[np.float32], gap: int = 1) -> Array:
    """Lay pictures (n, h, w) side by side on a sheet that is about square; what is left over is 0."""
    n, h, w = pictures.shape
    across = max(1, round((n * (h + gap) / (w + gap)) ** 0.5))
    rows = -(-n // across)
    out = np.zeros((rows * (h + gap) - gap, across * (w + gap) - gap), np.float32)
    for i, one in enumerate(pictures):
        top, left = i // across * (h + gap), i % across * (w + gap)
        out[top : top + h, left : left + w] = one
    return out
