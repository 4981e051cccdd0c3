"""A beat is one beat, whichever lead sees it; noise of one lead adds none."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.leads.peaks import FusedPeaks, LeadVote

FS, LOOKAHEAD, ROWS = 360.0, 14, 1200
BEATS = (150, 270, 380, 500, 620, 740, 860, 980)


def stream(seed: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows of two leads with beats, and log odds as the network gives them."""
    rng = np.random.default_rng(seed)
    value = rng.normal(0, 0.02, (2, ROWS)).astype(np.float32)
    odds = np.full((2, ROWS // 2), -6.0, dtype=np.float32) + rng.normal(0, 0.3, (2, ROWS // 2))
    for row in BEATS:
        value[0, row - 1 : row + 2] += (0.5, 1.0, 0.5)
        value[1, row : row + 3] -= (0.3, 0.6, 0.3)
        step = row // 2 + LOOKAHEAD
        odds[:, step - 1 : step + 2] = (3.0, 8.0, 3.0)
    emitted = np.floor(np.arange(ROWS) * FS / 120).astype(np.int64) + 12
    return value, emitted, odds.astype(np.float32)


def found(value: np.ndarray, emitted: np.ndarray, odds: np.ndarray) -> list[np.ndarray]:
    return [beats.index for beats in FusedPeaks(FS, len(value), LOOKAHEAD).push(value, emitted, odds)]


def test_leads_that_agree_give_each_beat_once_each_with_its_own_r_peak() -> None:
    first, second = found(*stream())
    np.testing.assert_allclose(first, np.array(BEATS) * 3, atol=2)
    np.testing.assert_allclose(second, (np.array(BEATS) + 1) * 3, atol=2)


def test_a_beat_that_one_lead_alone_sees_is_none_if_the_other_is_sure() -> None:
    value, emitted, odds = stream()
    odds[1, 100 + LOOKAHEAD] = 5.0
    assert [len(index) for index in found(value, emitted, odds)] == [len(BEATS)] * 2


@pytest.mark.parametrize("lead", [0, 1])
@pytest.mark.parametrize("how", ["gap", "still"])
def test_a_lead_that_falls_off_takes_no_beat_from_the_other(lead: int, how: str) -> None:
    value, emitted, odds = stream()
    value[lead, 330:700] = np.nan if how == "gap" else 0.2
    odds[lead, 165 + LOOKAHEAD : 350 + LOOKAHEAD] = -9.0
    first, second = found(value, emitted, odds)
    assert len(first) == len(second) == len(BEATS)
    silent, other = (first, second) if lead == 0 else (second, first)
    assert abs(silent - other).max() <= 12


def test_a_lead_that_comes_back_is_heard_again() -> None:
    value, emitted, odds = stream()
    value[0, 200:400] = np.nan
    odds[1, 300:] = 0.5  # the other one is of no use from here on
    first, _ = found(value, emitted, odds)
    assert set(np.array(BEATS[4:]) * 3) <= {int(r) + d for r in first for d in (-2, -1, 0, 1, 2)}


def test_one_lead_alone_is_heard_as_it_is() -> None:
    value, emitted, odds = stream()
    first, _ = found(value, emitted, odds)
    (alone,) = found(value[:1], emitted, odds[:1])
    np.testing.assert_array_equal(first, alone)


@settings(max_examples=40, deadline=None)
@given(cuts=st.lists(st.integers(0, ROWS), max_size=12), gap=st.integers(0, ROWS), n=st.integers(0, 200))
def test_the_beats_do_not_depend_on_the_cuts(cuts: list[int], gap: int, n: int) -> None:
    value, emitted, odds = stream(1)
    value[0, gap : gap + n] = np.nan
    peaks, vote = FusedPeaks(FS, 2, LOOKAHEAD), LeadVote(2, LOOKAHEAD)
    whole = peaks.push(value, emitted, odds)
    fused = vote.push(value, odds)
    peaks.reset()
    vote.reset()
    parts, said = [], []
    for a, b in pairwise([0, *sorted(cuts), ROWS]):
        parts.append(peaks.push(value[:, a:b], emitted[a:b], odds[:, a // 2 : b // 2]))
        said.append(vote.push(value[:, a:b], odds[:, a // 2 : b // 2]))
    np.testing.assert_array_equal(np.concatenate(said), fused)
    for lead in (0, 1):
        np.testing.assert_array_equal(np.concatenate([p[lead].index for p in parts]), whole[lead].index)
        np.testing.assert_array_equal(np.concatenate([p[lead].emitted for p in parts]), whole[lead].emitted)
