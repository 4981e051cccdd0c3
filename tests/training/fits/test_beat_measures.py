"""Beats are measured by networks that did not learn from their patient, and the measures can be kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from assets.records.record import Record
from models.beats.autoencoder import BeatAutoencoder
from models.running.weights import AUTOENCODER, FORECASTER
from training.fits import beat_measures
from training.fits.beat_measures import CLEAN, MeasuredBeats, keep_measures, kept_measures, measure
from training.fits.beats import BeatFitSettings, PatientBeats

MakeRecord = Callable[..., Record]
SETTINGS = BeatFitSettings(steps=5, batch=8)
CONDITIONS = (CLEAN, "muscle noise 12 dB")


def networks() -> tuple[object, object]:
    return FORECASTER.shipped().network, AUTOENCODER.shipped().network


@dataclass(frozen=True)
class Run:
    """What was measured, and for each patient measured as recorded, whom his network had learnt from."""

    measured: dict[str, list[MeasuredBeats]]
    learnt_from: list[tuple[str, set[str]]]


@pytest.fixture(scope="module")
def records(make_record: MakeRecord) -> list[Record]:
    return [make_record(345, ectopic_every=15, name=f"p{i}", seed=i) for i in range(2)]


@pytest.fixture(scope="module")
def run(records: list[Record]) -> Run:
    learnt: dict[int, set[str]] = {}
    seen: list[tuple[str, set[str]]] = []
    fit, take = beat_measures.fit_networks, beat_measures.measured_beats

    def fitted(parts: Sequence[Sequence[PatientBeats]], settings: BeatFitSettings) -> list[BeatAutoencoder]:
        made = fit(parts, settings)
        for network, part in zip(made, parts, strict=True):
            learnt[id(network)] = {found.patient.name for found in part}
        return made

    def taken(network: BeatAutoencoder, found: PatientBeats) -> MeasuredBeats:
        seen.append((found.patient.name, learnt[id(network)]))
        return take(network, found)

    networks = FORECASTER.shipped().network, AUTOENCODER.shipped().network
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(beat_measures, "fit_networks", fitted)
        patch.setattr(beat_measures, "measured_beats", taken)
        return Run(measure(records, *networks, SETTINGS, CONDITIONS), seen)


@pytest.fixture(scope="module")
def measured(run: Run) -> dict[str, list[MeasuredBeats]]:
    return run.measured


@pytest.mark.slow
def test_every_patient_is_measured_in_every_condition(measured: dict[str, list[MeasuredBeats]]) -> None:
    assert list(measured) == [*CONDITIONS]
    for beats in measured.values():
        assert [one.patient for one in beats] == ["p0", "p1"]
        for one in beats:
            assert one.minutes == pytest.approx(45 / 60, abs=0.05), "the first five minutes do not count"
            assert one.ventricular.sum() == pytest.approx(45 / 0.8 / 15, abs=1)
            assert not (one.ventricular & one.quiet).any(), "no V beat lies in normal rhythm"
            assert (one.ranked >= one.ventricular).all()
    noise = [np.median(measured[name][0].values[6]) for name in CONDITIONS]
    assert noise[1] > noise[0] + 0.5, "noise was added, and is measured"


def test_no_patient_is_measured_by_a_network_that_learnt_from_him(run: Run) -> None:
    assert run.learnt_from == [*[("p0", {"p1"})] * 2, *[("p1", {"p0"})] * 2]


def test_measures_come_back_as_they_were_kept(
    measured: dict[str, list[MeasuredBeats]], tmp_path: Path
) -> None:
    keep_measures(tmp_path / "m", measured)
    back = kept_measures(tmp_path / "m")
    assert list(back) == list(measured)
    for name, beats in measured.items():
        for one, again in zip(beats, back[name], strict=True):
            assert (one.patient, one.minutes) == (again.patient, again.minutes)
            for what in ("values", "ventricular", "ranked", "quiet"):
                np.testing.assert_array_equal(getattr(one, what), getattr(again, what))


@pytest.mark.parametrize("content", [b"", b"nothing", b"\x08\0\0\0\0\0\0\0{}      "])
def test_another_file_is_refused_in_a_sentence(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "m").write_bytes(content)
    with pytest.raises(ValueError, match="holds no measures of beats"):
        kept_measures(tmp_path / "m")


def test_one_record_is_too_few(records: list[Record]) -> None:
    with pytest.raises(ValueError, match="at least two records"):
        measure(records[:1], FORECASTER.shipped().network, AUTOENCODER.shipped().network, SETTINGS)
