"""Stretches of a stream: which samples something has been done with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Stretch:
    """Samples `start` to before `stop`."""

    start: int
    stop: int


class Stretches:
    """Stretches in the order of time; those that touch are one."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._stops: list[int] = []

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Stretch]:
        return iter([Stretch(*ends) for ends in zip(self._starts, self._stops, strict=True)])

    def add(self, start: int, stop: int) -> None:
        """Add the samples `start` to before `stop`; what is known of them already stays."""
        if stop <= start:
            return
        first, last = bisect_left(self._stops, start), bisect_right(self._starts, stop)
        if first < last:
            start, stop = min(start, self._starts[first]), max(stop, self._stops[last - 1])
        self._starts[first:last] = [start]
        self._stops[first:last] = [stop]

    def at(self, sample: int) -> Stretch | None:
        """The stretch that holds a sample, None where there is none."""
        i = bisect_right(self._starts, sample) - 1
        return Stretch(self._starts[i], self._stops[i]) if i >= 0 and sample < self._stops[i] else None

    def before(self, sample: int) -> Stretch | None:
        """The last stretch that ends at a sample or before it."""
        i = bisect_right(self._stops, sample) - 1
        return Stretch(self._starts[i], self._stops[i]) if i >= 0 else None

    def after(self, sample: int) -> Stretch | None:
        """The first stretch that begins at a sample or after it."""
        i = bisect_left(self._starts, sample)
        return Stretch(self._starts[i], self._stops[i]) if i < len(self._starts) else None
