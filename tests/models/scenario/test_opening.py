"""The scenarios that ship: named, opened, and each played through every way that leads out of every step."""

import pytest

from assets.errors import AssetError, RecordError
from assets.sources.open import open_source
from models.alarms.conditions import title_of
from models.scenario.opening import on_the_shelf, open_scenario, schemes
from models.scenario.player import What
from models.scenario.script import END
from models.scenario.text.reading import ScenarioError, read_file
from tests.models.scenario.text.test_reading import GOOD

SHIPPED = sorted(on_the_shelf())
RECORDS = {"flutter-real", "brushing-teeth"}


@pytest.fixture
def opened(request):
    """Opens what ships; the mirror is asked for only where records are played."""

    def open_one(name):
        folder = request.getfixturevalue("data_dir") if name in RECORDS else None
        return open_scenario(name, data_dir=folder)

    return open_one


def go_on(source, until):
    """Read in pieces of a second until something is so."""
    n = round(source.info.fs)
    for _ in range(4000):
        if until() or source.ended:
            return
        source.read(n)
    raise AssertionError("it never came to it")


def steps(source):
    return [one for one in source.happened if one.what in (What.STEP, What.END)]


@pytest.mark.slow
@pytest.mark.parametrize("name", SHIPPED)
def test_left_alone_it_comes_to_its_end(opened, name):
    source = opened(name)
    go_on(source, lambda: source.ended)
    assert source.truth.over
    shown = [one.step for one in steps(source)]
    expected, step = [], source.scenario.step[0]
    while step is not None:
        expected.append(step.name)
        after = source.scenario.after(step)
        step = None if after == END else source.scenario.named(after)
    assert shown == [*expected, expected[-1]]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_way_out_of_every_step_is_open(opened, name):
    source = opened(name)
    taken = 0
    for step in source.scenario.step:
        for branch in step.on:
            source = opened(name)
            source.go(step.name)
            source.read(100)
            before = len(steps(source))
            if branch.does is not None:
                source.do(branch.does)
            elif branch.answer is not None:
                source.answer(branch.answer)
            else:
                source.hear([Alarmed(branch.alarm)])
            go_on(source, lambda s=source, n=before: len(steps(s)) > n)
            came = steps(source)[before]
            assert came.why.startswith(
                (f"“{branch.does}”", f"answer “{branch.answer}”", f"alarm “{title_of(branch.alarm)}”")
            )
            assert came.what is What.END if branch.go == END else came.step == branch.go
            taken += 1
    assert taken == sum(len(step.on) for step in source.scenario.step)


class Alarmed:
    """An alarm as the watch tells it."""

    class _Condition:
        def __init__(self, key):
            self.key = key

    lead, start, raised = "", 0, 0

    def __init__(self, key):
        self.condition = self._Condition(key)


@pytest.mark.parametrize("name", SHIPPED)
def test_no_text_to_the_class_names_what_is_to_be_found(name):
    scenario = read_file(on_the_shelf()[name])
    assert scenario.bed.startswith("Bed ")
    for step in scenario.step:
        if step.ask is not None and step.ask.right:
            assert step.ask.right.casefold() not in step.say.casefold()


def test_it_is_opened_by_its_name_or_its_file(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(GOOD, encoding="utf-8")
    known = schemes(folders=[tmp_path])
    for name in ("scenario:own", f"scenario:{path}", str(path)):
        assert (
            open_source(name, schemes=known).info.identity
            == open_source(str(path), schemes=known).info.identity
        )
    other = open_source("scenario:own?seed=9", schemes=known)
    assert other.scenario.seed == 9
    assert other.info.identity != open_source("scenario:own", schemes=known).info.identity


def test_one_s_own_takes_the_place_of_one_that_ships(tmp_path):
    (tmp_path / "first-pvc.toml").write_text(GOOD, encoding="utf-8")
    assert open_scenario("first-pvc", folders=[tmp_path]).scenario.title == "A course"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("scenario:none", "There is no scenario 'none'; there are af-pauses, "),
        ("scenario:first-pvc?seed=x", "a whole number"),
        ("scenario:first-pvc?rate=3", "seed="),
        ("nothing.toml", "nothing.toml, line 1: It cannot be read"),
    ],
)
def test_what_is_not_there_is_a_sentence(name, why):
    with pytest.raises((RecordError, ScenarioError)) as told:
        open_source(name, schemes=schemes())
    assert why in str(told.value)


def test_a_record_that_has_not_the_minutes_is_told_with_its_step(tmp_path):
    path = tmp_path / "own.toml"
    head, step = 'title = "A"\nleads = "MLII"\nfs = 360\n', '[[step]]\nname = "late"\nrecord = "demo"\n'
    path.write_text(f"{head}{step}start_s = 295\nlasts_s = 30\n", encoding="utf-8")
    with pytest.raises(AssetError, match=r"Step 'late': .* lasts 300 s"):
        open_scenario(str(path))
