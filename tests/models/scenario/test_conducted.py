"""Whatever is in a bed can be conducted: a patient steered, a record and a live stream only disturbed."""

from __future__ import annotations

import numpy as np
import pytest

from assets.errors import RecordError
from assets.records.demo import load_demo
from models.patients.source import open_patient
from models.scenario.conducted import Disturbed, conducted_in, open_conducted
from models.scenario.plan import Turn
from models.scenario.source import ScenarioSource

NAME = "sinus?rate=80&seed=5&leads=3&vitals=yes"


def test_until_something_is_done_a_patient_is_who_he_would_be():
    one, again = open_conducted(f"patient:{NAME}"), open_patient(NAME)
    block, same = one.read(2500), again.read(2500)
    np.testing.assert_array_equal(block.samples, same.samples)
    np.testing.assert_array_equal(block.annotations.sample, same.annotations.sample)
    assert (one.info.leads, one.info.fs, one.info.name) == (
        again.info.leads,
        again.info.fs,
        again.info.name,
    )
    assert one.info.identity != again.info.identity, "no mark of it is taken for one of his own"
    assert "inus" not in one.info.notes


def test_a_patient_is_steered_with_or_without_artefacts_behind_his_name():
    for name in ("patient:sinus?fs=360", "patient:sinus?fs=360+muscle=6"):
        source = open_conducted(name)
        conducted = conducted_in(source)
        assert isinstance(conducted, ScenarioSource)
        assert conducted.truth.steerable
        source.read(360)
        conducted.schedule([Turn(1.0, "vf")])
        source.read(180)
        assert conducted.truth.kind == "sinus"
        source.read(360)
        assert conducted.truth.kind == "vf"


@pytest.mark.parametrize("name", ["demo", "patient:vt?minutes=0.5"])
def test_a_record_takes_artefacts_only_and_says_so(name):
    source = open_conducted(name)
    conducted = conducted_in(source)
    assert isinstance(conducted, Disturbed)
    before = source.read(3600).samples.copy()
    with pytest.raises(RecordError, match="cannot be steered: it takes artefacts only"):
        conducted.schedule([Turn(0.0, "vt")])
    conducted.disturb("off")
    assert dict(conducted.truth.artefacts) == {"off": 1.0}
    lost = source.read(720).samples
    conducted.calm("off")
    after = source.read(720)
    told = [one.words for one in conducted.happened]
    assert told[0].startswith("Lead off")
    assert told[1].startswith("no more:")
    assert [one.at for one in conducted.happened] == [3600, 4320]
    history = source.between(0, 3600)
    np.testing.assert_array_equal(history.samples, before)
    assert np.nanstd(lost[360:, 0]) < 0.02
    assert not conducted.truth.artefacts
    assert np.nanstd(source.read(1440).samples[:, 0]) > 0.05
    assert after.stop == 5040


def test_what_is_disturbed_is_not_the_record():
    source = open_conducted("demo")
    assert source.info.identity == "mitdb/208+conducted"
    np.testing.assert_array_equal(source.read(100).samples, load_demo().signals[:100])


def test_an_artefact_that_is_none_is_refused_in_a_sentence():
    conducted = conducted_in(open_conducted("demo"))
    assert conducted is not None
    for kind in ("snow", "brushin"):
        with pytest.raises(RecordError):
            conducted.disturb(kind)
        with pytest.raises(RecordError):
            conducted.calm(kind)
    assert conducted.happened == ()


def test_noise_is_made_ready_beside_whoever_reads():
    source = open_conducted("demo")
    conducted = conducted_in(source)
    assert conducted is not None
    conducted.prepare()
    conducted.disturb("muscle", 0.0)
    assert len(source.read(360).samples) == 360
