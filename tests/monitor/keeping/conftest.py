"""A stretch of what was watched, made by hand: every kind of note is in it."""

import numpy as np
import pytest

from assets.records.record import Annotations
from assets.sources.source import Lead, LeadKind, SourceInfo
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.reasons import Channel
from models.beats.scores import BeatScores
from models.contract.marks import NORMAL, Mark
from models.library.account import Account
from models.patients.artefacts.course import Disturbance, Setting
from models.signal.states import State, StateKind

FS = 360.0
START, STOP = 3600, 3600 + 7321  # 20.3 s: no whole number of anything
R = np.arange(3700, STOP - 100, 300)
GAP = slice(2000, 2100)

INFO = SourceInfo(
    "r1",
    "here/r1",
    FS,
    (Lead("MLII"), Lead("V1µ"), Lead("ABP", "mmHg", LeadKind.PRESSURE)),
    offset=1000,
    comments=("69 M",),
)

MARKS = (Mark("here/r1", 1000 + 4300, NORMAL, "MLII", FS), Mark("here/r2", 5300, NORMAL, "MLII", FS))


def make_signal(n: int = STOP, seed: int = 0) -> np.ndarray:
    """Samples of 200 units a mV, as MIT-BIH has them, and a pressure in fiftieths."""
    rng = np.random.default_rng(seed)
    whole = rng.integers(-1023, 1024, size=(n, 3))
    signal = (whole / [200.0, 200.0, 50.0]).astype(np.float32)
    signal[START + GAP.start : START + GAP.stop] = np.nan
    signal[START + 5 : START + 9, 1] = np.nan
    return signal


def make_beats(r_peaks: np.ndarray, fs: float = FS) -> BeatScores:
    n = len(r_peaks)
    rr = np.concatenate([[np.nan], np.diff(r_peaks) / fs]).astype(np.float32)
    zeros = np.zeros(n, np.float32)
    return BeatScores(
        r_peaks, r_peaks + 40, zeros + 0.2, *[zeros] * 5, zeros + 1, rr, zeros + np.nan, zeros
    )  # fmt: skip


@pytest.fixture
def signal() -> np.ndarray:
    return make_signal()


@pytest.fixture
def account(signal) -> Account:
    pair = Event(
        Kind.PAIR, 4250, 4300, 4700, 4800, {Channel.ECTOPY: 2.0}, {Channel.ECTOPY: 1.0}, (4300, 4600),
        source="here/r1", offset=1000, lead="MLII", rate_bpm=72.0,
    )  # fmt: skip
    vt = Alarm(Condition.EXTREME_TACHYCARDIA, 5000, 5100, 6000, 6100, value=181.0, limit=160.0)
    return Account(
        INFO,
        START,
        STOP,
        (0,),
        lambda a, b: signal[a:b],
        make_beats(R),
        (pair,),
        (vt,),
        (State(StateKind.BIGEMINY, 6000, 6600, 6100, 6700),),
        lambda a, b: Annotations(np.array([3700, 4000]), ("N", "+"), ("", "(N")),
        ((START, 9000), (9500, STOP)),
        artefacts=(Disturbance(Setting("muscle", 6.0, ("MLII", "V1µ")), 5000, 6800),),
    )
