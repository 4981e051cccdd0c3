"""What the files of a record say of it, checked before any sample is read."""

from __future__ import annotations

import os.path
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.causes import reason
from assets.phrase import phrase
from assets.records.annotations import read_annotations
from assets.records.headers.header import Header, SignalSpec, as_text, quoted, read_header, refused
from assets.records.headers.layout import INVALID, SignalFile, signal_files
from assets.records.lead import Lead, LeadKind, factor_of, lead_of
from assets.records.numerics import Numerics, numerics_beside, waves_of
from assets.records.record import Annotations
from assets.regular import check_regular

#: ECG leads that the monitor shows at most: those of a standard ECG.
MAX_LEADS = 12
#: Pressures, pleth, respiration and the like that are read besides.
MAX_VITALS = 8
#: Sampling frequencies that the analysis is made for, in Hz.
MIN_FS, MAX_FS = 100.0, 1000.0
#: Sampling frequency up to which a record is read, in Hz; `assets.pieces.slower` brings it to the others.
MAX_RAW_FS = 20_480.0
#: ADC units per mV between which a gain is believable; beyond, float32 would overflow or lose the signal.
MIN_GAIN, MAX_GAIN = 1e-4, 1e12
#: File and format of a signal in a header that only says which signals there are (header(5), "layout").
NOTHING = ("~", "0")
#: Files that people pick when they mean the record.
_SIBLINGS = {".dat", ".atr"}


