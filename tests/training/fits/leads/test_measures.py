"""What leads say of a record's beats, and that a file of it gives it back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from models.leads.fusing import SHIPPED
from models.leads.stream import FusedStream
from tests.training.conftest import MakeRecord
from training.fits.leads.choosing import fused
from training.fits.leads.measures import hear, keep_heard, kept_heard


@pytest.mark.slow
def test_putting_together_what_is_heard_is_what_the_stream_does(make_record: MakeRecord) -> None:
    record = make_record(420, ectopic_every=9)
    rng = np.random.default_rng(3)
    noisy = record.signals.copy()
    noisy[330 * 360 : 360 * 360, 1] += rng.normal(0, 0.1, 30 * 360).astype(np.float32)
    noisy[380 * 360 : 400 * 360, 1] = np.nan
    record = replace(record, signals=noisy)
    heard = hear(record)
    beats = FusedStream(record.fs, 2).push(record.signals).beats
    late = beats.index >= 300 * record.fs
    given = np.where(np.isfinite(beats.score[late]), beats.score[late], -np.inf)
    assert len(heard.aami) == late.sum()
    np.testing.assert_allclose(fused(heard, SHIPPED), given, rtol=1e-4, atol=1e-4)
    assert np.ptp(heard.noise[1]) > 0.5, "the second lead was noisy for a while"
    assert (
        heard.ventricular
        == (np.array(record.annotations.symbol) == "V")[  # type: ignore[union-attr]
            record.annotations.sample >= 300 * record.fs  # type: ignore[union-attr]
        ].sum()
    )
    assert set(heard.aami) == {"N", "V"}
    assert heard.minutes == pytest.approx(2.0)


@pytest.mark.slow
def test_a_file_gives_back_what_was_heard(make_record: MakeRecord, tmp_path: Path) -> None:
    heard = hear(make_record(305, ectopic_every=7))
    keep_heard(tmp_path / "heard", [heard, replace(heard, patient="other", database="svdb", missed=3)])
    one, other = kept_heard(tmp_path / "heard")
    for name in ("score", "noise", "aami"):
        np.testing.assert_array_equal(getattr(one, name), getattr(heard, name))
    assert (one.patient, one.database, one.minutes, one.missed) == (
        heard.patient,
        "mitdb",
        heard.minutes,
        heard.missed,
    )
    assert (other.patient, other.database, other.missed) == ("other", "svdb", 3)


def test_what_cannot_be_heard_or_read_is_a_sentence(make_record: MakeRecord, tmp_path: Path) -> None:
    record = make_record(10)
    with pytest.raises(ValueError, match="has one lead"):
        hear(replace(record, signals=record.signals[:, :1], leads=("MLII",)))
    (tmp_path / "nothing").write_bytes(b"nothing")
    with pytest.raises(ValueError, match="holds nothing that leads say"):
        kept_heard(tmp_path / "nothing")
