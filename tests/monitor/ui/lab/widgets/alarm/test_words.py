import pytest

from models.digits.alarm import load_unseen
from monitor.ui.lab.widgets.alarm.words import verdict, why


def test_a_missed_1_is_explained_by_its_ink_and_not_by_being_easy_to_draw():
    found = load_unseen()["1"]
    said = why(found, "error")
    assert "Worse than chance" in said
    assert f"ink alone, without any network, gives an AUROC of {found.facts['auroc_ink']:.2f}" in said
    assert f"costs it {found.facts['cost']:.1f} times" in said
    assert "It finds the 1" in why(found, "against")
    assert "ink" not in why(found, "against")


SEVEN = [0.0] * 7 + [0.9, 0.1, 0.0]


@pytest.mark.parametrize(
    ("alarmed", "digit", "judged", "expected"),
    [
        (False, 7, SEVEN, "<b>missed</b> a 7"),
        (True, 7, SEVEN, "reads a 7."),
        (True, 1, SEVEN, "If it is one, the alarm is <b>false</b>"),
        (False, 1, SEVEN, "reads a 7."),
        (True, 1, [0.1] * 10, "not sure what digit this is"),
    ],
)
def test_the_verdict_on_a_picture_weighs_alarm_and_judge(alarmed, digit, judged, expected):
    said = verdict(digit, alarmed, 0.97 if alarmed else 0.4, judged)
    assert said.startswith("<b>Alarm:</b>" if alarmed else "<b>No alarm:</b>")
    assert expected in said
