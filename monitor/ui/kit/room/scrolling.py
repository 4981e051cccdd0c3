"""Pages in a window without much room: scrolled rather than squashed, and content with what they need."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QStackedWidget, QWidget

LEAST_PX = 120
"""Least height of what is scrolled, in logical pixels."""


class Ground(QWidget):
    """What is scrolled: as high as the window, and never less high than its parts need.

    Qt would make it as high as its parts *like* to be, and scroll what would fit.

    Parameters
    ----------
    layout : QLayout
        Its parts.
    """

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # the page's colour, not a list's
        self.setLayout(layout)

    def hasHeightForWidth(self) -> bool:
        """Some words take more lines in a narrow window."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Least height at a width."""
        layout = self.layout()
        if layout is None:
            return -1
        height = layout.minimumHeightForWidth(width) if layout.hasHeightForWidth() else -1
        return max(height, layout.minimumSize().height())


class Scroll(QScrollArea):
    """A layout that is scrolled up and down where it needs more height than there is; never sideways.

    Parameters
    ----------
    layout : QLayout
        What is shown; it keeps its margins.
    elastic : bool
        Whether its parts get smaller with the width, so that the width they have now is not asked for.
    """

    def __init__(self, layout: QLayout, *, elastic: bool = False) -> None:
        super().__init__()
        self._elastic = elastic
        self.ground = Ground(layout)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(self.ground)

    def layout_again(self) -> None:
        """Measure all parts anew at the next turn."""
        layout = self.ground.layout()
        if layout is not None:
            layout.invalidate()
            layout.update()

    def minimumSizeHint(self) -> QSize:
        """As wide as its parts need, with the bar beside them; as low as one likes."""
        if self._elastic:
            return QSize(LEAST_PX, LEAST_PX)
        least = self.ground.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(least.width() + bar, min(least.height(), LEAST_PX))

    def sizeHint(self) -> QSize:
        """As large as its parts like to be."""
        return self.ground.sizeHint()


class Stack(QStackedWidget):
    """One of several, which asks for the room of the one that is shown and not of the largest."""

    def __init__(self) -> None:
        super().__init__()
        self._attic: QWidget | None = None  # a window that is never shown

    def minimumSizeHint(self) -> QSize:
        """What is shown needs that; the others take a form for the window when it is their turn."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Show one, also one that was put away."""
        if self.indexOf(widget) < 0:
            self.addWidget(widget)
        super().setCurrentWidget(widget)

    def put_away(self, widget: QWidget) -> None:
        """Keep one that is not shown outside of the window until it is: new colours do not reach it there.

        Qt styles all parts of a window in one go when its style sheet changes, hidden ones too.
        """
        if widget is self.currentWidget():
            return
        if self._attic is None:
            self._attic = QWidget()
        self.removeWidget(widget)
        widget.setParent(self._attic)

    def bring_back(self) -> None:
        """Take those that were put away back into the window, with which they end."""
        if self._attic is not None:
            for widget in self._attic.findChildren(
                QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
            ):
                self.addWidget(widget)


class LoneStack(Stack):
    """One of many, of which the others are not laid out.

    Qt asks all parts of a stack for their sizes at every change in one of them. The others are children all
    the same, and hidden: they take up the style and are ended with the stack.
    """

    def addWidget(self, widget: QWidget) -> int:
        """Take one in; the first is shown, any other once it is asked for. Its place among those laid out."""
        if self.currentWidget() is None:
            return super().addWidget(widget)
        widget.setParent(self)
        widget.hide()
        return -1

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Show one that was taken in; the focus goes with it, as in any stack."""
        before = self.currentWidget()
        if widget is before:
            return
        QStackedWidget.addWidget(self, widget)
        QStackedWidget.setCurrentWidget(self, widget)
        if before is not None:
            self.removeWidget(before)


class _Held(QWidget):
    """A page in the room that there is, as in a window: how high it would like to be is not asked.

    A page takes a form by its height. Asked for the height that each form wants, an area of Qt's would go to
    and fro between two of them without an end.
    """

    def __init__(self, page: QWidget, least: QSize) -> None:
        super().__init__()
        self._page = page
        page.setParent(self)
        self.setMinimumSize(least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page all of it."""
        super().resizeEvent(event)
        self._page.setGeometry(self.rect())


def scrolled(page: QWidget, least: QSize) -> QScrollArea:
    """Let a page that needs `least` be scrolled both ways where there is less room."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(_Held(page, least))
    return area
