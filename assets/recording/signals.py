"""A WFDB record that is written as its signal comes, and can be read whenever the program dies.

The header stands first and leaves the length to the size of the signal file, as header(5) of the WFDB
Applications Guide allows; frames are appended whole. When the record is closed the header is written anew,
with length and checksums.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from io import FileIO
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.causes import reason
from assets.errors import WriteError
from assets.phrase import phrase
from assets.records.headers.header import MAX_LEAD_NAME_CHARS, MAX_LINE_CHARS
from assets.records.headers.layout import INVALID
from assets.sources.source import Lead
from assets.write import write_text

GAINS = {"mv": 1000.0, "v": 1e6, "uv": 1.0, "mmhg": 50.0, "%": 100.0}
"""Units of the file in one of the lead's unit. A microvolt is 1, so that the 200 a mV of MIT-BIH and all
gains that divide 1000 come back to the very sample; 0.02 mmHg is a tenth of what a pressure monitor shows."""

USUAL_GAIN = 1000.0
"""Of a unit that is not among them."""

RANGE = {"16": 2**15 - 1, "24": 2**23 - 1}
"""Largest number of each format that is written, of either sign; the one below stands for a gap."""

HEADROOM = 2.0
"""Where a lead has to be written more coarsely, room is left for so many times what it has reached."""


@dataclass(frozen=True)
class Digits:
    """How samples become whole numbers.

    Attributes
    ----------
    fmt : str
        Storage format of WFDB, ``16`` or ``24``.
    gains : tuple of float
        Units of the file in one of each lead's unit.
    """

    fmt: str
    gains: tuple[float, ...]

    @classmethod
    def of(cls, leads: Sequence[Lead], reach: npt.NDArray[np.float64]) -> Digits:
        """Choose them for leads that reach so far (shape (n_leads,), in each lead's unit).

        Two bytes a sample do for nearly all; three where a lead leaves their range, as an ECG with the
        electrodes' offset may; a lead that leaves that as well is written in larger steps.
        """
        gains = [GAINS.get(_unit(lead.unit).casefold(), USUAL_GAIN) for lead in leads]
        if all(far * gain <= RANGE["16"] for far, gain in zip(reach, gains, strict=True)):
            return cls("16", tuple(gains))
        for i, far in enumerate(reach):
            while HEADROOM * far * gains[i] > RANGE["24"]:
                gains[i] /= 10
        return cls("24", tuple(gains))

    def hold(self, reach: npt.NDArray[np.float64]) -> bool:
        """Whether leads that reach so far can be written without being cut."""
        return bool((reach * self.gains <= RANGE[self.fmt]).all())

    def whole(self, samples: npt.NDArray[np.floating]) -> npt.NDArray[np.int32]:
        """Samples, shape (n, n_leads), as whole numbers; what is not finite is the format's invalid one."""
        far = RANGE[self.fmt]
        scaled = np.clip(np.rint(samples.astype(np.float64) * self.gains), -far, far)
        whole: npt.NDArray[np.int32] = np.where(np.isfinite(samples), scaled, INVALID[self.fmt]).astype(
            np.int32
        )
        return whole

    def stored(self, whole: npt.NDArray[np.int32]) -> bytes:
        """The same as the bytes of the file, lead by lead within a frame."""
        if self.fmt == "16":
            return whole.astype("<i2").tobytes()
        # The lower three of the four bytes of each number.
        return np.ascontiguousarray(whole.astype("<i4")).view(np.uint8).reshape(-1, 4)[:, :3].tobytes()

    def samples(self, stored: bytes) -> npt.NDArray[np.float32]:
        """Read what `stored` gave: samples, shape (n, n_leads), NaN in gaps.

        Raises
        ------
        ValueError
            If it does not end with a whole frame.
        """
        if self.fmt == "16":
            whole = np.frombuffer(stored, "<i2").astype(np.int32)
        else:
            lower = np.frombuffer(stored, np.uint8).reshape(-1, 3)
            # Into the upper three of four bytes, so that the sign is where it belongs.
            four = np.concatenate([np.zeros((len(lower), 1), np.uint8), lower], axis=1)
            whole = np.ascontiguousarray(four).view("<i4").ravel() >> 8
        whole = whole.reshape(-1, len(self.gains))
        values: npt.NDArray[np.float32] = (whole / np.array(self.gains)).astype(np.float32)
        values[whole == INVALID[self.fmt]] = np.nan
        return values


def reach_of(samples: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    """How far each lead of samples, shape (n, n_leads), goes from zero; 0 where all is a gap."""
    size = np.abs(samples.astype(np.float64))
    far: npt.NDArray[np.float64] = np.where(np.isfinite(size), size, 0.0).max(axis=0, initial=0.0)
    return far


class SignalStream:
    """A WFDB record of one segment that grows: ``NAME.hea`` and ``NAME.dat``.

    Parameters
    ----------
    header : Path
        ``NAME.hea``; neither file may exist.
    fs : float
        Sampling frequency, Hz.
    leads : sequence of Lead
        One a column.
    digits : Digits
        How samples are written.
    comments : sequence of str
        Lines for the header.
    began : datetime or None
        When the first sample came, where that is known.

    Raises
    ------
    WriteError
        If the files cannot be made; nothing of them is left.
    """

    def __init__(
        self,
        header: Path,
        fs: float,
        leads: Sequence[Lead],
        digits: Digits,
        comments: Sequence[str],
        began: datetime | None,
    ) -> None:
        self.header, self.signal = header, header.with_suffix(".dat")
        self.digits = digits
        self.n_samples = 0
        self._fs, self._leads, self._comments, self._began = fs, tuple(leads), tuple(comments), began
        self._first: list[int] = [0] * len(leads)
        self._sums = np.zeros(len(leads), dtype=np.int64)
        self._frame = len(leads) * (2 if digits.fmt == "16" else 3)
        try:
            self._file = FileIO(self.signal, "x")
        except OSError as error:
            raise _failed(self.signal, error) from error
        try:
            write_text(header, self._text())
        except WriteError:
            self.remove()
            raise

    def append(self, samples: npt.NDArray[np.floating]) -> None:
        """Write samples, shape (n, n_leads), in each lead's unit; NaN is a gap.

        Raises
        ------
        WriteError
            If they cannot be written, or somebody took the files away; the file then ends with the last
            whole frame of those before.
        """
        if not len(samples):
            return
        whole = self.digits.whole(samples)
        try:
            # What was deleted can still be written to, and is lost.
            os.stat(self.header)
            self._put(self.digits.stored(whole))
        except OSError as error:
            with suppress(OSError):  # the first error is the one to tell
                self._file.truncate(self.n_samples * self._frame)
                self._file.seek(self.n_samples * self._frame)
            raise _failed(self.signal, error) from error
        if not self.n_samples:
            self._first = whole[0].tolist()
        self._sums += whole.sum(axis=0, dtype=np.int64)
        self.n_samples += len(whole)

    def _put(self, content: bytes) -> None:
        left = memoryview(content)
        while left:
            left = left[self._file.write(left) or 0 :]

    def close(self) -> None:
        """End the record: its header gets length and checksums.

        Raises
        ------
        WriteError
            If the header cannot be written anew; the record can be read as it is.
        """
        if self._file.closed:
            return
        try:
            os.fsync(self._file.fileno())
        except OSError as error:
            raise _failed(self.signal, error) from error
        finally:
            self._file.close()
        write_text(self.header, self._text(ended=True))

    def remove(self) -> None:
        """Let go of a record in which there is nothing, and leave nothing of it."""
        self._file.close()
        for path in (self.header, self.signal):
            with suppress(OSError):  # its folder may be gone
                path.unlink(missing_ok=True)

    def _text(self, *, ended: bool = False) -> str:
        """Write the header; without the number of samples while it grows."""
        name, fmt = self.header.stem, self.digits.fmt
        first = f"{name} {len(self._leads)} {self._fs:.10g}"
        if ended:
            first += f" {self.n_samples}"
            if self._began is not None:
                first += f" {_when(self._began)}"
        lines = [first]
        for i, (lead, gain) in enumerate(zip(self._leads, self.digits.gains, strict=True)):
            checksum = int(self._sums[i]) % 65536
            initial = self._first[i]
            # A fraction in full: a reader divides by it.
            lines.append(
                f"{self.signal.name} {fmt} {gain:.10g}(0)/{_unit(lead.unit)} {fmt} 0 {initial} "
                f"{checksum} 0 {_words(lead.name)[:MAX_LEAD_NAME_CHARS]}".rstrip()
            )
        lines += [f"# {_words(comment)}"[: MAX_LINE_CHARS - 1] for comment in self._comments]
        return "\n".join(lines) + "\n"


def _words(text: str) -> str:
    """A text of a source on one line, without what is no letter or sign."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _unit(text: str) -> str:
    """A unit as a header can hold it: without spaces, not empty, micro in a letter that all readers know."""
    plain = _words(text).replace("µ", "u").replace("μ", "u").replace("/min", "bpm")
    return re.sub(r"[\s()/]", "", plain)[:20] or "NU"


def _failed(path: Path, error: OSError) -> WriteError:
    return WriteError(phrase("{path} could not be written: {why}.", path=path, why=reason(error)))


def _when(began: datetime) -> str:
    """Base time and base date, as a header has them."""
    part = f".{began.microsecond // 1000:03d}" if began.microsecond >= 1000 else ""
    return f"{began:%H:%M:%S}{part} {began.day:02d}/{began.month:02d}/{began.year:04d}"
