"""A signal file held open, of which any frames can be read."""

from __future__ import annotations

import threading
import weakref
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.causes import reason
from assets.errors import RecordError
from assets.phrase import phrase
from assets.pieces.decode import Samples, decode
from assets.records.headers.header import SignalSpec, refused
from assets.records.headers.layout import BLOCKS, FLAC_BITS, SignalFile, bytes_for
from assets.regular import open_regular

MAX_DIFFERENCE_BYTES = 2**30
"""Format 8 holds differences, so all of it is read once when it is opened: at most so many bytes."""

_AT_ONCE = 2**18
"""Samples between two of the places at which the sums of a file of differences are known."""


class FrameReader(ABC):
    """Reads frames of one signal file. Safe to use from several threads.

    Parameters
    ----------
    file : SignalFile
        The file, checked.
    """

    def __init__(self, file: SignalFile) -> None:
        self.file = file
        self._lock = threading.Lock()
        self._handle = self._open()
        # What nobody closes lets go of its file when it goes itself.
        self._closing = weakref.finalize(self, self._handle.close)

    def read(self, first: int, stop: int) -> Samples:
        """Frames `first` to `stop`, all of which the file has when it is opened.

        Returns
        -------
        ndarray of int32, shape (stop - first, samples in a frame)
            ADC values, no unit.

        Raises
        ------
        RecordError
            If the file can be read no more, or has become shorter.
        """
        try:
            with self._lock:
                samples = self._read(first, stop)
        except (OSError, ValueError, RuntimeError) as error:
            raise RecordError(
                phrase("{name} cannot be read any more ({why}).", name=self.file.path.name, why=reason(error))
            ) from error
        if len(samples) < stop - first:
            raise RecordError(
                phrase(
                    "{name} cannot be read any more (it is damaged or has become shorter).",
                    name=self.file.path.name,
                )
            )
        return samples

    def close(self) -> None:
        """Let go of the file; a later read is refused."""
        with self._lock:
            self._closing()

    @abstractmethod
    def _open(self) -> Any:
        """Open the file; what is returned has a ``close``."""

    @abstractmethod
    def _read(self, first: int, stop: int) -> Samples:
        """As `read`, with fewer frames or an error of the library's where they cannot be had."""


class FixedSize(FrameReader):
    """A file of samples that take a fixed number of bits each."""

    def __init__(self, file: SignalFile, per_frame: int) -> None:
        super().__init__(file)
        self._per_frame = per_frame

    def _open(self) -> Any:
        return open_regular(self.file.path).detach()  # what is read is asked for in whole stretches

    def _read(self, first: int, stop: int) -> Samples:
        fmt, (samples, size) = self.file.fmt, BLOCKS[self.file.fmt]
        start = first * self._per_frame
        whole = start - start % samples
        n = stop * self._per_frame - whole
        data = self._bytes(self.file.offset + whole // samples * size, bytes_for(fmt, n))
        if data is None:
            return np.zeros((0, self._per_frame), dtype=np.int32)
        return decode(fmt, data, n)[start - whole :].reshape(-1, self._per_frame)

    def _bytes(self, at: int, n: int) -> bytes | None:
        """Exactly `n` bytes from `at` on, None where the file ends before."""
        self._handle.seek(at)
        parts: list[bytes] = []
        while n and (part := self._handle.read(n)):
            parts.append(part)
            n -= len(part)
        return None if n else b"".join(parts)


class Differences(FixedSize):
    """A file of format 8: each sample is the difference from the one before.

    The sums up to every so many frames are known from one reading at the start; from there on a stretch is
    summed when it is asked for.
    """

    def __init__(self, file: SignalFile, signals: Sequence[SignalSpec], n_frames: int, label: str) -> None:
        counts = [signal.samples_per_frame for signal in signals]
        per_frame = sum(counts)
        if n_frames * per_frame > MAX_DIFFERENCE_BYTES:
            raise refused(
                label,
                phrase(
                    "it is in format 8, which is read from its beginning, and {name} is larger "
                    "than the {most} GiB that are read so",
                    name=file.path.name,
                    most=MAX_DIFFERENCE_BYTES // 2**30,
                ),
            )
        super().__init__(file, per_frame)
        self._columns = list(zip(np.cumsum([0, *counts]).tolist(), counts, strict=False))
        self._apart = max(1, _AT_ONCE // per_frame)
        self._sums = [np.array([signal.initial_value for signal in signals], dtype=np.int32)]
        for at in range(0, n_frames, self._apart):
            steps = super()._read(at, min(at + self._apart, n_frames))
            # As in any reader of format 8, what leaves 32 bits comes in again at the other end.
            self._sums.append(self._sums[-1] + self._total(steps))

    def _total(self, steps: Samples) -> Samples:
        """Sum of each signal over some frames."""
        return np.array([steps[:, c : c + n].sum(dtype=np.int32) for c, n in self._columns], dtype=np.int32)

    def _read(self, first: int, stop: int) -> Samples:
        known = first // self._apart
        begin = known * self._apart
        values = super()._read(begin, stop)
        for total, (c, n) in zip(self._sums[known], self._columns, strict=True):
            steps = values[:, c : c + n]
            values[:, c : c + n] = (steps.cumsum(dtype=np.int32) + total).reshape(steps.shape)
        return values[first - begin :]


class Compressed(FrameReader):
    """A FLAC file, a channel a signal."""

    def __init__(self, file: SignalFile, samples_per_frame: int) -> None:
        super().__init__(file)
        self._spf = samples_per_frame
        # soundfile shifts what it gives as 32 bits to the top of them.
        self._shift = 32 - {"PCM_S8": 8, "PCM_16": 16, "PCM_24": 24}[self._handle.subtype]

    def _open(self) -> Any:
        import soundfile  # type: ignore[import-untyped]  # heavy, and only compressed records need it

        return soundfile.SoundFile(str(self.file.path))

    def _read(self, first: int, stop: int) -> Samples:
        self._handle.seek(self.file.offset + first * self._spf)
        found: npt.NDArray[np.int32] = self._handle.read((stop - first) * self._spf, "int32", always_2d=True)
        whole = found[: len(found) // self._spf * self._spf] >> self._shift
        n = whole.shape[1]
        return whole.reshape(-1, self._spf, n).transpose(0, 2, 1).reshape(-1, n * self._spf)


def frame_reader(file: SignalFile, signals: Sequence[SignalSpec], n_frames: int, label: str) -> FrameReader:
    """Open a signal file for reading in pieces.

    Parameters
    ----------
    file : SignalFile
        The file, checked to hold `n_frames` frames.
    signals : sequence of SignalSpec
        The header's lines of its signals.
    n_frames : int
        Frames of the record.
    label : str
        Name of the header file, for messages.

    Raises
    ------
    RecordError
        If it cannot be opened, or not in pieces, or does not hold what it announces.
    """
    try:
        reader: FrameReader
        if file.fmt in FLAC_BITS:
            reader = Compressed(file, signals[0].samples_per_frame)
        elif file.fmt == "8":
            reader = Differences(file, signals, n_frames, label)
        else:
            reader = FixedSize(file, sum(signal.samples_per_frame for signal in signals))
    except (OSError, RuntimeError, ValueError, OverflowError) as error:
        raise refused(
            label, phrase("{name} cannot be read ({why})", name=file.path.name, why=reason(error))
        ) from error
    try:
        # A compressed file's head may promise what the rest does not hold.
        reader.read(n_frames - 1, n_frames)
    except RecordError as error:
        reader.close()
        raise refused(label, phrase("its signal files are damaged or cannot be read")) from error
    return reader
