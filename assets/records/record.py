"""A record in memory: the one shape in which ECG reaches the rest of the program."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np
import numpy.typing as npt

from assets.records.lead import Lead, LeadKind


@dataclass(frozen=True)
class Annotations:
    """Reference annotations of a record, in the order of time.

    Attributes
    ----------
    sample : ndarray of int64, shape (n,)
        Sample index of each annotation, in the record's own time base.
    symbol : tuple of str, length n
        WFDB annotation symbols (``N``, ``V``, ``+``, ...).
    aux_note : tuple of str, length n
        Auxiliary text, empty where there is none (rhythm labels such as ``(VT``).
    """

    sample: npt.NDArray[np.int64]
    symbol: tuple[str, ...]
    aux_note: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """An ECG record, read and checked.

    Attributes
    ----------
    name : str
        The record's name (``208``), for people.
    fs : float
        Sampling frequency in Hz: the record's own, or the one to which a faster one was brought.
    leads : tuple of str
        Lead names, one a column of `signals`.
    signals : ndarray of float32, shape (n_samples, n_leads)
        Signal, ECG leads in mV; NaN where the record has a gap.
    annotations : Annotations or None
        Reference annotations, where the record has them.
    comments : tuple of str
        Header comments, as they stand.
    notes : str
        One line for people about where the record comes from.
    identity : str
        Whose signal this is, the same wherever it is opened (``mitdb/208``); empty where nobody said.
    offset : int
        Sample of the identity's own time base at which `signals` begins; 0 unless this is an excerpt.
    warnings : tuple of str
        What was wrong with the files and could be lived with, one sentence each: to be shown when the
        record opens.
    described : tuple of Lead
        What each lead measures and in which unit; empty where all are ECG leads in mV.
    start : datetime or None
        When the first sample was taken by the clock of those who recorded it, in no time zone.
    """

    name: str
    fs: float
    leads: tuple[str, ...]
    signals: npt.NDArray[np.float32]
    annotations: Annotations | None = None
    comments: tuple[str, ...] = field(default=())
    notes: str = ""
    identity: str = ""
    offset: int = 0
    warnings: tuple[str, ...] = ()
    described: tuple[Lead, ...] = ()
    start: datetime | None = None

    @property
    def channels(self) -> tuple[Lead, ...]:
        """What each column of `signals` is."""
        return self.described or tuple(Lead(name) for name in self.leads)

    def ecg_only(self) -> Record:
        """The same record without what is no ECG lead: what fits and evaluation take."""
        keep = [i for i, lead in enumerate(self.channels) if lead.kind is LeadKind.ECG]
        if len(keep) == len(self.leads):
            return self
        leads = tuple(self.leads[i] for i in keep)
        return replace(self, leads=leads, signals=self.signals[:, keep], described=())

    @property
    def n_samples(self) -> int:
        """Number of samples in each lead."""
        return int(self.signals.shape[0])

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return self.n_samples / self.fs

    def lead_index(self, name: str) -> int:
        """Column of the lead called `name` (case does not matter).

        Raises
        ------
        ValueError
            If the record has no such lead; the message names those it has.
        """
        for i, lead in enumerate(self.leads):
            if lead.casefold() == name.casefold():
                return i
        raise ValueError(f"Record {self.name} has no lead {name!r}; its leads are {', '.join(self.leads)}.")
