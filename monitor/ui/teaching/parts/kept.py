"""What was kept of a class, as a timeline shows it: its lanes, and what was so at a moment."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from monitor.bedside.teaching.file import ClassFile, Span
from monitor.bedside.teaching.findings import BY_KEY
from monitor.ui.kit.joins import labelled, listed
from monitor.ui.kit.language import tr
from monitor.ui.teaching.parts.colours import MISSED
from monitor.ui.teaching.parts.lanes import Lane

SAID_S = 3.0
"""A mark is told for so long, s."""

APART_S = 0.5
"""What happened so near to where one is is not gone to again, s."""


def lanes_of(kept: ClassFile) -> list[Lane]:
    """Put a class into lanes: truth, alarms, alerts, each learner, and what else happened."""
    lanes = [
        Lane(tr("What was so"), _told(kept.truth), "truth"),
        Lane(tr("Alarms"), _told(kept.alarms), "alarms"),
    ]
    if kept.alerts:
        lanes.append(Lane(tr("Models' alerts"), _told(kept.alerts), "alarms"))
    for who in kept.learners:
        marks = [
            Span(m.sample, m.sample, tr(BY_KEY[m.finding].title) if m.finding else tr("now!"), m.verdict)
            for m in kept.marks
            if m.learner == who
        ]
        marks += [
            Span(one.start, one.start, tr("missed: {what}").format(what=tr(one.label))[:200], MISSED)
            for one in kept.missed
            if one.who == who
        ]
        lanes.append(Lane(who, tuple(sorted(marks, key=lambda span: span.start)), "marks"))
    if kept.events:
        lanes.append(Lane(tr("What happened"), kept.events, "events"))
    return lanes


def _told(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(msgspec.structs.replace(span, label=str(tr(span.label))) for span in spans)


def said_at(kept: ClassFile, sample: int) -> str:
    """Say what was so at a sample, what the monitor raised, and what was marked in the last seconds."""
    so = [tr(BY_KEY[s.kind].title) for s in kept.truth if s.start <= sample <= s.end and s.kind in BY_KEY]
    alarms = [tr(s.label) for s in kept.alarms if s.start <= sample <= s.end]
    parts = [tr("True: {join}").format(join=listed(dict.fromkeys(so)))] if so else []
    parts += [tr("Alarm: {join}").format(join=listed(dict.fromkeys(alarms)))] if alarms else []
    parts += [
        labelled(m.learner, tr(BY_KEY[m.finding].title) if m.finding else tr("now!"))
        for m in kept.marks
        if 0 <= sample - m.sample <= SAID_S * kept.fs
    ]
    return "   ".join(parts)


def next_moment(kept: ClassFile, sample: int, *, forward: bool) -> int | None:
    """Give where something happened next after a sample, or last before it; None where nothing did."""
    spans = (*kept.alarms, *kept.truth, *kept.events)
    moments = {*(mark.sample for mark in kept.marks), *(span.start for span in spans)}
    apart = APART_S * kept.fs
    if forward:
        return min((at for at in moments if at > sample + apart), default=None)
    return max((at for at in moments if at < sample - apart), default=None)
