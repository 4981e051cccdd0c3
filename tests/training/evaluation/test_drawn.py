"""What a running model draws over the ECG is judged by how it agrees with the signal about the beats."""

from __future__ import annotations

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.running.channels import ChannelRows
from models.signal.frontend import FrontEnd
from training.evaluation.drawn import Drawn, drawn_in, drawn_over, summed_up
from training.evaluation.protocol import Truth

EVERY = 100


@pytest.fixture
def signal() -> np.ndarray:
    rows = np.arange(60 * EVERY)
    return np.exp(-(((rows % EVERY - EVERY // 2) / 3.0) ** 2))


PEAKS = np.arange(EVERY // 2, 60 * EVERY, EVERY)
AAMI = np.array(["V" if i % 4 == 0 else "N" for i in range(len(PEAKS))])


def test_what_is_drawn_exactly_explains_all_and_a_level_line_nothing(signal: np.ndarray) -> None:
    same = drawn_over(signal, signal, PEAKS, AAMI)
    assert (same.normal, same.ventricular, same.late_s) == (1, 1, 0)
    assert same.height == pytest.approx(1, abs=0.01)
    level = drawn_over(signal, np.full_like(signal, signal[:200].mean()), PEAKS, AAMI)
    assert level.normal <= 0
    assert level.height == 0


def test_each_class_is_judged_by_itself_and_a_part_that_is_missing_is_left_out(signal: np.ndarray) -> None:
    line = signal.copy()
    for peak in PEAKS[AAMI == "V"]:
        line[peak - 30 : peak + 30] = 0
    line[PEAKS[1]] = np.nan
    found = drawn_over(signal, line, PEAKS, AAMI)
    assert found.normal == 1
    assert found.ventricular < 0


def test_a_line_that_comes_late_and_low_is_found_so(signal: np.ndarray) -> None:
    found = drawn_over(signal, 0.8 * np.roll(signal, 3), PEAKS, AAMI)
    assert found.late_s == pytest.approx(3 / 120)
    assert found.height == pytest.approx(0.8, abs=0.01)
    assert found.normal < 0.8


def test_too_few_beats_tell_nothing_and_are_no_record_of_the_sum(signal: np.ndarray) -> None:
    few = drawn_over(signal, signal, PEAKS[:5], AAMI[:5])
    assert np.isnan([few.normal, few.ventricular, few.height, few.late_s]).all()
    whole = summed_up([few, Drawn(0.9, 0.1, 0.8, 0.01), Drawn(0.7, float("nan"), 0.6, 0.03)])
    assert whole["ev_normal"] == pytest.approx(0.8)
    assert whole["ev_normal_worst"] == 0.7
    assert whole["ev_ventricular"] == 0.1
    assert (whole["height"], whole["height_least"]) == (pytest.approx(0.7), 0.6)
    assert np.isnan(summed_up([few])["ev_normal"])


def test_a_channel_lies_over_the_lead_as_it_is_drawn() -> None:
    """The channel's values are those of the raw trace; the front end's baseline comes off again."""
    record = load_demo()
    lead = record.signals[: round(60 * record.fs), 0]
    rows = FrontEnd(record.fs).push(lead)
    channel = ChannelRows(rows.index, rows.emitted, rows.value + rows.baseline, rows.value)
    truth = Truth(
        "demo",
        record.fs,
        len(lead),
        beats := np.arange(1000, len(lead) - 1000, 300, dtype=np.int64),
        np.full(len(beats), "N"),
        np.ones(len(beats), dtype=bool),
        np.zeros((0, 2), dtype=np.int64),
    )
    found = drawn_in(lead, record.fs, channel, truth)
    assert found.normal == pytest.approx(1, abs=1e-6)
    half = drawn_in(lead, record.fs, ChannelRows(*(part[::2] for part in vars(channel).values())), truth)
    assert np.isnan(half.normal), "a line with holes is no line"
