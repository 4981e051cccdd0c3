import numpy as np
import pytest

from training.heartbeats.measures import MEASURES, MeasuredPatient, groups, lines, told_apart


def patient(name, normal, ventricular):
    values = np.concatenate([normal, ventricular])
    aami = np.array(["N"] * len(normal) + ["V"] * len(ventricular))
    return MeasuredPatient(name, np.arange(len(values)), aami, dict.fromkeys(MEASURES, values))


def test_a_line_is_passed_by_one_normal_beat_in_twenty_each_patient_alike():
    many, few = patient("a", np.linspace(0, 1, 1001), []), patient("b", np.linspace(2, 3, 11), [])
    # Half of the weight lies with each: a twentieth of the whole is a tenth of the second patient's beats.
    assert lines([many, few])["error"] == pytest.approx(2.9, abs=0.1)
    assert lines([many])["error"] == pytest.approx(0.95, abs=0.002)


def test_lines_need_normal_beats():
    with pytest.raises(ValueError, match="no normal beats"):
        lines([patient("a", [], [1.0])])


def test_classes_are_told_apart_over_all_beats_and_in_each_patient():
    # In each patient alone they are told apart perfectly, over both they are not.
    both = [
        patient("a", np.full(10, 1.0), np.full(10, 2.0)),
        patient("b", np.full(10, 3.0), np.full(10, 4.0)),
    ]
    (row, *_) = told_apart(both, dict.fromkeys(MEASURES, 2.5), "here")
    assert (row["class"], row["beats"], row["patients"]) == ("V", 20, 2)
    assert (row["median"], row["least"]) == (1.0, 1.0)
    assert row["auc"] == 0.75
    assert (row["found"], row["false"]) == (0.5, 0.5)


def test_every_group_has_patients_with_many_v_beats():
    class One:
        def __init__(self, name, v):
            self.name, self.aami = name, np.array(["V"] * v + ["N"])

    dealt = groups([One(str(i), v) for i, v in enumerate([0, 100, 5, 200, 90, 1])], 2)
    assert sorted(i for group in dealt for i in group) == list(range(6))
    assert [sum(i in (1, 3, 4) for i in group) for group in dealt] == [2, 1]
