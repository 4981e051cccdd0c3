"""Sizes and SHA-256 of the public files that the program may fetch."""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from assets.errors import AssetError
from assets.phrase import phrase
from assets.regular import check_regular, open_regular


@dataclass(frozen=True)
class RemoteFile:
    """A file as its publisher lists it.

    Attributes
    ----------
    name : str
        File name (``100.dat``).
    size : int
        Size in bytes; that of others of its kind where `exact` is False.
    sha256 : str
        SHA-256 as 64 hexadecimal digits.
    exact : bool
        Whether the size is this file's own: of some files the publisher's list of hashes is all there is.
    """

    name: str
    size: int
    sha256: str
    exact: bool = True

    @property
    def most(self) -> int:
        """Bytes beyond which what arrives cannot be this file."""
        return self.size if self.exact else 4 * self.size + 2**16

    def matches(self, path: Path) -> bool:
        """Whether the file at `path` is this very file.

        Raises
        ------
        OSError
            If it is no ordinary file, or cannot be read.
        """
        size = check_regular(path).st_size
        if size > self.most or (self.exact and size != self.size):
            return False
        with open_regular(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256


@functools.cache
def registry(collection: str) -> dict[str, RemoteFile]:
    """List the files of a collection, a database's key or ``mnist``, by name.

    Raises
    ------
    AssetError
        If the list is missing from the installation or damaged.
    """
    try:
        text = resources.files("assets").joinpath("data", "registry.json").read_text(encoding="utf-8")
        files = json.loads(text)[collection]
        return {name: _file(name, entry) for name, entry in files.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AssetError(
            phrase("The list of downloadable files is missing from this installation.")
        ) from error


def _file(name: str, entry: dict[str, Any]) -> RemoteFile:
    exact = "bytes" in entry
    return RemoteFile(name, entry["bytes" if exact else "about"], entry["sha256"], exact)
