import numpy as np
import pytest

from models.digits.alarm import read_unseen
from training.heartbeats.alarm import FILE, SCORES, unseen, write
from training.heartbeats.measures import MEASURES, MeasuredPatient


def patient(name, seed):
    rng = np.random.default_rng(seed)
    aami = np.array(["N"] * 300 + ["V"] * 40 + ["S"] * 20)
    shift = np.where(aami == "V", 1.5, 0.0)
    values = {
        "error": np.exp(rng.normal(size=360)),
        "error against his usual": rng.normal(size=360),
        "distance from the middle": np.ones(360),
        "distance from his usual place": np.exp(rng.normal(size=360) + shift),
    }
    assert set(values) == set(MEASURES)
    return MeasuredPatient(name, np.arange(360), aami, values)


def test_each_kind_is_counted_against_the_normal_beats_and_read_back(tmp_path):
    found = unseen([patient("a", 0), patient("b", 1)])
    write(tmp_path, found)
    read = read_unseen(tmp_path / FILE)
    assert list(read) == ["ventricular", "supraventricular"]
    assert [one.unseen for one in read.values()] == [80, 40]
    for one in read.values():
        assert one.known == 600
        assert set(one.scores) == set(SCORES.values())
        assert all(sum(counts.known) == 600 for counts in one.scores.values())
    assert read["ventricular"].scores["far"].auroc > 0.8
    assert read["supraventricular"].scores["far"].auroc == pytest.approx(0.5, abs=0.15)


@pytest.mark.parametrize(("kind", "words"), [("N", "normal"), ("S", "supraventricular")])
def test_records_without_a_class_are_refused_in_a_sentence(kind, words):
    one = patient("a", 0)
    kept = one.aami != kind
    values = {name: value[kept] for name, value in one.values.items()}
    with pytest.raises(ValueError, match=f"hold no {words} beats"):
        unseen([MeasuredPatient("a", np.arange(kept.sum()), one.aami[kept], values)])
