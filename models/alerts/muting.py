"""Which alert mutes which: the one place where this is said and decided.

1. **The signal comes before the heart.** While a technical alert is open it is the one that is going on:
   nothing can be said of a heart without a signal. An alert about the heart that was open is still completed
   (`foremost`).
2. **An ectopic beat is not also premature.** A beat that is ectopic by its score raises that alert alone, and
   its prematurity is told as a reason (`is_premature_alert`).
3. **In an irregular rhythm a premature beat is no news** (`is_premature_alert`).
4. **The beat classifier comes before the running models.** Once a beat within a provisional alert has been
   classified, the provisional alert is withdrawn: the classifier's verdict, an alert or none, stands in its
   place (`is_classified`).
5. **A provisional alert becomes an unexpected course** only if it lasts `PERSISTS_S` and none of its beats
   could be classified (`is_unexpected_course`).
6. **An alert takes the place of the provisional alerts that it overlaps**: these do not fade beside it, they
   are gone (`takes_place_of`).

Nothing else mutes anything: alerts of different natures about the same stretch stand beside each other.
"""

from __future__ import annotations

from collections.abc import Iterable

from models.alerts.events import Event

PERSISTS_S = 1.5
"""Where the running models fail for so long and no beat can be classified, that itself is an alert, s."""

LOOK_BACK, MOST_PREMATURE = 20, 4
"""Where more than so many of so many latest beats came early the rhythm is irregular (atrial fibrillation,
most often)."""


def foremost(alerts: Iterable[Event | None]) -> Event | None:
    """The alert that is said to be going on, of those that are open: a technical one, else the first."""
    return min((e for e in alerts if e is not None), key=lambda e: not e.technical, default=None)


def is_premature_alert(*, early: bool, ectopic: bool, early_lately: int) -> bool:
    """Whether a beat raises an alert for coming early.

    Parameters
    ----------
    early : bool
        Whether it is premature by the threshold or more.
    ectopic : bool
        Whether it raises an alert for its score.
    early_lately : int
        How many of the `LOOK_BACK` beats before it were early.
    """
    return early and not ectopic and early_lately <= MOST_PREMATURE


def is_classified(provisional: Event, classified: Iterable[int]) -> bool:
    """Whether one of the R peaks that have been classified lies within a provisional alert."""
    return any(provisional.start <= r_peak <= provisional.end for r_peak in classified)


def is_unexpected_course(provisional: Event, classified: Iterable[int], fs: float) -> bool:
    """Whether a provisional alert, now complete, is an alert of its own; `fs` is the source's rate in Hz."""
    lasts = provisional.end - provisional.start >= PERSISTS_S * fs
    return lasts and not is_classified(provisional, classified)


def takes_place_of(alert: Event, provisional: Event) -> bool:
    """Whether an alert stands where a provisional one was."""
    return not alert.provisional and alert.start <= provisional.end and alert.end >= provisional.start
