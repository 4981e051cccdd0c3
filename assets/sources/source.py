"""A source of samples: what it says of itself, and the blocks that it hands out.

A record is one source; a simulated patient, a network stream and "another source plus artefacts" are others.
Nothing that draws, analyses or exports knows which one it is given.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.errors import RecordError
from assets.phrase import listed, phrase
from assets.records.lead import Lead, LeadKind
from assets.records.record import Annotations
from assets.sources.link import Link


@dataclass(frozen=True)
class SourceInfo:
    """What a source says of itself; it never changes.

    Attributes
    ----------
    name : str
        For people (``208``).
    identity : str
        Whose signal this is, the same wherever it is opened: ``mitdb/208`` for the demo, too, which is an
        excerpt of that record. An alert or a mark belongs to an identity, never to a name.
    offset : int
        Sample of the identity's own time base at which this source's sample 0 lies.
    fs : float
        Sampling frequency in Hz.
    leads : tuple of Lead
        One a column.
    n_samples : int or None
        Length, None where no end is known.
    seekable : bool
        Whether it can be set to any of its samples.
    live : bool
        Whether samples come when they come, at their own pace.
    annotated : bool
        Whether it hands out reference annotations.
    hidden : bool
        Whether these are kept from those who watch: they go into files, and onto no learner's screen.
    comments, warnings : tuple of str
        As in `assets.records.record.Record`.
    notes : str
        One line about where it comes from.
    files : tuple of Path
        What it is read from; nothing may be written over these.
    start : datetime or None
        When its sample 0 was taken by the clock of those who recorded it, in no time zone; None where nobody
        says.
    """

    name: str
    identity: str
    fs: float
    leads: tuple[Lead, ...]
    n_samples: int | None = None
    offset: int = 0
    seekable: bool = False
    live: bool = False
    annotated: bool = False
    hidden: bool = False
    comments: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: str = ""
    files: tuple[Path, ...] = ()
    start: datetime | None = None

    @property
    def shows_reference(self) -> bool:
        """Whether there are reference annotations, and those who watch may see them."""
        return self.annotated and not self.hidden

    @property
    def duration(self) -> float | None:
        """Length in seconds, None where no end is known."""
        return None if self.n_samples is None else self.n_samples / self.fs

    @property
    def lead_names(self) -> tuple[str, ...]:
        """Names of the leads, one a column."""
        return tuple(lead.name for lead in self.leads)

    def moment(self, sample: int) -> datetime | None:
        """When a sample was taken by the clock of those who recorded it; None where nobody says."""
        return None if self.start is None else self.start + timedelta(seconds=sample / self.fs)

    def length(self, duration_s: float | None = None) -> int:
        """Samples to take: all there are, or those of the first `duration_s` seconds.

        Raises
        ------
        RecordError
            If neither the source nor the caller says where to end.
        """
        ends = [] if self.n_samples is None else [self.n_samples]
        if duration_s is not None and math.isfinite(duration_s * self.fs):
            ends.append(round(duration_s * self.fs))
        if not ends:
            raise RecordError(phrase("{name} has no end; say how long with --duration.", name=self.name))
        return min(ends)

    @property
    def usual_lead(self) -> int:
        """Column of the lead that is looked at first: II where there are the limb leads, else the first ECG.

        It is the lead of rhythm strips, and the P wave is tallest there.
        """
        names = [name.casefold() for name in self.lead_names]
        if "i" in names and "ii" in names:
            return names.index("ii")
        return next(iter(self.ecg_leads), 0)

    @property
    def ecg_leads(self) -> tuple[int, ...]:
        """Columns of the ECG leads: the only ones in which heart beats are looked for."""
        return self._of(LeadKind.ECG)

    @property
    def vital_leads(self) -> tuple[int, ...]:
        """Columns of what is measured besides the ECG and drawn: pressures, pleth, respiration, others."""
        return tuple(
            i for i, lead in enumerate(self.leads) if lead.kind not in (LeadKind.ECG, LeadKind.NUMERIC)
        )

    @property
    def numeric_leads(self) -> tuple[int, ...]:
        """Columns of figures that another monitor showed: they are read and not drawn."""
        return self._of(LeadKind.NUMERIC)

    def _of(self, kind: LeadKind) -> tuple[int, ...]:
        return tuple(i for i, lead in enumerate(self.leads) if lead.kind is kind)

    def lead_index(self, name: str) -> int:
        """Column of the lead called `name` (case does not matter).

        Raises
        ------
        ValueError
            If there is no such lead; the message names those there are.
        """
        for i, lead in enumerate(self.leads):
            if lead.name.casefold() == name.casefold():
                return i
        raise ValueError(f"{self.name} has no lead {name!r}; its leads are {', '.join(self.lead_names)}.")

    def ecg_lead(self, name: str) -> int:
        """Column of the lead called `name`, in which heart beats are to be looked for.

        Raises
        ------
        ValueError
            If there is no such lead, or it is no ECG beside others that are.
        """
        lead = self.lead_index(name)
        ecg = [self.leads[i].name for i in self.ecg_leads]
        if ecg and self.leads[lead].name not in ecg:
            raise ValueError(
                phrase(
                    "{lead} of {name} is no ECG lead, and beats are looked for in those alone: {leads}.",
                    lead=self.leads[lead].name,
                    name=self.name,
                    leads=listed(ecg),
                )
            )
        return lead


NO_ANNOTATIONS = Annotations(np.zeros(0, dtype=np.int64), (), ())
"""What a block without annotations carries."""


@dataclass(frozen=True)
class SourceBlock:
    """Samples in a row, with what is known of them.

    Attributes
    ----------
    start : int
        Index of the first row, in the source's own time base.
    samples : ndarray of float32, shape (n, n_leads)
        Signal in each lead's unit, NaN in gaps; not to be written to.
    annotations : Annotations
        Those that lie in these samples: reference annotations, or a generator's labels.
    """

    start: int
    samples: npt.NDArray[np.float32]
    annotations: Annotations = NO_ANNOTATIONS

    @property
    def stop(self) -> int:
        """Index after the last row."""
        return self.start + len(self.samples)


class Source(ABC):
    """Hands out samples, in order, to one reader; `between` may be asked by several threads."""

    @property
    @abstractmethod
    def info(self) -> SourceInfo:
        """What it says of itself."""

    @abstractmethod
    def read(self, n: int) -> SourceBlock:
        """Give the next `n` samples, or as many as there are by now.

        An empty block means that a live source has nothing new, or that the source has ended.
        """

    @property
    @abstractmethod
    def ended(self) -> bool:
        """Whether no sample will come any more without a seek."""

    @property
    def link(self) -> Link | None:
        """How a live source is connected at this moment; None for one that needs no line."""
        return None

    def seek(self, sample: int) -> None:
        """Go to a sample, 0 to `SourceInfo.n_samples`.

        Raises
        ------
        ValueError
            If this source cannot go elsewhere.
        """
        raise ValueError(f"{self.info.name} cannot go to another place: it is no recording.")

    def skip_to(self, sample: int) -> None:
        """Go on to a later sample: what lies between counts as handed out, and is asked for with `between`.

        Raises
        ------
        ValueError
            As `seek`.
        """
        self.seek(sample)

    def between(self, start: int, stop: int) -> SourceBlock | None:
        """Samples `start` to `stop` without moving; None where a source keeps nothing of what it gave.

        Raises
        ------
        RecordError
            If they cannot be had any more (a file has gone).
        """
        return None

    def annotations(self, start: int, stop: int) -> Annotations:
        """Annotations from sample `start` up to `stop`; none where nothing is kept."""
        block = self.between(start, stop)
        return NO_ANNOTATIONS if block is None else block.annotations

    def glance(self, lead: int, start: int, stop: int) -> npt.NDArray[np.float32]:
        """As `between`, of one lead, shape (n,): looked at once, so that nothing need be kept."""
        block = self.between(start, stop)
        return np.zeros(0, dtype=np.float32) if block is None else block.samples[:, lead]

    def close(self) -> None:  # noqa: B027 (most sources hold nothing open)
        """Let go of files, connections and threads; nothing is read afterwards."""
