"""The lab in other languages: every pane is told in it, and fits every window."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from assets.records.demo import load_demo
from assets.shipped import languages_folder
from assets.sources.record import RecordSource
from monitor.ui.kit.language import LANGUAGES, language, speak
from monitor.ui.lab.registry import PANES
from monitor.ui.lab.work.doing import in_words
from monitor.ui.pictures.sizes import SIZES
from monitor.ui.shell.app import application
from monitor.ui.shell.stage import Stage
from tests.languages.collect import messages
from tests.monitor.ui.fitting import flaws

EACH = pytest.mark.parametrize("pane", [spec.name for spec in PANES])


@pytest.fixture(scope="module", params=LANGUAGES[1:], ids=lambda one: one.name)
def stage(request, qapp):
    application()
    speak(request.param)
    try:
        with Stage(RecordSource(load_demo()), size=(1280, 800)) as one:
            one.window.show_page("lab")
            one.wait_for(lambda: one.window.pages.need("lab").ready)
            yield request.param, one
    finally:
        speak(LANGUAGES[0])


def texts(whole):
    """All that is written, or told to a screen reader."""
    for shown in whole.findChildren(QWidget):
        if isinstance(shown, QLabel | QAbstractButton):
            yield shown.text()
        if isinstance(shown, QComboBox):
            yield from (shown.itemText(i) for i in range(shown.count()))
        yield from (shown.toolTip(), shown.accessibleName(), shown.accessibleDescription())


@pytest.mark.slow
@EACH
def test_a_pane_is_told_in_the_language_and_fits(stage, pane, qapp):
    spoken, one = stage
    lab = one.window.pages.need("lab")
    lab.show_pane(pane)
    rows = messages(languages_folder() / spoken.name / "lab.ts")
    english = {source for source, _, forms, _ in rows if source not in forms}
    assert sorted(english & set(texts(lab))) == []
    said = []
    for size in SIZES:
        one.window.resize(size.width, size.height)
        for _ in range(8):
            qapp.processEvents()
        said += [f"{size}: {flaw}" for flaw in flaws(one.window)]
    assert not said, "\n".join(said)


@pytest.fixture
def tongue(qapp):
    """Return a function that speaks a language until the test ends."""
    before = language()
    yield speak
    speak(before)


@pytest.mark.parametrize("other", LANGUAGES[1:], ids=lambda one: one.name)
def test_what_the_work_says_of_itself_is_told_in_the_language(tongue, other):
    tongue(other)
    for said in (
        "batch 10 of 500",
        "epoch 3 of 100",
        "asked after 50 steps: batch 20",
        "few labels: 100",
        "done",
    ):
        assert in_words(said) != said
        assert all(figure in in_words(said) for figure in said.split() if figure.isdigit())
    assert in_words("something else") == "something else"


def test_in_english_the_work_says_what_it_said(tongue):
    tongue(LANGUAGES[0])
    assert in_words("asked after 50 steps: batch 20") == "asked after 50 steps: batch 20"
