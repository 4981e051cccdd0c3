"""What a run without a window came to, and how it is told as JSON."""

from __future__ import annotations

import math
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import pairwise
from typing import Any

import numpy as np

from assets.sources.source import SourceInfo
from assets.version import app_version
from models.alarms.alarm import Alarm
from models.alerts.events import Event, joined_leads
from models.beats.scores import BeatScores
from models.signal.rhythm import Rhythm
from models.signal.states import State
from models.signal.uncounted import Uncounted, uncounted
from models.vitals.figures import vital_figures
from models.vitals.readings import Readings
from monitor.alerts.export import alarm_json, event_json, state_json
from monitor.footprint import peak_rss_mib
from monitor.stream.recording.recorder import Recorder
from monitor.stream.replay import MAX_SPEED

HOP_S = 0.02
"""A hop: the samples that arrive together in live use, in seconds."""


@dataclass
class Measured:
    """What a run cost."""

    events: list[Event] = field(default_factory=list)
    alarms: list[Alarm] = field(default_factory=list)
    alarms_going_on: tuple[Alarm, ...] = ()
    beats: list[int] = field(default_factory=list)
    scores: list[BeatScores] = field(default_factory=list)
    rhythm: Rhythm | None = None
    states: list[State] = field(default_factory=list)
    vitals: list[Readings] = field(default_factory=list)
    going_on: tuple[State, ...] = ()
    hop_latency_s: list[float] = field(default_factory=list)
    wall_s: float = 0.0
    samples: int = 0


def describe(info: SourceInfo, leads: Sequence[int], speed: float, measured: Measured) -> dict[str, Any]:
    """Make the JSON report of a run."""
    seconds = measured.samples / info.fs
    latency = np.array(measured.hop_latency_s) * 1000
    states = states_in_order(measured)
    quantiles = np.quantile(latency, (0.5, 0.99)) if len(latency) else (math.nan, math.nan)
    return {
        "record": info.name,
        "source": info.identity,
        "lead": joined_leads([info.leads[lead].name for lead in leads]),
        "fs": info.fs,
        "duration_s": round(seconds, 3),
        "speed": "max" if speed == MAX_SPEED else speed,
        "events": [event_json(e, info.fs) for e in measured.events],
        "alarms": [alarm_json(a, info.fs, measured.samples - 1) for a in in_order(measured)],
        "states": [state_json(s, info.fs) for s in states],
        "vitals": vitals_json(Readings.concatenate(measured.vitals)),
        "beats": measured.beats,
        "heart_rate": rhythm_json(
            measured.rhythm, measured.beats, info.fs, uncounted(states, max(1, len(leads)))
        ),
        "real_time_factor": round(seconds / measured.wall_s, 2) if measured.wall_s else None,
        "latency_ms": {
            "hop_ms": round(1000 * HOP_S, 3),
            "hops": len(latency),
            "p50": _number(quantiles[0]),
            "p99": _number(quantiles[1]),
        },
        "peak_rss_mb": round(peak_rss_mib(), 1),
        "versions": versions(),
    }


def in_order(measured: Measured) -> list[Alarm]:
    """The alarms in the order in which they came, each as it ended or goes on."""
    alarms = (*measured.alarms, *measured.alarms_going_on)
    return sorted(alarms, key=lambda alarm: (alarm.raised, alarm.start))


def states_in_order(measured: Measured) -> list[State]:
    """The states in the order in which they were over, whatever was pushed at once; last those that go on."""
    states = (*measured.states, *measured.going_on)
    return sorted(
        states, key=lambda one: (one.over is None, one.over or 0, one.start, one.lead, one.kind.value)
    )


def vitals_json(readings: Readings) -> dict[str, Any]:
    """What was read from the leads beside the ECG: of each sign that there was, its values over the run.

    `told` is the share of the seconds in which there was a figure; `why` says why there is none at the end.
    """
    said: dict[str, Any] = {}
    for told in vital_figures(readings):
        sign = told.sign
        last = readings.latest(sign)
        said[sign.key] = {
            "unit": sign.unit,
            "last": None if last is None else round(last, 1),
            "median": round(told.median, 1),
            "p5": round(told.p5, 1),
            "p95": round(told.p95, 1),
            "lowest": round(told.lowest, 1),
            "highest": round(told.highest, 1),
            "told": round(told.told, 3),
            "why": readings.reason(sign),
        }
    return said


def rhythm_json(
    rhythm: Rhythm | None, beats: list[int], fs: float, stretches: Sequence[Uncounted] = ()
) -> dict[str, Any]:
    """The rhythm at the end, and the rate over all R peaks (`beats`, samples); null where it is unknown.

    The rate over all leaves out the RR intervals with a part in a stretch where beats do not count.
    """
    intervals = [
        (first, last)
        for first, last in pairwise(beats)
        if all(last < s.start or (s.end is not None and first > s.end) for s in stretches)
    ]
    lasting = sum(last - first for first, last in intervals)
    values = {
        "mean_bpm": 60 * fs * len(intervals) / lasting if lasting else math.nan,
        "bpm": rhythm.rate_bpm if rhythm else None,
        "rr_ms": 1000 * rhythm.rr_s if rhythm and rhythm.rr_s is not None else None,
        "sdnn_ms": rhythm.sdnn_ms if rhythm else None,
        "rmssd_ms": rhythm.rmssd_ms if rhythm else None,
        "normal_share": rhythm.normal_share if rhythm else None,
    }
    told: dict[str, Any] = {name: None if value is None else _number(value) for name, value in values.items()}
    return {**told, "why": rhythm.why if rhythm else ""}


def _number(value: float) -> float | None:
    return round(float(value), 3) if math.isfinite(value) else None


def versions() -> dict[str, str]:
    """Versions that a result depends on."""
    packages = ("numpy", "scipy", "torch", "wfdb")
    return {
        "ecg-monitor": app_version(),
        "python": platform.python_version(),
        **{name: version(name) for name in packages},
    }


def recording_json(recorder: Recorder) -> dict[str, Any]:
    """Describe what was recorded, as JSON: headers of the segments, samples written and lost."""
    return {
        "headers": [str(header) for header in recorder.headers],
        "samples": recorder.written,
        "lost": recorder.lost,
        "problem": recorder.problem,
    }