@dataclass(frozen=True)
class Survey:
    """A record whose files have been checked, and of which no sample has been read.

    Attributes
    ----------
    name : str
        The record's name (``208``), for people.
    label : str
        Name of the header file, for messages.
    header : Header
        The checked header.
    files : tuple of SignalFile
        Its signal files, checked to hold `n_frames` frames.
    n_frames : int
        Frames of each signal.
    keep : tuple of int
        Indices of the header's signals that are leads here, in rising order.
    annotations : Annotations or None
        Reference annotations, where there are readable ones.
    notes : str
        One line for people about where the record comes from.
    warnings : tuple of str
        What was wrong with the files and could be lived with, one sentence each.
    identity : str
        Whose signal this is; empty where nobody said.
    frame : int
        Samples in a frame to which all leads are brought; 0 for those of the fastest lead.
    numerics : Numerics or None
        Figures that a monitor showed meanwhile; they follow the leads as columns.
    told : tuple of Lead
        What each lead is, where it was told otherwise than from a WFDB header; such files are no WFDB record.
    """

    name: str
    label: str
    header: Header
    files: tuple[SignalFile, ...]
    n_frames: int
    keep: tuple[int, ...]
    annotations: Annotations | None
    notes: str
    warnings: tuple[str, ...]
    identity: str = ""
    frame: int = 0
    numerics: Numerics | None = None
    told: tuple[Lead, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that it is read from, and that of its annotations, whether or not there is one."""
        signals = tuple(file.path for file in self.files)
        header = signals[0].parent / self.label
        figures = self.numerics.paths if self.numerics is not None else ()
        return (header, *signals, header.with_suffix(".atr"), *figures)

    @cached_property
    def specs(self) -> tuple[SignalSpec, ...]:
        """The header's lines of the leads."""
        return tuple(self.header.signals[index] for index in self.keep)

    @cached_property
    def described(self) -> tuple[Lead, ...]:
        """What each column is: the leads, and the figures after them."""
        leads = self.told or tuple(lead_of(spec.name, spec.units) for spec in self.specs)
        return leads if self.numerics is None else (*leads, *self.numerics.leads)

    @property
    def leads(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(lead.name for lead in self.described)

    @cached_property
    def per_frame(self) -> int:
        """Samples in a frame of the fastest lead, to whose rate the others are brought."""
        return self.frame or max(spec.samples_per_frame for spec in self.specs)

    @property
    def fs(self) -> float:
        """Sampling frequency in Hz."""
        # A frame of three seconds is no finite fraction: 768 samples in it are 256 Hz all the same.
        return round(self.header.fs * self.per_frame, 9)

    @property
    def n_samples(self) -> int:
        """Number of samples in each lead."""
        return self.n_frames * self.per_frame

    @property
    def n_values(self) -> int:
        """Samples that a reading of all files goes through or results in, whichever is more."""
        stored = sum(signal.samples_per_frame for signal in self.header.signals)
        return self.n_frames * max(stored, self.per_frame * len(self.described))

    @property
    def start(self) -> datetime | None:
        """When it began by the clock of those who recorded it, in no time zone; None where nobody says."""
        return self.header.start

    @property
    def comments(self) -> tuple[str, ...]:
        """Comments of the header."""
        return self.header.comments

    @property
    def checksums(self) -> tuple[int | None, ...]:
        """The header's sums of the leads' samples, modulo 65536; None where it gives no length or no sum."""
        if self.header.n_frames is None:
            return (None,) * len(self.keep)
        # 0 is what writers leave when they did not compute one.
        return tuple(spec.checksum or None for spec in self.specs)


def survey_record(path: str | Path) -> Survey:
    """Check the files of the WFDB record at `path`.

    Parameters
    ----------
    path : str or Path
        The record, with or without ``.hea``; relative or absolute. Its ``.dat`` or ``.atr`` will do.

    Returns
    -------
    Survey
        Of 1 to 12 leads at 100 to 20480 Hz, with the annotations of the ``.atr`` file beside it if that is
        there and readable.

    Raises
    ------
    RecordError
        If there is no such record or it cannot be shown rightly; the message is one sentence with file
        and cause.
    """
    file = locate(Path(path))
    label = label_of(file)
    header = read_header(file)
    if all((spec.file_name, spec.fmt) == NOTHING for spec in header.signals):
        raise refused(
            label, phrase("it names signals and holds none: it is the layout of a record of several segments")
        )
    if (waves := waves_of(file, header)) is not None:
        belongs = phrase(
            "it holds the figures of {record}: open that, and they come with it", record=label_of(waves)
        )
        raise refused(label, belongs)
    keep, warnings = chosen(header, label)
    specs = [header.signals[index] for index in keep]
    fastest = max(spec.samples_per_frame for spec in specs)
    fs = header.fs * fastest
    check_rate(fs, label)
    files, n_frames = signal_files(header, file.parent, label)
    warnings += interpolated(specs, header.fs, fastest)
    annotations, annotation_warnings = read_annotations(
        file.with_suffix(".atr"), frame_rate=header.fs, fs=fs, n_samples=n_frames * fastest
    )
    numerics, numerics_warnings = numerics_beside(file, {spec.name.casefold() for spec in specs})
    return Survey(
        name=as_text(file.stem),
        label=label,
        header=header,
        files=files,
        n_frames=n_frames,
        keep=tuple(keep),
        annotations=annotations,
        notes=phrase(
            "WFDB record {name} from {folder}", name=as_text(file.stem), folder=as_text(file.parent)
        ),
        warnings=(*header.warnings, *warnings, *annotation_warnings, *numerics_warnings),
        numerics=numerics,
    )


def check_rate(fs: float, label: str) -> None:
    """Refuse a sampling frequency, in Hz, that cannot be analysed, nor brought to one that can.

    Raises
    ------
    RecordError
        If it cannot.
    """
    if not MIN_FS <= fs <= MAX_RAW_FS:
        raise refused(
            label,
            phrase(
                "it is sampled at {fs:g} Hz, and only {low:g} to {high:g} Hz can be analysed",
                fs=fs,
                low=MIN_FS,
                high=MAX_RAW_FS,
            ),
        )


def survey_part(file: Path, frame_rate: float, n_frames: int) -> Survey:
    """Check the files of one segment of a record; it need have no ECG, and all its signals are kept.

    Parameters
    ----------
    file : Path
        Its header.
    frame_rate : float
        Frames a second of the whole record, Hz.
    n_frames : int
        Frames that it is to have.

    Raises
    ------
    RecordError
        If it cannot be read, or is another one than the whole record says.
    """
    label = label_of(file)
    header = read_header(file)
    keep, warnings = _believable(header)
    if abs(header.fs - frame_rate) > 1e-6 * frame_rate:
        raise refused(
            label,
            phrase(
                "it has {fs:g} frames a second, and its record {frame_rate:g}",
                fs=header.fs,
                frame_rate=frame_rate,
            ),
        )
    files, found = signal_files(header, file.parent, label)
    if found < n_frames or (header.n_frames is not None and header.n_frames != n_frames):
        raise refused(
            label,
            phrase("it has {found} frames where its record says {frames}", found=found, frames=n_frames),
        )
    warnings = [*header.warnings, *warnings]
    return Survey(as_text(file.stem), label, header, files, n_frames, tuple(keep), None, "", tuple(warnings))


def physical(spec: SignalSpec, samples: npt.NDArray[np.int32]) -> npt.NDArray[np.float64]:
    """Turn ADC values into mV, mmHg or the lead's own unit, invalid ones into NaN; shape is kept."""
    values = (samples.astype(np.float64) - spec.baseline) / spec.gain * factor_of(spec.units)
    if spec.gaps and spec.fmt in INVALID:
        values[samples == INVALID[spec.fmt]] = np.nan
    return values


def locate(path: Path) -> Path:
    """Find the header file that `path` means."""
    candidates: list[Path] = []
    if path.suffix == ".hea":
        candidates.append(path)
    elif path.name:
        candidates.append(path.with_name(path.name + ".hea"))
    if path.suffix in _SIBLINGS:
        candidates.append(path.with_suffix(".hea"))
    label = path.name or str(path)
    try:
        for candidate in candidates:
            if candidate.is_file():
                return candidate.absolute()
        if path.is_dir():
            raise refused(quoted(label), phrase("it is a folder, not a record"))
        if path.exists():
            check_regular(path)
            raise refused(quoted(label), phrase("there is no WFDB header (.hea) that belongs to it"))
    except (OSError, ValueError) as error:
        raise refused(quoted(label), reason(error)) from error
    if "://" in str(path) or ":/" in str(path)[2:]:
        raise refused(quoted(label), phrase("only records on this computer can be opened"))
    # A bare name is one of the current folder, which everybody knows; of another one it is said.
    if path.parent == Path("."):
        raise refused(quoted(label), phrase("there is no such record"))
    where = quoted(os.path.abspath(path.parent))
    raise refused(quoted(label), phrase("there is no such record in {where}", where=where))


def label_of(file: Path) -> str:
    """Give a file's name for messages."""
    return file.name if file.name.isprintable() else quoted(file.name)


def chosen(header: Header, label: str) -> tuple[list[int], list[str]]:
    """Choose the signals that are read: with a believable gain, at most `MAX_LEADS` and `MAX_VITALS`.

    Raises
    ------
    RecordError
        If there is no ECG among them.
    """
    believable, warnings = _believable(header)
    ecg = [i for i in believable if _kind(header.signals[i]) is LeadKind.ECG]
    vitals = [i for i in believable if _kind(header.signals[i]) is not LeadKind.ECG]
    if not ecg:
        for spec in header.signals:
            if _kind(spec) is LeadKind.ECG:
                raise refused(
                    label,
                    phrase(
                        "the gain of {name}, {gain:g}, is out of all proportion",
                        name=quoted(spec.name),
                        gain=spec.gain,
                    ),
                )
        raise refused(label, phrase("none of its signals is a voltage of an ECG"))
    if len(ecg) > MAX_LEADS:
        warnings.append(phrase("Only the first {most} of {n} leads were read.", most=MAX_LEADS, n=len(ecg)))
    if len(vitals) > MAX_VITALS:
        warnings.append(
            phrase(
                "Only the first {most} of {n} signals beside the ECG were read.",
                most=MAX_VITALS,
                n=len(vitals),
            )
        )
    return sorted([*ecg[:MAX_LEADS], *vitals[:MAX_VITALS]]), warnings


def interpolated(specs: Iterable[SignalSpec], frame_rate: float, fastest: int) -> list[str]:
    """Say of which leads there are fewer samples than of the fastest, of which a frame has `fastest`."""
    return [
        phrase(
            "{name} was interpolated from {slow:g} Hz to {fast:g} Hz.",
            name=spec.name,
            slow=frame_rate * spec.samples_per_frame,
            fast=frame_rate * fastest,
        )
        for spec in specs
        if spec.samples_per_frame != fastest
    ]


def _believable(header: Header) -> tuple[list[int], list[str]]:
    """Leave out the signals whose gain is out of all proportion: the others can be shown rightly."""
    keep: list[int] = []
    warnings: list[str] = []
    for index, spec in enumerate(header.signals):
        if MIN_GAIN <= abs(spec.gain / factor_of(spec.units)) <= MAX_GAIN:
            keep.append(index)
        else:
            warnings.append(
                phrase(
                    "{name} was left out: its gain, {gain:g}, is out of all proportion.",
                    name=spec.name,
                    gain=spec.gain,
                )
            )
    return keep, warnings


def _kind(spec: SignalSpec) -> LeadKind:
    return lead_of(spec.name, spec.units).kind
