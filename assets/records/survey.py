"""What the files of a record say of it, checked before any sample is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.records.annotations import read_annotations
from assets.records.header import MILLIVOLTS, Header, SignalSpec, quoted, read_header, reason, refused
from assets.records.layout import INVALID, SignalFile, signal_files
from assets.records.record import Annotations

#: Leads that the monitor shows at most: those of a standard ECG.
MAX_LEADS = 12
#: Sampling frequencies that the analysis is made for, in Hz.
MIN_FS, MAX_FS = 100.0, 1000.0
#: ADC units per mV between which a gain is believable; beyond, float32 would overflow or lose the signal.
MIN_GAIN, MAX_GAIN = 1e-4, 1e12
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

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that it is read from, and that of its annotations, whether or not there is one."""
        signals = tuple(file.path for file in self.files)
        header = signals[0].parent / self.label
        return (header, *signals, header.with_suffix(".atr"))

    @cached_property
    def specs(self) -> tuple[SignalSpec, ...]:
        """The header's lines of the leads."""
        return tuple(self.header.signals[index] for index in self.keep)

    @property
    def leads(self) -> tuple[str, ...]:
        """Names of the leads."""
        return tuple(spec.name for spec in self.specs)

    @cached_property
    def per_frame(self) -> int:
        """Samples in a frame of the fastest lead, to whose rate the others are brought."""
        return max(spec.samples_per_frame for spec in self.specs)

    @property
    def fs(self) -> float:
        """Sampling frequency in Hz."""
        return self.header.fs * self.per_frame

    @property
    def n_samples(self) -> int:
        """Number of samples in each lead."""
        return self.n_frames * self.per_frame

    @property
    def n_values(self) -> int:
        """Samples that a reading of all files goes through or results in, whichever is more."""
        stored = sum(signal.samples_per_frame for signal in self.header.signals)
        return self.n_frames * max(stored, self.per_frame * len(self.keep))

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
        Of 1 to 12 leads at 100 to 1000 Hz, with the annotations of the ``.atr`` file beside it if that is
        there and readable.

    Raises
    ------
    RecordError
        If there is no such record or it cannot be shown rightly; the message is one sentence with file
        and cause.
    """
    file = _locate(Path(path))
    label = file.name if file.name.isprintable() else quoted(file.name)
    header = read_header(file)
    keep, warnings = _voltages(header, label)
    specs = [header.signals[index] for index in keep]
    fastest = max(spec.samples_per_frame for spec in specs)
    fs = header.fs * fastest
    if not MIN_FS <= fs <= MAX_FS:
        raise refused(
            label,
            f"it is sampled at {fs:g} Hz, and only {MIN_FS:g} to {MAX_FS:g} Hz can be analysed",
        )
    files, n_frames = signal_files(header, file.parent, label)
    for spec in specs:
        if spec.samples_per_frame != fastest:
            slow = header.fs * spec.samples_per_frame
            warnings.append(f"{spec.name} was interpolated from {slow:g} Hz to {fs:g} Hz.")
    annotations, annotation_warnings = read_annotations(
        file.with_suffix(".atr"), frame_rate=header.fs, fs=fs, n_samples=n_frames * fastest
    )
    return Survey(
        name=file.stem,
        label=label,
        header=header,
        files=files,
        n_frames=n_frames,
        keep=tuple(keep),
        annotations=annotations,
        notes=f"WFDB record {file.stem} from {file.parent}",
        warnings=(*header.warnings, *warnings, *annotation_warnings),
    )


def millivolts(spec: SignalSpec, samples: npt.NDArray[np.int32]) -> npt.NDArray[np.float64]:
    """Turn ADC values into mV, invalid ones into NaN; shape is kept."""
    values = (samples.astype(np.float64) - spec.baseline) / spec.gain * MILLIVOLTS[spec.units.casefold()]
    if spec.fmt in INVALID:
        values[samples == INVALID[spec.fmt]] = np.nan
    return values


def _locate(path: Path) -> Path:
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
            raise refused(quoted(label), "it is a folder, not a record")
        if path.exists():
            raise refused(quoted(label), "there is no WFDB header (.hea) that belongs to it")
    except (OSError, ValueError) as error:
        raise refused(quoted(label), reason(error)) from error
    if "://" in str(path) or ":/" in str(path)[2:]:
        raise refused(quoted(label), "only records on this computer can be opened")
    raise refused(quoted(label), "there is no such record")


def _voltages(header: Header, label: str) -> tuple[list[int], list[str]]:
    """Choose the leads: voltages with a believable gain, at most `MAX_LEADS`."""
    warnings: list[str] = []
    keep: list[int] = []
    for index, spec in enumerate(header.signals):
        factor = MILLIVOLTS.get(spec.units.casefold())
        if factor is None:
            warnings.append(f"{spec.name} is in {quoted(spec.units)}, not in volts, and was left out.")
        elif not MIN_GAIN <= abs(spec.gain / factor) <= MAX_GAIN:
            raise refused(label, f"the gain of {quoted(spec.name)}, {spec.gain:g}, is out of all proportion")
        else:
            keep.append(index)
    if not keep:
        raise refused(label, "none of its signals is a voltage")
    if len(keep) > MAX_LEADS:
        warnings.append(f"Only the first {MAX_LEADS} of {len(keep)} leads were read.")
    return keep[:MAX_LEADS], warnings
