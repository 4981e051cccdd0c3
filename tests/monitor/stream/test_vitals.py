"""Readings that were once read are kept by their moment."""

import numpy as np

from models.vitals.readings import Readings
from models.vitals.signs import Quality, Sign
from monitor.stream.vitals import VitalArchive


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
