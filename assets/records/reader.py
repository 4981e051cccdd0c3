"""Reading any WFDB record on disk into one plain `Record`, in mV."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.records.annotations import read_annotations
from assets.records.header import Header, SignalSpec, quoted, read_header, reason, refused
from assets.records.layout import INVALID, signal_files
from assets.records.record import Record
from assets.records.samples import read_samples

#: Leads that the monitor shows at most: those of a standard ECG.
MAX_LEADS = 12
#: Sampling frequencies that the analysis is made for, in Hz.
MIN_FS, MAX_FS = 100.0, 1000.0
#: Samples of all leads together above which a record is refused: 2**27 are 512 MiB as float32, or
#: 24 hours of three leads at 500 Hz.
MAX_VALUES = 2**27
#: mV in one of the physical unit. header(5) takes a signal without a unit to be in mV.
MILLIVOLTS: dict[str, float] = {"": 1.0, "nv": 1e-6, "uv": 1e-3, "µv": 1e-3, "μv": 1e-3, "mv": 1.0, "v": 1e3}
#: ADC units per mV between which a gain is believable; beyond, float32 would overflow or lose the signal.
MIN_GAIN, MAX_GAIN = 1e-4, 1e12
#: Files that people pick when they mean the record.
_SIBLINGS = {".dat", ".atr"}


def read_record(path: str | Path) -> Record:
    """Read the WFDB record at `path`.

    Leads that are not voltages (respiration, pressure) are left out with a warning, and so are voltages
    after the twelfth. A lead sampled slower than the fastest one of the record is interpolated linearly to
    its rate. Invalid samples become NaN.

    Parameters
    ----------
    path : str or Path
        The record, with or without ``.hea``; relative or absolute. Its ``.dat`` or ``.atr`` will do.

    Returns
    -------
    Record
        1 to 12 leads in mV at 100 to 1000 Hz, with the annotations of the ``.atr`` file beside it if that
        is there and readable; `Record.warnings` says what was left out or assumed.

    Raises
    ------
    RecordError
        If there is no such record or it cannot be read; the message is one sentence with file and cause.
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
    per_frame = max(sum(spec.samples_per_frame for spec in header.signals), fastest * len(keep))
    if header.n_frames is not None:
        # Before any file is looked at, so that the message names the header's number.
        _check_size(header.n_frames, per_frame, label)
    files, n_frames = signal_files(header, file.parent, label)
    _check_size(n_frames, per_frame, label)
    digital = read_samples(header, files, n_frames, keep, label)
    warnings += _checksum_warnings(specs, digital, header, label)
    signals = np.empty((n_frames * fastest, len(keep)), dtype=np.float32)
    for column, (spec, samples) in enumerate(zip(specs, digital, strict=True)):
        signals[:, column] = _resample(_millivolts(spec, samples), fastest, n_frames, spec)
        if spec.samples_per_frame != fastest:
            slow = header.fs * spec.samples_per_frame
            warnings.append(f"{spec.name} was interpolated from {slow:g} Hz to {fs:g} Hz.")
    annotations, annotation_warnings = read_annotations(
        file.with_suffix(".atr"), frame_rate=header.fs, fs=fs, n_samples=n_frames * fastest
    )
    return Record(
        name=file.stem,
        fs=fs,
        leads=tuple(spec.name for spec in specs),
        signals=signals,
        annotations=annotations,
        comments=header.comments,
        notes=f"WFDB record {file.stem} from {file.parent}",
        warnings=(*header.warnings, *warnings, *annotation_warnings),
    )


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


def _check_size(n_frames: int, per_frame: int, label: str) -> None:
    """Refuse a record that would not fit in memory.

    Raises
    ------
    RecordError
        If it has more than `MAX_VALUES` samples.
    """
    if n_frames * per_frame > MAX_VALUES:
        raise refused(
            label, f"with {n_frames} samples it is larger than the {MAX_VALUES} values that can be held"
        )


def _checksum_warnings(
    specs: Sequence[SignalSpec], digital: Sequence[npt.NDArray[np.int32]], header: Header, label: str
) -> list[str]:
    """Compare the sums of the samples with the header's, where it gives both length and sum."""
    if header.n_frames is None:
        return []
    return [
        f"The samples of {spec.name} differ from the checksum in {label}, so the file may be damaged."
        for spec, samples in zip(specs, digital, strict=True)
        # A checksum of 0 is what writers leave when they did not compute one.
        if spec.checksum and (int(samples.sum(dtype=np.int64)) - spec.checksum) % 65536
    ]


def _millivolts(spec: SignalSpec, samples: npt.NDArray[np.int32]) -> npt.NDArray[np.float64]:
    """Turn ADC values into mV, invalid ones and those lost to skew into NaN; shape is kept."""
    values = (samples.astype(np.float64) - spec.baseline) / spec.gain * MILLIVOLTS[spec.units.casefold()]
    if spec.fmt in INVALID:
        values[samples == INVALID[spec.fmt]] = np.nan
    lag = min(spec.skew * spec.samples_per_frame, len(values))
    if lag:
        # The signal's first `lag` samples belong before the record's start.
        values = np.concatenate((values[lag:], np.full(lag, np.nan)))
    return values


def _resample(
    values: npt.NDArray[np.float64], fastest: int, n_frames: int, spec: SignalSpec
) -> npt.NDArray[np.float64]:
    """Bring a lead to `fastest` samples a frame by linear interpolation; a gap spreads to its neighbours."""
    if spec.samples_per_frame == fastest:
        return values
    slow = np.arange(len(values)) / spec.samples_per_frame
    return np.interp(np.arange(n_frames * fastest) / fastest, slow, values)
