from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from assets.records.record import Annotations, Record

MakeRecord = Callable[..., Record]


@pytest.fixture(scope="session")
def make_record() -> MakeRecord:
    """Return ``make_record(seconds, ectopic_every=0, name="toy", seed=0)``: an annotated two-lead record."""

    def make(seconds: float, ectopic_every: int = 0, name: str = "toy", seed: int = 0) -> Record:
        fs, rng = 360.0, np.random.default_rng(seed)
        time = np.arange(int(seconds * fs)) / fs
        signal = rng.normal(0, 0.01, (len(time), 2))
        beats = np.arange(0.5, seconds - 0.5, 0.8)
        symbols = [
            "V" if ectopic_every and i % ectopic_every == ectopic_every - 1 else "N"
            for i in range(len(beats))
        ]
        for at, symbol in zip(beats, symbols, strict=True):
            width, height = (0.06, -1.0) if symbol == "V" else (0.015, 1.0)
            # Farther away than ten times its width nothing of it is left.
            near = slice(max(0, int((at - 10 * width) * fs)), int((at + 10 * width) * fs) + 1)
            wave = height * np.exp(-0.5 * ((time[near] - at) / width) ** 2)
            signal[near] += wave[:, None] * [1.0, 0.5]
        samples = np.round(beats * fs).astype(np.int64)
        return Record(
            name=name,
            fs=fs,
            leads=("MLII", "V1"),
            signals=signal.astype(np.float32),
            annotations=Annotations(
                np.concatenate([[10], samples]), ("+", *symbols), ("(N", *[""] * len(symbols))
            ),
        )

    return make
