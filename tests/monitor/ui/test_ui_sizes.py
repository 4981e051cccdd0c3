"""Every page fits every window: nothing is clipped, squashed or laid over something else."""

from operator import attrgetter
from random import Random

import numpy as np
import pytest
from PySide6.QtCore import QSize

from assets.records.demo import load_demo
from assets.sources.open import open_source
from assets.sources.record import RecordSource
from models.patients.source import SCHEMES
from monitor.alarms.setup import AlarmSetUp
from monitor.bedside.teaching.debrief import made
from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.learners import Mark
from monitor.bedside.teaching.quiz import Quiz
from monitor.bedside.teaching.scoring import score
from monitor.bedside.teaching.strips import load, places_of_patients
from monitor.bedside.teaching.truth import truth
from monitor.ui.alarms.limits import LimitsDialog
from monitor.ui.kit.language import LANGUAGES, speak, wanted
from monitor.ui.lab.registry import PANES
from monitor.ui.lab.widgets.digits.pictures import PictureView
from monitor.ui.lab.widgets.plane.map_view import MapView
from monitor.ui.pages.actions.pages import PAGE_SPECS
from monitor.ui.pictures.sizes import SIZES
from monitor.ui.records.chooser import RecordChooser
from monitor.ui.retraining.comparison import Compared
from monitor.ui.shell.app import application
from monitor.ui.shell.dialogs import AboutDialog, HelpDialog, MessagesDialog
from monitor.ui.shell.stage import Stage
from monitor.ui.shell.welcome.doors import Doors
from monitor.ui.teaching.page import PANES as TEACHING
from tests.monitor.ui.fitting import flaws

SMALLEST = (960, 600)
"""Of 1920x1200 at 200 %, in logical pixels."""

VIEWS = [
    *((spec.name, None) for spec in PAGE_SPECS if spec.name not in ("lab", "class")),
    *(("lab", pane.name) for pane in PANES),
    *(("class", pane) for pane in TEACHING),
]


@pytest.fixture(scope="module")
def stage(qapp):
    application()
    with Stage(RecordSource(load_demo()), size=(1280, 800)) as one:
        one.go_to(25.0)
        yield one


def found(whole, size):
    return [f"{size}: {flaw}" for flaw in flaws(whole)]


def resized(window, size, qapp):
    window.resize(size.width, size.height)
    for _ in range(8):  # a layout tells the one around it at its next turn
        qapp.processEvents()


@pytest.mark.slow
@pytest.mark.parametrize(("page", "pane"), VIEWS)
def test_nothing_is_clipped_at_any_size(stage, page, pane, qapp):
    window, said = stage.window, []
    shown = window.pages.need(page)
    window.show_page(page)
    if pane is not None:
        shown.show_pane(pane)
    stage.wait_for(lambda: shown.ready)
    for size in SIZES:
        resized(window, size, qapp)
        assert (window.width(), window.height()) == (size.width, size.height)
        said += found(window, size)
    assert not said, f"{pane or page}:\n" + "\n".join(said)


@pytest.mark.slow
def test_nothing_is_clipped_in_japanese(qapp):
    application()
    speak(wanted("ja"))
    said = []
    try:
        with Stage(RecordSource(load_demo()), size=(1280, 800)) as one:
            one.go_to(25.0)
            for page, pane in VIEWS:
                if page == "lab":
                    continue
                one.show(page, pane)
                for size in SIZES:
                    resized(one.window, size, qapp)
                    assert (one.window.width(), one.window.height()) == (size.width, size.height)
                    said += [f"{pane or page} {flaw}" for flaw in found(one.window, size)]
    finally:
        speak(LANGUAGES[0])
    assert not said, "\n".join(said)


@pytest.mark.slow
def test_nothing_is_clipped_of_a_comparison_beside_what_the_fit_says(stage, qapp):
    window, page = stage.window, stage.window.pages.need("retraining")
    window.show_page("retraining")
    page.outcome.comparison.show_compared(load_demo(), compared())
    page.outcome._below.setCurrentWidget(page.outcome.comparison)
    said = []
    for log in (False, True):
        page.log_button.setChecked(log)
        for size in SIZES:
            resized(window, size, qapp)
            said += found(window, size)
            assert page.outcome.comparison._plots.height() >= 90
    page.log_button.setChecked(False)
    page.outcome._below.setCurrentIndex(0)
    assert not said, "\n".join(said)


def compared():
    index = np.arange(0, 108_000, 3)
    figures = {
        "auc": 0.98,
        "average_precision": 0.9,
        "found": 60,
        "ventricular": 70,
        "alarms_per_minute": 0.4,
    }
    arrays = {"index": index, "score": np.sin(index / 50) + 0.5, "expected": np.sin(index / 100)}
    return Compared(
        {"old": figures, "new": figures},
        {f"{name}_{field}": values for name in ("old", "new") for field, values in arrays.items()},
    )


