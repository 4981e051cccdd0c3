"""How large the pictures of a pane are, as large as there is room for, and how close its parts stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QWidget

from monitor.ui.kit.parts import draw_in, tighten
from monitor.ui.kit.room.scrolling import Scroll

FACTORS = (2.4, 2.2, 2.0, 1.8, 1.65, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
"""Sizes of pictures that are tried, in what a pane asks for; at the last one it may have to be scrolled."""


class Scaled(Protocol):
    """What can be shown in several sizes."""

    def rescale(self, factor: float) -> None:
        """Take up `factor` times the room that it was made with."""


def close_up(scroll: Scroll, low: bool) -> None:
    """Set the parts of a body closer where the window is low, or as they were."""
    for box in scroll.ground.findChildren(QBoxLayout):
        of = box.parentWidget()
        if of is not None and of.layout() is box and of.objectName() == "panel":
            continue  # is tightened
        draw_in(box, low, edges=False)
    tighten(scroll, low)


def fit(scroll: Scroll) -> float:
    """Give all pictures of a body the greatest size at which it need not be scrolled; the factor."""
    # Not by isinstance: of the hundreds of objects of a pane a protocol is asked at length.
    parts = [cast(Scaled, one) for one in scroll.ground.findChildren(QObject) if hasattr(one, "rescale")]
    if not parts:
        return 1.0
    low, high = 0, len(FACTORS) - 1
    while low < high:
        middle = (low + high) // 2
        if _fits(scroll, parts, FACTORS[middle]):
            high = middle
        else:
            low = middle + 1
    _fits(scroll, parts, FACTORS[low])
    return FACTORS[low]


def _fits(scroll: Scroll, parts: Sequence[Scaled], factor: float) -> bool:
    for part in parts:
        part.rescale(factor)
    ground = scroll.ground
    # A layout tells the one around it only when it is its turn; here the answer is wanted at once.
    for widget in (*reversed(ground.findChildren(QWidget)), ground):
        if (layout := widget.layout()) is not None:
            layout.activate()
    needed = ground.minimumSizeHint().width()
    return needed <= scroll.width() and ground.heightForWidth(scroll.width()) <= scroll.height()
