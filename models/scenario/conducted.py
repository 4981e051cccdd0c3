"""Any source as an instructor conducts it: a patient is steered, everything else is only disturbed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from assets.errors import RecordError
from assets.phrase import phrase
from assets.sources.open import Opener
from assets.sources.source import Source, SourceInfo
from models.patients import opening
from models.patients.artefacts.kinds import ARTEFACTS, settled_amount
from models.patients.artefacts.noise import Noises
from models.patients.artefacts.source import Artefacts
from models.patients.naming import PatientName
from models.patients.source import SCHEME, PatientSource, open_patient
from models.scenario.opening import schemes
from models.scenario.plan import Turn
from models.scenario.player import Happened, What
from models.scenario.script import Step, by_hand
from models.scenario.source import ScenarioSource, Truth, scenario_in, told_artefact

if TYPE_CHECKING:
    from assets.databases.download import Cancelled

LABEL = "conducted"
"""Stands behind the identity: what is conducted may become another signal at any moment, so that no mark or
alert of it is ever taken for one of the source's own."""

BY_HAND = phrase("by hand")
"""What the one step of a source is called that follows no scenario."""


class Disturbed(Artefacts):
    """A source that nobody can steer, as a record or a live stream, with artefacts that come and go.

    It tells an instructor the same as a `ScenarioSource` does.

    Parameters
    ----------
    source : Source
        What is disturbed; it is read by nobody else, and closed with this.
    noises : Noises, optional
        Where noise is taken from.
    """

    def __init__(self, source: Source, noises: Noises | None = None) -> None:
        super().__init__(source, noises, label=LABEL)
        self._happened: list[Happened] = []

    @property
    def truth(self) -> Truth:
        """What is so at the sample that is read next."""
        return Truth(
            at=self._at,
            step=Step(BY_HAND),
            has=self.source.info.name,
            kind="",
            options={},
            since=0,
            left_s=None,
            next="",
            over=False,
            paused=False,
            artefacts={setting.kind: setting.amount for setting in self.on.values()},
            steerable=False,
        )

    @property
    def has_cuff(self) -> bool:
        """Whether there is a cuff that can measure: never."""
        return False

    def measure(self) -> None:
        """Do nothing: there is no cuff."""

    @property
    def happened(self) -> tuple[Happened, ...]:
        """All that the instructor has done."""
        return tuple(self._happened)

    def schedule(self, turns: Iterable[Turn]) -> None:
        """Refuse: nobody can let such a source have something else.

        Raises
        ------
        RecordError
            Always.
        """
        raise RecordError(
            phrase("{name} cannot be steered: it takes artefacts only.", name=self.source.info.name)
        )

    def disturb(self, kind: str, amount: float | None = None) -> None:
        """Let an artefact come, or let it be another amount.

        Raises
        ------
        RecordError
            If there is no such artefact or amount, or these leads cannot have it.
        """
        value = settled_amount(kind, amount)
        self.set(kind, value)
        self._note(told_artefact(kind, value))

    def calm(self, kind: str) -> None:
        """Let an artefact go.

        Raises
        ------
        RecordError
            If there is none of that name.
        """
        self.clear(kind)
        self._note(phrase("no more: {artefact}", artefact=ARTEFACTS[kind].words))

    def _note(self, words: str) -> None:
        self._happened.append(Happened(self._at, What.INSTRUCTOR, BY_HAND, words))


Conducted = ScenarioSource | Disturbed
"""What an instructor can do something to."""


def conducted_in(source: Source | None) -> Conducted | None:
    """Give what an instructor conducts of a source; None where there is nothing."""
    scenario = scenario_in(source)
    if scenario is not None:
        return scenario
    return source if isinstance(source, Disturbed) else None


def open_conducted(
    name: str, *, data_dir: str | Path | None = None, cancelled: Cancelled | None = None
) -> Source:
    """Open whatever `name` names, as `models.scenario.opening.open_any` does, for an instructor to conduct.

    A patient without an end can be steered, a scenario goes its way as ever; a record, a patient of some
    minutes and a live stream take artefacts alone. Until something is done to it, it is what it would be.

    Raises
    ------
    AssetError
        As `models.scenario.opening.open_any`.
    """
    noises = Noises(data_dir)
    patients: Mapping[str, Opener] = {SCHEME: partial(_patient, noises=noises)}
    known = {**schemes(data_dir=data_dir, cancelled=cancelled), **patients}
    source = opening.open_any(name, data_dir=data_dir, cancelled=cancelled, schemes=known)
    return source if scenario_in(source) is not None else Disturbed(source, noises)


def _patient(text: str, noises: Noises) -> Source:
    name = PatientName.of(text)
    if name.minutes is not None:
        return open_patient(text)
    made = by_hand("", name.kind, dict(name.options), vitals=name.vitals, seed=name.seed)
    made = msgspec.structs.replace(
        made, leads=name.leads, fs=name.fs, spo2=name.spo2, nibp=name.nibp, breaths=name.breaths
    )
    return ScenarioSource(made, noises=noises, told=_told(PatientSource(name).info))


def _told(info: SourceInfo) -> SourceInfo:
    """What a patient who is steered says of himself: nothing of what he has, which may change."""
    return replace(info, identity=f"{info.identity}+{LABEL}", notes=phrase("Simulated."))
