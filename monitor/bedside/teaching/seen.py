"""What the models see in a strip or in some minutes: the very analysis of the monitor, run up to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from assets.phrase import joined, phrase
from assets.sources.source import Source
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition, Nature
from models.alarms.watch import AlarmWatch
from models.alerts.analyzer import Analyzer, Scorer
from models.alerts.events import Event
from models.beats.scores import BeatScores
from models.judging.labels import BeatClass, beat_classes
from models.leads.choice import leads_together
from models.vitals.stream import VitalsStream

BEFORE_S = 120.0
"""The analysis gets to know the patient for so long before, s."""

AFTER_S = 3.0
"""It is told so much of what follows, s: alerts come a little after their beats."""

BITE_S = 5.0
"""It is given so much at a time, s."""


@dataclass(frozen=True)
class Seen:
    """What the monitor said of a stretch.

    Attributes
    ----------
    beats : tuple of (int, BeatClass)
        R peaks, samples, and what they were told to be.
    alerts : tuple of Event
        Alerts with a sample in the stretch.
    alarms : tuple of Alarm
        Alarms with a sample in the stretch, the most urgent first; advisories are none.
    """

    beats: tuple[tuple[int, BeatClass], ...]
    alerts: tuple[Event, ...]
    alarms: tuple[Alarm, ...]

    @property
    def ectopic(self) -> tuple[int, ...]:
        """R peaks that were told to be ventricular, samples."""
        return tuple(at for at, told in self.beats if told is BeatClass.ECTOPIC)

    def words(self) -> str:
        """Say it in a sentence."""
        counts = {told: sum(one is told for _, one in self.beats) for told in BeatClass}
        names = {
            BeatClass.NORMAL: phrase("{n} usual", n=counts[BeatClass.NORMAL]),
            BeatClass.ECTOPIC: phrase("{n} unlike the patient's own", n=counts[BeatClass.ECTOPIC]),
            BeatClass.PREMATURE: phrase("{n} early", n=counts[BeatClass.PREMATURE]),
            BeatClass.UNKNOWN: phrase("{n} not told", n=counts[BeatClass.UNKNOWN]),
        }
        told = joined(phrase(", "), [names[kind] for kind, count in counts.items() if count])
        beats = (
            phrase("{n} beats ({classes})", n=len(self.beats), classes=told) if told else phrase("no beat")
        )
        said = [beats]
        if self.alarms:
            titles = joined(phrase(", "), dict.fromkeys(a.condition.title for a in self.alarms))
            said.append(phrase("alarm: {titles}", titles=titles))
        elif self.alerts:
            titles = joined(phrase(", "), dict.fromkeys(a.kind.title for a in self.alerts))
            said.append(phrase("no alarm, alert: {titles}", titles=titles))
        else:
            said.append(phrase("no alarm"))
        return joined(phrase("; "), said)


def look(
    source: Source,
    start: int,
    stop: int,
    scorer: Callable[[float, int], Scorer],
    stopped: Callable[[], bool] = lambda: False,
) -> Seen | None:
    """Analyse a stretch of a source that looks back, with what comes before it.

    Parameters
    ----------
    source : Source
        One that keeps what it gave.
    start, stop : int
        First sample, and the one after the last.
    scorer : callable
        Makes what scores so many Hz and so many leads; it brings torch.
    stopped : callable
        Asked now and then; True ends the work.

    Returns
    -------
    Seen or None
        None where it was stopped, or where the source keeps nothing.
    """
    info = source.info
    leads = leads_together(info.leads) or (info.usual_lead,)
    names = [info.leads[lead].name for lead in leads]
    first = max(0, start - round(BEFORE_S * info.fs))
    analyzer = Analyzer(
        info.fs,
        scorer(info.fs, len(leads)),
        first,
        source=info.identity,
        offset=info.offset,
        lead=names[0],
        together=names if len(names) > 1 else (),
    )
    watch = AlarmWatch(info.fs, names, source=info.identity, offset=info.offset)
    watch.start_at(first)
    vitals = VitalsStream(info.fs, info.leads, first)
    last = stop + round(AFTER_S * info.fs)
    if info.n_samples is not None:
        last = min(last, info.n_samples)
    events: list[Event] = []
    alarms: dict[tuple[object, ...], Alarm] = {}
    scores = [BeatScores.none()]
    bite = round(BITE_S * info.fs)
    for at in range(first, last, bite):
        block = source.between(at, min(at + bite, last))
        if block is None or stopped():
            return None
        columns = block.samples[:, leads[0]] if len(leads) == 1 else block.samples[:, list(leads)]
        analysis = analyzer.push(np.ascontiguousarray(columns))
        analysis = replace(analysis, vitals=vitals.push(block.samples))
        events += analysis.events
        for alarm in (*watch.push(analysis).news, *watch.going_on):
            alarms[alarm.condition, alarm.lead, alarm.raised] = alarm
        scores.append(analysis.beats)
    events += analyzer.finish()
    beats = BeatScores.concatenate(scores)
    order = {condition: i for i, condition in enumerate(Condition)}
    told = zip(beats.index.tolist(), beat_classes(beats, events), strict=True)
    return Seen(
        tuple((at, kind) for at, kind in told if start <= at < stop),
        tuple(event for event in events if event.start < stop and event.end >= start),
        tuple(
            alarm
            for alarm in sorted(alarms.values(), key=lambda alarm: order[alarm.condition])
            if alarm.start < stop
            and (alarm.end is None or alarm.end >= start)
            and alarm.condition.nature is not Nature.ADVISORY
        ),
    )
