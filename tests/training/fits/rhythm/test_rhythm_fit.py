"""The rhythm's fit, on made patients: what it learns, what it sets its thresholds by, what it refuses."""

from dataclasses import replace

import numpy as np
import pytest

from models.rhythm.evidence import EVIDENCE
from models.rhythm.irregular import IRREGULARITY
from tests.beats import make_beats
from training.fits.rhythm.classes import RhythmFitSettings, fit_rhythm
from training.fits.rhythm.irregular import fibrillation_found, fit_irregular, irregular_stretches
from training.fits.rhythm.measures import LeadIrregularity, RhythmPatient, within

FS = 360.0
N, EVERY = 1200, 300  # beats of a patient, samples between them
QUICK = RhythmFitSettings(epochs=3, batch=128)


def a_patient(number, fibrillates=False):
    rng = np.random.default_rng(number)
    aami = rng.choice(["N", "N", "N", "N", "S", "V"], N)
    evidence = rng.normal(0, 0.1, (N, len(EVIDENCE)))
    evidence[aami == "S", EVIDENCE.index("early_lately")] += 0.4
    evidence[aami == "V", EVIDENCE.index("score")] += 2.0
    score = np.where(aami == "V", 2.0, 0.2).astype(np.float32)
    index = EVERY * np.arange(1, N + 1)
    at = index[3::4]
    atrial = (at > index[N // 2]) & fibrillates
    measured = rng.normal(0, 0.3, (len(at), len(IRREGULARITY)))
    measured[atrial] += [2.0, 2.0, 1.0, -3.0]
    lead = LeadIrregularity(at, at, measured, atrial, np.ones(len(at), dtype=bool))
    spans = np.array([(index[N // 2], index[-1])] if fibrillates else [], dtype=np.int64).reshape(-1, 2)
    return RhythmPatient(
        f"made{number}", "mitdb", FS, 10.0, True, make_beats(index, score), evidence, score, aami,
        index >= 0, np.zeros(N, dtype=bool), within(index, spans), (lead, lead), spans, spans[:0],
    )  # fmt: skip


@pytest.fixture(scope="module")
def patients():
    return [a_patient(i, fibrillates=i < 3) for i in range(6)]


def test_it_tells_early_beats_and_fibrillation_of_patients_that_it_has_not_seen(patients) -> None:
    trained = fit_rhythm(patients, QUICK)
    assert trained.card.metrics["mitdb_auc"] > 0.99
    assert trained.card.metrics["fibrillation_sensitivity"] > 0.9
    assert trained.card.metrics["fibrillation_positive_predictivity"] > 0.9
    n, s, v = (trained.network.logits(patients[0].evidence[patients[0].aami == c]).mean(0) for c in "NSV")
    assert (n.argmax(), s.argmax(), v.argmax()) == (0, 1, 2)


@pytest.mark.slow
def test_the_same_seed_gives_the_same_weights(patients) -> None:
    first, second = (fit_rhythm(patients, QUICK) for _ in range(2))
    for name, tensor in first.network.tensors.items():
        np.testing.assert_array_equal(tensor, second.network.tensors[name])
    assert first.card == second.card


def test_every_epoch_of_every_fit_is_told(patients) -> None:
    told: list[int] = []
    fit_rhythm(patients, QUICK, lambda step, loss: told.append(step))
    assert told == list(range(1, 7 * QUICK.epochs + 1))


def test_a_stretch_is_known_later_than_it_began(patients) -> None:
    weight, bias = fit_irregular(patients)
    (stretch,) = irregular_stretches(patients[0].irregularity[0], weight, bias)
    assert stretch.start <= stretch.known < stretch.over
    assert irregular_stretches(patients[5].irregularity[0], weight, bias) == []


def test_of_one_patient_with_fibrillation_nothing_is_said(patients) -> None:
    assert fibrillation_found(patients[2:]) == {}


def test_too_little_is_refused(patients) -> None:
    with pytest.raises(ValueError, match="at least 6 annotated records"):
        fit_rhythm(patients[:5], QUICK)
    with pytest.raises(ValueError, match="no atrial fibrillation"):
        fit_irregular(patients[3:])
    normal = [replace(p, aami=np.full(N, "N")) for p in patients]
    with pytest.raises(ValueError, match="beats of each class: N, S, V"):
        fit_rhythm(normal, QUICK)
