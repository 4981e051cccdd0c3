"""The digital samples of a checked record, read by wfdb.

wfdb is given a header of our own, written from what was checked, in a folder of our own: so it can only
open the files that were checked, in the way they were checked, whatever the original header says elsewhere
(dates that it cannot parse, file names with spaces, a path that fsspec would take for a URL).
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.causes import reason
from assets.phrase import phrase
from assets.records.headers.header import Header, refused
from assets.records.headers.layout import SignalFile

_STEM = "record"
#: wfdb 4.3 cannot convert the big-endian integers of format 61, so it gets them as format 16, swapped.
_BIG_ENDIAN, _LITTLE_ENDIAN = "61", "16"


def read_samples(
    header: Header, files: Sequence[SignalFile], n_frames: int, signals: Sequence[int], label: str
) -> list[npt.NDArray[np.int32]]:
    """Read the ADC values of some signals, all samples of each frame, as they lie in the file.

    Parameters
    ----------
    header : Header
        The checked header.
    files : sequence of SignalFile
        Its signal files, checked to hold `n_frames` frames.
    n_frames : int
        Frames to read.
    signals : sequence of int
        Indices of the signals wanted, in rising order.
    label : str
        Name of the header file, for messages.

    Returns
    -------
    list of ndarray of int32, shape (n_frames * samples_per_frame,)
        ADC values (no unit), not shifted for skew.

    Raises
    ------
    RecordError
        If the files cannot be read, or not by wfdb.
    """
    # wfdb brings pandas, aiohttp and more; the window must not wait for them.
    import wfdb

    try:
        with tempfile.TemporaryDirectory(prefix="ecg-monitor-") as name:
            folder = Path(name)
            (folder / f"{_STEM}.hea").write_text(_header_text(header, files, n_frames), encoding="ascii")
            for number, file in enumerate(files):
                _place(file, folder / _file_name(number))
            try:
                record = wfdb.rdrecord(
                    str(folder / _STEM),
                    channels=list(signals),
                    physical=False,
                    smooth_frames=False,
                    ignore_skew=True,
                    return_res=32,
                )
            # wfdb, numpy and soundfile raise as they please on bad content, up to bare Exception.
            except Exception as error:
                raise refused(label, phrase("its signal files are damaged or cannot be read")) from error
    except OSError as error:
        raise refused(label, phrase("its signal files cannot be read ({why})", why=reason(error))) from error
    samples = [np.asarray(signal, dtype=np.int32) for signal in record.e_d_signal]
    for index, signal in zip(signals, samples, strict=True):
        if signal.shape != (n_frames * header.signals[index].samples_per_frame,):
            raise refused(label, phrase("its signal files hold another number of samples than announced"))
    return samples


def _file_name(number: int) -> str:
    return f"signal{number}.dat"


def _place(file: SignalFile, target: Path) -> None:
    """Make a signal file appear as `target`: as a link, or as a copy where links are not allowed."""
    if file.fmt == _BIG_ENDIAN:
        target.write_bytes(np.fromfile(file.path, dtype=">i2", offset=file.offset).astype("<i2").tobytes())
        return
    try:
        target.symlink_to(file.path)
    except OSError:
        # Windows lets only privileged users make links.
        shutil.copyfile(file.path, target)


def _header_text(header: Header, files: Sequence[SignalFile], n_frames: int) -> str:
    """Write the plain header that wfdb gets: layout only, no calibration, names or dates."""
    lines = [f"{_STEM} {len(header.signals)} {header.fs:.10f} {n_frames}"]
    for number, file in enumerate(files):
        for index in range(file.first, file.stop):
            signal = header.signals[index]
            fmt, offset = signal.fmt, signal.offset
            if fmt == _BIG_ENDIAN:
                fmt, offset = _LITTLE_ENDIAN, 0
            layout = f"{fmt}x{signal.samples_per_frame}+{offset}"
            lines.append(
                f"{_file_name(number)} {layout} 1(0)/mV 0 0 {signal.initial_value} 0 0 signal{index}"
            )
    return "\n".join(lines) + "\n"
