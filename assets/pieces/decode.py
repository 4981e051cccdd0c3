"""Samples out of the bytes of a signal file, for any stretch of it.

The layouts are those of signal(5) in the WFDB Applications Guide
(https://physionet.org/physiotools/wag/signal-5.htm). wfdb reads them too, but only from files that it opens
by name at each call, behind a header that it parses anew: a second of signal on the screen cannot wait.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.int32]

_WORDS = {"8": "<i1", "16": "<i2", "32": "<i4", "61": ">i2", "80": "<u1", "160": "<u2"}
_OFFSET_BINARY = {"80": 2**7, "160": 2**15}


def decode(fmt: str, data: bytes, n: int) -> Samples:
    """Turn the bytes of whole blocks into samples.

    Parameters
    ----------
    fmt : str
        A format of `assets.records.headers.layout.BLOCKS`; differences (format 8) stay differences.
    data : bytes
        From the beginning of a block on; at least `assets.records.headers.layout.bytes_for` of `n` samples.
    n : int
        Samples wanted.

    Returns
    -------
    ndarray of int32, shape (n,)
        ADC values, no unit.
    """
    if fmt in _WORDS:
        return np.frombuffer(data, dtype=_WORDS[fmt], count=n).astype(np.int32) - _OFFSET_BINARY.get(fmt, 0)
    size, unpack, bits = _PACKED[fmt]
    whole = np.zeros(-(-len(data) // size) * size, dtype=np.uint8)
    whole[: len(data)] = np.frombuffer(data, dtype=np.uint8)
    unsigned = unpack(whole.reshape(-1, size)).reshape(-1)[:n]
    # Two's complement of that many bits.
    return unsigned - ((unsigned >> (bits - 1)) << bits)


def _unpack_24(block: npt.NDArray[np.uint8]) -> Samples:
    low, middle, high = block.astype(np.int32).T
    return low | middle << 8 | high << 16


def _unpack_212(block: npt.NDArray[np.uint8]) -> Samples:
    first, shared, second = block.astype(np.int32).T
    return np.stack([first | (shared & 0xF) << 8, second | (shared >> 4) << 8], axis=1)


def _unpack_310(block: npt.NDArray[np.uint8]) -> Samples:
    one, two = block.view("<u2").astype(np.int32).T
    return np.stack([one >> 1 & 0x3FF, two >> 1 & 0x3FF, one >> 11 | (two >> 11) << 5], axis=1)


def _unpack_311(block: npt.NDArray[np.uint8]) -> Samples:
    word = block.view("<u4")[:, 0]
    return np.stack([word & 0x3FF, word >> 10 & 0x3FF, word >> 20 & 0x3FF], axis=1).astype(np.int32)


#: Bytes of a block, how they become samples, and the bits of a sample.
_PACKED: dict[str, tuple[int, Callable[[npt.NDArray[np.uint8]], Samples], int]] = {
    "24": (3, _unpack_24, 24),
    "212": (3, _unpack_212, 12),
    "310": (4, _unpack_310, 10),
    "311": (4, _unpack_311, 10),
}
