"""A link that keeps what is told, and MNIST's files with invented pictures in them."""

import gzip
import struct

import numpy as np
import pytest

from models.contract.messages.lab import Picture, Series
from models.contract.messages.lines import read_message, write_line


class Kept:
    """What was told, as it is read at the other end."""

    def __init__(self):
        self.told = []

    def tell(self, message):
        self.told.append(read_message(write_line(message)))

    @property
    def series(self):
        """The latest of each curve."""
        return {m.name: m for m in self.told if isinstance(m, Series)}

    @property
    def picture(self):
        """The latest picture."""
        *_, last = (m for m in self.told if isinstance(m, Picture))
        return np.frombuffer(last.ink, np.uint8).reshape(last.height, last.width)


@pytest.fixture
def kept():
    return Kept()


@pytest.fixture
def folder(tmp_path, blobs):
    """Give a folder with MNIST's four files, of invented pictures."""
    for part in ("train", "t10k"):
        for name, magic, values in (("images-idx3", 0x0803, blobs[0]), ("labels-idx1", 0x0801, blobs[1])):
            head = struct.pack(f">{1 + values.ndim}I", magic, *values.shape)
            with gzip.open(tmp_path / f"{part}-{name}-ubyte.gz", "wb") as file:
                file.write(head + np.ascontiguousarray(values).tobytes())
    return tmp_path
