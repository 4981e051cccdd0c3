"""The wards that are offered can be opened."""

import pytest

from assets.databases.mitbih import DS1
from models.patients.opening import open_any
from monitor.bedside.ward.presets import MIXED, PRESETS, SIZES


@pytest.mark.parametrize("text", MIXED)
def test_every_mixed_patient_can_be_opened(text, data_dir) -> None:
    source = open_any(text, data_dir=data_dir)
    assert source.read(100).stop == 100
    source.close()


def test_presets_fill_the_largest_ward_and_show_no_test_record() -> None:
    for beds in PRESETS.values():
        assert len(beds) == len(set(beds)) == max(SIZES)
    assert set(PRESETS["MIT-BIH records of DS1"]) <= set(DS1)
