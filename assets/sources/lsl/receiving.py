"""What receives a stream: a thread of its own, which never gives up on it."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from assets.sources.link import Link
from assets.sources.lsl.choosing import Choice
from assets.sources.lsl.described import Described, described
from assets.sources.lsl.finding import FORGET_S, Finder, is_called
from assets.sources.lsl.library import library
from assets.sources.lsl.timebase import TimeBase

Samples = npt.NDArray[np.float32]

WAIT_S = 0.02
"""So long the thread waits for samples at a time, s."""

STALLED_S = 2.0
"""Where a connection brings nothing for so long, the time goes on as a gap, s."""

CHUNKS = 2.5
"""A sender that sends so much at once is not gone before so many times as much time has passed."""

MARGIN_S = 0.5
"""A gap that goes on stays so far behind now: what comes back first is not too late, s."""

RETRY_S = 0.25
"""How often a stream that is gone is looked for, s."""

SAME_S = FORGET_S + 1.0
"""A stream that still answers so long after its connection was lost is there: the network was not, s."""

OPEN_S = 2.0
"""So long a connection may take to be made, s, and what came back to say what it is."""

ASK_S = 0.1
"""So long one waits for either at a time; in between one looks whether it is still wanted, s."""

OFFSET_S = 2.0
"""How often one looks at the clocks, s; liblsl measures them every few seconds by itself."""

BUFFER_S = 60
"""So much liblsl keeps where this thread does not come to take it, s."""

MOST_WAITING_S = 60.0
"""So much waits here for whoever reads; the rest waits in liblsl's buffer, s."""

MOST_AT_ONCE = 4096
"""Samples taken from liblsl at once."""

ABSURD = 1e6
"""A value beyond this, in its lead's unit, is no measurement, and taken for none."""

END_S = 3.0
"""Longest wait for the thread to end, s."""


