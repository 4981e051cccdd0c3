"""Which alert mutes which: the one place where this is said and decided.

1. **The signal comes before the heart.** While a technical alert is open it is the one that is going on:
   nothing can be said of a heart without a signal. An alert about the heart that was open is still completed
   (`foremost`). Of several leads that are analysed together this holds once all have one
   (`models.alerts.leads.going_on`).
2. **An ectopic beat is not also premature.** A beat that is ectopic by its score raises that alert alone, and
   its prematurity is told as a reason; unless all speaks for a beat from above the ventricles
   (`models.beats.scores.BeatScores.supraventricular`): then it is premature alone (`is_ectopic_alert`,
   `is_premature_alert`).
3. **In an irregular rhythm a premature beat is no news**: while such a state goes on, as far as it was known
   when the beat was classified (`models.alerts.within`), none raises an alert. What was raised before stays.
   A beat that is ectopic by its score raises that alert there, whatever speaks for one from above.
4. **The beat classifier comes before the running models.** Once a beat within a provisional alert has been
   classified, the provisional alert is withdrawn: the classifier's verdict, an alert or none, stands in its
   place (`is_classified`).
5. **A provisional alert becomes an unexpected course** only if it lasts `PERSISTS_S` and none of its beats
   could be classified (`is_unexpected_course`).
6. **An alert takes the place of the provisional alerts that it overlaps**: these do not fade beside it, they
   are gone (`takes_place_of`).

7. **Of a signal at fault nothing is said of beats** (`Withholding`). No beat that lies within a technical
   alert about the signal itself (flat line, at its limit, too large, too small), or nearer than `EDGE_S` to
   it, is ectopic or premature, and no course there is unexpected. The step with which a fault begins looks
   like a beat: while the signal stands still behind one, its alert is held back until it is known whether
   that is a fault (`models.alerts.stillness`). Nothing of the stretch is scored or learnt from either
   (`models.signal.faults`), and each such alert says that beat alerts are withheld. A signal that is
   unusable for noise (`models.signal.quality`) withholds the same alerts, and nothing is learnt from it; its
   beats are scored, and the rate goes on. It is a state and no alert, and where it is doubtful only, alerts
   remain.
   Of several leads that are analysed together a lead at fault or unusable has no vote, and the others go on;
   nothing is said of beats where all are. An alert stands only while the leads that are left still raise it.
8. **A beat whose shape could not be judged is not premature** (`is_premature_alert`): that its shape raises
   no alert is part of what such an alert says.

9. **Alerts are raised on beats, or on any spike** (`AlertOn`): the user chooses. On any spike, each stretch
   in which a running model's error is over its threshold is an alert as soon as it is complete, whatever
   the beat classifier says, as in the lesson that this program follows. Of what else is about the heart only
   flutter and pauses are alerts then (`ALWAYS`): no beat's score raises them, and nobody who chose a lesson
   has chosen to be told nothing of them. What was raised before a change stays.

10. **In ventricular flutter or fibrillation nothing is said of single beats**: there are none. While
   it goes on, as far as it was known when an alert became complete, no beat within it is ectopic, premature,
   or one of a pair or run, and no course there is unexpected. Its end is known some 3 s late: beats that come
   meanwhile are held until then, and what came after the end is told. The alert about it comes before the
   signal's quality: large waves without QRS complexes may pass for noise, and an unusable signal does not
   mute it.

11. **A pause is told once** (`is_pause_alert`): one of `PAUSE_S` or more is an alert of its own, and the beat
   that ends it raises no other unless it is ectopic. Then the pause is told in that alert's reason.

12. **Ectopic beats that take turns with others are one alert**, which goes on as long as they do: while a
   bigeminy or trigeminy does, as far as it was known when the alert about a single ectopic beat became
   complete, a beat within it raises none. A pair or a run there is told.

Nothing else mutes anything: alerts of different natures about the same stretch stand beside each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.reasons import Channel
from models.alerts.watcher import Block
from models.signal.faults import Fault
from models.signal.states import State, StateKind

PERSISTS_S = 1.5
"""Where the running models fail for so long and no beat can be classified, that itself is an alert, s."""

EDGE_S = 0.5
"""Beats this near to a fault of the signal are withheld as those within it, s."""

PAUSE_S = 2.0
"""A pause is an alert from this length on, s: what is reported of long recordings as a pause."""

REMEMBERED_S = 30.0
"""A fault that is over is remembered for so long, s: until every beat about it is classified."""


class Withholding:
    """Which beats are withheld, as far as it was known at a moment: the same however the stream is cut.

    A state that names a lead is of one of several that are analysed together: whether the others can still be
    believed is decided where they are, and it withholds nothing here.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    """

    def __init__(self, fs: float) -> None:
        self._edge, self._remembered = round(EDGE_S * fs), round(REMEMBERED_S * fs)
        self.forget()

    def forget(self) -> None:
        """Forget the stream so far."""
        self._faults: list[Fault | State] = []

    def take(self, block: Block) -> None:
        """Take the faults and states of the next block."""
        since = block.stop - len(block.samples) - self._remembered
        kept = (fault for fault in self._faults if fault.over is not None and fault.over >= since)
        unusable = (s for s in block.states if s.kind is StateKind.UNUSABLE and not s.lead)
        self._faults = [*kept, *block.faults, *unusable]

    def covers(self, start: int, end: int, at: int) -> bool:
        """Whether what lies from sample `start` to `end` is withheld by what was known at sample `at`."""
        return any(
            fault.known <= at
            and end >= fault.start - self._edge
            and (fault.over is None or fault.over > at or start <= fault.end + self._edge)
            for fault in self._faults
        )


class AlertOn(StrEnum):
    """What raises an alert about the heart."""

    BEATS = "beats"
    """A beat, once it is classified; the running models' spikes are marked until then."""

    SPIKES = "spikes"
    """Any spike of a running model's error over its threshold."""


