"""What wfdb, the field's own library, makes of a record, beside what is read here."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.records.lead import factor_of
from assets.sources.source import Source

RELATIVE = 1e-6
"""Samples are kept as float32: they are wfdb's where they are as near as that holds them."""

AT_ONCE = 2**16
"""Samples that are compared at a time."""

Signal = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Beside:
    """What wfdb makes of a record.

    Attributes
    ----------
    opens : bool
        Whether it reads it.
    leads : int
        Leads of ours that it has as well.
    same : int
        Those of them that are wfdb's to the sample.
    why : str
        The error of wfdb, by its kind; empty where it reads the record.
    """

    opens: bool
    leads: int = 0
    same: int = 0
    why: str = ""


def beside_wfdb(path: Path, source: Source | None) -> Beside:
    """Read a record with wfdb and compare it with a source, lead by lead and sample by sample.

    Parameters
    ----------
    path : Path
        The header.
    source : Source or None
        The same record as it was opened here; None where it was not.
    """
    import wfdb

    stem = str(path.with_suffix(""))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            record = wfdb.rdrecord(stem, smooth_frames=False)
        # wfdb, numpy and soundfile raise as they please, up to bare Exception.
        except Exception as error:
            return Beside(False, why=type(error).__name__)
    if source is None:
        return Beside(True)
    leads = same = 0
    for column, lead in enumerate(source.info.leads):
        if lead.name not in (record.sig_name or []):
            continue
        number = record.sig_name.index(lead.name)
        theirs = _signal(record, number) * factor_of(record.units[number] or "")
        leads += 1
        same += _same(source, column, theirs)
    return Beside(True, leads, same)


def _signal(record: Any, number: int) -> Signal:
    if record.e_p_signal is not None:
        return np.asarray(record.e_p_signal[number], dtype=np.float64)
    return np.asarray(record.p_signal[:, number], dtype=np.float64)


def _same(source: Source, column: int, theirs: Signal) -> bool:
    """Whether a lead is theirs at each of their samples, gaps included."""
    n = source.info.n_samples or 0
    step, rest = divmod(n, len(theirs)) if len(theirs) else (0, 1)
    if rest or not step:
        return False
    scale = float(np.nanmax(np.abs(theirs), initial=0.0))
    at_once = AT_ONCE * step
    for start in range(0, n, at_once):
        ours = source.glance(column, start, min(start + at_once, n))[::step]
        if not np.allclose(
            ours,
            theirs[start // step : start // step + len(ours)],
            rtol=RELATIVE,
            atol=RELATIVE * scale,
            equal_nan=True,
        ):
            return False
    return True
