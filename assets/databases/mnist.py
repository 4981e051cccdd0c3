"""MNIST: the IDX files of the handwritten digits, read strictly.

The format is LeCun's: a magic number, the sizes as big-endian 32-bit integers, then one byte a value.
A file's own counts are checked before anything of that size is read.
"""

from __future__ import annotations

import gzip
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from assets.errors import AssetError
from assets.phrase import phrase
from assets.regular import open_regular

#: Rows and columns of an image.
SIDE: Final = 28
#: Pixels of an image.
PIXELS: Final = SIDE * SIDE
#: No file of this kind holds more items; a larger count is refused before anything is read.
MAX_ITEMS: Final = 100_000

_CHUNK: Final = 2**20
_IMAGES: Final = 0x0803  # unsigned bytes, three dimensions
_LABELS: Final = 0x0801  # unsigned bytes, one dimension


@dataclass(frozen=True)
class DigitSet:
    """Handwritten digits and what they are.

    Attributes
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
        Ink from 0 to 255, white on black.
    labels : ndarray of uint8, shape (n,)
        0 to 9.
    """

    images: npt.NDArray[np.uint8]
    labels: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.images)

    def pixels(self, which: slice | npt.NDArray[np.integer] = slice(None)) -> npt.NDArray[np.float32]:
        """Ink of the chosen images from 0 to 1; shape (k, 784)."""
        chosen = self.images[which].reshape(-1, PIXELS).astype(np.float32)
        chosen /= 255
        return chosen


@dataclass(frozen=True)
class Mnist:
    """The training and the test digits.

    Attributes
    ----------
    train, test : DigitSet
        60 000 and 10 000 digits, where the files are the published ones.
    """

    train: DigitSet
    test: DigitSet


def read_images(path: Path) -> npt.NDArray[np.uint8]:
    """Read a gzipped IDX file of images.

    Parameters
    ----------
    path : Path
        Such as ``t10k-images-idx3-ubyte.gz``.

    Returns
    -------
    ndarray of uint8, shape (n, 28, 28)

    Raises
    ------
    AssetError
        If the file cannot be read, is broken, or does not hold images of 28 x 28.
    """
    return _read(path, _IMAGES, (SIDE, SIDE), "images of 28 x 28")


def read_labels(path: Path) -> npt.NDArray[np.uint8]:
    """Read a gzipped IDX file of labels; shape (n,).

    Raises
    ------
    AssetError
        If the file cannot be read, is broken, or holds anything but the digits 0 to 9.
    """
    labels = _read(path, _LABELS, (), "labels")
    if labels.size and labels.max() > 9:
        raise AssetError(phrase("{path} holds labels that are not digits.", path=path))
    return labels


def load_mnist(folder: Path) -> Mnist:
    """Read the four files, as `assets.databases.fetch.fetch_mnist` leaves them.

    Parameters
    ----------
    folder : Path
        Where they are.

    Raises
    ------
    AssetError
        If one is missing or broken, or images and labels do not match.
    """
    sets = []
    for part in ("train", "t10k"):
        images = read_images(folder / f"{part}-images-idx3-ubyte.gz")
        labels = read_labels(folder / f"{part}-labels-idx1-ubyte.gz")
        if len(images) != len(labels):
            raise AssetError(
                phrase(
                    "{folder} has {n} images of {part}, but {labels} labels.",
                    folder=folder,
                    n=len(images),
                    part=part,
                    labels=len(labels),
                )
            )
        sets.append(DigitSet(images, labels))
    return Mnist(*sets)


def _read(path: Path, magic: int, shape: tuple[int, ...], what: str) -> npt.NDArray[np.uint8]:
    try:
        with open_regular(path) as packed, gzip.open(packed) as file:
            header = file.read(8 + 4 * len(shape))
            if len(header) < 8 + 4 * len(shape):
                raise AssetError(phrase("{path} ends within its header.", path=path))
            found, count, *sizes = struct.unpack(f">{2 + len(shape)}I", header)
            if found != magic or tuple(sizes) != shape:
                raise AssetError(phrase("{path} is not an IDX file of {what}.", path=path, what=what))
            if not 0 < count <= MAX_ITEMS:
                raise AssetError(
                    phrase(
                        "{path} claims to hold {count} items; 1 to {most} are possible.",
                        path=path,
                        count=count,
                        most=MAX_ITEMS,
                    )
                )
            size = count * int(np.prod(shape, dtype=np.int64))
            content = bytearray()  # grows with what is there, not with what is claimed
            while len(content) <= size and (some := file.read(min(_CHUNK, size + 1 - len(content)))):
                content += some
    except FileNotFoundError:
        raise AssetError(phrase("There is no file {path}.", path=path)) from None
    except (OSError, EOFError, zlib.error) as error:
        why = getattr(error, "strerror", None) or error
        raise AssetError(phrase("{path} is not a readable gzip file ({why}).", path=path, why=why)) from None
    if len(content) < size:
        raise AssetError(
            phrase("{path} ends early: {n} of {size} bytes.", path=path, n=len(content), size=size)
        )
    if len(content) > size:
        raise AssetError(phrase("{path} goes on after its last item.", path=path))
    return np.frombuffer(content, dtype=np.uint8).reshape(count, *shape)
