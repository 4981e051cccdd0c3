"""When a record began is read where a header says it, and nowhere guessed."""

from datetime import datetime

import pytest

from assets.records.began import LAST_YEAR, of_edf, of_fields
from assets.records.headers.header import parse_header
from assets.sources.source import Lead, SourceInfo


@pytest.mark.parametrize(
    ("fields", "moment"),
    [
        ("10:44:18.529 04/05/2704", datetime(2704, 5, 4, 10, 44, 18, 529000)),
        ("10:44 4/5/1999", datetime(1999, 5, 4, 10, 44)),
        ("2020-02-29 23:59:59", datetime(2020, 2, 29, 23, 59, 59)),
        ("10:44:18", None),
        ("0:0:0 0/0/0", None),
        ("25:00:00 01/01/2000", None),
        ("10:00:00 31/02/2000", None),
        ("23:59:59 31/12/9999", None),
        ("", None),
    ],
)
def test_base_time_and_base_date(fields, moment):
    assert of_fields(fields.split()) == moment


def test_a_header_says_it():
    header = parse_header(b"a 1 250 1000 10:44:18 04/05/2004\na.dat 16 200 16 0 0 0 0 II\n", "a.hea")
    assert header.start == datetime(2004, 5, 4, 10, 44, 18)


def test_every_moment_of_a_record_that_begins_late_is_in_the_calendar():
    start = of_fields(["23:59:59", f"31/12/{LAST_YEAR}"])
    info = SourceInfo("late", "late", 250.0, (Lead("II"),), n_samples=None, start=start)
    assert info.moment(250).year == LAST_YEAR + 1
    assert info.moment(250 * 86400 * 366 * 900).year < 9999


@pytest.mark.parametrize(
    ("day", "time", "recording", "moment"),
    [
        (b"04.05.04", b"10.44.18", "", datetime(2004, 5, 4, 10, 44, 18)),
        (b"04.05.86", b"10.44.18", "", datetime(1986, 5, 4, 10, 44, 18)),
        (b"04.05.yy", b"10.44.18", "", None),
        (b"04.05.04", b"10.44.18", "Startdate 04-MAY-2104 X X X", datetime(2104, 5, 4, 10, 44, 18)),
        (b"01.01.85", b"00.00.00", "Startdate X X X X", None),
        (b"31.02.04", b"10.44.18", "", None),
        (b"31.12.04", b"23.59.59", "Startdate 31-DEC-9999 X X X", None),
        (b"\xff\x00", b"", "", None),
    ],
)
def test_day_and_time_of_an_edf_file(day, time, recording, moment):
    assert of_edf(day, time, recording) == moment
