"""The tours behind the three doors: what each step points at, and what it says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from assets.phrase import phrase
from models.alerts.reasons import Channel

Find = Callable[[Any], QWidget | None]
"""Finds a control in the main window; None where it is not there now."""


@dataclass(frozen=True)
class Step:
    """One thing to look at.

    Attributes
    ----------
    find : callable
        Gives the control.
    words : str
        What it is for.
    page : str
        The page on which it is, shown when the tour comes to it; empty where that does not matter.
    """

    find: Find
    words: str
    page: str = ""


@dataclass(frozen=True)
class Tour:
    """A door and what is behind it.

    Attributes
    ----------
    name : str
        What the program calls it.
    title, words : str
        On the door.
    page : str
        Where it leads.
    scenario : str
        The shipped scenario that begins then, with the instructor's window beside; empty for none.
    steps : tuple of Step
        What is pointed at, one after the other.
    """

    name: str
    title: str
    words: str
    page: str
    steps: tuple[Step, ...]
    scenario: str = ""


def _header(text_of: str) -> Find:
    """Find one of the header's buttons by its object name, or the one without."""

    def find(window: Any) -> QWidget | None:
        buttons = window.header.findChildren(QPushButton)
        mine = [b for b in buttons if b.objectName() == text_of and b.parentWidget() is window.header]
        return mine[0] if mine else None

    return find


def _tab(name: str) -> Find:
    return lambda window: window.header.tabs.tab(name)


def _instructor(part: Callable[[Any], QWidget]) -> Find:
    """Find a part of the instructor's window, while that is open."""

    def find(window: Any) -> QWidget | None:
        shown = window.instructor.shown
        return None if shown is None or not shown.isVisible() else part(shown)

    return find


TOURS = (
    Tour(
        "watch",
        phrase("Watch"),
        phrase("See a record stream by, and what raises an alert or an alarm."),
        "monitor",
        (
            Step(
                lambda w: w.pages.need("monitor").board.rows,
                phrase("The ECG streams here, a lead a strip. Space pauses it; then drag to look back."),
            ),
            Step(
                lambda w: w.pages.need("monitor").board.lanes.get(Channel.ECTOPY),
                phrase("Each beat has a score. Over the line it is an alert: drag it, or use Up and Down."),
            ),
            Step(
                lambda w: w.pages.need("monitor").alerts,
                phrase("Alerts are listed here, each with its reason. A click opens it in the review."),
            ),
            Step(
                lambda w: w.banner,
                phrase("The foremost alarm stands here, as on a bedside monitor. Y acknowledges it."),
            ),
            Step(_header(""), phrase("Another record, from PhysioNet or your own: choose it here.")),
            Step(_header("menu"), phrase("Everything else is under More. F12 lists all keys.")),
        ),
    ),
    Tour(
        "teach",
        phrase("Teach"),
        phrase("Run a scenario: the class watches a patient, and you steer it from a second window."),
        "monitor",
        (
            Step(
                lambda w: w.pages.need("monitor").board.rows,
                phrase("A scenario runs. This window is the class's: a simulated patient on a monitor."),
                page="monitor",
            ),
            Step(
                lambda w: w.instructor.bar,
                phrase("Here the class is told and asked things, and says what it does: call, drug, shock."),
                page="monitor",
            ),
            Step(
                _instructor(lambda one: one.truth),
                phrase("This window is yours alone: here stands what the patient really has."),
            ),
            Step(
                _instructor(lambda one: one.course.hold),
                phrase("Hold the scenario, go to its next step, or end it. Above, choose or write another."),
            ),
            Step(
                _instructor(lambda one: one.patient),
                phrase("Or steer by hand: another rhythm, its rate, at once or smoothly."),
            ),
            Step(
                lambda w: w.pages.need("class").lesson.starter,
                phrase("On the page Class, learners name what they see, while the scenario goes on."),
                page="class",
            ),
            Step(
                lambda w: w.pages.need("class").pill("debrief"),
                phrase("Afterwards, look back here on what happened and who saw it."),
                page="class",
            ),
        ),
        scenario="first-pvc",
    ),
    Tour(
        "retrain",
        phrase("Retrain"),
        phrase("Fit a model anew, on the catalogue or on a folder of your own recordings."),
        "retraining",
        (
            Step(
                lambda w: w.pages.need("retraining").choices.kind,
                phrase("Choose which model is fitted. Quick takes a minute or two."),
            ),
            Step(
                lambda w: w.pages.need("retraining").choices.own,
                phrase("Learn from a folder of your own recordings, or from records of the catalogue."),
            ),
            Step(
                lambda w: w.pages.need("retraining").choices.start,
                phrase("Start: the fit runs beside the monitor, which goes on."),
            ),
            Step(
                lambda w: w.pages.need("retraining").outcome,
                phrase("Here old and new weights are compared; then adopt the new ones, or not."),
            ),
            Step(_tab("review"), phrase("What you mark in the review can be followed by a fit.")),
        ),
    ),
)
"""The doors, in the order in which they stand."""
