"""A patient as a source: ``patient:KIND``, without an end or of some minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from assets.errors import RecordError
from assets.phrase import phrase
from assets.records.record import Annotations, Record
from assets.sources.open import HELD_VALUES, Opener
from assets.sources.record import RecordSource
from assets.sources.source import Source, SourceBlock, SourceInfo
from models.patients.kinds import KINDS
from models.patients.leads import named_leads
from models.patients.naming import PatientName
from models.patients.patient import Patient

SCHEME = "patient"
"""What stands before the colon."""

_COMMENT = phrase("A model of a heart, not a person.")


def open_patient(text: str) -> Source:
    """Open what stands after ``patient:``.

    Parameters
    ----------
    text : str
        Kind and options (`PatientName`). With ``minutes`` it is a recording: it ends, and any place of it can
        be gone to. Without, it has no end and no way back, and can be steered.

    Raises
    ------
    RecordError
        If there is no such patient.
    """
    name = PatientName.of(text)
    source = PatientSource(name)
    return source if name.minutes is None else _recorded(source, name)


SCHEMES: Mapping[str, Opener] = {SCHEME: open_patient}
"""For `assets.sources.open.open_source`."""


class PatientSource(Source):
    """A patient who goes on.

    Parameters
    ----------
    name : PatientName
        Who, and with what.
    """

    def __init__(self, name: PatientName) -> None:
        self._patient = Patient(
            name.kind,
            name.options,
            seed=name.seed,
            leads=named_leads(name.leads),
            fs=name.fs,
            vitals=name.vitals,
            spo2=name.spo2,
            nibp=name.nibp,
            breaths=name.breaths,
        )
        self._info = SourceInfo(
            name=f"{name.kind}-{name.seed}",
            identity=f"{SCHEME}:{name}",
            fs=name.fs,
            leads=self._patient.leads,
            annotated=True,
            comments=(_COMMENT,),
            notes=phrase("Simulated: {what}.", what=KINDS[name.kind].words),
        )

    @property
    def info(self) -> SourceInfo:
        """What it says of itself."""
        return self._info

    @property
    def kind(self) -> str:
        """Name of what the patient has at the latest beat that is known."""
        return self._patient.kind

    def read(self, n: int) -> SourceBlock:
        """Give the next `n` samples and their labels."""
        return self._patient.read(n)

    @property
    def ended(self) -> bool:
        """Never."""
        return False

    def steer(self, kind: str, options: Mapping[str, float] | None = None, in_s: float = 0.0) -> None:
        """Let the patient have something else, as `Patient.steer` does; call it where `read` is called."""
        self._patient.steer(kind, options, in_s)


class _Recorded(RecordSource):
    """Some minutes of a patient."""

    def __init__(self, record: Record, told: SourceInfo) -> None:
        super().__init__(record)
        self._told = replace(told, n_samples=record.n_samples, seekable=True)

    @property
    def info(self) -> SourceInfo:
        """What it says of itself: as the patient does, with an end."""
        return self._told


def _recorded(source: PatientSource, name: PatientName) -> Source:
    info, minutes = source.info, name.minutes or 0.0
    n = round(60 * minutes * info.fs)
    if n * len(info.leads) > HELD_VALUES:
        most = HELD_VALUES / (60 * info.fs * len(info.leads))
        raise RecordError(
            phrase(
                "{minutes:g} minutes of {n} leads at {fs:g} Hz are more than are held at once "
                "({most:.0f}); leave minutes out, and the patient has no end.",
                minutes=minutes,
                n=len(info.leads),
                fs=info.fs,
                most=most,
            )
        )
    block = source.read(n)
    known: Annotations = block.annotations
    signals = np.ascontiguousarray(block.samples)
    return _Recorded(Record(info.name, info.fs, info.lead_names, signals, known), info)
