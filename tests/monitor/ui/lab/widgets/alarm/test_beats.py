from models.digits.alarm import load_unseen
from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.alarm.beats import FILE, TITLES, BeatsAlarm, why_beats


def test_beats_have_the_same_alarm_as_digits(qtbot):
    alarm = BeatsAlarm(DARK)
    qtbot.addWidget(alarm)
    alarm.show()
    for kind, found in alarm.figures.items():
        alarm.choose(kind)
        assert alarm.found is found
        for score in TITLES:
            alarm.board.choose(score)
            assert f"of 100 {kind} beats raise the alarm" in alarm.board.worth.text()
            assert f"{TITLES[score][0]} {found.scores[score].auroc:.2f}" in alarm.said.text()


def test_a_ventricular_beat_is_given_away_by_its_place_and_an_early_one_by_no_score_of_its_shape():
    shipped = load_unseen(FILE)
    assert "where it lands on the map" in why_beats(shipped["ventricular"], "far")
    assert "comes early" in why_beats(shipped["supraventricular"], "error")
