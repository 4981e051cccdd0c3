"""The small parts that pages are put together from: framed groups, rows, labels and buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from monitor.ui.kit.text import MarkupLabel, PlainLabel


def panel(title: str, *content: QWidget | QLayout | None, note: QLabel | None = None) -> QFrame:
    """A framed group with a heading, and a note at its right; None stands for stretch."""
    frame = QFrame()
    frame.setObjectName("panel")
    head = QHBoxLayout()
    name = PlainLabel(title)
    name.setObjectName("title")
    head.addWidget(name)
    head.addStretch(1)
    if note is not None:
        note.setObjectName("small")
        head.addWidget(note)
    rows = QVBoxLayout(frame)
    rows.setContentsMargins(16, 10, 16, 12)
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
