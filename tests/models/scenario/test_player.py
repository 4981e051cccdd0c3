"""The course of a scenario depends on the stream's time and on what is told, and on nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.scenario.player import Player, What
from models.scenario.script import Deed
from models.scenario.text.reading import read_scenario
from tests.models.scenario.text.test_reading import GOOD

FS = 100.0
COURSE = """title = "Course"
[[step]]
name = "one"
patient = "sinus"
lasts_s = 10
[[step.on]]
does = "help"
after_s = 3
go = "three"
[[step.on]]
alarm = "asystole"
go = "two"
[[step]]
name = "two"
patient = "asystole"
lasts_s = 5
say = "words"
[[step]]
name = "three"
patient = "vt"
[[step.on]]
does = "shock"
go = "end"
"""


@pytest.fixture
def player():
    return Player(read_scenario(COURSE, "c.toml"), FS)


def to(player, seconds):
    """Go on, stopping wherever something is due."""
    stop = round(seconds * FS)
    while player.at < stop and not player.over:
        due = player.due
        player.reach(stop if due is None else min(stop, due))


def steps(player):
    return [(one.at / FS, one.step) for one in player.news if one.what is What.STEP]


def test_time_alone_goes_from_step_to_step(player):
    to(player, 100)
    assert steps(player) == [(0, "one"), (10, "two"), (15, "three")]
    assert player.due is None
    assert player.left is None


def test_a_deed_leads_out_after_its_delay(player):
    to(player, 4)
    player.do(Deed.HELP)
    assert player.step.name == "one"
    to(player, 50)
    assert steps(player) == [(0, "one"), (7, "three")]


def test_a_deed_that_nothing_waits_for_is_noted_and_changes_nothing(player):
    player.do(Deed.DRUG)
    to(player, 10)
    assert steps(player) == [(0, "one"), (10, "two")]


def test_an_alarm_leads_out_at_once(player):
    to(player, 2)
    player.hear("heart_rate_high")
    player.hear("asystole")
    assert player.step.name == "two"
    told = [(one.what, one.words) for one in player.news]
    assert (What.SAY, "words") in told
    assert (What.ALARM, "heart_rate_high") in told


def test_the_soonest_of_two_ways_is_taken(player):
    to(player, 8)
    player.do(Deed.HELP)  # at 11 s, which its time is over before
    to(player, 12)
    assert steps(player) == [(0, "one"), (10, "two")]
    assert player.due == 1500


def test_a_pause_lets_the_stream_go_on_and_the_step_stand(player):
    to(player, 4)
    player.pause(True)
    player.do(Deed.HELP)
    to(player, 60)
    assert player.step.name == "one"
    assert player.left == 600
    player.pause(False)
    to(player, 62.9)
    assert player.step.name == "one"
    to(player, 63)
    assert player.step.name == "three"


def test_the_instructor_s_word_leads_on_and_to_the_end(player):
    player.skip()
    assert player.step.name == "two"
    player.go("one")
    assert player.step.name == "one"
    player.go("end")
    assert player.over
    player.skip()
    player.do(Deed.SHOCK)
    assert player.over
    assert player.due is None


def test_the_end_comes_by_a_deed(player):
    player.go("three")
    player.do(Deed.SHOCK)
    assert player.over
    assert [one.what for one in player.news][-1] is What.END


def test_an_answer_is_right_or_wrong():
    player = Player(read_scenario(GOOD, "g.toml"), FS)
    player.answer("VT")  # nothing is asked yet
    player.go("fast")
    player.answer("SVT")
    player.answer("VT")
    answers = [(one.words, one.right) for one in player.news if one.what is What.ANSWER]
    assert answers == [("VT", None), ("SVT", False), ("VT", True)]
    assert player.over


def test_it_goes_neither_back_nor_past_what_is_due(player):
    to(player, 1)
    for at in (50, 1001):
        with pytest.raises(ValueError, match="goes on to 1000 at most"):
            player.reach(at)


TOLD = st.sampled_from(["help", "shock", "drug", "asystole", "pause", "on", "skip", ""])


@given(st.lists(st.tuples(st.integers(0, 400), TOLD), max_size=12), st.data())
def test_the_course_is_the_same_however_time_is_cut(moves, data):
    def played(cut):
        player = Player(read_scenario(COURSE, "c.toml"), FS)
        stop = 0
        for wait, what in moves:
            stop += wait
            while player.at < stop and not player.over:
                ends = [stop, player.at + cut()] + ([player.due] if player.due is not None else [])
                player.reach(min(ends))
            if what in ("help", "shock", "drug"):
                player.do(Deed(what))
            elif what == "asystole":
                player.hear(what)
            elif what in ("pause", "on"):
                player.pause(what == "pause")
            elif what == "skip":
                player.skip()
        return player.news, player.over, player.left

    assert played(lambda: 10**6) == played(lambda: data.draw(st.integers(1, 300)))
