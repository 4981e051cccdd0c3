"""Small recordings, cut from the demo that ships."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assets.records.demo import ADC_GAIN, ADC_ZERO, load_demo
from tests.conftest import WriteRecord
from training.archive.tasks import Job, weights_of
from training.evaluation.detectors.live import StreamMaker
from training.evaluation.detectors.score import digest

Pieces = Callable[..., Path]


@pytest.fixture
def pieces(write_record: WriteRecord, tmp_path: Path) -> Pieces:
    """Return a function that writes `n` recordings of `seconds` into a folder and returns it."""

    def write(n: int, seconds: float = 20.0, folder: str = "data") -> Path:
        demo = load_demo()
        digital = np.round(demo.signals * ADC_GAIN + ADC_ZERO).astype(int)
        length = round(seconds * demo.fs)
        for i in range(n):
            start = i * 1800 % (len(digital) - length)
            write_record(
                digital[start : start + length],
                name=f"p{i:03}",
                leads=["MLII"],
                gain=f"{ADC_GAIN:g}({ADC_ZERO})/mV",
                folder=tmp_path / folder,
            )
        return tmp_path / folder

    return write


def job(command: str, out: Path, **others: object) -> Job:
    """Give the job of the shipped weights."""
    maker = StreamMaker()
    weights = {name: digest(path) for name, path in weights_of(maker).items()}
    return Job(command, out, maker, weights, **others)  # type: ignore[arg-type]
