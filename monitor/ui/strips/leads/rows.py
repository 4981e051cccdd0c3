"""The strips of the shown leads with their labels, in rows or columns; too many of them scroll."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from assets.sources.source import Lead, LeadKind
from models.signal.states import State, Topic
from monitor.ui.kit.drawing.colours import trace_colour
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme
from monitor.ui.strips.leads.arrangement import Layout, columns
from monitor.ui.strips.leads.labels import LABEL_PX, NARROW_PX, RowLabel
from monitor.ui.strips.strip import Strip
from monitor.ui.strips.timeline import Timeline

SPACING, DENSE_SPACING = 6, 2
"""Between rows, in logical pixels: where there are few, and where there are many."""

DENSE = 4
"""So many rows or more are many."""

STRETCH, ANALYSED_STRETCH = 22, 30
"""The analysed lead's row is higher than the others."""

ANALYSED_HEIGHT = 48
"""The analysed lead's row has room for three lines of words, in logical pixels."""


@dataclass(frozen=True)
class LeadRow:
    """What is known of a lead that is shown.

    Attributes
    ----------
    lead : int
        Its column of the samples.
    name, unit : str
        As the source calls them.
    kind : LeadKind
        What it measures: only ECG leads stand in columns.
    beside : bool
        Whether the source has more than the ECG, whose leads are then all green.
    """

    lead: int
    name: str
    unit: str = "mV"
    kind: LeadKind = LeadKind.ECG
    beside: bool = False

    def colour(self, theme: Theme) -> str:
        """Colour of its trace and its name."""
        return trace_colour(theme, Lead(self.name, self.unit, self.kind), self.lead, self.beside)


MakeStrip = Callable[[Timeline, int], Strip]
"""Makes the strip of a lead on a time axis."""


class Rows(QScrollArea):
    """The strips of the shown leads.

    Parameters
    ----------
    timeline : Timeline
        The axis of rows that take the whole width.
    theme : Theme
        Colours.

    Attributes
    ----------
    strips : dict of int to Strip
        The strip of each shown lead.
    rhythm : Strip or None
        The analysed lead once more over the whole width, under columns of leads.
    cells : Timeline
        The axis of leads that stand in columns: narrower, at the same scale.
    """

    resized = Signal()

    def __init__(self, timeline: Timeline, theme: Theme) -> None:
        super().__init__()
        self._timeline, self._theme = timeline, theme
        self.cells = Timeline(fades=False)
        self.strips: dict[int, Strip] = {}
        self.rhythm: Strip | None = None
        self._labels: list[tuple[RowLabel, LeadRow]] = []
        self._names: set[str] = set()
        self._columns = 1
        self._weight = STRETCH
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Strips of the shown leads"))

    @property
    def all_strips(self) -> Iterator[Strip]:
        """Every strip, the rhythm strip too."""
        yield from self.strips.values()
        if self.rhythm is not None:
            yield self.rhythm

    @property
    def weight(self) -> int:
        """Share of the board's height that the rows ask for."""
        return self._weight

    def minimumSizeHint(self) -> QSize:
        """A row, at least; the others can be scrolled to."""
        return QSize(LABEL_PX + 60, ANALYSED_HEIGHT)

    def show_leads(
        self,
        rows: Sequence[LeadRow],
        analysed: LeadRow,
        layout: Layout,
        make: MakeStrip,
        names: Collection[str] = (),
    ) -> None:
        """Make the strips anew.

        Parameters
        ----------
        rows : sequence of LeadRow
            The shown leads in their order.
        analysed : LeadRow
            The analysed lead; under columns it is the rhythm strip, whether or not it is among those shown.
        layout : Layout
            Rows or columns; rows where the columns do not suit so many leads.
        make : callable
            Makes a strip.
        names : collection of str
            Names of all leads that are analysed, where that one is not the only one.
        """
        self._names = {analysed.name, *names}
        inside = QWidget()
        inside.setObjectName("page")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        by_lead = {row.lead: row for row in rows}
        vitals = [row for row in rows if row.kind is not LeadKind.ECG]
        ecg = [row.lead for row in rows if row.kind is LeadKind.ECG]
        cut = columns(ecg, layout)
        self.strips, self.rhythm, self._labels = {}, None, []
        self._columns = len(cut)
        depth = max((len(column) for column in cut), default=0)
        for across, column in enumerate(cut):
            for down, lead in enumerate(column):
                strip = make(self._timeline if len(cut) == 1 else self.cells, lead)
                self.strips[lead] = strip
                is_analysed = lead == analysed.lead and len(cut) == 1
                label = self._label(by_lead[lead], strip, narrow=across > 0)
                grid.addWidget(label, down, 2 * across)
                grid.addWidget(strip, down, 2 * across + 1)
                if is_analysed:
                    strip.setMinimumHeight(ANALYSED_HEIGHT)
                grid.setRowStretch(down, ANALYSED_STRETCH if is_analysed else STRETCH)
            grid.setColumnStretch(2 * across + 1, 1)
        height = depth
        if len(cut) > 1:
            rhythm = self.rhythm = make(self._timeline, analysed.lead)
            rhythm.setMinimumHeight(ANALYSED_HEIGHT)
            grid.addWidget(self._label(analysed, rhythm, narrow=False), depth, 0)
            grid.addWidget(rhythm, depth, 1, 1, 2 * len(cut) - 1)
            grid.setRowStretch(depth, ANALYSED_STRETCH)
            height += 1
        for row in vitals:
            strip = self.strips[row.lead] = make(self._timeline, row.lead)
            grid.addWidget(self._label(row, strip, narrow=False), height, 0)
            grid.addWidget(strip, height, 1, 1, max(1, 2 * len(cut) - 1))
            grid.setRowStretch(height, STRETCH)
            height += 1
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(DENSE_SPACING if height >= DENSE else SPACING)
        self._weight = ANALYSED_STRETCH + STRETCH * (height - 1)
        self.setWidget(inside)

    def _label(self, row: LeadRow, strip: Strip, *, narrow: bool) -> RowLabel:
        detail = tr("analysed") if row.name in self._names else ""
        label = RowLabel(
            row.name, detail, row.colour(self._theme), self._theme, strip, unit=row.unit, narrow=narrow
        )
        self._labels.append((label, row))
        return label

    def show_states(self, states: Iterable[State]) -> None:
        """Say at each lead how good its signal is, of what goes on."""
        quality = {state.lead: state for state in states if state.kind.topic is Topic.QUALITY}
        for label, _ in self._labels:
            label.show_quality(quality.get(label.name))

    def show_left_out(self, leads: Collection[str]) -> None:
        """Say at each lead of several that are analysed whether it has a vote now."""
        for label, row in self._labels:
            words = tr("no vote") if row.name in leads else tr("analysed")
            label.show_detail(words if row.name in self._names else "")

    def refresh_labels(self) -> None:
        """Say the gains as they are now."""
        for label, _ in self._labels:
            label.refresh()

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        for strip in self.all_strips:
            strip.restyle(theme)
        for label, row in self._labels:
            label.restyle(theme, row.colour(theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the owner that there is another width; it changes, too, where a scroll bar comes or goes."""
        super().resizeEvent(event)
        self.resized.emit()

    def fit(self) -> int:
        """Fit the columns to the width; the width that a whole row has for its strip, logical pixels."""
        whole = max(60, self.viewport().width() - LABEL_PX)
        self.cells.follow(self._timeline)
        self.cells.fit(max(60, (whole - NARROW_PX * (self._columns - 1)) // self._columns))
        return whole
