"""The pages of the window, in the order of their tabs."""

from __future__ import annotations

from dataclasses import dataclass

from assets.phrase import phrase


@dataclass(frozen=True)
class PageSpec:
    """One page of the window.

    Attributes
    ----------
    name : str
        What the program calls it; the action that shows it is ``show_`` and this name.
    text : str
        What its tab says.
    shortcut : str
        Key sequence, as Qt writes it.
    help : str
        One sentence for the help page.
    module : str
        Module whose ``make_page(context)`` makes the page when it is first asked for.
    """

    name: str
    text: str
    shortcut: str
    help: str
    module: str


PAGE_SPECS = (
    PageSpec("monitor", phrase("Monitor"), "F1", phrase("Show the live strips."), "monitor.ui.live.page"),
    PageSpec(
        "ward",
        phrase("Ward"),
        "F6",
        phrase("Watch many beds at once, and open any of them."),
        "monitor.ui.ward.page",
    ),
    PageSpec(
        "trends",
        phrase("Trends"),
        "F10",
        phrase("See large figures, and the last hours."),
        "monitor.ui.trends.page",
    ),
    PageSpec(
        "alarms", phrase("Alarms"), "F7", phrase("Look through the log of alarms."), "monitor.ui.journal.page"
    ),
    PageSpec(
        "review",
        phrase("Review"),
        "F2",
        phrase("Show the frozen pane around an alert."),
        "monitor.ui.review.page",
    ),
    PageSpec(
        "model",
        phrase("Model view"),
        "F4",
        phrase("See what each model sees at one moment."),
        "monitor.ui.model.page",
    ),
    PageSpec(
        "class",
        phrase("Class"),
        "F8",
        phrase("Mark what you see, take a quiz, compare yourself with the model."),
        "monitor.ui.teaching.page",
    ),
    PageSpec(
        "retraining",
        phrase("Retraining"),
        "F5",
        phrase("Fit the models anew, compare, and adopt."),
        "monitor.ui.retraining.page",
    ),
    PageSpec(
        "lab",
        phrase("Digit lab"),
        "F3",
        phrase("Walk the latent space of handwritten digits."),
        "monitor.ui.lab.page",
    ),
)
"""The pages in the order of their tabs; a new page is one line here."""
