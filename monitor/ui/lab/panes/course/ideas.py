"""The map of the course: what each idea is, what kind it is of, and where it is seen."""

from __future__ import annotations

import functools

from PySide6.QtWidgets import QFrame, QHBoxLayout

from assets.phrase import phrase
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, column, row, small
from monitor.ui.kit.text import CaptionLabel, PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.course.ideas.board import IdeaBoard, KindMark
from monitor.ui.lab.course.ideas.written import KINDS, idea_map
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.registry import pane_spec
from monitor.ui.lab.state import LabState

FIRST = "autoencoder"


class IdeasPane(Pane):
    """Choose an idea; go to where it is seen."""

    takes_input = False
    words = phrase(
        "Each button is an idea of the course; lines lead to what came of it or is made with it. The bar at "
        "its left says whether it can make new data (generative), only tells which is which "
        "(discriminative), or does neither. Choose one, and go to where it is seen."
    )
    formula = pieces_of(
        phrase("generative: {what}", what="$p(x)$"),
        phrase("drawn on demand: {what}", what=r"$p(x \mid y)$"),
        phrase("step by step: {what}", what=r"$p(x_t \mid x_1 \dots x_{t-1})$"),
        phrase("discriminative: {what}", what=r"$p(y \mid x)$"),
    )

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self.board = IdeaBoard(theme, idea_map())
        self.board.chosen.connect(self._show)
        self._title, self._mark, self._kind = PlainLabel(), KindMark(theme), small()
        self._title.setObjectName("title")
        self._text, self._source = CaptionLabel(), small()
        self._source.setWordWrap(True)
        self.links = QHBoxLayout()
        self.links.setSpacing(8)
        self._seen = small()
        frame = QFrame()
        frame.setObjectName("panel")
        told = column(
            row(self._title, self._mark, self._kind, 1, self._seen, self.links, spacing=12),
            self._text,
            self._source,
        )
        told.setContentsMargins(16, 8, 16, 10)
        frame.setLayout(told)
        self.body.addWidget(self.board, 1)
        self.body.addWidget(frame)
        self.board.choose(FIRST)

    def _show(self, name: str) -> None:
        """Say what an idea is, and where it is seen."""
        idea = idea_map().idea(name)
        self._title.setText(idea.title)
        self._kind.setText(tr(KINDS[idea.kind]))
        self._mark.show_kind(idea.kind)
        self._text.setText(idea.words)
        self._source.setText(idea.source)
        while (item := self.links.takeAt(0)) is not None:
            if (link := item.widget()) is not None:
                link.hide()
                link.deleteLater()
        for pane in idea.panes:
            self.links.addWidget(
                button(tr(pane_spec(pane).text), functools.partial(self.state.pane_asked.emit, pane))
            )
        self._seen.setText(tr("See it in") if idea.panes else "")
