"""Minutes of a record, as a scenario wants them, or a sentence why not."""

import numpy as np
import pytest

from assets.errors import RecordError
from assets.records.record import Record
from assets.sources.record import RecordSource
from models.scenario.stretch import Stretch
from tests.models.scenario.made import ramp


@pytest.mark.parametrize("fs", [250.0, 360.0, 500.0])
def test_samples_and_annotations_lie_where_they_did(fs):
    stretch = Stretch(ramp(), ("V1", "II"), fs, 20.0, 10.0)
    block = stretch.between(0, len(stretch))
    assert stretch.resampled == (fs != 360)
    assert len(block.samples) == 10 * fs
    assert np.allclose(block.samples[:, 1], 20 + np.arange(10 * fs) / fs, atol=0.03)  # the filter's ripple
    assert block.annotations.symbol[0] == "+"
    assert block.annotations.aux_note[0] == "(AFIB"
    assert np.allclose(block.annotations.sample[1:] / fs, np.arange(10), atol=1.5 / fs)


def test_a_gap_stays_one():
    signals = np.ones((3600, 1), np.float32)
    signals[1800:2160] = np.nan
    source = RecordSource(Record("r", 360.0, ("II",), signals))
    gap = np.isnan(Stretch(source, ("II",), 250.0, 0.0, 10.0).between(0, 2500).samples[:, 0])
    assert gap[1250:1500].all()
    assert not gap[:1249].any()
    assert not gap[1501:].any()


@pytest.mark.parametrize(
    ("leads", "start_s", "lasts_s", "why"),
    [
        (("II", "V5"), 0, 10, "has no lead V5; its leads are MLII, V1"),
        (("II",), 55, 10, "lasts 60 s; it has no 10 s from 55 s on"),
    ],
)
def test_what_a_record_has_not_is_a_sentence(leads, start_s, lasts_s, why):
    with pytest.raises(RecordError, match=why):
        Stretch(ramp(), leads, 250.0, start_s, lasts_s)
