import pytest
from msgspec import structs

from models.contract.messages.lab import Picture, RaceLane
from models.digits.catalogue import load_judge
from models.digits.sampling.race import Race
from models.digits.sampling.racers import racer
from models.digits.sampling.shipped import Row, load_ground
from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.race.lanes import FEW, RaceLanes


@pytest.fixture
def lanes(qtbot):
    shown = RaceLanes(DARK)
    qtbot.addWidget(shown)
    shown.offer({"prior": Row("vae", "prior", 0, 563.4, 0.8, 2.0), "mixture": None})
    shown.show()
    yield shown
    shown.stop()


def lane(n, sampler="prior"):
    return RaceLane("vae", 5, sampler, n, 91.6, 0.876, 2.2, Picture(2, 3, bytes(range(6))))


def test_a_lane_shows_what_was_drawn_beside_what_was_measured(lanes):
    assert lanes.text("prior", "distance") == "– (563)"
    lanes.show_lane(lane(FEW))
    assert lanes.text("prior", "distance") == "92 (563)"
    assert lanes.text("prior", "sureness") == "0.88 (0.80)"
    assert lanes.text("mixture", "distance") == "– (–)"
    image = lanes.views["prior"].image
    assert (image.width(), image.height()) == (3, 2)
    assert image.pixelColor(2, 1).red() == 5


def test_of_few_pictures_no_distance_is_told(lanes):
    lanes.show_lane(lane(FEW - 1))
    assert lanes.text("prior", "distance") == "– (563)"
    assert lanes.text("prior", "sureness") == "0.88 (0.80)"


def test_by_how_much_several_starts_differ_stands_beside_their_mean(lanes):
    lanes.show_lane(structs.replace(lane(FEW), spread=(3.4, 0.012, 0.1)))
    assert lanes.text("prior", "distance") == "92 ± 3 (563)"
    assert lanes.text("prior", "sureness") == "0.88 ± 0.01 (0.80)"
    assert lanes.text("prior", "variety") == "2.20 ± 0.10 (2.00)"
    lanes.show_lane(structs.replace(lane(FEW - 1), spread=(3.4, 0.012, 0.1)))
    assert lanes.text("prior", "distance") == "– (563)", "no spread of what is not told"


def test_only_lanes_that_race_are_there(lanes):
    assert [name for name, view in lanes.views.items() if view.isVisible()] == ["prior", "mixture"]


def test_before_the_race_each_lane_draws_a_few_pictures(qtbot, lanes):
    race = Race(racer("vae"), load_judge().network, load_ground(), 2, 0)
    lanes.offer(dict.fromkeys(race.tallies))
    lanes.preview(race)
    qtbot.waitUntil(lambda: not lanes._look.isActive())
    assert all(not lanes.views[sampler].image.isNull() for sampler in race.tallies)
    assert not any(tally.n for tally in race.tallies.values()), "they are not judged"
