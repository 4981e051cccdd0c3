"""Strips come back as they were, or are refused in a sentence."""

import zlib

import msgspec
import numpy as np
import pytest

from assets.records.lead import Lead, LeadKind
from monitor.alarms.journaling.strips import StripError, packed, place_of, read_strip

LEADS = (Lead("II"), Lead("ABP", "mmHg", LeadKind.PRESSURE))


def put(folder, samples, leads=LEADS, before=b"others"):
    content, digits = packed(samples, leads)
    (folder / "a.strips").write_bytes(before + content + b"more")
    return place_of("a.strips", len(before), content, digits, 700, len(samples), leads)


@pytest.mark.parametrize("size", [1.0, 200.0])
def test_samples_come_back_with_their_leads_and_gaps(tmp_path, size):
    samples = (size * np.random.default_rng(0).standard_normal((2500, 2))).clip(-300, 300).astype(np.float32)
    samples[100:200, 0] = np.nan
    strip = read_strip(tmp_path, put(tmp_path, samples), 250.0)
    assert strip.samples == pytest.approx(samples, abs=0.011, nan_ok=True)
    assert (strip.start, strip.fs, strip.leads) == (700, 250.0, LEADS)


def test_of_a_screenful_of_leads_ten_seconds_take_little():
    at = np.arange(2500)
    samples = np.stack([np.sin(at / (7 + i)) for i in range(3)], axis=1).astype(np.float32)
    assert len(packed(samples, [Lead("I")] * 3)[0]) < 15_000


@pytest.mark.parametrize(
    "change",
    [{"at": 10**9}, {"crc": 5}, {"n": 400}, {"n": 4_000_000}, {"fmt": "24"}, {"file": "none.strips"}],
    ids=str,
)
def test_a_strip_that_is_not_what_was_written_is_refused(tmp_path, change):
    place = msgspec.structs.replace(put(tmp_path, np.ones((500, 2), np.float32)), **change)
    with pytest.raises(StripError, match=r"The strip in \w+\.strips cannot be shown: "):
        read_strip(tmp_path, place, 250.0)


def test_a_bomb_is_not_unpacked(tmp_path):
    place = put(tmp_path, np.ones((500, 2), np.float32))
    bomb = zlib.compress(bytes(10**8))
    (tmp_path / "a.strips").write_bytes(bomb)
    place = msgspec.structs.replace(place, at=0, size=len(bomb), crc=zlib.crc32(bomb))
    with pytest.raises(StripError, match="damaged"):
        read_strip(tmp_path, place, 250.0)
