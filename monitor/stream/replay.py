"""Replay of a record as a live stream, with any number of readers.

The clock says how many samples are due; each reader has a cursor of its own and is handed, whenever it asks,
everything due since it last asked. A slow reader (a lagging analysis) therefore catches up and never misses a
sample, and the trace on screen never waits for the analysis.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.records.record import Record
from monitor.stream.clock import ReplayClock

MAX_SPEED = math.inf
"""Speed that stands for "as fast as the analysis can go"."""


@dataclass(frozen=True)
class Block:
    """Samples handed to a reader.

    Attributes
    ----------
    generation : int
        Number of the uninterrupted pass over the record to which the samples belong; it grows by one at each
        seek, restart and loop, and tells a reader to start afresh.
    start : int
        Sample index of the first row, in the record's own time base.
    samples : ndarray of float32, shape (n, n_leads)
        Signal in mV, NaN in gaps; a view that must not be written to.
    """

    generation: int
    start: int
    samples: npt.NDArray[np.float32]

    @property
    def stop(self) -> int:
        """Sample index after the last row."""
        return self.start + len(self.samples)


@dataclass
class _Pass:
    """One uninterrupted stretch of replay: samples `start` to `stop`, still growing where `stop` is None."""

    generation: int
    start: int
    stop: int | None = None


class Replay:
    """A record, paced by one monotonic clock. Safe to use from several threads.

    Parameters
    ----------
    record : Record
        What to replay.
    now : callable, optional
        A monotonic clock in seconds.
    """

    def __init__(self, record: Record, now: Callable[[], float] = time.monotonic) -> None:
        self.record = record
        self._samples = record.signals.view()
        self._samples.flags.writeable = False
        self._lock = threading.Lock()
        self._clock = ReplayClock(record.fs, now)
        self._at_max = False
        self._max_playing = False
        self._head = 0
        self._loop = False
        self._passes = [_Pass(0, 0)]

    # What a transport bar does ------------------------------------------------------------------

    def play(self) -> None:
        """Let the stream run; at the end of the record this starts it over."""
        with self._lock:
            self._advance()
            if self._head >= self.record.n_samples:
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
        """Go to `sample` (clipped to the record) and start a new pass there."""
        with self._lock:
            self._advance()
            self._jump(min(max(int(sample), 0), self.record.n_samples))

    def restart(self) -> None:
        """Go back to the first sample."""
        self.seek(0)

    def set_speed(self, speed: float) -> None:
        """Set the pace: 0.25 to 8 times real time, or `MAX_SPEED`.

        Raises
        ------
        ValueError
            If `speed` lies outside that range.
        """
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
        """Whether the record starts over at its end."""
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
        """Whether the last sample of the record has been played."""
        with self._lock:
            self._advance()
            return self._head >= self.record.n_samples

    @property
    def speed(self) -> float:
        """Present pace, `MAX_SPEED` where the analysis sets it."""
        return MAX_SPEED if self._at_max else self._clock.speed

    @property
    def position(self) -> int:
        """Number of samples of the record that are due: the index of the next one."""
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

    def _jump(self, sample: int) -> None:
        # Whoever moves the stream by hand wants to be there now: what lay unread before is let go.
        self._passes = [_Pass(self._passes[-1].generation + 1, sample)]
        self._head = sample
        self._clock.move_to(sample)

    def _wrap(self) -> None:
        # A loop is no jump: readers that lag behind still get the tail of the pass before.
        last = self._passes[-1]
        last.stop = self.record.n_samples
        self._passes.append(_Pass(last.generation + 1, 0))
        self._head = 0

    def _advance(self) -> None:
        """Bring the head to where the clock says it is."""
        if self._at_max or not self._clock.running:
            return
        n = self.record.n_samples
        position = self._clock.position()
        while position >= n and self._loop and n > 0:
            position -= n
            self._wrap()
            self._clock.move_to(position)
        if position >= n:
            self._clock.pause()
            self._clock.move_to(n)
            position = n
        self._head = int(position)

    def _demand(self, position: int, n: int) -> None:
        """Move the head on at maximal speed, so that a driving reader at `position` finds `n` samples."""
        if not (self._at_max and self._max_playing):
            return
        self._head = max(self._head, min(position + n, self.record.n_samples))
        if self._head >= self.record.n_samples and position >= self.record.n_samples:
            if self._loop and self.record.n_samples > 0:
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
            samples = sum((replay._head if p.stop is None else p.stop) - p.start for p in later)
            return (samples - (self._position - self._pass.start)) / replay.record.fs

    def read(self, max_samples: int) -> Block | None:
        """Everything due since the last call, `max_samples` rows at the most; None where nothing is due.

        A block never spans two generations. After a seek the first block of the new pass is handed out even
        where it is empty, so that a reader learns of the jump while the stream is paused.
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
            end = replay._head if self._pass.stop is None else self._pass.stop
            if self._position >= end and self._pass is not replay._passes[-1]:
                self._enter(replay._passes[replay._passes.index(self._pass) + 1])
                moved = True
                end = replay._head if self._pass.stop is None else self._pass.stop
            stop = min(self._position + max_samples, end)
            if stop <= self._position and not moved:
                return None
            block = Block(self._pass.generation, self._position, replay._samples[self._position : stop])
            self._position = stop
            return block

    def _enter(self, new: _Pass) -> None:
        self._pass = new
        self._position = new.start
