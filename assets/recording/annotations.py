"""An annotation file that grows as its record does, and can be read whenever the program dies."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from contextlib import suppress
from io import FileIO
from pathlib import Path

from assets.causes import reason
from assets.errors import WriteError
from assets.phrase import phrase
from assets.records.annotations import SYMBOLS

_CODES = {symbol: code for code, symbol in SYMBOLS.items()}
_NOTE = _CODES['"']
_SKIP, _CHAN, _AUX = 59, 62, 63
_END = b"\x00\x00"
_WORD, _LONG = struct.Struct("<H"), struct.Struct("<HH")
_MAX_STEP = 0x3FF
MAX_NOTE_BYTES = 255
"""A note is cut there: its length has one byte in old readers."""


class AnnotationStream:
    """Write annotations as they come, in the format of annot(5) of the WFDB Applications Guide.

    A file of that format ends with a word of zeros, without which readers refuse it. So what comes is written
    in two steps: first zeros behind the end, then the annotations over the old end and all but the last of
    the zeros. Between any two system calls the file is whole, and a full disk refuses the first step.

    Behind what is written for good there may be a *tail* of what may still change: each step writes another
    over it.

    wfdb writes whole files only; this is for those that must be readable while they grow.

    Parameters
    ----------
    path : Path
        The file; it must not exist.

    Raises
    ------
    WriteError
        If it cannot be made.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._last = 0
        self._channel = 0
        self._size = self._reach = 0  # bytes written for good, and with the tail
        try:
            self._file = FileIO(path, "x")
            self._file.write(_END)
        except OSError as error:
            raise _failed(path, error) from error

    def append(
        self,
        sample: Sequence[int],
        symbol: Sequence[str],
        note: Sequence[str] | None = None,
        channel: Sequence[int] | None = None,
        tail: Sequence[tuple[int, str]] = (),
    ) -> None:
        """Write annotations behind those that are there, and another tail in place of the last.

        Parameters
        ----------
        sample : sequence of int, length n
            Samples of the record, in the order of time; one before the last that was written stands there,
            and a comment at sample 0 at 1.
        symbol : sequence of str, length n
            WFDB annotation symbols; another text becomes a note.
        note : sequence of str, length n, optional
            Auxiliary texts; what is longer than `MAX_NOTE_BYTES` is cut.
        channel : sequence of int, length n, optional
            Leads by their place in the record, 0 to 255.
        tail : sequence of (int, str), optional
            Samples, in the order of time, and symbols that the next step takes back.

        Raises
        ------
        WriteError
            If they cannot be written; the file then is as it was.
        """
        words = bytearray()
        last, told = self._last, self._channel
        for i, (at, name) in enumerate(zip(sample, symbol, strict=True)):
            place = 0 if channel is None else channel[i]
            text = "" if note is None else note[i]
            # wfdb takes a comment at sample 0 for a definition, and leaves it out.
            at = max(at, last, int(_code(name) == _NOTE))
            words += _encoded(at - last, name, text, place if place != told else None)
            last, told = at, place
        kept, before, named = len(words), last, told
        for at, name in tail:
            at = max(at, before)
            words += _encoded(at - before, name, "", 0 if named else None)
            before, named = at, 0
        if not words and self._reach == self._size:
            return
        try:
            self._write(bytes(words), kept)
        except OSError as error:
            raise _failed(self.path, error) from error
        self._last, self._channel = last, told

    def _write(self, words: bytes, kept: int) -> None:
        """Write behind what is there for good; of these, the first `kept` bytes are, too."""
        start, end = self._size, self._size + len(words)
        try:
            if end > self._reach:
                self._put(self._reach + len(_END), bytes(end - self._reach))
            # Zeros over what is left of a longer tail: none of it stands behind the end.
            self._put(start, words + bytes(max(0, self._reach - end)))
        except OSError:
            self._file.truncate(start)
            self._put(start, _END)
            self._reach = start
            raise
        if end < self._reach:
            self._file.truncate(end + len(_END))
        self._size, self._reach = start + kept, end

    def _put(self, at: int, content: bytes) -> None:
        self._file.seek(at)
        left = memoryview(content)
        while left:
            left = left[self._file.write(left) or 0 :]

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def remove(self) -> None:
        """Let go of the file, and leave nothing of it."""
        self._file.close()
        with suppress(OSError):  # its folder may be gone
            self.path.unlink(missing_ok=True)


def _code(symbol: str) -> int:
    return _CODES.get(symbol, _NOTE)


def _encoded(step: int, symbol: str, note: str, channel: int | None) -> bytes:
    """One annotation: words of six bits of type over ten bits of time or data."""
    code = _code(symbol)
    if symbol not in _CODES:
        note = f"{symbol} {note}".strip()
    words = bytearray()
    if step > _MAX_STEP:
        # A long of the PDP-11: the high word comes first.
        words += _WORD.pack(_SKIP << 10) + _LONG.pack(step >> 16 & 0xFFFF, step & 0xFFFF)
        step = 0
    words += _WORD.pack(code << 10 | step)
    if channel is not None:
        words += _WORD.pack(_CHAN << 10 | channel & 0xFF)
    text = "".join(char if char.isprintable() else " " for char in note).encode("latin-1", "replace")
    if code == _NOTE and text.startswith(b"## "):
        text = b" " + text  # it would be taken for a definition of the file's own
    text = text[:MAX_NOTE_BYTES]
    if text:
        words += _WORD.pack(_AUX << 10 | len(text)) + text + bytes(len(text) & 1)
    return bytes(words)


def _failed(path: Path, error: OSError) -> WriteError:
    return WriteError(phrase("{path} could not be written: {why}.", path=path, why=reason(error)))
