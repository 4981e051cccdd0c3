"""A strict, independent reading of WFDB headers, done before any library sees the file.

The header decides what is opened and how much memory is asked for, so a broken or hostile one has to be
refused here, in a sentence, rather than somewhere inside a reader. The grammar is that of header(5) in the
WFDB Applications Guide (https://physionet.org/physiotools/wag/header-5.htm).
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assets.causes import reason
from assets.errors import RecordError
from assets.phrase import listed, phrase
from assets.records.began import of_fields
from assets.records.lead import MILLIVOLTS
from assets.regular import open_regular

#: Size above which a header is refused, in bytes; weeks in intensive care list thousands of segments.
MAX_HEADER_BYTES = 256 * 1024
#: Length above which a header line is refused, in characters (header(5) allows 255; comments run longer).
MAX_LINE_CHARS = 2048
#: Signals a header may list; polysomnograms list some thirty.
MAX_SIGNALS = 64
#: Samples of one signal in one frame; a file made of EDF has a second or more of them.
MAX_SAMPLES_PER_FRAME = 2**15
#: Sampling frequency where the header gives none, in Hz: the default of header(5).
DEFAULT_FS = 250.0
#: Units per mV where the header gives no gain, or one of 0 ("uncalibrated"): the default of header(5).
DEFAULT_GAIN = 200.0
#: Length above which a lead's name is cut, in characters.
MAX_LEAD_NAME_CHARS = 40

UNSIGNED = re.compile(r"\d{1,18}", re.ASCII)
_SIGNED = re.compile(r"[-+]?\d{1,10}", re.ASCII)
_FLOAT = r"[-+]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][-+]?\d{1,4})?"
# The name is that of the file once more, and used for nothing: letters of any language will do.
RECORD_NAME = re.compile(r"(?P<name>[-\w.]{1,255})(?:/(?P<segments>[0-9]{1,9}))?")
FREQUENCY = re.compile(rf"(?P<fs>{_FLOAT})(?:/{_FLOAT}(?:\({_FLOAT}\))?)?", re.ASCII)
_FORMAT = re.compile(
    r"(?P<fmt>\d{1,4})(?:x(?P<spf>\d{1,9}))?(?::(?P<skew>\d{1,9}))?(?:\+(?P<offset>\d{1,15}))?", re.ASCII
)
_GAIN = re.compile(r"(?P<gain>[^()/\s]{1,40})(?:\((?P<baseline>[^()\s]{1,40})\))?(?:/(?P<units>\S{1,40}))?")
# Tabs belong to text; every other control character means that this is no text file.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class SignalSpec:
    """One signal line of a header.

    Attributes
    ----------
    file_name : str
        Signal file, as written in the header; not yet trusted.
    fmt : str
        Storage format (``212``).
    samples_per_frame : int
        Samples of this signal in each frame.
    skew : int
        Frames by which the signal lags in the file.
    offset : int
        Where the samples begin: bytes in the file, or samples in a compressed file.
    gain : float
        ADC units per physical unit; finite, not zero.
    baseline : float
        ADC value of 0 physical units.
    units : str
        Physical unit as written, empty where the header gives none.
    initial_value : int
        Value before the first sample; counts only in the difference format 8.
    checksum : int or None
        Sum of all samples modulo 65536, where given.
    name : str
        Lead name, unique within the header.
    gaps : bool
        Whether the lowest ADC value of the format stands for "no sample".
    """

    file_name: str
    fmt: str
    samples_per_frame: int
    skew: int
    offset: int
    gain: float
    baseline: float
    units: str
    initial_value: int
    checksum: int | None
    name: str
    gaps: bool = True


@dataclass(frozen=True)
class Header:
    """A header, checked as far as that is possible without its signal files.

    Attributes
    ----------
    fs : float
        Frames per second in Hz.
    n_frames : int or None
        Frames of each signal; None where the header leaves it to the size of the files.
    signals : tuple of SignalSpec
        Signals in the order of the header, at least one.
    comments : tuple of str
        Comments without their ``#``.
    warnings : tuple of str
        Defaults that had to be assumed, one sentence each.
    uncalibrated : tuple of str
        Names of the voltages without a gain.
    start : datetime or None
        When it began by the clock of those who recorded it, in no time zone.
    """

    fs: float
    n_frames: int | None
    signals: tuple[SignalSpec, ...]
    comments: tuple[str, ...]
    warnings: tuple[str, ...]
    uncalibrated: tuple[str, ...] = ()
    start: datetime | None = None


def refused(label: str, cause: str) -> RecordError:
    """Make the one-sentence error for a record: ``LABEL cannot be opened: CAUSE.``."""
    return RecordError(phrase("{label} cannot be opened: {cause}.", label=label, cause=cause))


def as_text(path: str | Path) -> str:
    r"""Give a path, or a part of one, as text that can be written: what is no UTF-8 stands as ``\xff``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def quoted(text: str) -> str:
    """Quote text from a file for a message: printable, and short enough for one line."""
    shown = repr(text if len(text) <= 40 else text[:37] + "...")
    # Escapes of what cannot be printed may have made it several times longer.
    return shown if len(shown) <= 80 else shown[:76] + "...'"


