"""The button that says which alerts are listed, and lets the user choose: a kind, and a lead."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from models.alerts.kinds import Kind
from monitor.alerts.log import AlertLog
from monitor.ui.kit.language import tr

WIDEST_PX = 112
"""Widest that the button's words may be, in logical pixels; longer ones are in its tooltip."""


class AlertFilter(QPushButton):
    """Choose a kind of alert and a lead; the menu has those that there are, with how many.

    Parameters
    ----------
    log : AlertLog
        The alerts.
    """

    changed = Signal()

    def __init__(self, log: AlertLog) -> None:
        super().__init__()
        self._log = log
        self.kind: Kind | None = None
        self.lead: str | None = None
        self.setObjectName("menu")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choices = QMenu(self)
        self.choices.aboutToShow.connect(self._fill)
        self.setMenu(self.choices)
        self._say()

    @property
    def on(self) -> bool:
        """Whether some alerts may be left out."""
        return self.kind is not None or self.lead is not None

    def start_over(self) -> None:
        """Leave nothing out."""
        self.choose(None, None)

    def choose(self, kind: Kind | None, lead: str | None) -> None:
        """List alerts of this kind and this lead alone; None for all."""
        if (kind, lead) != (self.kind, self.lead):
            self.kind, self.lead = kind, lead
            self._say()
            self.changed.emit()

    def _say(self) -> None:
        parts = [tr(self.kind.title) if self.kind is not None else "", self.lead or ""]
        words = " · ".join(part for part in parts if part) or tr("All")
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, WIDEST_PX))
        self.setToolTip(tr("Listed: {words}. Choose which kinds of alert are listed.").format(words=words))
        self.setAccessibleName(tr("Alerts listed: {words}").format(words=words))

    def _fill(self) -> None:
        menu = self.choices
        menu.clear()
        kinds = Counter(event.kind for event in self._log)
        leads = Counter(event.lead for event in self._log)
        group = QActionGroup(menu)
        self._add(group, tr("All kinds   {n}").format(n=len(self._log)), None, self.lead)
        for kind in Kind:
            if kinds[kind] or kind is self.kind:
                self._add(group, f"{tr(kind.title)}   {kinds[kind]}", kind, self.lead)
        if len(leads) < 2 and self.lead is None:
            return
        menu.addSeparator()
        group = QActionGroup(menu)
        self._add(group, tr("All leads"), self.kind, None)
        for lead in sorted(leads):
            self._add(group, f"{lead}   {leads[lead]}".replace("&", "&&"), self.kind, lead)

    def _add(self, group: QActionGroup, words: str, kind: Kind | None, lead: str | None) -> None:
        action = self.choices.addAction(words)
        action.setCheckable(True)
        action.setChecked((kind, lead) == (self.kind, self.lead))
        group.addAction(action)
        action.triggered.connect(lambda: self.choose(kind, lead))
