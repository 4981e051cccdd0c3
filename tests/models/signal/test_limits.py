"""A signal is at its limit where it is cut off, and not where it merely stands or is tall."""

from __future__ import annotations

import numpy as np
import pytest

from models.signal.hops import Cutter, Hops, Plateau
from models.signal.limits import LimitFinder, least_samples

FS = 250.0


def found(x: np.ndarray) -> list[Plateau]:
    hops = Hops(80)
    finder = LimitFinder(FS, hops, 25)
    limits = []
    for (hop,) in Cutter(25, least_samples(FS)).cut(x[None]):
        hops.add(hop)
        finder.take(hop)
        limit = finder.found()
        if limit is None:
            finder.learn(hop)
        else:
            limits.append(limit)
    return limits


def beats(height: float = 1.5, floor: float = 0.0) -> np.ndarray:
    """20 s of one narrow wave a second on a line without noise."""
    at = np.arange(round(20 * FS)) / FS
    wave = np.exp(-(((at % 1) - 0.5) ** 2) / (2 * 0.02**2))
    tall = 1 + 0.05 * np.sin(np.floor(at))  # no two are equally tall
    return np.maximum(np.round(height * tall * wave, 3), floor)


def test_tall_beats_on_a_line_without_noise_are_not_cut_off() -> None:
    assert not found(beats())
    assert not found(-beats())


@pytest.mark.parametrize("sign", [1, -1])
def test_tops_cut_off_at_one_value_are_a_limit_from_the_first(sign: int) -> None:
    limits = found(sign * np.minimum(beats(), 1.0))
    assert limits[0].value == sign * 1.0
    assert FS < limits[0].start < 3 * FS, "within the second in which the usual level became known"


def test_a_taller_beat_between_shows_that_it_was_no_limit() -> None:
    x = np.minimum(beats(), 1.0)
    for second in range(20):
        if second % 2:
            x[round((second + 0.5) * FS)] = 1.4
    assert not found(x)


@pytest.mark.parametrize("sign", [1, -1])
def test_a_flat_line_with_the_noise_of_a_converter_is_not_at_its_limit(sign: int) -> None:
    x = beats()
    noise = np.random.default_rng(2).integers(-1, 2, round(6 * FS))
    x[round(10.5 * FS) : round(16.5 * FS)] = sign * (1.6 + 0.005 * noise)
    assert not found(x)


@pytest.mark.parametrize(("level", "is_limit"), [(5.0, True), (-5.0, True), (1.0, False)])
def test_a_signal_that_stands_far_off_is_at_its_limit(level: float, is_limit: bool) -> None:
    x = beats()
    x[round(10 * FS) : round(10.5 * FS)] = level
    assert bool(found(x)) is is_limit


def test_a_plateau_has_a_least_length_at_any_rate() -> None:
    assert least_samples(360) == 5
    assert least_samples(1000) == 15
    assert least_samples(100) == 3