def read_header(path: Path) -> Header:
    """Read and check the header file at `path`.

    Raises
    ------
    RecordError
        If the file cannot be read or is not a header of one single-segment record.
    """
    try:
        with open_regular(path) as file:
            content = file.read(MAX_HEADER_BYTES + 1)
    except (OSError, ValueError) as error:
        raise refused(path.name, phrase("it cannot be read ({why})", why=reason(error))) from error
    return parse_header(content, path.name)


def parse_header(content: bytes, label: str) -> Header:
    """Check the bytes of a header.

    Parameters
    ----------
    content : bytes
        The whole header file.
    label : str
        Name of the file, for messages.

    Returns
    -------
    Header

    Raises
    ------
    RecordError
        If the bytes are not a header of one single-segment record with 1 to `MAX_SIGNALS` signals; the
        message is one sentence with file and cause.
    """
    lines, comments = header_lines(content, label)
    warnings: list[str] = []
    n_signals, fs, n_frames = _record_line(lines[0], label, warnings)
    if len(lines) - 1 != n_signals:
        raise refused(
            label,
            phrase("it announces {signals} signals and lists {n}", signals=n_signals, n=len(lines) - 1),
        )
    signals: list[SignalSpec] = []
    uncalibrated: list[str] = []
    for number, line in enumerate(lines[1:], start=1):
        taken = {signal.name.casefold() for signal in signals}
        signals.append(_signal_line(line, number, taken, label, uncalibrated))
    if uncalibrated:
        warnings.append(_assumed_gain(label, uncalibrated))
    start = of_fields(lines[0].split()[4:6])
    return Header(fs, n_frames, tuple(signals), comments, tuple(warnings), tuple(uncalibrated), start)


def header_lines(content: bytes, label: str) -> tuple[list[str], tuple[str, ...]]:
    """Split into record and signal lines (at least one) and comments."""
    if not content.strip():
        raise refused(label, phrase("the file is empty"))
    if len(content) > MAX_HEADER_BYTES:
        raise refused(
            label,
            phrase(
                "it is larger than the {most} KiB that a header may have",
                most=MAX_HEADER_BYTES // 1024,
            ),
        )
    text = _decoded(content, label)
    lines: list[str] = []
    comments: list[str] = []
    # Not splitlines(): that also cuts at characters such as U+2028, which no writer means as a line end.
    for raw in text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if len(raw) > MAX_LINE_CHARS:
            raise refused(
                label,
                phrase("it has a line of more than {n} characters", n=MAX_LINE_CHARS),
            )
        if _CONTROL.search(raw):
            raise refused(label, phrase("it contains binary data and is not a WFDB header"))
        line = raw.strip()
        if line.startswith("#"):
            comments.append(line.lstrip("# \t"))
        elif line:
            lines.append(line)
    if not lines:
        raise refused(label, phrase("it has no record line"))
    return lines, tuple(comments)


