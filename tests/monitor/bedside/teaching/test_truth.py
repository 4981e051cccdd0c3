"""What annotations say of a stretch."""

import pytest

from assets.sources.open import open_source
from models.patients.source import SCHEMES
from monitor.bedside.teaching.findings import Finding, finding_of, label_words
from monitor.bedside.teaching.truth import Episode, truth
from tests.monitor.bedside.teaching.conftest import FS, notes


def told(found):
    return [(e.finding, e.start / FS, e.end / FS, e.asked) for e in found.episodes]


def test_rhythms_are_episodes_and_ectopic_beats_near_each_other_are_one(minute):
    assert told(truth(minute, FS, 0, 6000)) == [
        (Finding.SINUS, 0.0, 19.99, False),
        (Finding.ECTOPY, 5.0, 6.4, False),
        (Finding.ECTOPY, 15.0, 15.4, False),
        (Finding.VT, 20.0, 29.99, True),
        (Finding.SINUS, 30.0, 59.99, False),
    ]


def test_what_held_before_the_stretch_holds_in_it_and_its_onset_is_unknown(minute):
    found = truth(minute, FS, 2500, 4000)
    first = found.episodes[0]
    assert (first.finding, first.start, first.begins) == (Finding.VT, 2500, False)
    assert first.asked
    assert found.on(3500)[0].finding is Finding.SINUS


def test_labels_of_one_button_that_follow_each_other_are_one_episode():
    found = truth(notes((0, "+", "(AFIB"), (5, "+", "(AFL"), (9, "+", "(AFIB"), (12, "+", "(N")), FS, 0, 2000)
    (atrial,) = (e for e in found.episodes if e.finding is Finding.ATRIAL)
    assert (atrial.start, atrial.end) == (0, 1199)
    assert atrial.words == "atrial fibrillation (AFIB), atrial flutter (AFL)"


def test_an_episode_too_short_to_be_named_is_not_asked_for():
    found = truth(notes((0, "+", "(N"), (5, "+", "(AFIB"), (7, "+", "(N")), FS, 0, 2000)
    (short,) = (e for e in found.episodes if e.finding is Finding.ATRIAL)
    assert not short.asked


def test_the_beats_of_a_tachycardia_that_lasts_are_no_matter_either_way_and_those_of_a_run_are():
    run = [(5, "+", "(VT"), (5.1, "V", ""), (6, "+", "(N"), (9, "V", "")]
    found = truth(notes(*run, (20, "+", "(VT"), (21, "V", ""), (22, "V", "")), FS, 0, 3000)
    assert found.ectopic.tolist() == [510, 900]
    assert found.neutral.tolist() == [2100, 2200]


def test_fluttering_ventricles_are_one_episode_and_their_beats_are_none():
    waves = notes((0, "+", "(N"), (5, "[", ""), (5.2, "+", "(VFL"), (7, "V", ""), (9, "]", ""))
    found = truth(waves, FS, 0, 2000)
    flutter = [e for e in found.episodes if e.finding is Finding.VF]
    assert [(e.start, e.asked) for e in flutter] == [(500, True)]
    assert not len(found.ectopic)


def test_fusion_beats_are_no_matter_either_way_and_paced_ones_are_paced():
    found = truth(notes((1, "F", ""), (2, "/", ""), (3, "f", ""), (4, "Q", ""), (5, "E", "")), FS, 0, 1000)
    assert found.neutral.tolist() == [100, 400]
    assert found.ectopic.tolist() == [500]


def test_artefacts_that_someone_put_on_are_episodes_too():
    more = Episode(Finding.ARTEFACT, 300, 900, "muscle noise", asked=True)
    assert more in truth(notes((0, "+", "(N")), FS, 0, 2000, (more,)).episodes


def test_labels_without_a_button_are_nobody_s_mistake():
    assert finding_of("NOD") is None
    assert not truth(notes((0, "+", "(PREX")), FS, 0, 1000).episodes
    assert label_words("VT") == "ventricular tachycardia (VT)"
    assert label_words("?") == "?"


@pytest.mark.parametrize(
    ("kind", "finding"),
    [
        ("vt", Finding.VT),
        ("vf-fine", Finding.VF),
        ("asystole", Finding.ASYSTOLE),
        ("mobitz", Finding.AV_BLOCK),
        ("paced", Finding.PACED),
        ("svt", Finding.SVT),
        ("bigeminy", Finding.ECTOPY),
        ("atrial-flutter", Finding.ATRIAL),
    ],
)
def test_a_simulated_patient_s_labels_mean_what_it_has(kind, finding):
    source = open_source(f"patient:{kind}?minutes=0.3", schemes=SCHEMES)
    n = source.info.n_samples
    found = truth(source.annotations(0, n), source.info.fs, 0, n)
    assert finding in {e.finding for e in found.episodes}
    assert all(e.asked for e in found.episodes if e.finding is finding)
