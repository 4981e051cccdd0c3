"""Fixtures of the monitor's tests: a small record, a scorer that needs no torch, and a window."""

import copy
from dataclasses import replace

import numpy as np
import pytest

from assets.records.record import Annotations, Record
from assets.sources.source import Lead, Source, SourceBlock, SourceInfo
from models.beats.scores import BeatScores
from models.pipeline import Scores
from models.running.channels import ChannelRows
from models.signal.states import State, StateKind, Topic
from tests.monitor.patience import PatientBot

FS = 360.0
EVERY = 3
DELAY = {"forecast": 6, "reconstruction": 30, "beats": 126}


class EdgeScorer:
    """Scores |signal| at every third sample, a fixed delay later: simple, causal and chunk invariant.

    Where the signal rises above half a millivolt it sees a beat, whose score is half the height there.
    """

    thresholds = {"forecast": 1.0, "reconstruction": 2.0, "ectopy": 1.0, "premature": 0.2}
    counted = frozenset({"forecast", "reconstruction", "template", "autoencoder", "rhythm"})
    template = None
    networks = None

    def __init__(self, fs=FS, leads=1):
        self.leads = leads
        self.reset()

    def reset(self):
        self._seen = np.zeros(0, np.float32)
        self._given = {"forecast": 0, "reconstruction": 0, "beats": 0}
        self._last = np.nan

    def fork(self):
        other = copy.copy(self)
        other.reset()
        return other

    def push(self, samples):
        """Of several leads the first alone is looked at, and all are said to say the same."""
        first = samples[:, 0] if np.ndim(samples) == 2 else samples
        self._seen = np.concatenate([self._seen, np.asarray(first, np.float32)])
        scores = Scores(self._rows("forecast"), self._rows("reconstruction"), self._beats())
        if self.leads == 1:
            return scores
        votes = np.full((self.leads, len(scores.beats)), 1 / self.leads)
        return replace(scores, leads=(scores,) * self.leads, votes=votes)

    def _beats(self):
        first = self._given["beats"]
        stop = self._given["beats"] = max(first, len(self._seen) - DELAY["beats"])
        high = np.abs(np.concatenate([[0.0], self._seen])) > 0.5  # high[i] is sample i - 1
        at = first + np.flatnonzero(high[first + 1 : stop + 1] & ~high[first:stop])
        height = np.abs(self._seen[at]).astype(np.float32)
        rr = np.diff(at, prepend=self._last).astype(np.float32) / np.float32(FS)
        self._last = at[-1] if len(at) else self._last
        nothing = np.zeros_like(height)
        half, no_pause = height / 2, nothing + np.nan
        return BeatScores(
            at,
            at + DELAY["beats"],
            half,
            height,
            nothing,
            half,
            nothing,
            nothing,
            height,
            rr,
            no_pause,
            nothing,
        )

    def _rows(self, channel):
        stop = len(self._seen) - DELAY[channel]
        index = np.arange(self._given[channel], max(stop, self._given[channel]), EVERY, dtype=np.int64)
        if len(index):
            self._given[channel] = int(index[-1]) + EVERY
        x = self._seen[index]
        return ChannelRows(index, index + DELAY[channel], x, np.abs(x))


class StateScorer(EdgeScorer):
    """Says besides what goes on by a plan: kind, first and last second, and why; each known a little late."""

    plan = (
        (StateKind.IRREGULAR, 6, 12, "RR varies by 21 %"),
        (StateKind.DOUBTFUL, 8, 10, "muscle noise"),
        (StateKind.UNUSABLE, 14, 16, "electrode motion"),
    )
    late_s = 0.5

    def push(self, samples):
        before = len(self._seen)
        scores = super().push(samples)
        states = tuple(self._states(before, len(self._seen)))
        if self.leads == 1:
            return replace(scores, states=states)
        # The heart's rhythm is said once, the signal's quality of the first lead.
        first = replace(scores.leads[0], states=tuple(s for s in states if s.kind.topic is Topic.QUALITY))
        rhythm = tuple(s for s in states if s.kind.topic is Topic.RHYTHM)
        return replace(scores, states=rhythm, leads=(first, *scores.leads[1:]))

    def _states(self, first, stop):
        late = round(self.late_s * FS)
        for kind, start_s, end_s, why in self.plan:
            start, end = round(start_s * FS), round(end_s * FS)
            state = State(kind, start, end, start + late, end + late, why)
            if state.over < stop:
                if state.over >= first:
                    yield state
            elif state.known < stop:
                yield replace(state, end=min(end, stop - 1), over=None)


