"""A bed that is opened: its past, and what comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.patients.source import open_patient
from models.scenario.conducted import Disturbed
from models.scenario.source import disturbances_in
from monitor.bedside.ward.opened import BedSource
from monitor.bedside.ward.ward import Ward
from tests.monitor.bedside.ward.conftest import ByHand, Stretch


def test_a_bed_is_opened_with_its_past_and_goes_on(store) -> None:
    pace, patient = ByHand(), open_patient("sinus?seed=5")
    ward = Ward(["record", "patient", "nothing"], pace)
    sources = {"record": Stretch(12), "patient": patient}
    ward.open(lambda name: sources[name])
    ward.begin(store.ward)
    pace.wait(10)
    bed = ward.beds[0]
    opened = BedSource(bed, past_s=4)
    info = opened.info
    assert (info.name, info.offset, info.live) == ("Bed 1: stretch", 6 * 360, True)
    past = opened.read(10**6)
    assert past.start == 0
    np.testing.assert_array_equal(past.samples, load_demo().signals[6 * 360 : 10 * 360, :1])
    assert not len(opened.read(100).samples)
    assert not opened.ended
    pace.wait(5)
    rest = opened.read(10**6)
    assert (rest.start, rest.stop) == (4 * 360, 6 * 360)
    assert opened.ended

    simulated = BedSource(ward.beds[1], past_s=3, named=False)
    block = simulated.read(10**6)
    assert block.stop == 3 * 250
    again = open_patient("sinus?seed=5").read(15 * 250)
    np.testing.assert_array_equal(block.samples, again.samples[12 * 250 :])
    known = again.annotations.sample - 12 * 250
    assert block.annotations.sample.tolist() == known[known >= 0].tolist()
    assert (simulated.info.name, simulated.info.notes, simulated.info.comments) == ("Bed 2", "", ())
    ward.close()
    with pytest.raises(ValueError, match="Bed 3 is empty: nothing could not be opened"):
        BedSource(ward.beds[2])


def test_a_bed_whose_record_says_when_it_began_is_told_in_the_same_times_of_day(store) -> None:
    pace, source = ByHand(), Stretch(20)
    source._info = replace(source.info, start=datetime(2004, 5, 4, 23, 59, 50))
    ward = Ward(["record"], pace)
    ward.open(lambda name: source)
    ward.begin(store.ward)
    pace.wait(15)
    opened = BedSource(ward.beds[0], past_s=4)
    assert opened.info.offset == 11 * 360
    assert opened.info.moment(0) == datetime(2004, 5, 5, 0, 0, 1)
    assert BedSource(ward.beds[0], named=False).info.start is None, "a date may tell which record it is"
    ward.close()


def test_the_artefacts_of_a_bed_are_told_in_the_samples_of_whoever_opened_it(store) -> None:
    pace, source = ByHand(), Disturbed(Stretch(20))
    ward = Ward(["record"], pace)
    ward.open(lambda name: source)
    ward.begin(store.ward)
    pace.wait(8)
    opened = BedSource(ward.beds[0], past_s=4)
    blocks = [opened.read(10**6)]
    for change in (lambda: source.disturb("off"), lambda: source.calm("off")):
        change()
        pace.wait(4)
        blocks.append(opened.read(10**6))
    heard = np.concatenate([block.samples for block in blocks])
    (told,) = disturbances_in(opened, 0, len(heard))
    (own,) = source.disturbances(0, 16 * 360)
    first = opened.info.offset
    assert (told.setting, told.start, told.stop) == (own.setting, own.start - first, own.stop - first)
    record = load_demo().signals[first : first + len(heard), :1]
    changed = np.flatnonzero((heard != record).any(axis=1))
    assert told.start <= changed[0] < changed[-1] < told.stop
    assert told.start == blocks[1].start, "from the sample on that was read next"
    assert disturbances_in(opened, 0, told.start) == ()
    ward.close()
