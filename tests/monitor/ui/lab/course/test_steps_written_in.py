"""The course in other languages: other words; steps, answers, checks and places are those of English."""

import re

import msgspec
import pytest

from assets.shipped import languages_folder
from monitor.ui.kit.language import LANGUAGES
from monitor.ui.lab.course.ideas import written as ideas
from monitor.ui.lab.course.steps import FOLDER, NAMES, lessons, read_lesson, written_in
from tests.languages.collect import messages

OTHER = [language.name for language in LANGUAGES[1:]]
WORDS = {"title", "aim", "teaches", "mistaken", "ask", "question", "task", "why", "unit"}


@pytest.fixture(params=OTHER)
def spoken(request):
    return request.param


def rest_of(step):
    """What of a step is no words."""
    plain = {key: value for key, value in msgspec.structs.asdict(step).items() if key not in WORDS}
    return plain | {"choices": list(step.choices), "unit": bool(step.unit)}


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_asks_and_checks_the_same_in_each_language(name, spoken):
    first, other = (read_lesson(written_in(language, FOLDER / f"{name}.toml")) for language in ("en", spoken))
    assert other.name == name
    assert other.title != first.title, "it has words of its own"
    assert other.minutes == first.minutes
    assert [rest_of(step) for step in other.steps] == [rest_of(step) for step in first.steps]
    assert len(other.mistaken) == len(first.mistaken)
    assert len(other.ask) == len(first.ask)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_task_names_in_quotes_is_what_the_lab_says(name, spoken):
    said = {form for *_, forms, _ in messages(languages_folder() / spoken / "lab.ts") for form in forms}
    lesson = read_lesson(written_in(spoken, FOLDER / f"{name}.toml"))
    shown = {word.replace("8", "{several}") if word.startswith("8") else word
             for step in lesson.steps for word in re.findall("「(.+?)」", step.task)}  # fmt: skip
    assert shown <= said


def test_the_map_of_the_course_is_the_same_in_each_language(spoken):
    first, other = (ideas._read(language) for language in ("en", spoken))
    assert len(other.strands) == len(first.strands)
    for one, same in zip(first.ideas, other.ideas, strict=True):
        assert same.words != one.words
        assert msgspec.structs.replace(same, words=one.words, title=one.title) == one


def test_a_language_without_words_of_its_own_falls_back_to_english():
    assert written_in("xx", FOLDER / "summary.toml") == FOLDER / "summary.toml"
    assert lessons()[0].title == "A code is a summary"