class BrokenScorer(EdgeScorer):
    """Fails after a second of signal."""

    def push(self, samples):
        if len(self._seen) > FS:
            raise RuntimeError("the model is broken")
        return super().push(samples)


def make_record(seconds=20.0, leads=2, name="made", fs=FS, annotations=True):
    """A quiet line with a tall spike each second; every fifth is twice as tall and called V."""
    n = int(seconds * fs)
    signals = np.zeros((n, leads), np.float32)
    beats = np.arange(int(fs), n - 20, int(fs))
    symbols = []
    for i, at in enumerate(beats):
        ectopic = i % 5 == 4
        width = 20 if ectopic else 4
        signals[at : at + width] = 2.5 if ectopic else 0.9
        symbols.append("V" if ectopic else "N")
    marks = Annotations(beats.astype(np.int64), tuple(symbols), ("",) * len(symbols)) if annotations else None
    return Record(name, fs, tuple(f"L{i + 1}" for i in range(leads)), signals, marks)


def rippled(record):
    """The record with the ripple that a real lead has, so that its line does not stand still."""
    ripple = 0.05 * np.sin(2 * np.pi * 8 * np.arange(record.n_samples) / record.fs)
    return replace(record, signals=record.signals + ripple[:, None].astype(np.float32))


class EndlessSource(Source):
    """Hands out blocks and keeps none: no array, no end, no way back. A spike each second, every fifth a V.

    Parameters
    ----------
    limit : int, optional
        Raises an error after so many samples, as a source that breaks.
    live : bool
        Whether it has samples only once `arrive` has brought them.
    """

    def __init__(self, leads=2, limit=None, live=False, fs=FS):
        names = tuple(Lead(f"G{i + 1}") for i in range(leads))
        self._info = SourceInfo("endless", "test:endless", fs, names, live=live, annotated=True)
        self._limit, self._live = limit, live
        self._at = self._there = 0
        self.closed = False

    @property
    def info(self):
        return self._info

    @property
    def ended(self):
        return False

    def arrive(self, seconds):
        self._there += round(seconds * self._info.fs)

    def read(self, n):
        if self._live:
            n = min(n, self._there - self._at)
        start, self._at = self._at, self._at + n
        if self._limit is not None and self._at > self._limit:
            raise OSError("the cable is out")
        fs = self._info.fs
        second, within = np.divmod(np.arange(start, self._at), round(fs))
        ectopic = second % 5 == 4
        line = np.where(within < np.where(ectopic, 20, 4), np.where(ectopic, 2.5, 0.9), 0.0)
        line[second == 0] = 0.0
        samples = np.repeat(line[:, None], len(self._info.leads), axis=1).astype(np.float32)
        beats = np.flatnonzero((within == 0) & (second > 0))
        symbols = tuple("V" if ectopic[i] else "N" for i in beats)
        return SourceBlock(start, samples, Annotations(start + beats, symbols, ("",) * len(beats)))

    def close(self):
        self.closed = True


def pixels(image):
    """Red, green and blue of a picture, shape (height, width, 3)."""
    from PySide6.QtGui import QImage

    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[..., :3].astype(int)


class FakeTime:
    """A clock moved by hand."""

    def __init__(self):
        self.t = 0.0

    def __call__(self):
        return self.t


@pytest.fixture
def qtbot(qapp, request):
    """Drive widgets, and wait for them as long as a loaded machine may need."""
    return PatientBot(request)


@pytest.fixture
def record():
    return make_record()


@pytest.fixture
def time():
    return FakeTime()
