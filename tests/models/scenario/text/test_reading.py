"""Every fault of a scenario is a sentence with file, line and what is allowed."""

import pytest

from models.scenario.opening import on_the_shelf
from models.scenario.text.reading import MOST_BYTES, ScenarioError, read_file, read_scenario

GOOD = """title = "A course"
bed = "Bed 1"

[[step]]
name = "quiet"
patient = "sinus"
options = { rate = 80 }
lasts_s = 30

[[step]]
name = "fast"
patient = "vt"

[step.ask]
question = "What is it?"
answers = ["VT", "SVT"]
right = "VT"

[[step.on]]
does = "shock"
go = "quiet"

[[step.on]]
answer = "VT"
go = "end"
"""


def refused(old, new):
    assert old in GOOD
    with pytest.raises(ScenarioError) as told:
        read_scenario(GOOD.replace(old, new, 1), "a.toml")
    assert str(told.value).startswith(f"a.toml, line {told.value.line}: ")
    return told.value


def test_what_is_right_is_read():
    scenario = read_scenario(GOOD, "a.toml")
    assert [step.name for step in scenario.step] == ["quiet", "fast"]
    assert scenario.after(scenario.step[0]) == "fast"
    assert scenario.after(scenario.step[1]) == "end"


@pytest.mark.parametrize(
    ("old", "new", "line", "allowed"),
    [
        ('title = "A course"', 'title = "A course', 1, "no TOML"),
        ('title = "A course"', 'titel = "A course"', 1, "there are title, step, about"),
        ('bed = "Bed 1"', "bed = 3", 2, "a text in quotes"),
        ('bed = "Bed 1"', 'bed = ""', 2, "1 to 60"),
        ('bed = "Bed 1"', "fs = 20", 2, "100 to 1000"),
        ('bed = "Bed 1"', 'leads = "II,XX"', 2, "aVR"),
        ('name = "fast"', 'name = "quiet"', 11, "two steps"),
        ('name = "fast"', 'name = "end"', 11, "not 'end'"),
        ('patient = "vt"', 'patient = "vtt"', 12, "ventricular-flutter"),
        ("rate = 80", "rate = 800", 7, "from 20 to 220"),
        ("rate = 80", "speed = 80", 7, "its options are rate"),
        ("lasts_s = 30", "lasts_s = 0.2", 8, "1 to 14400"),
        ("lasts_s = 30", "lasts_s = nan", 8, "1 to 14400"),
        ("lasts_s = 30", "lasts_s = true", 8, "a number"),
        ("lasts_s = 30", 'record = "208"', 8, "not both"),
        ("lasts_s = 30", "", 4, "lasts_s, or on"),
        ("lasts_s = 30", 'lasts_s = 30\nthen = "slow"', 9, "there are quiet, fast and end"),
        ('right = "VT"', 'right = "AF"', 14, "one of VT, SVT"),
        ('answers = ["VT", "SVT"]', 'answers = ["VT"]', 14, "2 to 6"),
        ('does = "shock"', 'does = "sing"', 20, "acknowledge, help, shock, drug"),
        ('does = "shock"', 'alarm = "fire"', 20, "asystole"),
        ('does = "shock"', "", 19, "exactly one"),
        ('answer = "VT"', 'does = "shock"', 23, "two ways"),
        ('answer = "VT"', 'answer = "AF"', 24, "the answers are VT, SVT"),
        ('go = "quiet"', "", 19, "'go' is missing"),
        ('go = "end"', 'go = "END"', 25, "quiet, fast and end"),
        ('go = "end"', 'go = "end"\nafter_s = -1', 26, "0 to 600"),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_is_allowed(old, new, line, allowed):
    error = refused(old, new)
    assert error.line == line
    assert allowed in error.what


def test_a_step_that_nothing_leads_to_is_a_fault():
    with pytest.raises(ScenarioError, match="No way leads to the step 'alone'") as told:
        read_scenario(GOOD + '\n[[step]]\nname = "alone"\nlasts_s = 3\n', "a.toml")
    assert told.value.line == 27


def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path):
    for name, content, what in (
        ("big.toml", b"#" * (MOST_BYTES + 1), "larger"),
        ("latin.toml", b"title = '\xff'", "UTF-8"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(ScenarioError, match=what):
            read_file(tmp_path / name)
    with pytest.raises(ScenarioError, match="line 1: It cannot be read"):
        read_file(tmp_path / "none.toml")
    with pytest.raises(ScenarioError):
        read_scenario("a = " + "[" * 5000, "deep.toml")


def test_those_that_ship_are_right():
    assert len(on_the_shelf()) == 10
    for path in on_the_shelf().values():
        read_file(path)


def test_a_number_too_long_to_be_read_is_a_fault_like_any_other():
    fault = refused("rate = 80", "rate = " + "9" * 5000)
    assert str(fault).startswith("a.toml, line 1: One of its values cannot be read: ")
    assert len(str(fault)) < 200


@pytest.mark.parametrize(
    ("line", "named"), [("vitals = true", "vitals is false"), ("spo2 = 97", "'spo2'"), ("nibp = 5", "'nibp'")]
)
def test_vital_signs_beside_a_record_are_told_by_the_very_key(line, named):
    text = GOOD.replace('bed = "Bed 1"', f'bed = "Bed 1"\n{line}')
    text += '\n[[step]]\nname = "real"\nrecord = "208"\nlasts_s = 20\n'
    with pytest.raises(ScenarioError) as told:
        read_scenario(text, "a.toml")
    assert told.value.line == 3
    assert named in told.value.what
