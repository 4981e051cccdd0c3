"""The map of the course: ideas as buttons in strands, with lines between those that belong together."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy

from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import small
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import Themed
from monitor.ui.lab.course.ideas.written import KINDS, Idea, IdeaMap, Kind

BAR_PX = 5
"""Width of the bar at a button's left that says of what kind its idea is, in logical pixels."""


def kind_colour(kind: Kind, theme: Theme) -> QColor:
    """The colour of a kind."""
    return QColor({"generative": theme.accent, "discriminative": theme.premature, "neither": theme.dim}[kind])


class KindMark(Themed):
    """A bar in the colour of a kind."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._kind: Kind = "neither"
        self.setFixedSize(BAR_PX, 16)

    def show_kind(self, kind: Kind) -> None:
        """Take the colour of a kind."""
        self._kind = kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        QPainter(self).fillRect(self.rect(), kind_colour(self._kind, self.theme))


class IdeaBoard(Themed):
    """Ideas to choose from.

    Parameters
    ----------
    theme : Theme
        Colours.
    ideas : IdeaMap
        What is shown.
    """

    chosen = Signal(str)
    """An idea is chosen, by its name."""

    def __init__(self, theme: Theme, ideas: IdeaMap) -> None:
        super().__init__(theme)
        self._ideas = ideas
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(BAR_PX, 0, 0, 0)
        self._grid = grid
        for i, strand in enumerate(ideas.strands):
            grid.addWidget(small(strand), 0, i)
            grid.setColumnStretch(i, 1)
        for i, idea in enumerate(ideas.ideas):
            button = QPushButton(idea.title)
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setAccessibleDescription(tr(KINDS[idea.kind]))
            self._group.addButton(button, i)
            grid.addWidget(button, 1 + idea.row, idea.strand)
            grid.setRowStretch(1 + idea.row, 1)
        # Toggled, not clicked: the arrow keys press a button without a click.
        self._group.idToggled.connect(self._on_toggled)
        self.rescale(1.0)

    @property
    def idea(self) -> Idea:
        """The idea that is chosen."""
        return self._ideas.ideas[max(self._group.checkedId(), 0)]

    def choose(self, name: str) -> None:
        """Choose an idea."""
        self.button(name).setChecked(True)

    def button(self, name: str) -> QPushButton:
        """The button of an idea."""
        found = self._group.button(self._ideas.ideas.index(self._ideas.idea(name)))
        assert isinstance(found, QPushButton)
        return found

    def rescale(self, factor: float) -> None:
        """Set the strands and rows closer, or further apart."""
        self._grid.setHorizontalSpacing(min(round(26 * factor**2), 90))
        self._grid.setVerticalSpacing(min(round(12 * factor**3), 60))

    def _on_toggled(self, number: int, on: bool) -> None:
        if on:
            for button in self._group.buttons():
                tab = Qt.FocusPolicy.TabFocus if button.isChecked() else Qt.FocusPolicy.NoFocus
                button.setFocusPolicy(tab)
            self.update()
            self.chosen.emit(self._ideas.ideas[number].name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, those of the chosen idea last, and the kinds."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = [(one.name, other) for one in self._ideas.ideas for other in one.leads]
        chosen = self.idea.name
        for line in sorted(lines, key=lambda line: chosen in line):
            own = chosen in line
            painter.setPen(QPen(QColor(self.theme.alert if own else self.theme.border), 2 if own else 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._path(*line))
        painter.setPen(Qt.PenStyle.NoPen)
        for idea in self._ideas.ideas:
            place = self.button(idea.name).geometry()
            painter.setBrush(kind_colour(idea.kind, self.theme))
            painter.drawRect(QRectF(place.left() - BAR_PX, place.top() + 5, BAR_PX - 1, place.height() - 10))

    def _path(self, one: str, other: str) -> QPainterPath:
        """A line from an idea to another: down within a strand, else from side to side."""
        start, end = QRectF(self.button(one).geometry()), QRectF(self.button(other).geometry())
        path = QPainterPath()
        first_idea, last_idea = self._ideas.idea(one), self._ideas.idea(other)
        if first_idea.strand == last_idea.strand:
            if abs(first_idea.row - last_idea.row) == 1:
                path.moveTo(start.center())
                path.lineTo(end.center())
                return path
            # Past what lies between, at the side.
            bend = 0.55 * self._grid.horizontalSpacing()
            path.moveTo(start.right(), start.center().y())
            path.cubicTo(
                QPointF(start.right() + bend, start.center().y()),
                QPointF(end.right() + bend, end.center().y()),
                QPointF(end.right(), end.center().y()),
            )
            return path
        right = start.center().x() < end.center().x()
        first = QPointF(start.right() if right else start.left(), start.center().y())
        last = QPointF(end.left() - BAR_PX if right else end.right(), end.center().y())
        middle = (first.x() + last.x()) / 2
        path.moveTo(first)
        path.cubicTo(QPointF(middle, first.y()), QPointF(middle, last.y()), last)
        return path
