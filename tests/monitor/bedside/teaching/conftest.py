"""A minute of annotations made by hand: sinus with ectopic beats, a tachycardia, sinus again."""

import numpy as np
import pytest

from assets.records.record import Annotations

FS = 100.0


def notes(*entries):
    """Annotations of (second, symbol, note)."""
    ordered = sorted(entries, key=lambda e: e[0])
    at = np.array([round(second * FS) for second, _, _ in ordered], dtype=np.int64)
    return Annotations(at, tuple(e[1] for e in ordered), tuple(e[2] for e in ordered))


@pytest.fixture
def minute():
    """Sinus, V at 5 s, 6 s and 15 s; VT from 20 to 30 s with a beat each half second; sinus to 60 s."""
    sinus = [*range(1, 20), *range(31, 60)]
    beats = [(s, "V" if s in (5, 6, 15) else "N", "") for s in sinus]
    beats += [(20.2 + 0.5 * i, "V", "") for i in range(19)]
    return notes((0, "+", "(N"), (20, "+", "(VT"), (30, "+", "(N"), *beats)