def _decoded(content: bytes, label: str) -> str:
    """Read the text: header(5) knows no letters beyond ASCII, and archives wrote them as their system did."""
    # Windows-1252 is Latin-1 and puts quotes and dashes where Latin-1 has control characters.
    for encoding in ("utf-8", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise refused(label, phrase("it is not a text file, neither in UTF-8 nor in Latin-1"))


def _record_line(line: str, label: str, warnings: list[str]) -> tuple[int, float, int | None]:
    """Return the number of signals, the frame rate in Hz and the number of frames."""
    # NAME SIGNALS FREQUENCY SAMPLES BASE-TIME BASE-DATE, the last four optional
    fields = line.split()
    name = RECORD_NAME.fullmatch(fields[0])
    if name is None or len(fields) < 2 or not UNSIGNED.fullmatch(fields[1]):
        raise refused(
            label, phrase("its first line {line} is not the record line of a WFDB header", line=quoted(line))
        )
    if name["segments"] is not None:
        raise refused(label, phrase("it is a multi-segment record where one of a single segment is wanted"))
    n_signals = int(fields[1])
    if not 1 <= n_signals <= MAX_SIGNALS:
        raise refused(
            label,
            phrase(
                "it announces {n} signals, where 1 to {most} are possible",
                n=n_signals,
                most=MAX_SIGNALS,
            ),
        )
    fs = DEFAULT_FS
    if len(fields) < 3:
        warnings.append(
            phrase(
                "{label} gives no sampling frequency, so {default_fs:g} Hz was assumed.",
                label=label,
                default_fs=DEFAULT_FS,
            )
        )
    else:
        frequency = FREQUENCY.fullmatch(fields[2])
        fs = float(frequency["fs"]) if frequency else math.nan
        if not (math.isfinite(fs) and fs > 0):
            raise refused(
                label,
                phrase("its sampling frequency {field} is not a positive number", field=quoted(fields[2])),
            )
    n_frames: int | None = None
    if len(fields) > 3:
        if not UNSIGNED.fullmatch(fields[3]):
            raise refused(
                label,
                phrase("its number of samples {field} is not a whole number", field=quoted(fields[3])),
            )
        # header(5): 0 means "not known", like a missing field.
        n_frames = int(fields[3]) or None
    return n_signals, fs, n_frames


def _signal_line(line: str, number: int, taken: set[str], label: str, uncalibrated: list[str]) -> SignalSpec:
    """Check the line of signal `number` (from 1).

    `taken` holds the casefolded names of those before; a name without a gain is added to `uncalibrated`.
    """
    # FILE FORMAT GAIN RESOLUTION ZERO INITIAL CHECKSUM BLOCKSIZE DESCRIPTION, all but the first two optional
    fields = line.split(None, 8)
    layout = _FORMAT.fullmatch(fields[1]) if len(fields) > 1 else None
    if layout is None:
        raise refused(
            label,
            phrase(
                "the line of signal {number}, {line}, has no storage format", number=number, line=quoted(line)
            ),
        )
    samples_per_frame = int(layout["spf"] or 1)
    if not 1 <= samples_per_frame <= MAX_SAMPLES_PER_FRAME:
        raise refused(
            label,
            phrase(
                "signal {number} has {n} samples in a frame",
                number=number,
                n=samples_per_frame,
            ),
        )
    numbers: list[int | None] = []
    for what, field in zip(
        (
            phrase("ADC resolution"),
            phrase("ADC zero"),
            phrase("initial value"),
            phrase("checksum"),
            phrase("block size"),
        ),
        fields[3:8],
        strict=False,
    ):
        if not _SIGNED.fullmatch(field):
            raise refused(
                label,
                phrase(
                    "the {what} of signal {number}, {field}, is not a whole number",
                    what=what,
                    number=number,
                    field=quoted(field),
                ),
            )
        numbers.append(int(field))
    numbers += [None] * (5 - len(numbers))
    _, zero, initial, checksum, _ = numbers
    name = _lead_name(fields[8] if len(fields) > 8 else "", number, taken)
    gain, baseline, units = _gain(fields[2], number, label) if len(fields) > 2 else (0.0, None, "")
    if gain == 0:
        gain = DEFAULT_GAIN
        if units.casefold() in MILLIVOLTS:
            units = ""
            uncalibrated.append(name)
    return SignalSpec(
        file_name=fields[0],
        fmt=layout["fmt"],
        samples_per_frame=samples_per_frame,
        skew=int(layout["skew"] or 0),
        offset=int(layout["offset"] or 0),
        gain=gain,
        # header(5): the baseline is the ADC zero where it is not given.
        baseline=(zero or 0) if baseline is None else baseline,
        units=units,
        initial_value=initial or 0,
        checksum=checksum,
        name=name,
    )


def _assumed_gain(label: str, names: list[str]) -> str:
    """Say of which signals the amplitude is a guess; one sentence, however many they are."""
    shown = names if len(names) <= 3 else [*names[:2], phrase("{n} more", n=len(names) - 2)]
    told = (
        shown[0]
        if len(shown) == 1
        else phrase("{names} and {last}", names=listed(shown[:-1]), last=shown[-1])
    )
    return phrase(
        "{label} gives no gain for {listed}: {gain:g} units per mV were assumed, so the amplitude "
        "is not calibrated.",
        label=label,
        listed=told,
        gain=DEFAULT_GAIN,
    )


def _gain(field: str, number: int, label: str) -> tuple[float, int | None, str]:
    """Split ``GAIN(BASELINE)/UNITS``; a gain of 0 stands for "uncalibrated" (header(5))."""
    match = _GAIN.fullmatch(field)
    text = match["gain"] if match else field
    if match is None or re.fullmatch(_FLOAT, text, re.ASCII) is None:
        raise refused(
            label,
            phrase("the gain of signal {number}, {text}, is not a number", number=number, text=quoted(text)),
        )
    gain = float(text)
    if not math.isfinite(gain):
        raise refused(
            label,
            phrase(
                "the gain of signal {number}, {text}, is not a finite number",
                number=number,
                text=quoted(text),
            ),
        )
    baseline = match["baseline"]
    if baseline is not None and not _SIGNED.fullmatch(baseline):
        raise refused(
            label,
            phrase(
                "the baseline of signal {number}, {baseline}, is not a whole number",
                number=number,
                baseline=quoted(baseline),
            ),
        )
    return gain, None if baseline is None else int(baseline), match["units"] or ""


def _lead_name(text: str, number: int, taken: set[str]) -> str:
    """Give the lead a name: the header's own, ``lead 2`` where it has none, numbered where it has two."""
    # Marks that turn the writing direction and the like have no place on a monitor.
    printable = "".join(char if char.isprintable() else " " for char in text)
    return unique_name(" ".join(printable.split())[:MAX_LEAD_NAME_CHARS] or f"lead {number}", taken)


def unique_name(base: str, taken: Collection[str]) -> str:
    """Give a name, numbered where it is among the case-folded ones that are `taken`: ``II (2)``."""
    name, copy = base, 2
    while name.casefold() in taken:
        name, copy = f"{base} ({copy})", copy + 1
    return name
