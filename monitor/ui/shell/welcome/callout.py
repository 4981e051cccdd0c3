"""A callout beside a real control, which a ring shows; it follows the control, into another window too."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from monitor.ui.kit.language import tr
from monitor.ui.kit.speaking import announce
from monitor.ui.kit.text import CaptionLabel, PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.pages.context import Context
from monitor.ui.shell.welcome.tours import Tour

WIDTH_PX, GAP_PX = 320, 10
"""Width of the callout, and its distance from the control and from the window's edge, logical pixels."""

FOLLOW_MS = 200
"""It looks so often where the control is now, ms."""

SETTLING = 10
"""So many looks long a tour that begins stays in front of a window that opens with it."""

OWN_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def beside(target: QRect, size: QSize, room: QRect) -> QPoint:
    """Give the corner of a callout of a size: below, above, right or left of the target, else in a corner.

    Parameters
    ----------
    target : QRect
        The control; empty where there is none.
    size : QSize
        Of the callout.
    room : QRect
        Where it has to lie.
    """
    corner = QPoint(room.right() - size.width() - GAP_PX, room.bottom() - size.height() - GAP_PX)
    if target.isEmpty():
        return corner
    x = min(max(target.center().x() - size.width() // 2, room.left() + GAP_PX), corner.x())
    y = min(max(target.top(), room.top() + GAP_PX), corner.y())
    places = (
        QPoint(x, target.bottom() + GAP_PX),
        QPoint(x, target.top() - GAP_PX - size.height()),
        QPoint(target.right() + GAP_PX, y),
        QPoint(target.left() - GAP_PX - size.width(), y),
    )
    return next((place for place in places if room.contains(QRect(place, size))), corner)


def bring_into_view(control: QWidget) -> None:
    """Scroll all that lies around a control until it is seen: low windows and long languages hide some."""
    around = control.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(control, GAP_PX, GAP_PX)
        around = around.parentWidget()


class Ring(QWidget):
    """A frame around a control; clicks go through it."""

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        super().__init__(window)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw two lines, so that one of them stands out whatever lies below."""
        painter = QPainter(self)
        for inset, colour in ((1.5, self.theme.window), (3.5, self.theme.accent)):
            painter.setPen(QPen(QColor(colour), 3))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), 6, 6)


class Callout(QFrame):
    """A tour under way.

    Parameters
    ----------
    window : QMainWindow
        Where the tour begins; a control may be in another window of the program.
    tour : Tour
        What is pointed at.
    context : Context
        Shows the pages, and has the colours.
    """

    left = Signal()
    """The tour is over, or was left."""

    def __init__(self, window: QMainWindow, tour: Tour, context: Context) -> None:
        super().__init__(window)
        self._context = context
        self.setObjectName("message")
        self.tour, self.number = tour, 0
        self._window = window
        self._host: QWidget = window
        self._ending = False
        self._brought: int | None = None
        self.ring = Ring(window, context.theme)
        self._escape: QShortcut | None = None
        self._title, self.words, self._where = PlainLabel(), CaptionLabel(), PlainLabel()
        self._title.setObjectName("title")
        self._where.setObjectName("small")
        self.leave, self.back, self.next = QPushButton(), QPushButton(), QPushButton()
        self.next.setObjectName("primary")
        self.leave.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        buttons = QHBoxLayout()
        buttons.addWidget(self._where, 1)
        for button in (self.leave, self.back, self.next):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.addWidget(self._title)
        column.addWidget(self.words)
        column.addLayout(buttons)
        self.setFixedWidth(WIDTH_PX)
        self._settling = SETTLING
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.follow)
        self.timer.timeout.connect(self.settle)
        self.timer.start(FOLLOW_MS)
        window.installEventFilter(self)
        self.go(0)
        self.show()
        self.next.setFocus()

    def go(self, steps: int) -> None:
        """Go on or back by so many steps; after the last one the tour is over."""
        self.number = max(0, self.number + steps)
        if steps:
            self._settling = 0
        if self.number >= len(self.tour.steps):
            self.end()
            return
        if page := self.tour.steps[self.number].page:
            self._context.show_page(page)
        self.follow()
        self._come_forward()
        announce(self, self.words.text())

    def settle(self) -> None:
        """Come forward again while a tour begins: the window that it opens is put on top a little later."""
        if self._settling > 0:
            self._settling -= 1
            if not self._host.isActiveWindow():
                self._come_forward()

    def _come_forward(self) -> None:
        self._host.raise_()
        self._host.activateWindow()
        self.next.setFocus()

    def end(self) -> None:
        """Leave the tour at once."""
        self.timer.stop()
        self._ending = True
        for window in {self._window, self._host}:
            window.removeEventFilter(self)
        if self._escape is not None:
            self._escape.deleteLater()
        for part in (self.ring, self):
            part.hide()
            part.deleteLater()
        self.left.emit()

    def follow(self) -> None:
        """Be where the control is now, in the language that is spoken now."""
        last = self.number == len(self.tour.steps) - 1
        step = self.tour.steps[self.number]
        self._title.setText(tr(self.tour.title))
        self._where.setText(
            tr("{number} of {count}").format(number=self.number + 1, count=len(self.tour.steps))
        )
        self.leave.setText(tr("Leave"))
        self.back.setText(tr("Back"))
        self.back.setEnabled(self.number > 0)
        self.next.setText(tr("Done") if last else tr("Next"))
        self.setAccessibleName(tr(self.tour.title))
        if self.words.text() != tr(step.words):
            self.words.setText(tr(step.words))
        control = step.find(self._window)
        seen = control is not None and control.isVisible()
        self._be_in(control.window() if control is not None and seen else self._window)
        self.adjustSize()
        if control is not None and seen and self._brought != self.number:
            self._brought = self.number  # once: who scrolls on afterwards is not fetched back
            bring_into_view(control)
        found = self._place(control) if control is not None and seen else QRect()
        self.ring.setVisible(not found.isEmpty())
        self.ring.setGeometry(found.adjusted(-4, -4, 4, 4).intersected(self._host.rect()))
        self.move(beside(found, self.size(), self._host.rect()))
        self.ring.raise_()
        self.raise_()

    def _be_in(self, host: QWidget) -> None:
        """Lie over a window: the one that has the control."""
        if host is self._host:
            return
        if self._escape is not None:
            self._escape.deleteLater()
            self._escape = None
        if self._host is not self._window:
            self._host.removeEventFilter(self)
        self._host = host
        if host is not self._window:
            host.installEventFilter(self)
            self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), host)
            self._escape.activated.connect(self.end)
        for part in (self.ring, self):
            part.setParent(host)
        self.show()

    def _place(self, control: QWidget) -> QRect:
        """Where the control is in its window; empty where it is scrolled away."""
        seen, part = control.rect(), control
        while part is not self._host:  # what is scrolled away is not pointed at
            above = part.parentWidget()
            if above is None:
                return QRect()
            seen, part = seen.translated(part.pos()).intersected(above.rect()), above
        return seen

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Follow at once where the window gets another size; one that goes away takes nothing with it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Hide) and not self._ending:
            if watched is self._host:
                self.follow()
        return False

    def event(self, event: QEvent) -> bool:
        """Keep the keys of its buttons, and Esc, from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (*OWN_KEYS, Qt.Key.Key_Escape):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the focus, as Space does; Esc leaves."""
        key, button = event.key(), self.focusWidget()
        if key == Qt.Key.Key_Escape:
            self.end()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)
