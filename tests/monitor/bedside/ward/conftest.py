"""Sources that do what a ward must live with."""

from __future__ import annotations

import numpy as np
import pytest

from assets.records.demo import load_demo
from assets.sources.source import Lead, Source, SourceBlock, SourceInfo
from monitor.bedside.ward.pace import Pace
from monitor.retraining.store import WeightsStore


class Stretch(Source):
    """Some seconds of the demo from one place on; counts what it gave, and breaks where it is told to."""

    def __init__(self, seconds: float | None, start_s: float = 0, fs: float = 360, breaks_s: float = np.inf):
        self._signal = load_demo().signals[:, :1]
        self._start, self._at, self._breaks = int(start_s * 360), 0, breaks_s * fs
        n = None if seconds is None else int(seconds * fs)
        self._info = SourceInfo("stretch", f"test/{start_s:g}", fs, (Lead("MLII"),), n)
        self.given = 0
        self.closed = False

    @property
    def info(self) -> SourceInfo:
        return self._info

    def read(self, n: int) -> SourceBlock:
        if self._at >= self._breaks:
            raise OSError("the cable is out")
        left = n if self._info.n_samples is None else self._info.n_samples - self._at
        rows = (self._start + self._at + np.arange(min(n, left))) % len(self._signal)
        block = SourceBlock(self._at, self._signal[rows])
        self._at = block.stop
        self.given += len(block.samples)
        return block

    @property
    def ended(self) -> bool:
        return self._info.n_samples is not None and self._at >= self._info.n_samples

    def close(self) -> None:
        self.closed = True


class ByHand(Pace):
    """Time that passes only where it is waited for."""

    def __init__(self) -> None:
        self.time = 0.0

    def now(self) -> float:
        return self.time

    def wait(self, seconds: float) -> None:
        self.time += seconds


@pytest.fixture
def store(tmp_path) -> WeightsStore:
    """The shipped weights."""
    return WeightsStore(tmp_path / "none")
