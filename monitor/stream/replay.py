"""A source replayed as a live stream, with any number of readers.

The clock says how many samples are due (a live source says it by having them); what is due is taken from the
source once, into the history that all readers share. Each reader has a cursor of its own and is handed,
whenever it asks, everything due since it last asked. A slow reader (a lagging analysis) therefore catches up
and never misses a sample, and the trace on screen never waits for the analysis.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.causes import words_of
from assets.phrase import Phrase, phrase
from assets.sources.source import Source
from monitor.stream.clock import ReplayClock
from monitor.stream.past.history import KEPT_S, SignalHistory

MAX_SPEED = math.inf
"""Speed that stands for "as fast as the analysis can go"."""

LIVE_BITE_S = 60.0
"""At most so many seconds are taken from a live source at a time."""


@dataclass(frozen=True)
class Block:
    """Samples handed to a reader.

    Attributes
    ----------
    generation : int
        Number of the uninterrupted pass over the source to which the samples belong; it grows by one at each
        seek, restart and loop, and tells a reader to start afresh.
    start : int
        Sample index of the first row, in the source's own time base.
    samples : ndarray of float32, shape (n, n_leads)
        Signal in each lead's unit, NaN in gaps; must not be written to.
    """

    generation: int
    start: int
    samples: npt.NDArray[np.float32]

    @property
    def stop(self) -> int:
        """Sample index after the last row."""
        return self.start + len(self.samples)


@dataclass(frozen=True)
class Due:
    """A stretch that has become due: samples `start` to `stop` of the pass `generation`; may be empty."""

    generation: int
    start: int
    stop: int


@dataclass
class _Pass:
    """One uninterrupted stretch of replay: samples `start` to `stop`, still growing where `stop` is None."""

    generation: int
    start: int
    stop: int | None = None


class Replay:
    """A source, paced by one monotonic clock or by itself. Safe to use from several threads.

    Parameters
    ----------
    source : Source
        What to replay; nobody else reads from it.
    now : callable, optional
        A monotonic clock in seconds.
    kept_s : float
        Seconds that are kept of a source that keeps nothing itself.

    Attributes
    ----------
    info : SourceInfo
        What the source says of itself.
    history : SignalHistory
        All that has been taken from it.
    failure : str
        Why the source gives nothing any more, in a sentence; empty while all is well.
    """

    def __init__(
        self, source: Source, now: Callable[[], float] = time.monotonic, *, kept_s: float = KEPT_S
    ) -> None:
        self.info = source.info
        self.history = SignalHistory(source, kept_s)
        self.failure = ""
        self._source = source
        self._end = math.inf if self.info.n_samples is None else self.info.n_samples
        self._by_seeking = self.history.looks_back and self.info.seekable and self._end < math.inf
        self._lock = threading.Lock()
        self._clock = ReplayClock(self.info.fs, now)
        self._at_max = False
        self._max_playing = False
        self._taken = 0  # samples of the present pass are in the history up to here
        self._head = 0  # and are due up to here
        self._loop = False
        self._passes = [_Pass(0, 0)]

    # What a transport bar does ------------------------------------------------------------------

    def play(self) -> None:
        """Let the stream run; at the end of a recording this starts it over."""
        with self._lock:
            self._advance()
            if self._head >= self._end and self.info.seekable:
                self._jump(0)
            if self._at_max:
                self._max_playing = True
            else:
                self._clock.play()

    def pause(self) -> None:
        """Freeze time. Playing on later goes on from this very sample, without a rush."""
        with self._lock:
            self._advance()
            self._clock.pause()
            self._max_playing = False

    def seek(self, sample: int) -> None:
        """Go to `sample` (clipped to the recording) and start a new pass there.

        Raises
        ------
        ValueError
            If the source cannot go elsewhere.
        """
        with self._lock:
            self._advance()
            self._jump(int(min(max(sample, 0), self._end)))

    def set_speed(self, speed: float) -> None:
        """Set the pace: 0.25 to 8 times real time, or `MAX_SPEED`; a live source has its own and keeps it.

        Raises
        ------
        ValueError
            If `speed` lies outside that range.
        """
        if self.info.live:
            return
        with self._lock:
            self._advance()
            playing = self._playing()
            if speed == MAX_SPEED:
                self._clock.pause()
                self._at_max, self._max_playing = True, playing
                return
            self._clock.set_speed(speed)
            if self._at_max:
                self._at_max = self._max_playing = False
                self._clock.move_to(self._head)
                if playing:
                    self._clock.play()

    @property
    def loop(self) -> bool:
        """Whether a recording starts over at its end."""
        return self._loop

    @loop.setter
    def loop(self, on: bool) -> None:
        with self._lock:
            self._advance()
            self._loop = on

    # What a reader sees -------------------------------------------------------------------------

    @property
    def playing(self) -> bool:
        """Whether time passes."""
        with self._lock:
            self._advance()
            return self._playing()

    @property
    def ended(self) -> bool:
        """Whether the last sample has been played."""
        with self._lock:
            self._advance()
            return self._at_end()

    @property
    def speed(self) -> float:
        """Present pace, `MAX_SPEED` where the analysis sets it."""
        return MAX_SPEED if self._at_max else self._clock.speed

    @property
    def position(self) -> int:
        """Number of samples that are due: the index of the next one."""
        with self._lock:
            self._advance()
            return self._head

    def reader(self, *, drives: bool = False, from_head: bool = False) -> Reader:
        """A new cursor at the start of the present pass.

        Parameters
        ----------
        drives : bool
            Whether, at `MAX_SPEED`, this reader's demand moves the stream on.
        from_head : bool
            Whether to begin with the next sample instead of the first one of the present pass.
        """
        with self._lock:
            self._advance()
            present = self._passes[-1]
            return Reader(self, present, self._head if from_head else present.start, drives)

    # Inside; the lock is held -------------------------------------------------------------------

    def _playing(self) -> bool:
        return self._max_playing if self._at_max else self._clock.running

    def _end_of(self, one: _Pass) -> int:
        """Sample up to which a pass is due."""
        return self._head if one.stop is None else one.stop

    def _at_end(self) -> bool:
        return self._head >= self._taken and (
            self._head >= self._end or self._source.ended or bool(self.failure)
        )

    def _jump(self, sample: int) -> None:
        # Whoever moves the stream by hand wants to be there now: what lay unread before is let go.
        self._source.seek(sample)
        self.failure = self.history.failure = ""
        self._passes = [_Pass(self._passes[-1].generation + 1, sample)]
        self._head = self._taken = sample
        self._clock.move_to(sample)

    def _wrap(self) -> None:
        # A loop is no jump: readers that lag behind still get the tail of the pass before.
        last = self._passes[-1]
        last.stop = self._take(int(self._end))
        self._source.seek(0)
        self._passes.append(_Pass(last.generation + 1, 0))
        self._head = self._taken = 0

    def _loops(self) -> bool:
        return self._loop and self.info.seekable and 0 < self._end < math.inf and not self.failure

    def _take(self, until: int) -> int:
        """Take samples from the source until it has given that many; how far it has come."""
        if self.history.failure:
            self.failure = phrase(
                "{name} gives nothing any more: {why}", name=self.info.name, why=self.history.failure
            )
            return min(until, self._taken)
        try:
            if self._by_seeking and self._taken < until:
                # It is asked for its samples where they are used: nothing is read here, in whatever thread.
                self._taken = int(min(until, self._end))
                self._source.skip_to(self._taken)
                self.history.reach(self._taken)
            while self._taken < until:
                block = self._source.read(until - self._taken)
                if not len(block.samples):
                    break
                self.history.append(block)
                self._taken = block.stop
        except Exception as error:  # a source may be anybody's code: it ends, the program goes on
            why = words_of(error) or type(error).__name__
            self.failure = phrase(
                "{name} gives nothing any more: {why}",
                name=self.info.name,
                why=why if isinstance(why, Phrase) else f"{why.removesuffix('.')}.",
            )
        return min(until, self._taken)

    def _advance(self) -> None:
        """Bring the head to where the clock says it is, or where a live source has come to."""
        if self.info.live:
            self._take(self._taken + max(1, int(LIVE_BITE_S * self.info.fs)))
            if self._clock.running:
                self._head = self._taken
                if self._at_end():
                    self._clock.pause()
            return
        if self._at_max or not self._clock.running:
            return
        position = self._clock.position()
        while position >= self._end and self._loops():
            position -= self._end
            self._wrap()
            self._clock.move_to(position)
        due = int(min(position, self._end))
        self._head = max(self._head, self._take(due))
        if self._at_end():
            self._clock.pause()
            self._clock.move_to(self._head)

    def _demand(self, position: int, n: int) -> None:
        """Move the head on at maximal speed, so that a driving reader at `position` finds `n` samples."""
        if not (self._at_max and self._max_playing):
            return
        self._head = max(self._head, self._take(int(min(position + n, self._end))))
        if self._at_end() and position >= self._head:
            if self._loops():
                self._wrap()
            else:
                self._max_playing = False


class Reader:
    """A cursor in a `Replay`. Made by `Replay.reader`; for one thread."""

    def __init__(self, replay: Replay, at: _Pass, position: int, drives: bool) -> None:
        self._replay = replay
        self._pass = at
        self._position = position
        self._drives = drives

    @property
    def lag(self) -> float:
        """Seconds of signal that are due and not yet read."""
        replay = self._replay
        with replay._lock:
            replay._advance()
            if self._pass not in replay._passes:
                return 0.0
            later = replay._passes[replay._passes.index(self._pass) :]
            samples = sum(replay._end_of(p) - p.start for p in later)
            return (samples - (self._position - self._pass.start)) / replay.info.fs

    @property
    def position(self) -> int:
        """The next sample that it will read."""
        return self._position

    def read(self, max_samples: int) -> Block | None:
        """Everything due since the last call, `max_samples` rows at the most; None where nothing is due.

        A block never spans two generations. After a seek the first block of the new pass is handed out even
        where it is empty, so that a reader learns of the jump while the stream is paused.
        """
        due = self.ahead(max_samples)
        if due is None:
            return None
        stop = min(due.start + max_samples, due.stop)
        self.skip_to(stop)
        return Block(due.generation, due.start, self._replay.history.between(due.start, stop))

    def skip_to(self, sample: int) -> None:
        """Go on reading with a sample of the present pass."""
        with self._replay._lock:
            self._position = sample

    def go_to(self, sample: int) -> None:
        """Read the newest pass, from a sample of it that is due; what is unread before is let go."""
        with self._replay._lock:
            self._replay._advance()
            self._pass = self._replay._passes[-1]
            self._position = min(max(sample, self._pass.start), self._replay._head)

    def ahead(self, max_samples: int) -> Due | None:
        """What is due in the pass that the reader is in, without reading it; None where nothing is new.

        Where it enters a pass that is told even if nothing of it is due yet. At `MAX_SPEED` a driving reader
        makes `max_samples` due.
        """
        replay = self._replay
        with replay._lock:
            replay._advance()
            moved = False
            if self._pass not in replay._passes:
                self._enter(replay._passes[0])
                moved = True
            if self._drives:
                replay._demand(self._position, max_samples)
            end = replay._end_of(self._pass)
            if self._position >= end and self._pass is not replay._passes[-1]:
                self._enter(replay._passes[replay._passes.index(self._pass) + 1])
                moved = True
                end = replay._end_of(self._pass)
            if end <= self._position and not moved:
                return None
            return Due(self._pass.generation, self._position, max(end, self._position))

    def due(self) -> Due | None:
        """What has become due of the newest pass since the last call, without its samples; None for nothing.

        What a loop has left of older passes is skipped: this is for drawing, which may drop frames.
        """
        replay = self._replay
        with replay._lock:
            replay._advance()
            newest = replay._passes[-1]
            moved = self._pass is not newest
            if moved:
                self._enter(newest)
            start, self._position = self._position, replay._head
        return Due(newest.generation, start, self._position) if moved or self._position > start else None

    def _enter(self, new: _Pass) -> None:
        self._pass = new
        self._position = new.start
