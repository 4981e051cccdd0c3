"""The recorder: whatever streams, written to WFDB as it comes.

A recording is one record or several, its *segments*: another begins where the stream jumps, where a lead
leaves the range in which it is written, and where the disk lets it write again. Beside the signals
(``.hea``, ``.dat``) lie three annotators: ``.atr`` with what the source says of itself (reference
annotations, a generator's labels), ``.ecgm`` with our beats, ``.alm`` with the alarms.

Killed at any moment, all but the last second can be read: by ``wfdb.rdrecord``, and by this program.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.causes import reason, words_of
from assets.errors import WriteError
from assets.phrase import phrase, unstopped
from assets.recording.signals import Digits, reach_of
from assets.records.annotation_writer import wfdb_name
from assets.sources.source import SourceBlock, SourceInfo
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from monitor.stream.recording.remarks import ArtefactRemarks, Disturbances
from monitor.stream.recording.segment import Annotator, Segment

HELD_S = 0.25
"""So much signal is held before it is written, s."""

RETRY_S = 2.0
"""While it cannot write, the recorder tries again so often, s."""

LATE_S = 30.0
"""Beats and alarms that come so long after a jump still find the segment before it, s of the new one."""

MOST_EARLY = 1000
"""So many beats and alarms of samples that are still far ahead wait at most."""

AHEAD_S = 10.0
"""What is said of samples so far behind those that are written waits for them, s."""


class Recorder:
    """Record one source. It never raises for what the disk does: `problem` says so, and an alarm.

    Parameters
    ----------
    info : SourceInfo
        What is recorded.
    folder : Path
        Where to; it must exist, and is not made where it has gone.
    name : str, optional
        How the files begin; the source's name and the time where it is left out.
    now : callable, optional
        A monotonic clock in seconds, for trying again.
    clock : callable, optional
        The time of day, for the headers.
    artefacts : callable, optional
        Which are in the samples (`monitor.stream.recording.remarks`): a comment among the alarms as each
        comes and goes, and at a segment's beginning.

    Attributes
    ----------
    problem : str
        Why nothing is written now, in a sentence; empty while all is well.
    alarm : Alarm or None
        The alarm that nothing is written, while it goes on.
    headers : list of Path
        Headers of the segments that hold something, the newest last.
    written, lost : int
        Samples of each lead in the files, and those that came while nothing could be written.
    """

    def __init__(
        self,
        info: SourceInfo,
        folder: Path,
        *,
        name: str | None = None,
        now: Callable[[], float] = time.monotonic,
        clock: Callable[[], datetime] = datetime.now,
        artefacts: Disturbances = lambda start, stop: (),
    ) -> None:
        self.info, self.folder = info, folder
        self.problem = ""
        self.headers: list[Path] = []
        self.written = self.lost = 0
        self._now, self._clock = now, clock
        self._name = wfdb_name(name or f"{info.name}-{clock():%Y%m%d-%H%M%S}")
        self._number = 0
        self._segment: Segment | None = None
        self._before: Segment | None = None  # for what is said late of it
        self._reach = np.zeros(len(info.leads))
        self._held: list[SourceBlock] = []
        self._held_samples = 0
        self._expected = 0  # sample of the source that comes next
        self._early: deque[tuple[Annotator, int, str, str]] = deque(maxlen=MOST_EARLY)
        self._recent: tuple[tuple[int, str], ...] = ()
        self._remarks = ArtefactRemarks(artefacts)
        self._retry_at = -np.inf
        self.alarm: Alarm | None = None
        self._closed = False

    @property
    def name(self) -> str:
        """How the present segment is called, or the next one."""
        return self._segment.header.stem if self._segment is not None else self._numbered(self._number + 1)

    # What comes in --------------------------------------------------------------------------------

    def take(self, block: SourceBlock) -> tuple[Alarm, ...]:
        """Take the next samples, with what the source says of them.

        Parameters
        ----------
        block : SourceBlock
            One that does not follow on the last begins another segment.

        Returns
        -------
        tuple of Alarm
            The technical alarm that recording has stopped, or that it goes on; mostly nothing.
        """
        if self._closed or not len(block.samples):
            return ()
        news: tuple[Alarm, ...] = ()
        if self._held and block.start != self._held[-1].stop:
            news += self._write_held()
        self._held.append(block)
        self._expected = block.stop
        self._held_samples += len(block.samples)
        if self._held_samples >= HELD_S * self.info.fs:
            news += self._write_held()
        return news

    def beats(self, samples: Sequence[int], symbols: Sequence[str]) -> None:
        """Take our beats: R peaks in the order of time, and their WFDB symbols."""
        for sample, symbol in zip(samples, symbols, strict=True):
            self._note(Annotator.BEATS, int(sample), symbol)

    def recent_beats(self, samples: Sequence[int], symbols: Sequence[str]) -> None:
        """Take the newest beats by what is known of them now: they stand there until others are told.

        Each is told again by `beats`, once its symbol is settled.
        """
        self._recent = tuple(zip(map(int, samples), symbols, strict=True))

    def alarms(self, news: Iterable[Alarm]) -> None:
        """Take alarms that began or ended: a comment each, at the sample at which it was known."""
        for alarm in news:
            said = "begins" if alarm.goes_on else "over"
            at = alarm.raised if alarm.over is None else alarm.over
            note = f"{said} {alarm.condition.key} {alarm.priority.value} from {alarm.start}"
            if alarm.end is not None:
                note += f" to {alarm.end}"
            self._note(Annotator.ALARMS, at, '"', " ".join(filter(None, [note, alarm.lead, alarm.in_full()])))

    def give_up(self, why: str) -> tuple[Alarm, ...]:
        """Record no more, for a reason that is none of the disk's; what is written stays.

        Returns
        -------
        tuple of Alarm
            As `take`.
        """
        self._held.clear()
        self.close()
        self.problem = phrase("{name} is not being recorded any more: {why}.", name=self.info.name, why=why)
        return self._raise(self._expected, why)

    def finish(self) -> tuple[Alarm, ...]:
        """End the alarm that goes on, as nothing is to be recorded any more."""
        return self._go_on(max(self._expected, self.alarm.raised if self.alarm is not None else 0))

    def close(self) -> tuple[Alarm, ...]:
        """Write what is held, and end the record; more that comes is left out.

        Returns
        -------
        tuple of Alarm
            As `take`.
        """
        if self._closed:
            return ()
        news = self._write_held()
        self._closed = True
        for segment in (self._before, self._segment):
            if segment is not None:
                try:
                    segment.close()
                except WriteError as error:
                    self.problem = phrase(
                        "The recording was not ended as it should be: {error}", error=words_of(error)
                    )
        self._before = self._segment = None
        return news

    def _note(self, which: Annotator, sample: int, symbol: str, note: str = "") -> None:
        """Hold an annotation for the newest segment that has its sample, or soon will have it."""
        ahead = AHEAD_S * self.info.fs
        for segment in (self._segment, self._before):
            if segment is not None and segment.start <= sample < segment.stop + ahead:
                segment.note(which, sample, symbol, note)
                return
        if sample >= self._expected:
            self._early.append((which, sample, symbol, note))

    # What is written ------------------------------------------------------------------------------

    def _write_held(self) -> tuple[Alarm, ...]:
        blocks, self._held, self._held_samples = self._held, [], 0
        if not blocks:
            return ()
        stop = blocks[-1].stop
        if self._segment is None and self._now() < self._retry_at:
            self.lost += sum(len(block.samples) for block in blocks)
            return ()
        samples = blocks[0].samples if len(blocks) == 1 else np.concatenate([b.samples for b in blocks])
        try:
            segment = self._segment_for(blocks[0].start, samples)
            for block in blocks:
                known = block.annotations
                for at, symbol, note in zip(known.sample.tolist(), known.symbol, known.aux_note, strict=True):
                    segment.note(Annotator.SOURCE, at, symbol, note)
            for at, words in self._remarks.take(blocks[0].start, stop):
                segment.note(Annotator.ALARMS, at, '"', words)
            segment.set_tail(Annotator.BEATS, self._recent)
            segment.write(samples)
            if segment.n_samples > LATE_S * self.info.fs:
                self._let_go_before()
        except WriteError as error:
            self._count(blocks[0].start, stop)
            return self._stop(error, blocks[0].start)
        self._count(blocks[0].start, stop)
        return self._go_on(stop)

    def _count(self, start: int, stop: int) -> None:
        """Count the samples between `start` and `stop` that are written, and those that are not."""
        segment = self._segment
        reached = segment.stop if segment is not None and segment.start <= start else start
        self.written += reached - start
        self.lost += stop - reached
        if segment is not None and segment.n_samples and segment.header not in self.headers[-1:]:
            self.headers.append(segment.header)

    def _segment_for(self, start: int, samples: npt.NDArray[np.float32]) -> Segment:
        """Give the segment that these samples go on, or a new one."""
        segment, reach = self._segment, reach_of(samples)
        if segment is None or segment.stop != start or not segment.digits.hold(reach):
            self._reach = np.maximum(self._reach, reach)
            self._set_aside()
            segment = self._segment = self._new_segment(start)
            self._remarks.begin()
        early = list(self._early)
        self._early.clear()
        for which, sample, symbol, note in early:
            self._note(which, sample, symbol, note)
        return segment

    def _new_segment(self, start: int) -> Segment:
        while True:
            self._number += 1
            header = self.folder / f"{self._numbered(self._number)}.hea"
            # Nothing is ever written over: another recording of the same name stays as it is.
            if not any(os.path.lexists(header.with_suffix(f".{end}")) for end in ("hea", "dat", *Annotator)):
                break
        digits = Digits.of(self.info.leads, self._reach)
        try:
            return Segment(header, self.info, start, digits, self._clock(), self._number)
        except WriteError:
            self._number -= 1
            raise

    def _numbered(self, number: int) -> str:
        return self._name if number == 1 else f"{self._name}_{number}"

    def _set_aside(self) -> None:
        """Another segment begins: the present one waits for what is said late of it."""
        self._let_go_before()
        self._before, self._segment = self._segment, None

    def _let_go_before(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            before.close()

    def _stop(self, error: WriteError, at: int) -> tuple[Alarm, ...]:
        """Nothing can be written: say so once, and try again in a while."""
        self.problem = phrase(
            "{name} is not being recorded: {error}", name=self.info.name, error=words_of(error)
        )
        self._retry_at = self._now() + RETRY_S
        segment, self._segment = self._segment, None
        if segment is not None:
            self._number -= not segment.n_samples  # nothing is left of it
            with suppress(WriteError):  # why has been said
                segment.close()
        return self._raise(at, _cause(error))

    def _raise(self, at: int, why: str) -> tuple[Alarm, ...]:
        if self.alarm is not None:
            return ()
        info = self.info
        self.alarm = Alarm(Condition.NOT_RECORDED, at, at, note=why, source=info.identity, offset=info.offset)
        return (self.alarm,)

    def _go_on(self, at: int) -> tuple[Alarm, ...]:
        """It could be written: say so where it could not before."""
        alarm, self.alarm, self.problem = self.alarm, None, ""
        return () if alarm is None else (replace(alarm, end=max(alarm.start, at - 1), over=at),)


def _cause(error: WriteError) -> str:
    """Why, in a few words: what the system says, without the path."""
    cause = error.__cause__
    return reason(cause) if isinstance(cause, OSError) else unstopped(words_of(error))
