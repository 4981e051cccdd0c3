"""Beats by class: what the alerts say of each."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from models.alerts.events import Event
from models.alerts.kinds import Nature
from models.beats.scores import BeatScores

ANNOTATOR = "ecgm"
"""Annotator's name, which is the WFDB file's extension, under which beats with these labels are written."""


class BeatClass(StrEnum):
    """The classes that a beat can be told into, by WFDB's annotation symbols.

    The program tells shapes and moments apart and no more: V is a beat unlike the patient's own, S one of the
    usual shape that came early. It makes no diagnosis.
    """

    NORMAL = "N"
    """Neither of the others."""

    ECTOPIC = "V"
    """Its score raised an alert about ectopic beats, alone, with its neighbours or taking turns."""

    PREMATURE = "S"
    """It raised an alert for coming early; in an irregular rhythm none does (`models.alerts.muting`)."""

    UNKNOWN = "Q"
    """It could not be classified: no score, or a technical alert about the signal that it lies in.

    Of several leads that are analysed together all must have one: a lead that is off loses its vote, and the
    others tell the beat.
    """


def beat_classes(beats: BeatScores, events: Iterable[Event]) -> list[BeatClass]:
    """Give the class of each beat of a lead.

    Parameters
    ----------
    beats : BeatScores
        The beats, in the order of time.
    events : iterable of Event
        The alerts of this lead, the one that is going on too.
    """
    events = list(events)
    classes = [BeatClass.NORMAL if known else BeatClass.UNKNOWN for known in np.isfinite(beats.score)]
    row = {int(sample): i for i, sample in enumerate(beats.index)}
    for event in events:
        told = BeatClass.PREMATURE if event.kind.nature is Nature.PREMATURE else BeatClass.ECTOPIC
        for sample in event.beats:
            if sample in row:
                classes[row[sample]] = told
    # What is wrong with the signal comes last: it takes the word from the other alerts.
    for i in np.flatnonzero(_unheard(beats, events)).tolist():
        classes[i] = BeatClass.UNKNOWN
    return classes


def _unheard(beats: BeatScores, events: Iterable[Event]) -> npt.NDArray[np.bool_]:
    """Whether technical alerts cover a beat in every lead that was analysed, shape (n,)."""
    none = np.zeros(len(beats), dtype=bool)
    unheard, by_lead = none.copy(), dict[tuple[tuple[str, ...], str], npt.NDArray[np.bool_]]()
    for event in events:
        if not event.technical:
            continue
        first, stop = np.searchsorted(beats.index, (event.start, event.end + 1)).tolist()
        if len(event.together) < 2:
            unheard[first:stop] = True
        else:
            by_lead.setdefault((event.together, event.lead), none.copy())[first:stop] = True
    for together in {leads for leads, _ in by_lead}:
        unheard |= np.all([by_lead.get((together, lead), none) for lead in together], axis=0)
    return unheard
