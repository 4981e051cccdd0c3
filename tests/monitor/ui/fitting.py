"""What does not fit into a window: clipped words, widgets beyond their parent, words over one another."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from monitor.ui.kit.text import ElidedLabel, plain_tip

WORDED = (QLabel, QAbstractButton, QComboBox, QAbstractSpinBox)
"""Widgets with words of their own."""

LIST_PX = 60
"""Least height of a list's or a table's rows, in logical pixels."""


def flaws(whole: QWidget) -> list[str]:
    """Say of each widget within another one what of it cannot be seen, each in a line."""
    seen = [w for w in whole.findChildren(QWidget) if w.isVisibleTo(whole) and _ours(w, whole)]
    said = [f"{_named(w)} {why}" for w in seen for why in _clipped(w)]
    said += [f"{_named(w)} {why}" for w in seen for why in _beyond(w)]
    for parent in (whole, *seen):
        said += [f"{_named(a)} lies over {_named(b)}" for a, b in _overlaps(parent)]
    said += [f"{_named(w)} {why}" for w in seen if isinstance(w, QScrollArea) for why in _scrolls(w)]
    return said


def _ours(widget: QWidget, whole: QWidget) -> bool:
    """Whether no control of Qt's has made the widget for itself, and none shows it on top of all."""
    parent = widget.parentWidget()
    while parent is not None and parent is not whole:
        if isinstance(parent, (QAbstractItemView, QComboBox, QAbstractSpinBox)) or parent.isWindow():
            return False
        parent = parent.parentWidget()
    return not widget.isWindow()


def _named(widget: QWidget) -> str:
    words = getattr(widget, "text", None)
    said = words() if callable(words) else widget.accessibleName()
    rect = widget.geometry()
    place = f"{rect.width()}x{rect.height()} at ({rect.x()}, {rect.y()})"
    return f"{type(widget).__name__} {said[:60]!r} of {place} in {type(widget.parentWidget()).__name__}"


def _clipped(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        if widget.viewport().height() < LIST_PX:
            yield f"shows no more than {widget.viewport().height()} pixels of its rows"
        return
    if isinstance(widget, ElidedLabel):
        if widget.elided and plain_tip(widget.text()) not in widget.whole_tip:
            yield "is elided and has no tooltip with the whole of it"
        return
    if not isinstance(widget, WORDED):
        return
    if isinstance(widget, QLabel):
        if not widget.text():
            return
        if widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            if needed > widget.height():
                yield f"needs a height of {needed}"
            return
    hint = widget.sizeHint()
    if isinstance(widget, QAbstractButton):
        hint = hint.boundedTo(widget.maximumSize())
    elif isinstance(widget, (QComboBox, QAbstractSpinBox)):
        hint = widget.minimumSizeHint().boundedTo(widget.maximumSize())
    if hint.width() > widget.width() or hint.height() > widget.height():
        yield f"needs {hint.width()}x{hint.height()}"


def _beyond(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if (
        parent is None
        or isinstance(parent.parentWidget(), QAbstractScrollArea)
        or isinstance(widget, QScrollBar)
    ):
        return  # a scroll area's content is as large as it likes
    if isinstance(parent, QAbstractScrollArea):
        return
    if not parent.rect().contains(widget.geometry()):
        yield f"leaves its parent of {parent.width()}x{parent.height()}"


def _overlaps(parent: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    if isinstance(parent, (*WORDED, QAbstractScrollArea)):
        return
    children = [
        c
        for c in parent.children()
        if isinstance(c, QWidget) and c.isVisibleTo(parent) and not c.isWindow() and not _lies_over(c)
    ]
    for i, a in enumerate(children):
        for b in children[i + 1 :]:
            if (_worded(a) or _worded(b)) and a.geometry().intersects(b.geometry()):
                yield a, b


def _lies_over(widget: QWidget) -> bool:
    """Whether it is meant to lie over others: messages, and still pictures of a plot."""
    still = isinstance(widget, QLabel) and widget.pixmap() is not None and not widget.pixmap().isNull()
    return widget.objectName() == "message" or still


def _worded(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return bool(widget.text())
    return isinstance(widget, WORDED) or any(_worded(c) for c in widget.findChildren(QLabel))


def _scrolls(area: QScrollArea) -> Iterator[str]:
    if area.horizontalScrollBar().maximum() > 0 and area.widgetResizable():
        yield f"has to be scrolled sideways by {area.horizontalScrollBar().maximum()}"
    above = area.parentWidget()
    while above is not None:
        if (
            isinstance(above, QScrollArea)
            and min(above.verticalScrollBar().maximum(), area.verticalScrollBar().maximum()) > 0
        ):
            yield "has to be scrolled within another one that is scrolled"
        above = above.parentWidget()
