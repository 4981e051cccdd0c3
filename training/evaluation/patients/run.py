"""One kind of patient through two published detectors, the monitor's analysis and its alarms."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.alarms.conditions import Nature
from models.alarms.watch import AlarmWatch
from models.alerts.analyzer import Analyzer
from models.alerts.events import Event
from models.judging.reference import MATCH_S
from models.patients.kinds import KINDS
from models.patients.leads import SETS, TWELVE
from models.patients.patient import Patient
from models.signal.states import StateKind
from training.evaluation.detectors.live import StreamMaker
from training.evaluation.patients.intervals import Intervals, measure

FS, SINUS_S, KIND_S, SEED = 250, 45, 75, 1
"""Each patient is in sinus rhythm for so long, s, and then has what it is about for so long."""

BEATS = frozenset("NLRVASEj/")
"""Symbols of the beats that are labelled."""

WITH_P = frozenset(
    {"sinus", "av-block-1", "lbbb", "rbbb", "st-up", "st-down", "t-inversion", "t-peaked", "long-qt"}
)
"""Kinds whose beats all are alike and have a P wave each."""

ALIKE = WITH_P | {"paced", "svt"}
"""Kinds whose beats all are alike, and come one at a time."""

_CHUNK_S = 5


@dataclass(frozen=True)
class Judged:
    """What is said of a kind.

    Attributes
    ----------
    kind : str
        Its name.
    beats : int
        Labelled beats, the first seconds left out.
    found : dict of str to tuple
        By detector, sensitivity and +P; NaN without beats.
    rate : float
        Of the labels, a minute.
    intervals : Intervals or None
        Where all beats are alike.
    states : dict of StateKind to float
        Known how long after the kind began, s; of the heart, not of the signal.
    ectopic : float
        Share of the labelled V beats that the monitor calls V, or holds in flutter; NaN without.
    alarms : dict of str to float
        By condition, raised how long after the kind began, s, the first time.
    """

    kind: str
    beats: int
    found: dict[str, tuple[float, float]]
    rate: float
    intervals: Intervals | None
    states: dict[StateKind, float]
    ectopic: float
    alarms: dict[str, float]


def judge_kind(kind: str, maker: StreamMaker, seed: int = SEED) -> Judged:
    """Judge a kind: after a sinus rhythm, as it would come.

    Parameters
    ----------
    kind : str
        One of `models.patients.kinds.KINDS`.
    maker : StreamMaker
        Makes the pipeline.
    seed : int
        Which patient.
    """
    leads = SETS["3"]
    patient = Patient("sinus", seed=seed, leads=leads, fs=FS)
    patient.steer(kind, in_s=SINUS_S)
    stream = maker.together(FS, len(leads))
    analyzer = Analyzer(FS, stream, source=kind, lead=leads[0], together=leads)
    watch = AlarmWatch(FS, leads, source=kind)
    begun = SINUS_S * FS
    parts, peaks, symbols, told, flutter = [], [], [], [], []
    states: dict[StateKind, float] = {}
    alarms: dict[str, float] = {}
    events: list[Event] = []
    for _ in range((SINUS_S + KIND_S) // _CHUNK_S):
        block = patient.read(_CHUNK_S * FS)
        parts.append(block.samples)
        for at, symbol in zip(block.annotations.sample.tolist(), block.annotations.symbol, strict=True):
            if symbol in BEATS:
                peaks.append(at)
                symbols.append(symbol)
        analysis = analyzer.push(block.samples)
        told += analysis.beats.index.tolist()
        events += analysis.events
        for state in analysis.states:
            if not state.lead and state.known >= begun:
                states.setdefault(state.kind, (state.known - begun) / FS)
            if state.kind is StateKind.FLUTTER:
                flutter.append((state.start, state.end))
        for alarm in watch.push(analysis).news:
            advisory = alarm.condition.nature is Nature.ADVISORY
            if alarm.over is None and alarm.raised >= begun and not advisory:
                alarms.setdefault(alarm.condition.key, (alarm.raised - begun) / FS)
    events += analyzer.finish()
    x, r, known = np.concatenate(parts), np.array(peaks), np.array(symbols)
    late = r >= begun + 2 * FS
    v = r[(known == "V") & late]
    called = np.array(sorted({at for event in events for at in event.beats}) or [-(10**9)])
    held = [at for at in v.tolist() if any(a <= at <= b for a, b in flutter)]
    heard = [at for at in v.tolist() if at not in held and np.abs(called - at).min() <= MATCH_S * FS]
    return Judged(
        kind,
        int(late.sum()) if KINDS[kind].beats else 0,
        {
            name: _found(r[late], at, begun + 2 * FS, len(x) - FS)
            for name, at in {**_others(x[:, 0]), "monitor": np.array(told)}.items()
        },
        60 * FS / float(np.diff(r[late]).mean()) if late.sum() > 1 else math.nan,
        _intervals(kind, seed),
        states,
        (len(held) + len(heard)) / len(v) if len(v) else math.nan,
        alarms,
    )


def _others(x: npt.NDArray[np.float32]) -> dict[str, npt.NDArray[np.int64]]:
    from wfdb.processing import xqrs_detect

    found = {"XQRS": np.asarray(xqrs_detect(x.astype(float), FS, verbose=False), dtype=np.int64)}
    try:
        from sleepecg import detect_heartbeats
    except ImportError:  # the extra compare; its column stays empty, which the table says
        return found
    return {"sleepecg": np.asarray(detect_heartbeats(x.astype(float), FS), dtype=np.int64), **found}


def _found(
    peaks: npt.NDArray[np.int64], told: npt.NDArray[np.int64], first: int, stop: int
) -> tuple[float, float]:
    """Sensitivity and +P from sample `first` up to `stop`."""
    shares = []
    for these, those in ((peaks, told), (told, peaks)):
        inside = these[(these >= first) & (these < stop)]
        if not len(inside):
            shares.append(math.nan)
            continue
        hits = sum(bool(np.abs(those - at).min() <= MATCH_S * FS) for at in inside) if len(those) else 0
        shares.append(hits / len(inside))
    return shares[0], shares[1]


def _intervals(kind: str, seed: int) -> Intervals | None:
    if kind not in ALIKE:
        return None
    block = Patient(kind, seed=seed, leads=TWELVE, fs=500).read(60 * 500)
    notes = block.annotations
    peaks = notes.sample[[symbol in BEATS for symbol in notes.symbol]]
    return measure(block.samples, peaks, 500, p_wave=kind in WITH_P)


def table(judged: list[Judged]) -> str:
    """Give the figures as a Markdown table."""

    def number(value: float, form: str = ".0f") -> str:
        return "–" if math.isnan(value) else format(value, form)

    def pair(found: tuple[float, float] | None) -> str:
        return "–" if found is None else " / ".join(number(100 * share, ".1f") for share in found)

    rows = [
        "| kind | beats | rate | PR, QRS, QT (ms) | sleepecg Se / +P | XQRS | monitor | V told "
        "| states (s) | alarms (s) |",
        "| --- " * 10 + "|",
    ]
    for one in judged:
        measured = one.intervals
        spans = (
            "–"
            if measured is None
            else ", ".join(number(value) for value in (measured.pr, measured.qrs, measured.qt))
        )
        detectors = [
            pair(one.found.get(name)) if one.beats else "–" for name in ("sleepecg", "XQRS", "monitor")
        ]
        states = ", ".join(f"{kind.value} {after:.0f}" for kind, after in one.states.items())
        alarms = ", ".join(f"{name} {after:.0f}" for name, after in one.alarms.items())
        rows.append(
            f"| {one.kind} | {one.beats} | {number(one.rate)} | {spans} | {' | '.join(detectors)} | "
            f"{number(100 * one.ectopic)} | {states or '–'} | {alarms or '–'} |"
        )
    return "\n".join(rows)
