"""A strict reading of the headers of EDF, EDF+ and BDF files, done before any sample is looked at.

The layout is that of Kemp et al., *Electroencephalogr Clin Neurophysiol* 82:391-393, 1992 (EDF) and Kemp and
Olivan, *Clin Neurophysiol* 114:1755-1761, 2003 (EDF+): 256 bytes about the file, then 256 about each signal,
all of them text in fields of fixed width. BDF is the same with samples of 24 bits
(https://www.biosemi.com/faq/file_format.htm).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assets.causes import reason
from assets.phrase import phrase
from assets.records.began import of_edf
from assets.records.headers.header import MAX_LEAD_NAME_CHARS, quoted, refused
from assets.regular import open_regular

MAX_SIGNALS = 512
"""Signals that a file may list; an electrode cap of 256 with its references has some 300."""

MAX_RECORD_SAMPLES = 2**24
"""Samples of all signals together in a data record; one file in a thousand has all of it in a single one."""

ENDINGS = (".edf", ".bdf")
"""How such files are named."""

ANNOTATIONS = ("EDF Annotations", "BDF Annotations")
"""Labels of the signals that hold annotations in place of samples."""

_BDF, _EDF = b"\xffBIOSEMI", b"0       "
_HEAD = 256
#: Fields of a signal and their widths, in the order in which they stand, each for all signals together.
_FIELDS = (
    ("label", 16),
    ("transducer", 80),
    ("unit", 8),
    ("physical minimum", 8),
    ("physical maximum", 8),
    ("digital minimum", 8),
    ("digital maximum", 8),
    ("prefiltering", 80),
    ("samples", 8),
    ("reserved", 32),
)
_NUMBER = re.compile(r"[-+]?(?:\d{1,8}(?:\.\d{0,8})?|\.\d{1,8})(?:[eE][-+]?\d{1,3})?", re.ASCII)


@dataclass(frozen=True)
class EdfSignal:
    """What a header says of one signal.

    Attributes
    ----------
    label : str
        As written, without blanks at its ends.
    unit : str
        Physical unit, as written.
    physical : tuple of float
        Physical values of `digital`; NaN where the header gives no number.
    digital : tuple of float
        Digital minimum and maximum; NaN where the header gives no number.
    n : int
        Samples in a data record.
    """

    label: str
    unit: str
    physical: tuple[float, float]
    digital: tuple[float, float]
    n: int

    @property
    def annotates(self) -> bool:
        """Whether it holds annotations in place of samples."""
        return self.label in ANNOTATIONS


@dataclass(frozen=True)
class EdfHeader:
    """A header, checked as far as that is possible without what follows it.

    Attributes
    ----------
    sample_bytes : int
        Bytes of a sample: 2, or 3 in BDF.
    size : int
        Bytes of the header: where the data records begin.
    n_records : int or None
        Data records that it announces; None where it says that this was not known yet.
    record_s : float
        Length of a data record in seconds; 0 in a file of annotations alone.
    discontinuous : bool
        Whether time may pass between two data records (EDF+D).
    recording : str
        The recording, as the laboratory named it.
    signals : tuple of EdfSignal
        In the order of the file, at least one.
    start : datetime or None
        When it began by the clock of those who recorded it, in no time zone.
    """

    sample_bytes: int
    size: int
    n_records: int | None
    record_s: float
    discontinuous: bool
    recording: str
    signals: tuple[EdfSignal, ...]
    start: datetime | None = None

    @property
    def record_samples(self) -> int:
        """Samples of all signals in a data record, at least 1."""
        return sum(signal.n for signal in self.signals)

    @property
    def record_bytes(self) -> int:
        """Bytes of a data record."""
        return self.record_samples * self.sample_bytes


def is_edf(path: Path) -> bool:
    """Whether a file is an EDF or BDF file by its ending, or begins as one."""
    if path.suffix.lower() in ENDINGS:
        return True
    try:
        with open_regular(path) as file:
            head = file.read(_HEAD)
    except (OSError, ValueError):
        return False  # whoever opens it says what is wrong with it
    # An EDF file begins with no more than a zero and blanks: that of its head's size follows must hold, too.
    return head[:8] == _BDF or (head[:8] == _EDF and head[184:192].strip().isdigit() and len(head) == _HEAD)


def read_edf_header(path: Path) -> EdfHeader:
    """Read and check the header of the file at `path`.

    Raises
    ------
    RecordError
        If the file cannot be read, or is no EDF or BDF file; the message is one sentence with file and cause.
    """
    try:
        with open_regular(path) as file:
            return parse_edf_header(file.read(_HEAD * (MAX_SIGNALS + 1)), path.name)
    except (OSError, ValueError) as error:
        raise refused(path.name, phrase("it cannot be read ({why})", why=reason(error))) from error


def parse_edf_header(content: bytes, label: str) -> EdfHeader:
    """Check the bytes with which a file begins.

    Parameters
    ----------
    content : bytes
        At least the whole header, where the file has one.
    label : str
        Name of the file, for messages.

    Raises
    ------
    RecordError
        As `read_edf_header`.
    """
    if not content:
        raise refused(label, phrase("the file is empty"))
    if content[:8] not in (_BDF, _EDF):
        raise refused(label, phrase("it does not begin as an EDF or BDF file does"))
    if len(content) < _HEAD:
        raise refused(label, phrase("it ends within its header"))
    n_signals = _whole(content[252:256], phrase("number of signals"), label)
    if not 1 <= n_signals <= MAX_SIGNALS:
        raise refused(
            label,
            phrase("it announces {n} signals, where 1 to {most} are possible", n=n_signals, most=MAX_SIGNALS),
        )
    size = _HEAD * (n_signals + 1)
    if len(content) < size:
        raise refused(label, phrase("it ends within its header"))
    told = _whole(content[184:192], phrase("size of the header"), label)
    if told != size:
        raise refused(
            label,
            phrase(
                "its header is said to have {told} bytes, and {n} signals take {size}",
                told=told,
                n=n_signals,
                size=size,
            ),
        )
    n_records = _whole(content[236:244], phrase("number of data records"), label)
    if n_records < -1:
        raise refused(label, phrase("it announces {n} data records", n=n_records))
    record_s = _number(content[244:252])
    if not 0 <= record_s <= 1e7:  # false for NaN
        raise refused(
            label,
            phrase(
                "its data records are said to last {length} seconds", length=quoted(_text(content[244:252]))
            ),
        )
    signals = _signals(content[_HEAD:size], n_signals, label)
    header = EdfHeader(
        sample_bytes=3 if content[:8] == _BDF else 2,
        size=size,
        n_records=None if n_records == -1 else n_records,
        record_s=record_s,
        discontinuous=_text(content[192:236])[:5] in ("EDF+D", "BDF+D"),
        recording=_printable(_text(content[88:168])),
        signals=signals,
        start=of_edf(content[168:176], content[176:184], _text(content[88:168])),
    )
    if not 1 <= header.record_samples <= MAX_RECORD_SAMPLES:
        raise refused(
            label, phrase("a data record of it is said to hold {n} samples", n=header.record_samples)
        )
    return header


def _signals(content: bytes, n_signals: int, label: str) -> tuple[EdfSignal, ...]:
    fields: dict[str, list[bytes]] = {}
    at = 0
    for name, width in _FIELDS:
        fields[name] = [content[at + i * width : at + (i + 1) * width] for i in range(n_signals)]
        at += n_signals * width
    found = []
    for i in range(n_signals):
        n = _whole(fields["samples"][i], phrase("number of samples of signal {number}", number=i + 1), label)
        if not 0 <= n <= MAX_RECORD_SAMPLES:
            raise refused(
                label, phrase("signal {number} has {n} samples in a data record", number=i + 1, n=n)
            )
        found.append(
            EdfSignal(
                label=_printable(_text(fields["label"][i]))[:MAX_LEAD_NAME_CHARS],
                unit=_printable(_text(fields["unit"][i])),
                physical=(_number(fields["physical minimum"][i]), _number(fields["physical maximum"][i])),
                digital=(_number(fields["digital minimum"][i]), _number(fields["digital maximum"][i])),
                n=n,
            )
        )
    return tuple(found)


def _text(field: bytes) -> str:
    """Text of a field. It should be ASCII; what is not stands for itself, mostly the sign for micro."""
    try:
        return field.decode("utf-8").strip(" \0")
    except UnicodeDecodeError:
        return field.decode("latin-1").strip(" \0")


def _printable(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _number(field: bytes) -> float:
    """Number of a field, NaN where it is none. Some writers put a comma for the point."""
    text = _text(field).replace(",", ".")
    value = float(text) if _NUMBER.fullmatch(text) else math.nan
    return value if math.isfinite(value) else math.nan


def _whole(field: bytes, what: str, label: str) -> int:
    value = _number(field)
    if not value.is_integer():  # false for NaN
        raise refused(
            label, phrase("its {what}, {value}, is not a whole number", what=what, value=quoted(_text(field)))
        )
    return int(value)
