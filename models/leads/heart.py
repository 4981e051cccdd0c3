"""One heart: what its leads say of the same beats, put together, and its rhythm."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

import numpy as np

from models.batch import BatchScores
from models.beats.scores import BeatScores
from models.leads.each import Leads
from models.leads.faint import FaintLeads
from models.leads.fusing import Fusing, fuse_beats
from models.pipeline import Scores
from models.rhythm.stream import RhythmStream
from models.running.channels import ChannelRows
from models.signal.states import in_order


class Heart:
    """Puts together what the leads of one heart say.

    Parameters
    ----------
    fs : float
        Source rate, Hz.
    first : int
        Number of the heart's first lead among those that run in step.
    leads : int
        How many leads it has.
    fusing : Fusing
        How the leads' scores are put together.
    """

    def __init__(self, fs: float, first: int, leads: int, fusing: Fusing) -> None:
        self._own = range(first, first + leads)
        self._fusing = fusing
        self._rhythm, self._faint = RhythmStream(fs, leads=leads), FaintLeads(leads)
        self.reset()

    def reset(self) -> None:
        """Forget the stream and the patient."""
        self._rhythm.reset()
        self._faint.reset()
        self._waiting: list[deque[BeatScores]] = [deque() for _ in self._own]
        self._emitted = 0

    def learn_from(self, other: Heart) -> None:
        """Take over what is known of the same patient; nothing of the stream."""
        self._rhythm.learn_from(other._rhythm)

    def take(self, said: BatchScores, each: Leads) -> Scores:
        """Take what all leads in step have just said, and give what this heart's say together.

        Parameters
        ----------
        said : BatchScores
            What `each` said last.
        each : Leads
            Asked for the leads' rows, and for the noise at their beats.
        """
        beats = self._complete(said)
        leads = tuple(_of(said, i, own) for i, own in zip(self._own, beats, strict=True))
        votes, fused = np.zeros((len(self._own), 0)), BeatScores.none()
        if len(beats[0]):
            noise = np.stack([each.noise(i, own) for i, own in zip(self._own, beats, strict=True)])
            votes = self._fusing.votes(np.stack([own.score for own in beats]), noise)
            fused = fuse_beats(beats, votes, self._fusing)
            emitted = np.maximum.accumulate(np.maximum(fused.emitted, self._emitted))
            self._emitted = int(emitted[-1])
            fused = replace(fused, emitted=emitted)
        # The rhythm is the heart's: P waves are looked for in the first lead, flutter in all.
        rows = each.rows[self._own.start : self._own.stop]
        faint = self._faint.push(rows, [own.states for own in leads])
        leads = tuple(
            replace(own, states=in_order((*own.states, *more))) if more else own
            for own, more in zip(leads, faint, strict=True)
        )
        own, *others = rows
        fused, states = self._rhythm.push(own, fused, others)
        first = leads[0]
        return Scores(first.forecast, first.reconstruction, fused, states=states, leads=leads, votes=votes)

    def _complete(self, said: BatchScores) -> list[BeatScores]:
        """The beats of which every lead has now spoken; the others wait."""
        for waiting, i in zip(self._waiting, self._own, strict=True):
            own = said.beats[i]
            waiting.extend(own.rows(np.array([row])) for row in range(len(own)))
        n = min(len(waiting) for waiting in self._waiting)
        none = BeatScores.none()
        return [
            BeatScores.concatenate([waiting.popleft() for _ in range(n)]) if n else none
            for waiting in self._waiting
        ]


def _of(said: BatchScores, lead: int, beats: BeatScores) -> Scores:
    """What one lead says."""

    def own(rows: ChannelRows) -> ChannelRows:
        return ChannelRows(rows.index, rows.emitted, rows.expected[lead], rows.score[lead])

    faults, states = said.faults[lead], said.states[lead]
    return Scores(own(said.forecast), own(said.reconstruction), beats, faults, states)
