import pytest

from models.contract.messages.commands import Pause, RunRace
from models.contract.messages.lab import RaceLane
from training.digits.live import race


class Ended(Exception):
    pass


class FakeLink:
    """Hears what is told, and says after so many messages what it was given to say."""

    def __init__(self, said):
        self.said, self.told = dict(said), []

    def tell(self, message):
        self.told.append(message)

    def command(self, *, wait=False):
        if len(self.told) in self.said:
            return self.said.pop(len(self.told))
        if wait or len(self.told) > 40:
            raise Ended
        return None


def test_all_lanes_draw_in_turn_and_a_turned_slider_begins_anew(monkeypatch):
    monkeypatch.setattr(race, "BATCH", 16)
    link = FakeLink({9: RunRace("vae", 3, 2)})
    with pytest.raises(Ended):
        race.run(RunRace("vae", 1, 1), link)
    assert all(isinstance(one, RaceLane) for one in link.told)
    first, second = link.told[:9], link.told[9:]
    assert {(one.model, one.steps) for one in first} == {("vae", 1)}
    assert {(one.model, one.steps) for one in second} == {("vae", 3)}
    lanes = list(dict.fromkeys(one.sampler for one in first))
    assert lanes[:2] == ["prior", "chain"]
    assert lanes[-1] == "floor"
    for sampler in lanes:
        counts = [one.n for one in second if one.sampler == sampler]
        assert counts == list(range(16, 16 * len(counts) + 1, 16))
    latest = link.told[0].latest
    assert (latest.height, latest.width) == (race.ROWS * 28, race.ROWS * 28)
    assert 0.1 <= link.told[0].confidence <= 1


@pytest.mark.slow
def test_by_how_much_three_starts_differ_is_told(monkeypatch):
    monkeypatch.setattr(race, "BATCH", 100)
    link = FakeLink({})
    with pytest.raises(Ended):
        race.run(RunRace("vae", 0, 1), link)
    last = {one.sampler: one for one in link.told}
    assert last["floor"].spread is None, "by then all starts have drawn the same codes"
    assert all(one.spread[0] > 0 for one in link.told if one.sampler == "floor" and one.n < 600)
    others = [one for name, one in last.items() if name != "floor"]
    assert all(one.n == 600 for one in others)
    for one in others:
        assert 0 < one.spread[0] < one.frechet / 2
        assert 0 < one.spread[1] < 0.1
        assert 0 < one.spread[2] < 0.3
    again = FakeLink({})
    with pytest.raises(Ended):
        race.run(RunRace("vae", 0, 1), again)
    assert again.told == link.told, "the same seed, the same starts"


def test_a_race_that_is_over_waits_for_the_next(monkeypatch):
    monkeypatch.setattr(race, "BATCH", 300)
    link = FakeLink({})
    with pytest.raises(Ended):
        race.run(RunRace("vae", 0, 1), link)
    assert {one.n for one in link.told} == {300, 600}


def test_what_cannot_be_raced_is_refused():
    with pytest.raises(ValueError, match="no sampler races on 'judge'"):
        race.run(RunRace("judge", 1, 1), FakeLink({}))
    with pytest.raises(ValueError, match="only be begun anew"):
        race.run(RunRace("vae", 1, 1), FakeLink({1: Pause()}))
