"""Readings that were once read are kept by their moment."""

import numpy as np
import pytest

from models.vitals.readings import Readings
from models.vitals.signs import Quality, Sign
from models.vitals.stream import CUFF
from monitor.stream.vitals import CuffReading, VitalArchive


def rows(first, n, value):
    values = np.full((n, len(Sign)), value, np.float32)
    quality = np.full((n, len(Sign)), int(Quality.HELD), np.int8)
    return Readings(250 * np.arange(first, first + n), values, quality)


def test_a_reading_holds_until_the_next_and_not_for_long():
    archive = VitalArchive(250.0)
    archive.take(rows(10, 5, 80.0))
    assert archive.at(12 * 250).latest(Sign.PULSE) == 80.0
    assert archive.at(12 * 250 + 100).at.tolist() == [12 * 250]
    assert archive.at(12 * 250).why(Sign.PULSE) is Quality.HELD
    assert not len(archive.at(9 * 250))
    assert not len(archive.at(20 * 250))


def test_what_another_analysis_reads_again_is_kept_once():
    archive = VitalArchive(250.0)
    archive.take(rows(0, 10, 80.0))
    archive.take(rows(5, 10, 90.0))
    found = archive.between(0, 250 * 100)
    assert found.at.tolist() == [250 * i for i in range(15)]
    assert found.of(Sign.SPO2).tolist() == [80.0] * 10 + [90.0] * 5


def test_stretches_that_are_filled_in_later_stand_in_their_order():
    archive = VitalArchive(250.0)
    archive.take(rows(50, 5, 2.0))
    archive.take(rows(0, 5, 1.0))
    assert archive.between(0, 250 * 100).of(Sign.PULSE).tolist() == [1.0] * 5 + [2.0] * 5


def cuff_rows(first, *triples):
    """A row a second; None for a second without a figure, 0 for a cuff that could not measure."""
    values = np.full((len(triples), len(Sign)), np.nan, np.float32)
    quality = np.full((len(triples), len(Sign)), int(Quality.ABSENT), np.int8)
    columns = [sign.column for sign in CUFF]
    for i, triple in enumerate(triples):
        if triple:
            values[i, columns] = triple
        quality[i, columns] = int({None: Quality.NO_NEW, 0: Quality.FAILED}.get(triple, Quality.HELD))
    return Readings(250 * np.arange(first, first + len(triples)), values, quality)


HIGH, LOW = (120.0, 80.0, 93.0), (87.0, 46.0, 62.0)


def test_a_cuffs_figure_has_the_time_at_which_it_came():
    archive = VitalArchive(250.0)
    assert archive.cuff(1000) is None
    archive.take(cuff_rows(0, None, None, HIGH, HIGH, None, None, LOW, LOW, LOW, None))
    assert archive.cuff(250) is None
    assert archive.cuff(3 * 250) == CuffReading(*HIGH, at=500, exact=True)
    assert archive.cuff(5 * 250) == CuffReading(*HIGH, at=500, exact=True), "it holds until the next"
    assert archive.cuff(9 * 250 + 100) == CuffReading(*LOW, at=1500, exact=True)
    assert archive.cuff(900 * 250).at == 1500
    assert archive.cuff(900 * 250).figure(Sign.NIBP_MEAN) == 62.0


def test_a_cuffs_figure_that_stood_there_already_is_older():
    archive = VitalArchive(250.0)
    archive.take(cuff_rows(100, LOW, LOW, LOW))
    assert archive.cuff(102 * 250) == CuffReading(*LOW, at=25_000, exact=False)
    archive.take(cuff_rows(50, HIGH, HIGH))
    assert archive.cuff(102 * 250) == CuffReading(*LOW, at=25_000, exact=False), "it came in between"
    archive.take(cuff_rows(52, *[HIGH] * 40, *[LOW] * 8))
    assert archive.cuff(102 * 250) == CuffReading(*LOW, at=92 * 250, exact=True)


@pytest.mark.parametrize("came", [599, 600, 601, 1234])
def test_a_cuffs_figure_of_long_ago_keeps_its_time(came):
    archive = VitalArchive(250.0)
    archive.take(cuff_rows(0, *[HIGH] * (came - 20), *[None] * 20, *[LOW] * 100, *[None] * 1900))
    assert archive.cuff(3000 * 250) == CuffReading(*LOW, at=came * 250, exact=True)
    assert archive.cuff((came - 1) * 250) == CuffReading(*HIGH, at=0, exact=False)


def test_a_cuff_that_failed_says_when_and_a_mean_alone_is_a_measurement():
    archive = VitalArchive(250.0)
    archive.take(cuff_rows(0, HIGH, 0, 0, None, (np.nan, np.nan, 94.0), None))
    failed = archive.cuff(3 * 250)
    assert (failed.failed, failed.at, failed.exact) == (True, 250, True)
    mean = archive.cuff(5 * 250)
    assert mean == CuffReading(None, None, 94.0, at=1000, exact=True)
    assert not mean.failed


def test_without_a_cuff_there_is_no_figure_of_one():
    archive = VitalArchive(250.0)
    readings = rows(0, 10, 80.0)
    readings.quality[:, [sign.column for sign in CUFF]] = int(Quality.ABSENT)
    archive.take(readings)
    assert archive.cuff(2000) is None
