"""Several patients in one batch: each one's analysis is the one that he gets alone."""

from __future__ import annotations

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.alarms.watch import AlarmWatch
from models.alerts.analyzer import Analyzer, Scorer
from models.leads.stream import shipped_stream
from models.leads.ward import WardStream
from models.patients.patient import Patient

FS, SECONDS = 360, 40


@pytest.fixture(scope="module")
def beds() -> list[np.ndarray]:
    """Two leads of the demo with a gap, one lead of it, and three of a patient with tachycardia."""
    first = load_demo().signals[: FS * SECONDS, 0].astype(np.float64)
    second = np.random.default_rng(0).normal(0, 0.01, len(first)) - 0.6 * np.roll(first, 4)
    two = np.stack([first, second], axis=1)
    two[FS * 20 : FS * 22, 1] = np.nan
    one = load_demo().signals[FS * 100 : FS * (100 + SECONDS), :1].astype(np.float64)
    steered = Patient("sinus", seed=1, fs=FS)
    steered.steer("vt", in_s=20)
    three = steered.read(FS * SECONDS).samples.astype(np.float64)
    return [two, one, three]


class Told:
    """What an analysis and its alarms came to."""

    def __init__(self, scorer: Scorer, leads: int) -> None:
        names = [f"lead {i}" for i in range(leads)]
        self.analyzer = Analyzer(FS, scorer, lead=names[0], together=names if leads > 1 else ())
        self.watch = AlarmWatch(FS, names)
        self.beats: list[int] = []
        self.scores: list[float] = []
        self.events: list[tuple[str, int, int]] = []
        self.alarms: list[tuple[str, int, int | None, int]] = []

    def push(self, samples: np.ndarray) -> None:
        analysis = self.analyzer.push(samples if samples.shape[1] > 1 else samples[:, 0])
        self.beats += analysis.beats.index.tolist()
        self.scores += analysis.beats.score.tolist()
        self.events += [(e.kind.value, e.start, e.emitted) for e in analysis.events]
        news = self.watch.push(analysis).news
        self.alarms += [(a.condition.key, a.start, a.end, a.raised) for a in news]


@pytest.mark.slow
@pytest.mark.parametrize("hop", [61])
def test_each_patient_is_analysed_as_he_is_alone(beds: list[np.ndarray], hop: int) -> None:
    ward = WardStream(FS, [bed.shape[1] for bed in beds])
    together = [Told(p, bed.shape[1]) for p, bed in zip(ward.patients, beds, strict=True)]
    alone = [Told(shipped_stream(FS, bed.shape[1]), bed.shape[1]) for bed in beds]
    for start in range(0, FS * SECONDS, hop):
        blocks = [bed[start : start + hop] for bed in beds]
        ward.push(blocks)
        for told, own in zip(together, blocks, strict=True):
            told.push(own)
    for told, bed in zip(alone, beds, strict=True):
        told.push(bed)
    for one, other in zip(together, alone, strict=True):
        assert one.beats == other.beats
        assert len(one.beats) > 30
        np.testing.assert_allclose(one.scores, other.scores, atol=1e-3)
        assert one.events == other.events
        assert sorted(one.alarms, key=str) == sorted(other.alarms, key=str)
    assert "ventricular_tachycardia" in {name for name, *_ in together[2].alarms}
    templates = [(p.template, told.analyzer.template) for p, told in zip(ward.patients, alone, strict=True)]
    for mine, own in templates:
        assert mine is not None
        assert own is not None
        np.testing.assert_allclose(mine[1], own[1], atol=1e-4)


def test_what_does_not_fit_is_refused(beds: list[np.ndarray]) -> None:
    with pytest.raises(ValueError, match="needs a lead"):
        WardStream(FS, [])
    with pytest.raises(ValueError, match="needs a lead"):
        WardStream(FS, [2, 0])
    ward = WardStream(FS, [2, 1])
    with pytest.raises(ValueError, match="of one length"):
        ward.push([beds[0][:10], beds[1][:9]])
    with pytest.raises(ValueError, match="of one length"):
        ward.push([beds[0][:10]])
    patient = ward.patients[0]
    with pytest.raises(ValueError, match="push the ward's samples first"):
        patient.push(beds[0][:10])
    ward.push([beds[0][:10], beds[1][:10]])
    patient.push(beds[0][:10])
    with pytest.raises(ValueError, match="push the ward's samples first"):
        patient.push(beds[0][:10])
    with pytest.raises(ValueError, match="cannot begin anew"):
        patient.reset()
    with pytest.raises(ValueError, match="no second stream"):
        patient.fork()
