"""Where the 10 000 test digits lie on each map: shipped, so that the lab needs no image to show them."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.errors import AssetError
from assets.phrase import phrase
from assets.regular import check_regular
from assets.shipped import digits_folder
from models.digits.catalogue import MAPS
from models.digits.space.extent import Extent, extent_of
from models.digits.space.latent import SPAN

Array = npt.NDArray[np.float32]

NEIGHBOURS = 10
"""The distance of a place from the codes is the mean distance to this many of the nearest ones."""

EDGE_QUANTILE = 0.99
"""A place farther from the codes than this share of themselves lies beyond them."""

SIGMAS = 3.0
"""A map reaches at least so many standard deviations of its clouds."""

FILE = "codes.safetensors"
_MAX_BYTES = 4 * 2**20


@dataclass(frozen=True)
class ShippedCodes:
    """Codes of the test digits on one map.

    Attributes
    ----------
    means : ndarray of float32, shape (n, latent)
        Centre of each digit's cloud, or its point.
    stds : ndarray of float32, shape (n, latent)
        Standard deviations of the clouds; 0 where codes are points.
    labels : ndarray of uint8, shape (n,)
        What each digit is.
    confidence : ndarray of float32, shape (m, m), or None
        How sure the judge is of the middle of each tile of the map (`extent`), ``[0, 0]`` at the top left;
        see `latent.confidence_plane`. None where the map differs from digit to digit.
    """

    means: Array
    stds: Array
    labels: npt.NDArray[np.uint8]
    confidence: Array | None = None

    def __len__(self) -> int:
        return len(self.means)

    def distance(self, codes: npt.ArrayLike) -> Array:
        """Mean distance to the nearest codes (`NEIGHBOURS`); (k, latent) to (k,).

        Raises
        ------
        ValueError
            If the codes have another size.
        """
        z = np.array(codes, dtype=np.float32, ndmin=2)
        if z.ndim != 2 or z.shape[1] != self.means.shape[1]:
            raise ValueError(f"codes must be of shape (k, {self.means.shape[1]}), not {z.shape}.")
        near, _ = self._tree.query(z, min(NEIGHBOURS, len(self)))
        return np.asarray(near, dtype=np.float32).reshape(len(z), -1).mean(1)

    @functools.cached_property
    def edge(self) -> float:
        """Distance beyond which a place lies outside the codes."""
        near, _ = self._tree.query(self.means, min(NEIGHBOURS + 1, len(self)))
        return float(np.quantile(near[:, 1:].mean(1), EDGE_QUANTILE))

    @functools.cached_property
    def extent(self) -> Extent:
        """The square of the plane that holds nearly all codes, the same share for every model.

        Where the clouds have grown into one another it reaches as far as a cloud does: on a map of their
        middles alone no cloud could be seen.

        Raises
        ------
        ValueError
            If the code has not two numbers.
        """
        fitted = Extent.of(self.means)
        return Extent(fitted.x, fitted.y, max(fitted.half, SIGMAS * float(np.median(self.stds))))

    def outside(self, codes: npt.ArrayLike) -> npt.NDArray[np.bool_]:
        """Whether places lie outside the codes; (k, latent) to (k,).

        Raises
        ------
        ValueError
            If the codes have another size.
        """
        return self.distance(codes) > self.edge

    def density(self, n: int = 100, span: float | Extent = SPAN) -> Array:
        """Density of the codes on a map, a sum of the digits' clouds; ``[0, 0]`` is the top left corner.

        Where codes are points, each is given a width by Scott's rule.

        Parameters
        ----------
        n : int
            Points in a row and in a column.
        span : float or Extent
            How far the map reaches from the origin on either axis, or its square.

        Returns
        -------
        ndarray of float32, shape (n, n)
            Share of the digits per unit of area.

        Raises
        ------
        ValueError
            If the code has not two numbers.
        """
        if self.means.shape[1] != 2:
            raise ValueError("a density can be drawn only where the code has two numbers.")
        axes = extent_of(span).axes(n)
        scott = self.means.std(0) * len(self) ** (-1 / 6)
        widths = np.where(self.stds > 0, self.stds, np.maximum(scott, 1e-3))
        across, up = (
            np.exp(-0.5 * ((axes[i] - self.means[:, [i]]) / widths[:, [i]]) ** 2)
            / (widths[:, [i]] * np.sqrt(2 * np.pi))
            for i in (0, 1)
        )
        plane: Array = (up.T @ across)[::-1] / np.float32(len(self))
        return plane

    @functools.cached_property
    def _tree(self):  # type: ignore[no-untyped-def]  # scipy has no types
        from scipy.spatial import cKDTree

        return cKDTree(self.means)


@functools.cache
def load_codes(name: str) -> ShippedCodes:
    """Give the shipped codes of a map (one of `catalogue.MAPS`), read once.

    Raises
    ------
    ValueError
        If there are no codes of that model.
    AssetError
        If the file is missing or damaged.
    """
    if name not in MAPS:
        raise ValueError(f"there are no codes of {name!r}; there are {', '.join(MAPS)}.")
    return read_codes(digits_folder() / FILE, name)


def read_codes(path: Path, name: str) -> ShippedCodes:
    """Read the codes of a map from any file.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    tensors = read_arrays(path)
    try:
        labels = tensors["labels"]
        means = tensors[f"{name}.mean"].astype(np.float32)
    except KeyError:
        raise AssetError(phrase("{path} has no codes of {name}.", path=path, name=name)) from None
    stds = tensors.get(f"{name}.std", np.zeros_like(means)).astype(np.float32)
    plane = tensors.get(f"{name}.confidence")
    if (
        labels.ndim != 1
        or labels.dtype != np.uint8
        or means.shape != (len(labels), 2)
        or stds.shape != means.shape
        or len(labels) < 2
        or labels.max() > 9
        or not (np.isfinite(means).all() and np.isfinite(stds).all() and (stds >= 0).all())
        or (plane is not None and (plane.ndim != 2 or len(set(plane.shape)) != 1 or plane.dtype != np.uint8))
    ):
        raise AssetError(phrase("{path} has unusable codes of {name}.", path=path, name=name))
    confidence = None if plane is None else plane.astype(np.float32) / np.float32(255)
    return ShippedCodes(means, stds, labels, confidence)


def read_arrays(path: Path) -> dict[str, npt.NDArray[Any]]:
    """Read all arrays of a safetensors file of at most 4 MB.

    Raises
    ------
    AssetError
        If the file is missing, too large or damaged.
    """
    from safetensors import SafetensorError, safe_open

    try:
        if check_regular(path).st_size > _MAX_BYTES:
            raise AssetError(
                phrase("{path} is larger than it can be ({most} MB).", path=path, most=_MAX_BYTES >> 20)
            )
        with safe_open(path, framework="np") as file:
            return {name: file.get_tensor(name) for name in file.keys()}
    except FileNotFoundError:
        raise AssetError(phrase("There is no file {path}.", path=path)) from None
    except (SafetensorError, OSError, ValueError, TypeError) as error:
        raise AssetError(
            phrase("{path} is not a readable safetensors file ({error}).", path=path, error=error)
        ) from None
