"""A class made into what is kept of it, and into a recording where its source keeps nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.errors import WriteError
from assets.phrase import phrase
from assets.records.open import DEMO
from assets.records.record import Annotations
from assets.sources.source import SourceBlock, SourceInfo
from models.alarms.alarm import Alarm
from models.alerts.events import Event
from models.patients.source import SCHEME
from monitor.bedside.teaching.file import VERSION, ClassFile, KeptMark, Span
from monitor.bedside.teaching.learners import Mark
from monitor.bedside.teaching.scoring import Result
from monitor.bedside.teaching.truth import Episode, Truth
from monitor.stream.recording.recorder import Recorder

LONGEST_LABEL = 200
"""Words of a span end there, in characters."""

BITE_S = 10.0
"""A recording is written so much at a time, s."""


def made(
    info: SourceInfo,
    truth: Truth,
    *,
    marks: Iterable[Mark] = (),
    results: Sequence[Result] = (),
    alarms: Iterable[Alarm] = (),
    alerts: Iterable[Event] = (),
    events: Iterable[Span] = (),
) -> ClassFile:
    """Put together what is kept of a stretch that was watched.

    Parameters
    ----------
    info : SourceInfo
        What was watched.
    truth : Truth
        What was so, and from when to when it was watched.
    marks : iterable of Mark
        What was marked in it.
    results : sequence of Result
        How each learner did; there are none where nobody marked anything.
    alarms, alerts : iterable of Alarm, of Event
        What the monitor raised.
    events : iterable of Span
        What else happened.
    """
    verdicts = {judged.mark: judged.verdict.value for result in results for judged in result.judged}
    first, last = truth.start, truth.stop - 1

    def span(start: int, end: int, label: str, kind: str, who: str = "") -> Span:
        start = min(max(start, first), max(last, first))
        # A phrase that is cut would be told in English alone.
        label = label if len(label) <= LONGEST_LABEL else label[:LONGEST_LABEL]
        return Span(start, max(start, min(end, last)), label, kind, who)

    return ClassFile(
        version=VERSION,
        made=datetime.now().isoformat(timespec="seconds"),
        name=info.name[:LONGEST_LABEL],
        identity=info.identity,
        opens=opening_name(info),
        fs=truth.fs,
        start=truth.start,
        stop=truth.stop,
        learners=tuple(result.learner for result in results),
        marks=tuple(
            KeptMark(m.learner, m.sample, m.finding.key if m.finding else "", m.clicked, verdicts.get(m, ""))  # type: ignore[arg-type]
            for m in marks
        ),
        alarms=tuple(
            span(a.raised, last if a.over is None else a.over, a.title(), a.priority.value)
            for a in alarms
            if a.raised <= last and (a.over is None or a.over >= first)
        ),
        alerts=tuple(
            span(e.start, e.end, e.title(), e.priority.value)
            for e in alerts
            if e.start <= last and e.end >= first
        ),
        truth=tuple(span(one.start, one.end, _so(one), one.finding.key) for one in truth.episodes),
        missed=tuple(
            span(one.start, one.end, one.finding.full, one.finding.key, result.learner)
            for result in results
            for one in result.missed
        ),
        events=tuple(events),
    )


def _so(one: Episode) -> str:
    return phrase("{finding}: {words}", finding=one.finding.title, words=one.words)


def opening_name(info: SourceInfo) -> str:
    """Give the name by which a source can be opened again and is the same; empty where there is none.

    What has no end may have been steered, or is a ward's bed, which began before it: it would be another one.
    """
    if info.n_samples is None:
        return ""
    database, slash, record = info.identity.partition("/")
    if info.identity.startswith("file:"):
        return info.identity.removeprefix("file:")
    if info.identity.startswith(f"{SCHEME}:"):
        return f"{info.identity}&minutes={info.n_samples / info.fs / 60:.12g}"
    if slash and database in ("mitdb", "svdb", "nstdb"):
        return DEMO if info.offset else record
    return ""


def record_stretch(
    info: SourceInfo,
    between: Callable[[int, int], npt.NDArray[np.float32]],
    notes: Annotations,
    start: int,
    stop: int,
    folder: Path,
    name: str,
) -> Path:
    """Write a stretch of what was heard as a WFDB record, and give its header.

    Parameters
    ----------
    info : SourceInfo
        What it is of.
    between : callable
        Gives samples of all leads between two indices.
    notes : Annotations
        Of the stretch.
    start, stop : int
        First sample, and the one after the last.
    folder : Path
        Where to.
    name : str
        How the files begin.

    Raises
    ------
    WriteError
        If it cannot be written, or not as one record.
    """
    recorder = Recorder(info, folder, name=name)
    bite = max(1, round(BITE_S * info.fs))
    for at in range(start, stop, bite):
        until = min(at + bite, stop)
        first, last = np.searchsorted(notes.sample, (at, until)).tolist()
        inside = Annotations(notes.sample[first:last], notes.symbol[first:last], notes.aux_note[first:last])
        recorder.take(SourceBlock(at, between(at, until), inside))
    recorder.close()
    if recorder.problem:
        raise WriteError(recorder.problem)
    if len(recorder.headers) != 1:
        raise WriteError(
            phrase(
                "The recording of {name} beside {folder} did not become one record.",
                name=info.name,
                folder=folder / name,
            )
        )
    return recorder.headers[0]