@pytest.mark.slow
@pytest.mark.parametrize("page", [spec.name for spec in PAGE_SPECS])
def test_the_window_can_be_as_small_as_a_scaled_screen(stage, page, qapp, qtbot):
    window = stage.window
    window.show_page(page)
    for size in sorted(SIZES, key=attrgetter("width"), reverse=True):
        resized(window, size, qapp)
    # A form for low windows is passed on from layout to layout.
    qtbot.waitUntil(lambda: window.minimumSizeHint().boundedTo(QSize(*SMALLEST)) == window.minimumSizeHint())
    assert window.minimumWidth() <= SMALLEST[0]
    assert window.minimumHeight() <= SMALLEST[1]


@pytest.mark.slow
@pytest.mark.parametrize("pane", [pane.name for pane in PANES])
def test_the_lab_s_pictures_are_square_and_larger_in_a_larger_window(stage, pane, qapp):
    window, lab = stage.window, stage.window.pages.need("lab")
    window.show_page("lab")
    stage.wait_for(lambda: lab.ready)
    lab.show_pane(pane)
    sides = {}
    for size in SIZES:
        resized(window, size, qapp)
        views = [view for view in lab.pane.findChildren(PictureView) if view.isVisibleTo(lab.pane)]
        assert all(view.width() == view.height() for view in views)
        planes = lab.pane.findChildren(MapView)
        maps = [round(view.square.width()) for view in planes]
        enough = [side >= 0.75 * view.least for side, view in zip(maps, planes, strict=True)]
        assert all(enough), f"{size}: {maps}"
        sides[size] = dict(zip(planes, maps, strict=True)) | {view: view.width() for view in views}
    small, large = sides[SIZES[0]], sides[SIZES[3]]
    assert set(small) <= set(large), "a larger window may show more pictures, and never fewer"
    assert all(side < large[view] for view, side in small.items()), f"{small} {large}"


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    "make",
    [
        lambda window: RecordChooser(None, window),
        Doors,
        HelpDialog,
        AboutDialog,
        lambda window: MessagesDialog(window.context.messages, window),
        lambda window: LimitsDialog(AlarmSetUp(), window),
    ],
    ids=["records", "doors", "help", "about", "messages", "limits"],
)
def test_a_dialog_is_no_larger_than_its_window(stage, make, size, qapp, monkeypatch):
    screen = QSize(size.width, size.height)
    monkeypatch.setattr("monitor.ui.kit.room.dialog.room_on_screen", lambda window: screen)
    resized(stage.window, size, qapp)
    dialog = make(stage.window)
    dialog.open()
    qapp.processEvents()
    assert dialog.width() <= size.width
    assert dialog.height() <= size.height
    said = found(dialog, size)
    dialog.done(0)
    assert not said, "\n".join(said)


@pytest.mark.slow
def test_nothing_is_clipped_of_a_class_while_it_is_held_nor_after_it(stage, qapp):
    window, page = stage.window, stage.window.pages.need("class")
    window.show_page("class")
    said = []
    for pane, show in class_at_work(page):
        page.show_pane(pane)
        show()
        stage.settle(0.1)
        for size in SIZES:
            resized(window, size, qapp)
            said += [f"{pane}: {flaw}" for flaw in found(window, size)]
    page.quiz.begin_anew()
    page.debrief.close_shown()
    page.lesson.begin_anew()
    page.show_pane("class")
    assert not said, "\n".join(said)


def class_at_work(page):
    """Panes with results in them, by their names."""
    source = open_source("patient:vt?minutes=0.5", schemes=SCHEMES)
    n = source.info.n_samples
    true = truth(source.annotations(0, n), source.info.fs, 0, n)
    names = ("Ada", "A learner with quite a long name", "Chi")
    marks = [Mark(name, 1500, Finding.VT) for name in names[:2]]
    results = score(true, marks, names)

    def lesson():
        page.lesson.truth, page.lesson.results = true, results
        page.lesson._show_results()

    def debrief():
        page.debrief.show_class(made(source.info, true, marks=marks, results=results))

    def quiz():
        strips = [load(place) for place in places_of_patients(Finding.VT, 8.0, Random(1), 3)]
        page.quiz.strips = strips
        page.quiz.quiz = Quiz([strip.place for strip in strips], names)
        page.quiz.setCurrentWidget(page.quiz._running)
        page.quiz._ask()

    yield "class", lesson
    yield "debrief", debrief
    yield "quiz", quiz
    yield "quiz", lambda: page.quiz.press("5")
    yield "quiz", page.quiz.end
