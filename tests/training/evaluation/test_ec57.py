"""Beat-by-beat figures: against a matrix made by hand, bxb's loop written out, and wfdb's own matching."""

from __future__ import annotations

import json
import math
from itertools import chain
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wfdb.processing import compare_annotations

from assets.databases.mitbih import AAMI_CLASS
from assets.records.open import open_record
from models.judging.reference import MATCH_S
from training.evaluation.detectors.live import LivePipeline
from training.evaluation.ec57 import CLASSES, MULTIPLES, Confusion, compare_beats
from training.evaluation.protocol import Truth

FS = 360.0
START = round(300 * FS)


def truth_of(
    *parts: list[tuple[int, str]], flutter: tuple[tuple[int, int], ...] = (), name: str = "toy"
) -> Truth:
    beats = list(chain(*parts))
    at = np.array([sample for sample, _ in beats], dtype=np.int64)
    spans = np.array(flutter, dtype=np.int64).reshape(-1, 2)
    aami = np.array([one for _, one in beats], dtype="<U1")
    return Truth(name, FS, round(1800 * FS), at, aami, at >= START, spans)


def confuse(truth: Truth, *parts: list[tuple[int, str]]) -> Confusion:
    found = list(chain(*parts))
    at = np.array([sample for sample, _ in found], dtype=np.int64)
    return Confusion.of(truth, at, [label for _, label in found])


def test_figures_follow_from_the_matrix_as_the_standard_counts() -> None:
    counts = np.array(
        [
            #  n   s   v  f  q  none
            [900, 10, 20, 0, 3, 7],
            [30, 60, 5, 0, 1, 4],
            [6, 2, 80, 0, 1, 11],
            [3, 1, 8, 0, 0, 2],
            [2, 5, 9, 0, 1, 3],
            [12, 4, 6, 0, 2, 0],
        ]
    )
    found = Confusion(counts)
    beats, detected = counts[:5].sum(), counts[:, :5].sum()
    assert found.qrs.sensitivity == pytest.approx((beats - 27) / beats)
    assert found.qrs.positive_predictivity == pytest.approx((detected - 24) / detected)
    assert math.isnan(found.qrs.false_positive_rate)
    assert found.veb.sensitivity == pytest.approx(80 / 100)
    assert found.veb.positive_predictivity == pytest.approx(80 / (80 + 20 + 5 + 6)), "F and Q are left out"
    others = 900 + 10 + 3 + 30 + 60 + 1 + 3 + 1 + 2 + 5 + 1 + 12 + 4 + 2
    assert found.veb.false_positive_rate == pytest.approx(31 / (31 + others))
    assert found.sveb.sensitivity == pytest.approx(60 / 100)
    assert found.sveb.positive_predictivity == pytest.approx(60 / (60 + 10 + 2 + 1 + 4)), "Q is left out"


def test_each_pair_has_its_place() -> None:
    truth = truth_of(
        [(START - 50, "V"), (START + 100, "N"), (START + 500, "V"), (START + 900, "F"), (START + 1300, "Q")],
        [(START + 5000, "N")],
        flutter=((START + 2000, START + 3000),),
    )
    found = confuse(
        truth,
        [(START - 40, "N"), (START + 110, "S"), (START + 560, "V"), (START + 910, "V"), (START + 1290, "V")],
        [(START + 2500, "V"), (START + 4000, "Q"), (START + 5054, "N")],
    )
    told = {(CLASSES[i], CLASSES[j]): n for (i, j), n in np.ndenumerate(found.counts) if n}
    assert told == {
        ("N", "S"): 1,
        ("V", "O"): 1,  # 60 samples away
        ("O", "V"): 1,
        ("F", "V"): 1,
        ("Q", "V"): 1,
        ("O", "Q"): 1,
        ("N", "N"): 1,
    }, "nothing of the first five minutes, nor of flutter"


def test_labels_that_do_not_fit_are_refused() -> None:
    truth = truth_of([(START, "N")])
    with pytest.raises(ValueError, match="1 labels do not belong to 2 beats"):
        Confusion.of(truth, np.array([1, 2]), ["N"])
    with pytest.raises(ValueError, match="A is no label of a beat"):
        Confusion.of(truth, np.array([1]), ["A"])


