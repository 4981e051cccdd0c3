"""How a live source is connected: what whoever watches it must know of the line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A connection, at one moment.

    Attributes
    ----------
    connected : bool
        Whether samples come.
    silent_s : float
        How long none has come, s; 0 while they do.
    clock_offset_s : float or None
        What the sender's clock must be given to be ours, s; None while it is not known.
    jitter_s : float
        Mean deviation of the stamps from a regular time base, s.
    rate : float
        Rate by the stamps, Hz.
    lost : int
        Samples missing by the stamps, of each channel: each of them is a gap.
    late : int
        Samples left out, as they came after their time had been shown as a gap.
    returns : int
        How often the stream stopped and came back.
    problem : str
        Why what came back is not taken, in a sentence; empty while all is well.
    """

    connected: bool
    silent_s: float = 0.0
    clock_offset_s: float | None = None
    jitter_s: float = 0.0
    rate: float = 0.0
    lost: int = 0
    late: int = 0
    returns: int = 0
    problem: str = ""
