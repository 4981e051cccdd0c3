"""The figures that a monitor showed while it recorded: a numerics record beside that of the waves.

ICU archives (MIMIC II and III) keep, beside the record ``NAME`` of the waves, a record ``NAMEn`` with one
value of each figure every second or minute: heart rate, SpO2, the cuff's pressures
(https://physionet.org/content/mimic3wdb/, "numerics").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.causes import words_of
from assets.errors import RecordError
from assets.phrase import phrase
from assets.records.headers.header import Header, read_header
from assets.records.headers.layout import INVALID, signal_files
from assets.records.lead import Lead, LeadKind, factor_of, lead_of
from assets.records.samples import read_samples

MAX_FS = 2.0
"""A numerics record has no more values a second than this, Hz."""

MAX_NUMERICS = 16
"""Figures that are read at most."""

MAX_VALUES = 2**22
"""Values of all figures together: more than a month of them, one a second, are not read."""

_NEVER_ZERO = re.compile(r"hr\b|pulse|resp|%?sp?a?o2|rr\b", re.IGNORECASE)
"""Figures of which 0 means that there was none."""


@dataclass(frozen=True)
class Numerics:
    """Figures, each of which holds until the next.

    Attributes
    ----------
    leads : tuple of Lead
        What they are.
    fs : float
        Values a second, Hz.
    values : ndarray of float32, shape (n, n_leads)
        In each one's unit, NaN where there was none.
    paths : tuple of Path
        The files that they were read from.
    """

    leads: tuple[Lead, ...]
    fs: float
    values: npt.NDArray[np.float32]
    paths: tuple[Path, ...]

    def held(self, start: int, stop: int, fs: float) -> npt.NDArray[np.float32]:
        """Give the figures at samples `start` to `stop` of a stream of `fs` Hz, shape (n, n_leads)."""
        at = np.floor(np.arange(start, stop) * (self.fs / fs) + 1e-6).astype(np.int64)
        found = np.full((len(at), len(self.leads)), np.nan, dtype=np.float32)
        there = (at >= 0) & (at < len(self.values))
        found[there] = self.values[at[there]]
        return found


def numerics_beside(header: Path, taken: set[str]) -> tuple[Numerics | None, tuple[str, ...]]:
    """Read the numerics record beside a record; a broken one costs the figures, never the record.

    Parameters
    ----------
    header : Path
        The header of the record of the waves.
    taken : set of str
        Casefolded names that its leads have.

    Returns
    -------
    numerics : Numerics or None
        None where there is none.
    warnings : tuple of str
        Why they were left out, a sentence; empty where all is well.
    """
    path = header.with_name(f"{header.stem}n.hea")
    try:
        if not path.is_file():
            return None, ()
        return _read(path, taken), ()
    except (RecordError, OSError) as error:
        return None, (phrase("The figures beside the record were left out: {why}", why=words_of(error)),)


def waves_of(path: Path, header: Header) -> Path | None:
    """Find the record of the waves that a record of figures belongs to; None where it is no such record."""
    waves = path.with_name(f"{path.stem[:-1]}.hea")
    belongs = header.fs <= MAX_FS and len(path.stem) > 1 and path.stem.endswith("n")
    return waves if belongs and waves.is_file() else None


def _read(path: Path, taken: set[str]) -> Numerics | None:
    header = read_header(path)
    if header.fs > MAX_FS or any(signal.samples_per_frame != 1 for signal in header.signals):
        return None  # another record that happens to be called so
    files, n = signal_files(header, path.parent, path.name)
    keep = list(range(len(header.signals)))[:MAX_NUMERICS]
    if n * len(header.signals) > MAX_VALUES:
        raise RecordError(phrase("{name} holds more than {most} values.", name=path.name, most=MAX_VALUES))
    digital = read_samples(header, files, n, keep, path.name)
    leads, values = [], np.empty((n, len(keep)), dtype=np.float32)
    for column, (index, samples) in enumerate(zip(keep, digital, strict=True)):
        spec = header.signals[index]
        known = lead_of(spec.name, spec.units)
        name = spec.name if spec.name.casefold() not in taken else f"{spec.name} (monitor)"
        leads.append(Lead(name, known.unit, LeadKind.NUMERIC))
        figures = (samples - float(spec.baseline)) / spec.gain * factor_of(spec.units)
        if spec.fmt in INVALID:
            figures[samples == INVALID[spec.fmt]] = np.nan
        if _NEVER_ZERO.match(spec.name):
            figures[figures <= 0] = np.nan
        values[:, column] = figures
    return Numerics(tuple(leads), header.fs, values, (path, *(file.path for file in files)))
