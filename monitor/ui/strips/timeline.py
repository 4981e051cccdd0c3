"""Where a sample stands on screen: the one time axis that all strips and lanes share."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from monitor.ui.strips.scale import PaperScale

ERASE_BAR_MM = 7.0
"""Width of the erase bar in millimetres."""


@dataclass(frozen=True)
class Piece:
    """Columns `left` to `right` of the canvas in which lap `lap` is painted.

    A canvas point x stands for the virtual pixel ``lap * width + x`` since the start of the pass.
    """

    lap: int
    left: int
    right: int


@dataclass
class Timeline:
    """The axis: sample index ↔ virtual pixel, counted from the start of a pass, folded to the canvas' width.

    Sweep and scroll paint the same columns; they differ only in how the columns are shown.

    Attributes
    ----------
    fs : float
        Sampling frequency in Hz.
    scale : PaperScale
        Paper speed and gain.
    width : int
        Width of the canvas in logical pixels, a whole number of big squares.
    scroll : bool
        Whether the newest column is shown at the right edge instead of behind an erase bar.
    start : int
        Sample with which the pass began.
    head : int
        Sample after the newest one shown.
    """

    fs: float = 360.0
    scale: PaperScale = field(default_factory=PaperScale)
    width: int = 100
    scroll: bool = False
    start: int = 0
    head: int = 0

    def fit(self, available: int) -> None:
        """Take the largest whole number of big squares that fits into `available` pixels."""
        square = self.scale.big_square
        self.width = max(1, int(max(1, available // square) * square))

    @property
    def erase_bar(self) -> int:
        """Width of the erase bar in logical pixels."""
        return 0 if self.scroll else max(4, round(ERASE_BAR_MM * self.scale.px_per_mm))

    @property
    def px_per_sample(self) -> float:
        """Logical pixels per sample."""
        return self.scale.px_per_second / self.fs

    @property
    def first_visible(self) -> int:
        """Oldest sample that is still on the canvas."""
        return max(self.start, self.head - math.floor((self.width - self.erase_bar) / self.px_per_sample))

    def virtual(self, sample: float) -> float:
        """Virtual pixel of `sample` since the start of the pass."""
        return (sample - self.start) * self.px_per_sample

    def sample_at(self, virtual: float) -> float:
        """Sample that stands at a virtual pixel."""
        return self.start + virtual / self.px_per_sample

    @property
    def head_column(self) -> int:
        """Canvas column at which the next sample will be drawn."""
        return int(self.virtual(self.head)) % self.width

    @property
    def lap(self) -> int:
        """How often the sweep has come round since the start of the pass."""
        return int(self.virtual(self.head)) // self.width

    def pieces(self, first: float, last: float) -> Iterator[Piece]:
        """Columns that the samples from `first` to `last` touch, at most one canvas of them, lap by lap."""
        left = math.floor(self.virtual(first))
        right = math.ceil(self.virtual(last)) + 1
        left = max(left, right - self.width, 0)
        while left < right:
            lap = left // self.width
            stop = min(right, (lap + 1) * self.width)
            yield Piece(lap, left - lap * self.width, stop - lap * self.width)
            left = stop
