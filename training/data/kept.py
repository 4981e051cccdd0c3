"""Measures kept in a file between a command that takes long and the choices that are tried on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import numpy.typing as npt
from safetensors import SafetensorError
from safetensors.numpy import load, save

from assets.regular import check_regular
from assets.write import write_bytes

Tensors = Mapping[str, npt.NDArray[Any]]
"""Arrays by name: where one belongs, fields apart by ``|``, and last what of it."""

Kept = TypeVar("Kept")


def write_kept(path: Path, tensors: Tensors) -> None:
    """Write arrays to a file; it appears whole or not at all.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    write_bytes(path, save(dict(tensors)))


def places(tensors: Tensors) -> list[str]:
    """Give where arrays belong that have ``values``, in the order of their names."""
    return sorted(name.removesuffix("values") for name in tensors if name.endswith("|values"))


def read_kept(path: Path, read: Callable[[Tensors], Kept], holds: str) -> Kept:
    """Read what was kept.

    Parameters
    ----------
    path : Path
        The file.
    read : callable
        Makes of its arrays what they stand for; what they hold by mistake may raise.
    holds : str
        What is said of a file that holds something else, after "holds".

    Raises
    ------
    OSError
        If the file cannot be read.
    ValueError
        If it holds something else.
    """
    try:
        check_regular(path)
        return read(load(path.read_bytes()))
    except (ValueError, KeyError, TypeError, IndexError, SafetensorError) as error:
        raise ValueError(f"{path} holds {holds}.") from error
