"""Where the input of all panes comes from: a drawing, an example digit, or a real one of MNIST."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from assets.phrase import phrase
from monitor.ui.kit.drawing.motion import show_busy
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.room.scrolling import Scroll
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.digits.draw import PENS, SIDE_PX, DrawCanvas
from monitor.ui.lab.widgets.digits.pictures import PictureView, grey

WIDTH_PX = 228
EXAMPLE_PX = 34

LOW_SIDE_PX = 140
"""Side of the canvas in a low window, five logical pixels for each of MNIST's 28."""

FORMS = ((308, False), (252, False), (SIDE_PX, False), (LOW_SIDE_PX, True))
"""Sides of the canvas that are tried, and whether its tools stand beside it: the largest that fits."""

SHARE = 0.2
"""With a canvas larger than usual the panel takes no more than this share of the page's width."""


class InputPanel(QFrame):
    """Draw, or pick.

    Parameters
    ----------
    state : LabState
        What all panes share.
    theme : Theme
        Colours.
    """

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setFixedWidth(WIDTH_PX)
        self._state = state
        self._rng = np.random.default_rng(0)
        self.canvas = DrawCanvas(theme)
        self.canvas.changed.connect(self._on_drawn)
        title = PlainLabel(tr("Your digit"))
        title.setObjectName("title")
        self._seen = PictureView(theme, 56, tr("The input as the models see it, 28 by 28 pixels"))
        self._wanted = False
        self._words = PlainLabel()
        self._words.setObjectName("small")
        self._words.setWordWrap(True)
        seen = QHBoxLayout()
        seen.setSpacing(10)
        seen.addWidget(self._seen)
        seen.addWidget(self._words, 1)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tools.setSpacing(6)
        self._drawing_tools: list[QPushButton] = []
        for text, hint, slot in (
            (tr("Clear"), tr("Take all ink away"), self.canvas.clear),
            (tr("Undo"), tr("Take the last stroke away"), self.canvas.undo),
            (tr("Pen"), tr("Another width of the pen"), self._next_pen),
        ):
            button = QPushButton(text)
            button.setToolTip(hint)
            button.clicked.connect(slot)
            self._tools.addWidget(button)
            self._drawing_tools.append(button)
        self._drawn = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._drawn.setSpacing(8)
        self._drawn.addWidget(self.canvas)
        self._drawn.addLayout(self._tools)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addWidget(title)
        column.addLayout(self._drawn)
        column.addLayout(seen)
        column.addWidget(self._heading(tr("…or an example digit")))
        column.addLayout(self._build_examples())
        column.addWidget(self._heading(tr("…or a real one")))
        column.addLayout(self._build_mnist())
        column.addStretch(1)
        state.input_changed.connect(self._show_input)
        state.mnist_changed.connect(self._show_mnist)
        self._show_input()
        self._show_mnist()
        self.pick_example(3)

    def take_form(self, side: int, low: bool) -> None:
        """Show the canvas in a size, and all else to match; if `low`, with its tools beside it."""
        direction = QBoxLayout.Direction
        self.canvas.set_side(side)
        more = max(side, SIDE_PX) - SIDE_PX
        self.setFixedWidth(WIDTH_PX + more)
        example = EXAMPLE_PX + more // 5
        for button in self._example_buttons:
            button.setIconSize(QSize(example - 6, example - 6))
            button.setFixedSize(example, example)
        self._drawn.setDirection(direction.LeftToRight if low else direction.TopToBottom)
        self._drawn.setSpacing(6 if low else 8)
        self._tools.setDirection(direction.TopToBottom if low else direction.LeftToRight)
        # Beside the canvas there is just room for their words. Qt reads a style anew where it is the same.
        style = "padding: 0 2px;" if low else ""
        for tool in self._drawing_tools:
            if tool.styleSheet() != style:
                tool.setStyleSheet(style)
        self._column.setSpacing(6 if low else 8)
        self._column.activate()

    @property
    def least_height(self) -> int:
        """Height in logical pixels that the form taken now needs."""
        return max(self._column.minimumHeightForWidth(self.width()), self._column.minimumSize().height())

    @staticmethod
    def _heading(text: str) -> QLabel:
        label = PlainLabel(text)
        label.setObjectName("small")
        return label

    def _build_examples(self) -> QGridLayout:
        from models.digits.pictures.examples import example

        grid = QGridLayout()
        grid.setSpacing(4)
        self._example_buttons: list[QPushButton] = []
        for digit in range(10):
            button = QPushButton()
            button.setObjectName("digit")
            button.setIcon(QIcon(QPixmap.fromImage(grey(example(digit, 0)))))
            button.setIconSize(QSize(EXAMPLE_PX - 6, EXAMPLE_PX - 6))
            button.setFixedSize(EXAMPLE_PX, EXAMPLE_PX)
            button.setToolTip(
                tr("An example of a {digit}, written for this program; again for another one").format(
                    digit=digit
                )
            )
            button.setAccessibleName(tr("Example of a {digit}").format(digit=digit))
            button.clicked.connect(lambda _=False, d=digit: self.pick_example(d))
            grid.addWidget(button, digit // 5, digit % 5)
            self._example_buttons.append(button)
        return grid

    def _build_mnist(self) -> QVBoxLayout:
        self._mnist = QPushButton()
        self._mnist.clicked.connect(self._on_mnist)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._problem = PlainLabel()
        self._problem.setObjectName("small")
        self._problem.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(4)
        for widget in (self._mnist, self._progress, self._problem):
            column.addWidget(widget)
        return column

    # What a learner does --------------------------------------------------------------------------

    def pick_example(self, digit: int) -> None:
        """Take an example of a digit as the input, each time another one."""
        from models.digits.pictures.examples import PER_DIGIT, example

        which = int(self._rng.integers(PER_DIGIT))
        self._state.show(
            example(digit, which), phrase("An example: a {digit}, written for this program.", digit=digit)
        )

    def _next_pen(self) -> None:
        self.canvas.pen = PENS[(PENS.index(self.canvas.pen) + 1) % len(PENS)]

    def _on_drawn(self) -> None:
        from models.digits.pictures.drawing import DrawingError, prepare

        if self.canvas.empty:
            self._words.setText(tr("Nothing is drawn yet."))
            return
        try:
            self._state.show(
                prepare(self.canvas.ink()), phrase("Your drawing, centred as MNIST does it."), drawn=True
            )
        except DrawingError as error:
            self._words.setText(complaint(error))

    def _on_mnist(self) -> None:
        state = self._state
        if state.mnist is not None:
            self._show_real()
        elif state.loading_mnist:
            self._wanted = False
            state.cancel_mnist()
        else:
            self._wanted = True
            state.fetch_mnist()

    def _show_real(self) -> None:
        """Take a test digit of MNIST as the input, each time another one."""
        state = self._state
        if state.mnist is not None:
            which = int(self._rng.integers(len(state.mnist.test)))
            picture = state.mnist.test.images[which].astype(np.float32) / 255
            state.show(
                picture,
                phrase(
                    "Test digit {which} of MNIST: a {digit}.",
                    which=which,
                    digit=int(state.mnist.test.labels[which]),
                ),
            )

    # What is shown --------------------------------------------------------------------------------

    def _show_input(self) -> None:
        picture = self._state.picture
        self._seen.show_image(grey(picture) if picture is not None else None)
        self._words.setText(tr(self._state.source))

    def _show_mnist(self) -> None:
        state = self._state
        if state.mnist is not None:
            text = tr("Another digit of MNIST")
            if self._wanted:  # it was asked for by this button, and not by a pane that trains
                self._wanted = False
                self._show_real()
        elif state.loading_mnist:
            text = tr("Cancel")
        else:
            text = tr("A digit of MNIST") if state.mnist_at_hand else tr("Get MNIST (11 MB)")
        self._mnist.setText(text)
        self._progress.setVisible(state.loading_mnist)
        if state.mnist_share:
            self._progress.setRange(0, 1000)
            self._progress.setValue(round(1000 * state.mnist_share))
        else:
            show_busy(self._progress)
        self._problem.setText(tr(state.mnist_problem))
        self._problem.setVisible(bool(state.mnist_problem))
        self._problem.setAlignment(Qt.AlignmentFlag.AlignTop)


class InputColumn(Scroll):
    """The panel at the left of the page: lower in a low window, and scrolled where that is not enough.

    Parameters
    ----------
    panel : InputPanel
        The panel.
    """

    def __init__(self, panel: InputPanel) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        super().__init__(column)
        self._panel = panel
        self._room = WIDTH_PX
        self.setFixedWidth(WIDTH_PX)

    def set_room(self, width: int) -> None:
        """Tell how wide the whole page is, in logical pixels."""
        self._room = round(SHARE * width)
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the form."""
        super().resizeEvent(event)
        self._choose()

    def showEvent(self, event: QShowEvent) -> None:
        """Choose again: how large its parts are in the window's style is known only now."""
        super().showEvent(event)
        self._choose()

    def _choose(self) -> None:
        panel, bar = self._panel, 0
        for side, low in FORMS:
            panel.take_form(side, low)
            if panel.least_height <= self.height() and (side <= SIDE_PX or panel.width() <= self._room):
                break
        else:
            bar = self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(panel.width() + bar)
        # What was measured for the other form is forgotten.
        self.layout_again()
