"""Where the samples of a record lie: its signal files, checked against their real size.

Nothing is read here but file sizes (and the head of a FLAC file); what passes can be read without asking
for more memory than the files account for.
"""

from __future__ import annotations

import importlib.util
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assets.causes import reason
from assets.phrase import phrase
from assets.records.headers.header import Header, SignalSpec, quoted, refused

#: Storage formats with a fixed size: (samples, bytes) of a block. signal(5) of the WFDB Applications Guide.
BLOCKS: dict[str, tuple[int, int]] = {
    "8": (1, 1),
    "16": (1, 2),
    "24": (1, 3),
    "32": (1, 4),
    "61": (1, 2),
    "80": (1, 1),
    "160": (1, 2),
    "212": (2, 3),
    "310": (3, 4),
    "311": (3, 4),
}
#: FLAC formats: bits of a sample at most. They need the soundfile package.
FLAC_BITS: dict[str, int] = {"508": 8, "516": 16, "524": 24}
#: ADC value that stands for "no sample", by format; format 8 (differences) has none.
INVALID: dict[str, int] = {
    "16": -(2**15),
    "24": -(2**23),
    "32": -(2**31),
    "61": -(2**15),
    "80": -(2**7),
    "160": -(2**15),
    "212": -(2**11),
    "310": -(2**9),
    "311": -(2**9),
    "508": -(2**7),
    "516": -(2**15),
    "524": -(2**23),
}


@dataclass(frozen=True)
class SignalFile:
    """A signal file and the signals interleaved in it.

    Attributes
    ----------
    path : Path
        Absolute path; an ordinary file within the record's folder.
    fmt : str
        Storage format.
    offset : int
        Where the samples begin: bytes, or samples per signal in a FLAC file.
    first, stop : int
        The signals, as a range of indices into the header's.
    n_frames : int
        Whole frames that the file holds.
    """

    path: Path
    fmt: str
    offset: int
    first: int
    stop: int
    n_frames: int


def signal_files(header: Header, folder: Path, label: str) -> tuple[tuple[SignalFile, ...], int]:
    """Find the signal files of a header and check that they hold what it announces.

    Parameters
    ----------
    header : Header
        The checked header.
    folder : Path
        Folder of the header; signal files outside it are refused.
    label : str
        Name of the header file, for messages.

    Returns
    -------
    files : tuple of SignalFile
        In the order of the header.
    n_frames : int
        Frames to read, at least 1: the header's number, or what the files hold where it gives none.

    Raises
    ------
    RecordError
        If a file is missing, too short, outside the folder, in an unknown format, or badly grouped.
    """
    files: list[SignalFile] = []
    for first, stop in _groups(header.signals, label):
        group = header.signals[first:stop]
        fmt, offset = group[0].fmt, group[0].offset
        if any((signal.fmt, signal.offset) != (fmt, offset) for signal in group):
            raise refused(
                label,
                phrase("signals in {name} differ in format or offset", name=quoted(group[0].file_name)),
            )
        if fmt not in BLOCKS and fmt not in FLAC_BITS:
            raise refused(label, phrase("its storage format {fmt} is not known", fmt=fmt))
        path, size = _within(folder, group[0].file_name, label)
        if fmt in BLOCKS:
            per_frame = sum(signal.samples_per_frame for signal in group)
            n_frames = samples_in(fmt, size - offset) // per_frame
        else:
            n_frames = _flac_frames(path, group, label)
        files.append(SignalFile(path, fmt, offset, first, stop, n_frames))
    for file in files:
        if header.n_frames is not None and file.n_frames < header.n_frames:
            raise refused(
                label,
                phrase(
                    "{name} is too short, with {frames} of the {announced} samples that the header announces",
                    name=file.path.name,
                    frames=file.n_frames,
                    announced=header.n_frames,
                ),
            )
    n_frames = header.n_frames or min(file.n_frames for file in files)
    if n_frames < 1:
        raise refused(label, phrase("its signal files hold no samples"))
    return tuple(files), n_frames