SPIKES = {Channel.FORECAST: Kind.FORECAST_MISSED, Channel.RECONSTRUCTION: Kind.NOT_REDRAWN}
"""The kinds of alert that spikes raise, by the channel that is over its threshold by most."""


ALWAYS = frozenset({Kind.FLUTTER, Kind.PAUSE})
"""Alerts about the heart that are raised whatever the user chose."""


def is_raised(event: Event, alert_on: AlertOn) -> bool:
    """Whether what a watcher has found is an alert by the user's choice."""
    if event.technical or event.kind in ALWAYS:
        return True
    return (event.kind in SPIKES.values()) == (alert_on is AlertOn.SPIKES)


def foremost(alerts: Iterable[Event | None]) -> Event | None:
    """The alert that is said to be going on, of those that are open: a technical one, else the first."""
    return min((e for e in alerts if e is not None), key=lambda e: not e.technical, default=None)


def is_ectopic_alert(*, ectopic: bool, supraventricular: bool, irregular: bool) -> bool:
    """Whether a beat raises an alert for its score.

    Parameters
    ----------
    ectopic : bool
        Whether its score reaches the threshold.
    supraventricular : bool
        Whether what speaks for an early beat from above the ventricles reaches its own.
    irregular : bool
        Whether the rhythm is irregular.
    """
    return ectopic and (irregular or not supraventricular)


def is_premature_alert(*, supraventricular: bool, classified: bool, irregular: bool) -> bool:
    """Whether a beat raises an alert for coming early.

    Parameters
    ----------
    supraventricular, irregular : bool
        As in `is_ectopic_alert`.
    classified : bool
        Whether it has a score.
    """
    return supraventricular and classified and not irregular


def is_pause_alert(pause_s: float, *, ectopic: bool) -> bool:
    """Whether a pause (NaN: none) is an alert of its own; `ectopic` says whether the beat after it is one."""
    return pause_s >= PAUSE_S and not ectopic


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
