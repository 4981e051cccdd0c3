"""When the steps can begin, for the picture of a scenario."""

from models.scenario.opening import on_the_shelf
from models.scenario.outline import OPEN_S, outline
from models.scenario.text.reading import read_file, read_scenario
from tests.models.scenario.test_player import COURSE


def test_what_comes_by_itself_has_its_time_and_what_a_deed_opens_its_soonest():
    bars = outline(read_scenario(COURSE.replace("lasts_s = 5", 'lasts_s = 5\nthen = "end"'), "c.toml"))
    told = [(bar.step.name, bar.start_s, bar.length_s, bar.alone) for bar in bars]
    assert told == [("one", 0, 10, True), ("two", 10, 5, True), ("three", 3, OPEN_S, False)]


def test_every_step_of_those_that_ship_is_drawn():
    for path in on_the_shelf().values():
        scenario = read_file(path)
        bars = outline(scenario)
        assert [bar.step for bar in bars] == list(scenario.step)
        assert bars[0].start_s == 0
        assert all(bar.length_s > 0 and bar.stop_s > bar.start_s >= 0 for bar in bars)
