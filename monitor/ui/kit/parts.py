"""The small parts that pages are put together from: framed groups, rows, labels and buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from monitor.ui.kit.text import MarkupLabel, PlainLabel

MARGINS, TIGHT = (16, 10, 16, 12), (16, 6, 16, 7)
"""Within a panel, and within one of a low page: left, top, right and bottom, in logical pixels."""

TIGHT_PX = 6
"""Between two parts of a panel of a low page, in logical pixels."""


def panel(title: str, *content: QWidget | QLayout | None, note: QLabel | None = None) -> QFrame:
    """A framed group with a heading, and a note at its right; None stands for stretch."""
    frame = QFrame()
    frame.setObjectName("panel")
    head = QHBoxLayout()
    name = PlainLabel(title)
    name.setObjectName("title")
    head.addWidget(name)
    if note is not None:
        note.setObjectName("small")
        note.setWordWrap(True)  # in a narrow window it takes a second line
        note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(note, 1)
    else:
        head.addStretch(1)
    rows = QVBoxLayout(frame)
    rows.setContentsMargins(*MARGINS)
    rows.setSpacing(8)
    rows.addLayout(head)
    for one in content:
        if one is None:
            rows.addStretch(1)
        elif isinstance(one, QLayout):
            rows.addLayout(one)
        else:
            rows.addWidget(one)
    return frame


def row(*content: QWidget | QLayout | int, spacing: int = 8) -> QHBoxLayout:
    """Widgets and layouts side by side; a number stands for that much stretch."""
    layout = QHBoxLayout()
    layout.setSpacing(spacing)
    for one in content:
        if isinstance(one, int):
            layout.addStretch(one)
        elif isinstance(one, QLayout):
            layout.addLayout(one)
        else:
            layout.addWidget(one)
    return layout


def column(*content: QWidget | QLayout | None) -> QVBoxLayout:
    """Widgets and layouts one below the other; None stands for stretch."""
    layout = QVBoxLayout()
    layout.setSpacing(6)
    for one in content:
        if one is None:
            layout.addStretch(1)
        elif isinstance(one, QLayout):
            layout.addLayout(one)
        else:
            layout.addWidget(one)
    return layout


def small(text: str = "") -> PlainLabel:
    """A small dim label."""
    label = PlainLabel(text)
    label.setObjectName("small")
    return label


def small_markup() -> MarkupLabel:
    """A small dim label for our own markup."""
    label = MarkupLabel()
    label.setObjectName("small")
    return label


def button(text: str, slot: Callable[[], object], *, primary: bool = False) -> QPushButton:
    """A button that calls `slot` without arguments."""
    made = QPushButton(text)
    if primary:
        made.setObjectName("primary")
    made.clicked.connect(lambda: slot())
    return made


def within(parent: QWidget | None, width: int, height: int) -> QSize:
    """Size of a dialog in logical pixels: no larger than the window over which it opens."""
    size = QSize(width, height)
    return size if parent is None else size.boundedTo(parent.window().size())


def draw_in(layout: QLayout, tight: bool, *, edges: bool = True) -> None:
    """Set the parts of a layout closer, and its edges too, or as they were."""
    loose = layout.property("loose")
    if loose is None:
        margins = layout.contentsMargins()
        loose = [margins.left(), margins.top(), margins.right(), margins.bottom(), layout.spacing()]
        layout.setProperty("loose", loose)
    *margin, spacing = loose
    if tight:
        margin = [min(one, most) for one, most in zip(margin, TIGHT, strict=True)]
        spacing = min(spacing, TIGHT_PX)
    layout.setSpacing(spacing)
    if edges:
        layout.setContentsMargins(*margin)


def tighten(page: QWidget, tight: bool) -> None:
    """Set what is within the panels of a page closer, or as it was."""
    for frame in page.findChildren(QFrame, "panel"):
        layout = frame.layout()
        if layout is not None:
            draw_in(layout, tight)
