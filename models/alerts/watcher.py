"""What every watcher is given and what it answers; the analyzer holds a list of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from models.alerts.events import Event
from models.alerts.reasons import Channel
from models.signal.faults import Fault
from models.signal.states import State

if TYPE_CHECKING:
    from models.beats.scores import BeatScores
    from models.running.channels import ChannelRows


@dataclass(frozen=True)
class Block:
    """What one push brought; every index is in the source's time base.

    Attributes
    ----------
    samples : ndarray, shape (n,)
        Signal in mV, NaN in gaps; of the first lead.
    stop : int
        Index after the newest sample.
    rows : mapping of Channel to ChannelRows
        New scores of the running models.
    beats : BeatScores
        New beats, classified.
    thresholds : mapping of Channel to float
        In force for this block.
    faults : tuple of Fault
        Faults of the signal that ended in this block, and last the one that goes on at its end.
    states : tuple of State
        States that ended in this block, and last those that go on at its end.
    leads : tuple of Block
        Where several leads are analysed together, what is each one's own: samples, rows, its own verdict on
        `beats`, faults and states; else empty.
    votes : ndarray of float64, shape (leads, beats)
        Share of each lead in the score of each of `beats`.
    """

    samples: npt.NDArray[np.floating]
    stop: int
    rows: Mapping[Channel, ChannelRows]
    beats: BeatScores
    thresholds: Mapping[Channel, float]
    faults: tuple[Fault, ...] = ()
    states: tuple[State, ...] = ()
    leads: tuple[Block, ...] = ()
    votes: npt.NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 0)))


class Watcher(Protocol):
    """Watches a stream for alerts of some kinds, the same however the stream is cut."""

    @property
    def open(self) -> Event | None:
        """The alert that is going on, as far as it is known; None where there is none."""

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""

    def push(self, block: Block) -> list[Event]:
        """Take the next block; give the alerts that became complete, in the order of time."""

    def finish(self) -> list[Event]:
        """Give what is still open at the end of the stream."""
