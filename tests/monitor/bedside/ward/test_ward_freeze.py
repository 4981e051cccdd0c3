"""A bed stands still while the others go on, and goes on by itself."""

from __future__ import annotations

import numpy as np
import pytest
import wfdb

from assets.records.demo import load_demo
from monitor.bedside.ward.ward import Ward
from tests.monitor.bedside.ward.conftest import ByHand, Stretch


@pytest.fixture
def ward(store):
    """Two beds in step, four seconds after they began."""
    made = Ward(["one", "two"], ByHand(), keep=None)
    sources = {"one": Stretch(None), "two": Stretch(None, 60)}
    made.open(lambda name: sources[name])
    made.begin(store.ward)
    run(made, 4)
    yield made
    made.close()


def run(ward, seconds):
    until = ward.pace.now() + seconds
    while ward.pace.now() < until:
        if not ward.step():
            ward.pace.wait(0.1)


def test_a_frozen_bed_stands_still_and_the_other_misses_nothing(ward):
    one, two = ward.beds
    ward.order(lambda: ward.freeze(one))
    run(ward, 5)
    assert one.frozen
    assert one.said.analysed == pytest.approx(4 * 360, abs=72)
    assert two.said.analysed == pytest.approx(9 * 360, abs=72)
    assert one.replay.position == pytest.approx(4 * 360, abs=72)
    ward.order(lambda: ward.thaw(one))
    run(ward, 6)
    assert not one.frozen
    assert one.said.analysed == pytest.approx(10 * 360, abs=108)
    assert two.said.analysed == pytest.approx(15 * 360, abs=108)
    heard = one.replay.history.between(0, one.replay.position)
    np.testing.assert_array_equal(heard, load_demo().signals[: len(heard), :1])
    assert one.said.rhythm.rate_bpm is not None
    assert max(ward.lags.quantile(0.99), 0) < 0.3


def test_frozen_twice_or_thawed_without_having_been_frozen_nothing_happens(ward):
    one, two = ward.beds
    ward.order(lambda: ward.thaw(one))
    for _ in range(2):
        ward.order(lambda: ward.freeze(one))
    run(ward, 1)
    for _ in range(2):
        ward.order(lambda: ward.thaw(one))
    run(ward, 2)
    assert one.said.analysed == pytest.approx(6 * 360, abs=108)
    assert two.said.analysed == pytest.approx(7 * 360, abs=108)


def test_a_ward_whose_beds_all_stand_still_goes_on_when_one_does(ward):
    one, two = ward.beds
    for bed in ward.beds:
        ward.order(lambda bed=bed: ward.freeze(bed))
    run(ward, 2)
    ward.order(lambda: ward.thaw(two))
    run(ward, 3)
    assert one.frozen
    assert two.said.analysed == pytest.approx(7 * 360, abs=108)


def test_a_recording_goes_on_over_it_without_a_hole(ward, tmp_path):
    one, _ = ward.beds
    ward.order(lambda: one.record(tmp_path))
    run(ward, 6)
    ward.order(lambda: ward.freeze(one))
    run(ward, 3)
    ward.order(lambda: ward.thaw(one))
    run(ward, 8)
    ward.order(one.stop_recording)
    run(ward, 0.5)
    (header,) = tmp_path.glob("*.hea")
    record = wfdb.rdrecord(str(header.with_suffix("")))
    assert record.sig_len == pytest.approx(14 * 360, abs=180)
    assert not np.isnan(record.p_signal).any()
    beats = wfdb.rdann(str(header.with_suffix("")), "ecgm").sample
    assert (np.diff(beats) > 0).all()
    assert beats[-1] > 10 * 360