class Receiver:
    """Receives a stream until it is closed; where it stops, it is waited for.

    Parameters
    ----------
    stream : Described
        What is received: what comes back under its name must be like it.
    info : pylsl.StreamInfo
        What an inlet is made of.
    choice : Choice
        What is taken of it.
    """

    def __init__(self, stream: Described, info: Any, choice: Choice) -> None:
        self._pylsl = library()
        self._stream, self._info, self._choice = stream, info, choice
        self._columns = list(choice.columns)
        self._factors = np.array(choice.factors, dtype=np.float64)
        self._base = TimeBase(choice.fs)
        self._lock = threading.Lock()
        self._waiting: deque[Samples | int] = deque()
        self._n_waiting = 0
        self._stop = threading.Event()
        self._connected, self._came_at = True, time.monotonic()
        self._chunk_s = 0.0  # how much comes at once
        self._offset_s: float | None = None
        self._returns, self._problem = 0, ""
        self._failure: Exception | None = None
        self._thread = threading.Thread(target=self._run, name=f"lsl:{stream.name}", daemon=True)

    def start(self) -> None:
        """Begin, if it has not begun yet."""
        if self._thread.ident is None and not self._stop.is_set():
            self._came_at = time.monotonic()
            self._thread.start()

    def close(self) -> None:
        """End the connection."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(END_S)

    def take(self, n: int) -> Samples:
        """Give what has come, `n` samples at most, shape (m, leads); NaN where something was lost.

        Raises
        ------
        Exception
            What ended the thread, if anything did.
        """
        if self._failure is not None:
            raise self._failure
        parts: list[Samples] = []
        with self._lock:
            while n and self._waiting:
                first = self._waiting.popleft()
                length = first if isinstance(first, int) else len(first)
                m = min(n, length)
                if isinstance(first, int):
                    parts.append(np.full((m, len(self._columns)), np.nan, dtype=np.float32))
                    rest: Samples | int = first - m
                else:
                    parts.append(first[:m])
                    rest = first[m:]
                if m < length:
                    self._waiting.appendleft(rest)
                n -= m
                self._n_waiting -= m
        if not parts:
            return np.zeros((0, len(self._columns)), dtype=np.float32)
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    @property
    def link(self) -> Link:
        """How the line is."""
        silent = time.monotonic() - self._came_at
        connected = self._connected and silent < self._patience_s
        base = self._base
        return Link(
            connected,
            0.0 if connected else silent,
            self._offset_s,
            base.jitter_s,
            base.rate,
            base.lost,
            base.late,
            self._returns,
            self._problem,
        )

    @property
    def _patience_s(self) -> float:
        """After how long nothing is too long: a sender of large chunks is silent between them."""
        return max(STALLED_S, CHUNKS * self._chunk_s)

    # The thread -------------------------------------------------------------------------------------

    def _run(self) -> None:
        again = False
        try:
            while not self._stop.is_set():
                inlet = self._connect(again)
                if inlet is not None:
                    self._returns += again
                    self._receive(inlet)
                    del inlet
                    self._lose()
                again = True
                if not self._stop.is_set():
                    self._look_for_it()
        except Exception as error:  # told to whoever reads: the source gives nothing any more
            self._failure = error

    def _connect(self, again: bool) -> Any:
        """An inlet of the stream that was found last; None where it does not answer, or is another one."""
        try:
            inlet = self._pylsl.StreamInlet(self._info, max_buflen=BUFFER_S, recover=False, as_numpy=True)
            if again and not self._has_the_channels(self._patiently(inlet.info)):
                self._problem = phrase(
                    "{name} has come back with other channels or units: it is not taken.",
                    name=self._stream.name,
                )
                return None
            self._patiently(inlet.open_stream)
        except RuntimeError:  # pylsl's errors; it is looked for again, and the link says that it is gone
            return None
        return inlet

    def _patiently(self, ask: Callable[[float], Any]) -> Any:
        """Ask for what takes a while, a moment at a time, so that whoever closes this need not wait."""
        until = time.monotonic() + OPEN_S
        while True:
            try:
                return ask(ASK_S)
            except RuntimeError:
                if self._stop.is_set() or time.monotonic() > until:
                    raise
                self._stop.wait(WAIT_S)

    def _has_the_channels(self, info: Any) -> bool:
        """Whether a stream has what was chosen in the same columns: by label, unit and kind."""
        now, before = described(info), self._stream
        return self._is_like_it(now) and all(
            now.channels[column] == before.channels[column] for column in self._choice.columns
        )

    def _receive(self, inlet: Any) -> None:
        """Take what comes until the connection is lost, or until the end."""
        looked = 0.0
        while not self._stop.is_set():
            if self._n_waiting > MOST_WAITING_S * self._choice.fs:
                self._stop.wait(WAIT_S)  # whoever reads has been away
                continue
            try:
                values, stamps = inlet.pull_chunk(
                    timeout=WAIT_S, max_samples=MOST_AT_ONCE, min_samples=1, as_numpy=True
                )
            except RuntimeError:
                return
            now = self._pylsl.local_clock()
            if len(values):
                self._chunk_s = max(0.9 * self._chunk_s, len(values) / self._choice.fs)
                self._connected, self._problem = True, ""
                self._came_at = time.monotonic()
                self._put(self._base.take(self._scaled(values), np.array(stamps), now))
            elif time.monotonic() - self._came_at > self._patience_s:
                self._go_on_without(now)
            else:
                self._put(self._base.look(now))
            if now - looked > OFFSET_S:
                looked = now
                self._offset_s = self._clock_offset(inlet)

    def _lose(self) -> None:
        self._connected, self._offset_s = False, None
        self._put(self._base.release())

    def _look_for_it(self) -> None:
        """Wait for a stream of the name to answer, and let the time go on meanwhile."""
        finder, began = Finder(), time.monotonic()
        while not self._stop.is_set():
            same_too = time.monotonic() - began > SAME_S
            self._go_on_without(self._pylsl.local_clock())
            found = [
                (one, info)
                for one, info in finder.found()
                if is_called(one, info, self._stream.name) and (same_too or one.uid != self._info.uid())
            ]
            alike = [pair for pair in found if self._is_like_it(pair[0])]
            if alike:
                self._info = max(
                    alike, key=lambda p: (p[0].source_id == self._stream.source_id, p[0].created_at)
                )[1]
                self._base.reconnect()
                return
            if found:
                one = found[0][0]
                self._problem = phrase(
                    "{name} has come back with {n} channels at {rate:g} Hz instead of {usual} at {fs:g} Hz: "
                    "it is not taken.",
                    name=self._stream.name,
                    n=one.n_channels,
                    rate=one.rate,
                    usual=self._stream.n_channels,
                    fs=self._stream.rate,
                )
            self._stop.wait(RETRY_S)

    def _is_like_it(self, one: Described) -> bool:
        mine = self._stream
        return not one.refusal and (one.n_channels, one.rate) == (mine.n_channels, mine.rate)

    def _go_on_without(self, now: float) -> None:
        """Nothing comes: what is held is given, and the time goes on as a gap."""
        self._put(self._base.release())
        gap = self._base.wait(now, max(MARGIN_S, self._chunk_s))
        if gap:
            self._put([gap])

    def _clock_offset(self, inlet: Any) -> float | None:
        try:
            return float(inlet.time_correction(timeout=0.001))
        except RuntimeError:  # it is not known yet: liblsl goes on measuring in the background
            return self._offset_s

    def _scaled(self, values: Any) -> Samples:
        """The chosen channels in their leads' units; what is no number, or absurd, is NaN."""
        with np.errstate(over="ignore", invalid="ignore"):
            scaled = values[:, self._columns].astype(np.float64) * self._factors
            scaled[~(np.abs(scaled) <= ABSURD)] = np.nan
        samples: Samples = scaled.astype(np.float32)
        samples.flags.writeable = False
        return samples

    def _put(self, placed: list[Samples | int]) -> None:
        if not placed:
            return
        with self._lock:
            for one in placed:
                length = one if isinstance(one, int) else len(one)
                self._waiting.append(one)
                self._n_waiting += length
