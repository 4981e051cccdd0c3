"""Beats by class: what the alerts say of each."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import numpy as np

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
    """It could not be classified: no score, or a technical alert about the signal that it lies in."""


def beat_classes(beats: BeatScores, events: Iterable[Event]) -> list[BeatClass]:
    """Give the class of each beat of a lead.

    Parameters
    ----------
    beats : BeatScores
        The beats, in the order of time.
    events : iterable of Event
        The alerts of this lead, the one that is going on too.
    """
    classes = [BeatClass.NORMAL if known else BeatClass.UNKNOWN for known in np.isfinite(beats.score)]
    row = {int(sample): i for i, sample in enumerate(beats.index)}
    # What is wrong with the signal comes last: it takes the word from the other alerts.
    for event in sorted(events, key=lambda e: e.technical):
        if event.technical:
            first, stop = np.searchsorted(beats.index, (event.start, event.end + 1)).tolist()
            classes[first:stop] = [BeatClass.UNKNOWN] * (stop - first)
        told = BeatClass.PREMATURE if event.kind.nature is Nature.PREMATURE else BeatClass.ECTOPIC
        for sample in event.beats:
            if sample in row:
                classes[row[sample]] = told
    return classes
