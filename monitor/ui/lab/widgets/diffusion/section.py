"""What the parts of the diffusion pane have in common."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QVBoxLayout, QWidget

from monitor.ui.kit.abstract import AbstractWidgetType
from monitor.ui.kit.text import PlainLabel
from monitor.ui.lab.state import Picture


class Section(QWidget, metaclass=AbstractWidgetType):
    """One part: its pill, its words, and what it shows of the input. It works only while it is chosen."""

    failed = Signal(str)
    """Why it cannot go on."""

    title: str
    words: str

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)

    def frame(self, *rows: QWidget | QLayout) -> QFrame:
        """Add a framed group without a heading: a low window has no room for one."""
        frame = QFrame()
        frame.setObjectName("panel")
        within = QVBoxLayout(frame)
        within.setContentsMargins(14, 8, 14, 8)
        within.setSpacing(6)
        for one in rows:
            if isinstance(one, QLayout):
                within.addLayout(one)
            else:
                within.addWidget(one)
        self.column.addWidget(frame)
        return frame

    @abstractmethod
    def show_digit(self, picture: Picture | None) -> None:
        """Begin, or begin again, with a picture."""

    def arrange(self, height: int) -> None:
        """Choose what is shown in so much height, in logical pixels; few have to."""

    def stop(self) -> None:
        """End what goes on."""


def titled(words: str, view: QWidget, note: QLabel) -> QVBoxLayout:
    """A picture with its name above and a note below."""
    column = QVBoxLayout()
    column.setSpacing(3)
    name = PlainLabel(words)
    for one in (name, view, note):
        column.addWidget(one)
    column.addStretch(1)
    return column