beats_at = st.lists(st.tuples(st.integers(20, 500), st.sampled_from("NSVFQ")), max_size=30)


@settings(deadline=None)
@given(beats_at, beats_at)
def test_pairs_are_those_of_bxb(one: list[tuple[int, str]], other: list[tuple[int, str]]) -> None:
    """Its loop (WFDB Applications Guide, bxb(1)) written out."""
    truth, found = placed(one), placed(other)
    counts = np.zeros((6, 6), dtype=int)
    i = j = 0
    while i < len(truth) or j < len(found):
        here, there = truth[i][0] if i < len(truth) else 10**9, found[j][0] if j < len(found) else 10**9
        if there < here:
            after = found[j + 1][0] if j + 1 < len(found) else 10**9
            if here - there <= 54 and here - there < abs(here - after):
                counts[CLASSES.index(truth[i][1]), CLASSES.index(found[j][1])] += 1
                i, j = i + 1, j + 1
            else:
                counts[5, CLASSES.index(found[j][1])] += 1
                j += 1
        else:
            after = truth[i + 1][0] if i + 1 < len(truth) else 10**9
            if there - here <= 54 and there - here < abs(there - after):
                counts[CLASSES.index(truth[i][1]), CLASSES.index(found[j][1])] += 1
                i, j = i + 1, j + 1
            else:
                counts[CLASSES.index(truth[i][1]), 5] += 1
                i += 1
    np.testing.assert_array_equal(confuse(truth_of(truth), found).counts, counts)


def placed(steps: list[tuple[int, str]]) -> list[tuple[int, str]]:
    samples = START + 1000 + np.cumsum([step for step, _ in steps], dtype=np.int64)
    return [(int(at), name) for at, (_, name) in zip(samples, steps, strict=True)]


@pytest.mark.slow
def test_a_record_agrees_with_wfdb_and_with_its_labels(data_dir: Path) -> None:
    record = open_record("119", data_dir=data_dir)
    truth = Truth.of(record)
    told = LivePipeline(multiples=MULTIPLES[1:]).analyse(record.signals[:, 0], record.fs)
    found = compare_beats([truth], [told.beats], [told.labels])
    late = truth.beats >= 300 * record.fs
    theirs = compare_annotations(
        truth.beats[late], told.beats[told.beats >= 300 * record.fs], round(MATCH_S * record.fs)
    )
    one = found.gross(1.0)
    assert abs(one.counts[:5, :5].sum() - theirs.tp) <= 1
    assert abs(one.counts[:5, 5].sum() - theirs.fn) <= 1
    assert abs(one.counts[5].sum() - theirs.fp) <= 1
    assert one.veb.sensitivity > 0.99
    sensitivities = [found.gross(multiple).veb.sensitivity for multiple in MULTIPLES]
    assert sensitivities == sorted(sensitivities, reverse=True), "the higher the line, the fewer are found"
    assert record.annotations is not None
    late_symbols = [
        AAMI_CLASS[s]
        for at, s in zip(record.annotations.sample, record.annotations.symbol, strict=True)
        if s in AAMI_CLASS and at >= 300 * record.fs
    ]
    assert one.counts[CLASSES.index("V")].sum() == late_symbols.count("V")
    json.dumps(found.as_json())


def test_averages_are_over_the_records_that_have_a_figure() -> None:
    truths = [truth_of([(START + 100, "V"), (START + 500, "V")]), truth_of([(START + 100, "N")], name="b")]
    beats = [np.array([START + 100, START + 500]), np.array([START + 100])]
    found = compare_beats(truths, beats, [{1.0: "VN"}, {1.0: "N"}])
    assert found.average("veb", 1.0).sensitivity == 0.5
    assert found.average("qrs", 1.0).sensitivity == 1.0
    assert found.gross(1.0).counts.sum() == 3
    assert math.isnan(found.average("sveb", 1.0).sensitivity)
