"""What screen readers are told of widgets that Qt does not know, and of what has just changed.

A widget that paints itself says its role as `SPOKEN`; its name and its description are Qt's own.
"""

from __future__ import annotations

import shiboken6
from PySide6 import QtGui
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role

SPOKEN = "SPOKEN"
"""Attribute of a widget's class: its role, a `QAccessible.Role`."""


class Spoken(QAccessibleObject):
    """A widget with a role of its own, as screen readers see it.

    Parameters
    ----------
    widget : QWidget
        Its class has the attribute `SPOKEN`.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget

    def role(self) -> QAccessible.Role:
        """What it is."""
        role: QAccessible.Role = getattr(self._widget, SPOKEN)
        return role

    def text(self, kind: QAccessible.Text) -> str:
        """Its name and its description, as Qt has them; the value is said in the description."""
        if kind == QAccessible.Text.Name:
            return self._widget.accessibleName()
        if kind in (QAccessible.Text.Description, QAccessible.Text.Value):
            return self._widget.accessibleDescription()
        return ""

    def state(self) -> QAccessible.State:
        """Whether it can have the focus, has it, and is seen."""
        widget, state = self._widget, QAccessible.State()
        for name, on in (
            ("focusable", widget.focusPolicy() != Qt.FocusPolicy.NoFocus),
            ("focused", widget.hasFocus()),
            ("disabled", not widget.isEnabled()),
            ("invisible", not widget.isVisible()),
        ):
            setattr(state, name, on)
        return state

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return QRect(self._widget.mapToGlobal(self._widget.rect().topLeft()), self._widget.size())

    def window(self) -> QtGui.QWindow | None:  # type: ignore[override]
        """The window that it is in."""
        return self._widget.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """What it is a part of."""
        above = self._widget.parentWidget()
        return None if above is None else QAccessible.queryAccessibleInterface(above)

    def childCount(self) -> int:
        """How many parts it has."""
        return len(self._parts())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """One of its parts."""
        parts = self._parts()
        return QAccessible.queryAccessibleInterface(parts[index]) if 0 <= index < len(parts) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of its parts that is; -1 where it is none."""
        parts = self._parts()
        return parts.index(child.object()) if child.object() in parts else -1  # type: ignore[arg-type]

    def _parts(self) -> list[QWidget]:
        return [
            part
            for part in self._widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if not part.isWindow()
        ]


_made: list[Spoken] = []
_installed = False


def tell_roles() -> None:
    """Have Qt ask here first what a widget is; once is enough."""
    global _installed
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed = True


def _interface(_: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget) or not hasattr(thing, SPOKEN):
        return None
    # Qt deletes them with their widgets; as long as it does not, Python must not either.
    _made[:] = [one for one in _made if shiboken6.isValid(one)]
    _made.append(Spoken(thing))
    return _made[-1]


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have a screen reader say something at once, or after what it is saying where it is not urgent."""
    if not words:
        return
    if hasattr(QtGui, "QAccessibleAnnouncementEvent"):  # from Qt 6.8 on
        event = QtGui.QAccessibleAnnouncementEvent(widget, words)
        kinds = QAccessible.AnnouncementPoliteness
        event.setPoliteness(kinds.Assertive if urgent else kinds.Polite)
        send(event)
    else:
        send(QAccessibleEvent(widget, QAccessible.Event.Alert))


def send(event: QAccessibleEvent) -> None:
    """Tell the system's screen reader, where one listens."""
    QAccessible.updateAccessibility(event)
