"""Where a sample stands on screen: the one time axis that all strips and lanes share."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, fields

import numpy as np
import numpy.typing as npt

from monitor.ui.strips.scale import PaperScale

ERASE_BAR_MM = 7.0
"""Width of the erase bar in millimetres."""

ERASE_SHARE = 0.1
"""The erase bar takes no more than this share of a narrow canvas."""


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
        Sample after the newest one that there is.
    look : int or None
        Sample at the right edge while one looks back; the columns then stand as on paper, oldest left. None
        shows the present.
    fades : bool
        Whether the lap before lies under a shade; in a narrow column most of what is shown is of that lap.
    shift : float
        Virtual pixels by which the fold is moved, so that what was zoomed around stays where it is.
    """

    fs: float = 360.0
    scale: PaperScale = field(default_factory=PaperScale)
    width: int = 100
    scroll: bool = False
    start: int = 0
    head: int = 0
    look: int | None = None
    fades: bool = True
    shift: float = 0.0

    def follow(self, other: Timeline) -> None:
        """Show the same moment at the same scale as another axis, in a width of one's own."""
        for each in fields(self):
            if each.name not in ("width", "fades", "shift"):
                setattr(self, each.name, getattr(other, each.name))

    def fit(self, available: int) -> None:
        """Take the largest whole number of big squares that fits into `available` pixels."""
        square = self.scale.big_square
        self.width = max(1, int(max(1, available // square) * square))

    @property
    def erase_bar(self) -> int:
        """Width of the erase bar in logical pixels."""
        if self.scrolls:
            return 0
        return max(4, round(min(ERASE_BAR_MM * self.scale.px_per_mm, ERASE_SHARE * self.width)))

    @property
    def scrolls(self) -> bool:
        """Whether the newest column shown stands at the right edge."""
        return self.scroll or self.look is not None

    @property
    def newest(self) -> int:
        """Sample after the newest column shown; while one looks back it may lie after the head."""
        return self.head if self.look is None else self.look

    @property
    def px_per_sample(self) -> float:
        """Logical pixels per sample."""
        return self.scale.px_per_second / self.fs

    @property
    def first_visible(self) -> int:
        """Oldest sample that is still on the canvas."""
        return max(self.start, self.newest - math.floor((self.width - self.erase_bar) / self.px_per_sample))

    def virtual(self, sample: float) -> float:
        """Virtual pixel of `sample` since the start of the pass."""
        return (sample - self.start) * self.px_per_sample + self.shift

    def places(self, samples: npt.NDArray[np.integer | np.floating]) -> npt.NDArray[np.floating]:
        """Virtual pixels of samples, shape (n,)."""
        at: npt.NDArray[np.floating] = (samples - self.start) * self.px_per_sample + self.shift
        return at

    def sample_at(self, virtual: float) -> float:
        """Sample that stands at a virtual pixel."""
        return self.start + (virtual - self.shift) / self.px_per_sample

    def sample_under(self, x: float) -> float:
        """Sample that the canvas shows at its column `x`."""
        if self.scrolls:
            return self.newest - (self.width - x) / self.px_per_sample
        behind = x > self.head_column
        return self.sample_at((self.lap - behind) * self.width + x)

    @property
    def head_column(self) -> int:
        """Canvas column at which the next sample will be drawn."""
        return math.floor(self.virtual(self.newest)) % self.width

    @property
    def lap(self) -> int:
        """How often the sweep has come round since the start of the pass."""
        return math.floor(self.virtual(self.newest)) // self.width

    def pieces(self, first: float, last: float) -> Iterator[Piece]:
        """Columns that the samples from `first` to `last` touch, at most one canvas of them, lap by lap."""
        left = math.floor(self.virtual(first))
        right = math.ceil(self.virtual(last)) + 1
        left = max(left, right - self.width, math.floor(self.virtual(self.start)))
        while left < right:
            lap = left // self.width
            stop = min(right, (lap + 1) * self.width)
            yield Piece(lap, left - lap * self.width, stop - lap * self.width)
            left = stop
