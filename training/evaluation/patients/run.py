"""One kind of patient through two published detectors, the monitor's analysis and its alarms."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.alarms.conditions import Condition, Nature
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
from training.evaluation.patients.own import OWN

FS, SINUS_S, KIND_S, SEED = 250, 45, 75, 1
"""A patient is in sinus rhythm for so long, s, or not at all, and then has what it is about for so long."""

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
    alarms, at_once : dict of str to float
        By condition, raised how long after the kind began, s, the first time: after a sinus rhythm, and by a
        patient who has had it from the beginning.
    runs : int
        With how many patients it was tried, after a sinus rhythm or from the beginning.
    missing, foreign : dict of str to int
        What must come and did not, and alarms that are not its own: in how many of them.
    """

    kind: str
    beats: int
    found: dict[str, tuple[float, float]]
    rate: float
    intervals: Intervals | None
    states: dict[StateKind, float]
    ectopic: float
    alarms: dict[str, float]
    at_once: dict[str, float]
    runs: int
    missing: dict[str, int]
    foreign: dict[str, int]


@dataclass(frozen=True)
class Watched:
    """What the monitor made of a patient; samples count from the first.

    Attributes
    ----------
    begun : int
        Sample at which the kind began.
    signals : ndarray of float32, shape (n, leads)
        mV.
    labels : tuple of tuple
        R peak and symbol of each labelled beat.
    told : ndarray of int64, shape (k,)
        R peaks that were found.
    called : ndarray of int64
        R peaks in alerts.
    flutter : tuple of tuple
        Begin and end of each stretch of flutter.
    states : dict of StateKind to float
        As `Judged` has them.
    alarms : dict of Condition to float
        Raised how long after the kind began, s, the first time.
    """

    begun: int
    signals: npt.NDArray[np.float32]
    labels: tuple[tuple[int, str], ...]
    told: npt.NDArray[np.int64]
    called: npt.NDArray[np.int64]
    flutter: tuple[tuple[int, int], ...]
    states: dict[StateKind, float]
    alarms: dict[Condition, float]


def watch_kind(kind: str, maker: StreamMaker, seed: int, sinus_s: int) -> Watched:
    """Let the monitor watch a patient who has a kind after so long in sinus rhythm, s, or at once (0)."""
    leads = SETS["3"]
    patient = Patient("sinus" if sinus_s else kind, seed=seed, leads=leads, fs=FS)
    if sinus_s:
        patient.steer(kind, in_s=sinus_s)
    analyzer = Analyzer(FS, maker.together(FS, len(leads)), source=kind, lead=leads[0], together=leads)
    watch = AlarmWatch(FS, leads, source=kind)
    begun = sinus_s * FS
    parts, labels, told, flutter = [], [], [], []
    states: dict[StateKind, float] = {}
    alarms: dict[Condition, float] = {}
    events: list[Event] = []
    for _ in range((sinus_s + KIND_S) // _CHUNK_S):
        block = patient.read(_CHUNK_S * FS)
        parts.append(block.samples)
        notes = zip(block.annotations.sample.tolist(), block.annotations.symbol, strict=True)
        labels += [(at, symbol) for at, symbol in notes if symbol in BEATS]
        analysis = analyzer.push(block.samples)
        told += analysis.beats.index.tolist()
        events += analysis.events
        for state in analysis.states:
            if not state.lead and state.known >= begun:
                states.setdefault(state.kind, (state.known - begun) / FS)
            if state.kind is StateKind.FLUTTER:
                flutter.append((state.start, state.end))
        for alarm in watch.push(analysis).news:
            began = alarm.over is None or alarm.over == alarm.raised  # one that is told when it is over
            if began and alarm.raised >= begun and alarm.condition.nature is not Nature.ADVISORY:
                alarms.setdefault(alarm.condition, (alarm.raised - begun) / FS)
    events += analyzer.finish()
    return Watched(
        begun,
        np.concatenate(parts),
        tuple(labels),
        np.array(told, dtype=np.int64),
        np.array(sorted({at for event in events for at in event.beats}), dtype=np.int64),
        tuple(flutter),
        states,
        alarms,
    )


def judge_kind(kind: str, maker: StreamMaker, seeds: Sequence[int] = (SEED,)) -> Judged:
    """Judge a kind, after a sinus rhythm, as it would come, and from the beginning.

    Parameters
    ----------
    kind : str
        One of `models.patients.kinds.KINDS`.
    maker : StreamMaker
        Makes the pipeline.
    seeds : sequence of int
        Which patients; of all but the first only the alarms count.
    """
    missing: Counter[str] = Counter()
    foreign: Counter[str] = Counter()
    watched: list[Watched] = []
    for seed in seeds:
        for sinus_s in (SINUS_S, 0):
            one = watch_kind(kind, maker, seed, sinus_s)
            missing.update(OWN[kind].missing(one.alarms))
            foreign.update(condition.key for condition in OWN[kind].foreign(one.alarms))
            watched.append(one)
    first, at_once = watched[:2]
    begun, x = first.begun, first.signals
    r = np.array([at for at, _ in first.labels], dtype=np.int64)
    known = np.array([symbol for _, symbol in first.labels])
    late = r >= begun + 2 * FS
    v = r[(known == "V") & late]
    held = [at for at in v.tolist() if any(a <= at <= b for a, b in first.flutter)]
    heard = [at for at in v.tolist() if at not in held and _near(at, first.called)]
    return Judged(
        kind,
        int(late.sum()) if KINDS[kind].beats else 0,
        {
            name: _found(r[late], at, begun + 2 * FS, len(x) - FS)
            for name, at in {**_others(x[:, 0]), "monitor": first.told}.items()
        },
        60 * FS / float(np.diff(r[late]).mean()) if late.sum() > 1 else math.nan,
        _intervals(kind, seeds[0]),
        first.states,
        (len(held) + len(heard)) / len(v) if len(v) else math.nan,
        {condition.key: after for condition, after in first.alarms.items()},
        {condition.key: after for condition, after in at_once.alarms.items()},
        len(watched),
        dict(missing),
        dict(foreign),
    )


def _near(at: int, called: npt.NDArray[np.int64]) -> bool:
    return bool(len(called) and np.abs(called - at).min() <= MATCH_S * FS)


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
