"""All words of a window: written in it, painted on it, or told of it by tooltips and screen readers."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QPainter, QPainterPath, QStaticText, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDoubleSpinBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QTextEdit,
    QWidget,
)

MOST_ROWS = 60
"""So many rows of a list are read."""

_TAG = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)
_LATIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’]*[A-Za-zÀ-ÿ]")

_LABELS = (QLabel, QAbstractButton)
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def latin(text: str) -> list[str]:
    """Give the words in Latin letters of a text, of two letters or more, without its markup."""
    return _LATIN.findall(html.unescape(_TAG.sub(" ", text)))


def words(whole: QWidget) -> Iterator[str]:
    """Give all that is written in a widget and in those within it, shown or not."""
    for widget in (whole, *whole.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.windowTitle())
        yield from (widget.accessibleName(), widget.accessibleDescription())
        yield from _own(widget)
    for action in whole.findChildren(QAction):
        if not isinstance(action.parent(), pg.ViewBox):
            yield from (action.text(), action.toolTip(), action.statusTip())


def _own(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, _LABELS):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from _rows(widget.model())
        yield widget.placeholderText()
    elif isinstance(widget, QSpinBox | QDoubleSpinBox):
        yield from (widget.prefix(), widget.suffix(), widget.specialValueText())
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
        if widget.isReadOnly():
            yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(i) for i in range(widget.count()))
        yield from (widget.tabToolTip(i) for i in range(widget.count()))
    elif isinstance(widget, QAbstractItemView):
        yield from _rows(widget.model())
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, pg.GraphicsView) and widget.scene() is not None:
        for item in widget.scene().items():
            if isinstance(item, pg.TextItem | pg.LabelItem):
                yield item.toPlainText() if isinstance(item, pg.TextItem) else str(item.text)
            elif isinstance(item, pg.AxisItem):
                yield str(item.labelText or "")
            yield item.toolTip()


def _rows(model: QAbstractItemModel | None, under: QModelIndex | None = None) -> Iterator[str]:
    if model is None:
        return
    parent = QModelIndex() if under is None else under
    # Of a list Qt keeps the number of columns to itself, and the children that it does not have.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for column in range(columns):
        for role in _ROLES[:2]:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
        for row in range(min(model.rowCount(parent), MOST_ROWS)):
            index = model.index(row, column, parent)
            for role in _ROLES:
                yield str(model.data(index, role) or "")
            if column == 0 and not isinstance(model, QAbstractListModel | QAbstractTableModel):
                yield from _rows(model, index)


@contextmanager
def painted() -> Iterator[set[str]]:
    """Collect whatever is painted as words while this goes on."""
    found: set[str] = set()

    def heard(take: Callable[[tuple[Any, ...]], Any], does: Callable[..., Any]) -> Callable[..., Any]:
        def say(*given: Any, **named: Any) -> Any:
            for one in take(given):
                found.add(one.text() if isinstance(one, QStaticText) else str(one))
            return does(*given, **named)

        return say

    def texts(given: tuple[Any, ...]) -> list[Any]:
        return [one for one in given if isinstance(one, str | QStaticText)]

    with pytest.MonkeyPatch.context() as patch:
        for kind, name in (
            (QPainter, "drawText"),
            (QPainter, "drawStaticText"),
            (QPainterPath, "addText"),
            (QTextDocument, "setHtml"),
            (QTextDocument, "setPlainText"),
        ):
            patch.setattr(kind, name, heard(texts, getattr(kind, name)))
        yield found