def bytes_for(fmt: str, n_samples: int) -> int:
    """Bytes needed to read `n_samples` samples of a fixed-size format from its beginning."""
    samples, size = BLOCKS[fmt]
    if fmt == "310":
        # Bits of the third sample are spread over the whole block, those of the first two over half each.
        whole, rest = divmod(n_samples, samples)
        return whole * size + (0, 2, 4)[rest]
    return -(-n_samples * size // samples)


def samples_in(fmt: str, n_bytes: int) -> int:
    """Samples that `n_bytes` bytes of a fixed-size format hold; the inverse of `bytes_for`."""
    samples, size = BLOCKS[fmt]
    n_samples = max(0, n_bytes) * samples // size
    while n_samples and bytes_for(fmt, n_samples) > n_bytes:
        n_samples -= 1
    return n_samples


def _groups(signals: tuple[SignalSpec, ...], label: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of neighbouring signals that share a file."""
    seen: set[str] = set()
    first = 0
    while first < len(signals):
        name = signals[first].file_name
        stop = first + 1
        while stop < len(signals) and signals[stop].file_name == name:
            stop += 1
        if name in seen:
            raise refused(label, phrase("the signals in {name} are not listed together", name=quoted(name)))
        seen.add(name)
        yield first, stop
        first = stop


def _within(folder: Path, name: str, label: str) -> tuple[Path, int]:
    """Resolve a signal file's name to a path within `folder`, and its size in bytes."""
    # Backslash and colon are separators on other systems, so that a header is judged alike on all.
    if name in {".", "..", "~", "-"} or any(mark in name for mark in "/\\:"):
        raise refused(
            label,
            phrase("its signal file {name} is not a file in the record's own folder", name=quoted(name)),
        )
    try:
        home = folder.resolve(strict=True)
        path = (home / name).resolve(strict=True)
        if not path.is_relative_to(home):
            raise refused(
                label,
                phrase("its signal file {name} is a link out of the record's folder", name=quoted(name)),
            )
        status = path.stat()
    except FileNotFoundError as error:
        raise refused(label, phrase("its signal file {name} is missing", name=quoted(name))) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise refused(
            label,
            phrase("its signal file {name} cannot be read ({why})", name=quoted(name), why=reason(error)),
        ) from error
    if not stat.S_ISREG(status.st_mode):
        raise refused(label, phrase("its signal file {name} is not an ordinary file", name=quoted(name)))
    return path, status.st_size


def _flac_frames(path: Path, group: tuple[SignalSpec, ...], label: str) -> int:
    """Whole frames in a FLAC file, after checking that its shape is the header's."""
    if importlib.util.find_spec("soundfile") is None:
        raise refused(
            label,
            phrase("format {fmt} needs the soundfile package, which is not installed", fmt=group[0].fmt),
        )
    import soundfile  # type: ignore[import-untyped]  # heavy, and only compressed records need it

    try:
        info = soundfile.info(str(path))
    except (OSError, RuntimeError, ValueError) as error:
        raise refused(label, phrase("{name} is not a FLAC file", name=path.name)) from error
    spf = {signal.samples_per_frame for signal in group}
    bits = {"PCM_S8": 8, "PCM_16": 16, "PCM_24": 24}.get(info.subtype)
    if info.format != "FLAC" or bits is None or bits > FLAC_BITS[group[0].fmt]:
        raise refused(
            label, phrase("{name} is not a FLAC file of format {fmt}", name=path.name, fmt=group[0].fmt)
        )
    if info.channels != len(group) or len(spf) != 1:
        raise refused(
            label,
            phrase(
                "{name} has {channels} channels where the header lists {n}",
                name=path.name,
                channels=info.channels,
                n=len(group),
            ),
        )
    return max(0, int(info.frames) - group[0].offset) // spf.pop()
