"""Pixels whose likelihood is asked for: drawn as coins, fixed once, or grey."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

DYNAMIC = "dynamic"
"""Each pixel is a coin that shows ink as often as it is bright, thrown anew whenever it is looked at."""

STATIC = "static"
"""The same coins, thrown once and kept."""

GREY = "grey"
"""The pixels as they are. Binary cross-entropy of them is no likelihood: it does not come from a density."""

PIXEL_KINDS = (DYNAMIC, STATIC, GREY)

STATIC_SEED = 20_081_107
"""The throw that is kept. It is the project's own: the published files of 2011 hold another."""


def pixels_of(kind: str, images: npt.ArrayLike, seed: int = 0) -> Array:
    """Give images as pixels of a kind.

    Salakhutdinov and Murray, *On the quantitative analysis of deep belief networks*, ICML 2008, throw coins;
    Larochelle and Murray, *The neural autoregressive distribution estimator*, AISTATS 2011, keep one throw.

    Parameters
    ----------
    kind : str
        One of `PIXEL_KINDS`.
    images : array, shape (n, 784)
        Ink from 0 to 1.
    seed : int
        Of the coins, where they are thrown anew.

    Returns
    -------
    ndarray of float32, shape (n, 784)

    Raises
    ------
    ValueError
        If there is no such kind.
    """
    x = np.asarray(images, dtype=np.float32)
    if kind == GREY:
        return x
    if kind not in (DYNAMIC, STATIC):
        raise ValueError(f"There are no {kind!r} pixels; there are {', '.join(PIXEL_KINDS)}.")
    coins = np.random.default_rng(STATIC_SEED if kind == STATIC else seed)
    thrown: Array = (coins.random(x.shape, dtype=np.float32) < x).astype(np.float32)
    return thrown
