"""Which leads are shown and how they are laid out, and the part of the View menu for that."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from assets.sources.source import SourceInfo
from models.alerts.events import joined_leads
from models.leads.choice import TOGETHER, leads_together
from monitor.ui.kit.language import tr
from monitor.ui.pages.context import Context
from monitor.ui.strips.board import Board
from monitor.ui.strips.leads.arrangement import Layout, standard_order

SHOWN_LEADS = 2
"""Number of leads shown when a record is opened for which nothing is remembered."""


class ShownLeads(QObject):
    """The choice of leads, remembered for records of so many leads.

    Parameters
    ----------
    context : Context
        The session, the settings and the actions.
    board : Board
        The strips.

    Attributes
    ----------
    layout : Layout
        How they are laid out, where there are enough of them.
    """

    changed = Signal()

    def __init__(self, context: Context, board: Board, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._session, self._board = context, context.session, board
        self._shown: set[int] = set()
        self._few: set[int] = set()  # those shown before all were
        self.layout = Layout.THREES

    # Choosing -------------------------------------------------------------------------------------

    @property
    def _count(self) -> int:
        return len(self._drawn)

    @property
    def _in_columns(self) -> int:
        """Number of ECG leads: the others are never laid out in columns."""
        info = self._session.info
        return 0 if info is None else len(info.ecg_leads)

    @property
    def _drawn(self) -> set[int]:
        """Columns that can be shown: a figure of another monitor has no trace."""
        info = self._session.info
        return set() if info is None else set(range(len(info.leads))) - set(info.numeric_leads)

    def begin(self) -> None:
        """Show what is remembered for so many leads; else the analysed one and the first others beside it."""
        info = self._session.info
        assert info is not None
        n, settings = self._count, self._context.settings
        order = standard_order(info.lead_names)
        others = [i for i in order if i != self._session.lead and i in info.ecg_leads]
        self._few = {self._session.lead, *others[: SHOWN_LEADS - 1], *info.vital_leads}
        kept = settings.names(f"shown_{n}")
        if kept and set(kept) <= set(info.lead_names):
            self._few = {i for i, name in enumerate(info.lead_names) if name in kept} | {self._session.lead}
        self.layout = Layout(
            settings.choice(f"layout_{n}", tuple(x.value for x in Layout), Layout.THREES.value)
        )
        self._put(self._drawn if settings.flag(f"all_{n}", False) else self._few)

    def keep(self) -> None:
        """Keep the choice in the settings."""
        info = self._session.info
        if info is None:
            return
        every, n = len(self._shown) == self._count, self._count
        shown = self._few if every else self._shown
        self._context.settings.remember(
            **{
                f"all_{n}": every,
                f"shown_{n}": [info.lead_names[i] for i in sorted(shown)],
                f"layout_{n}": self.layout.value,
            }
        )

    def show(self, lead: int, on: bool) -> None:
        """Show or hide a lead; the last one stays."""
        self._show((self._shown | {lead} if on else self._shown - {lead}) or {lead})

    def show_all(self, on: bool) -> None:
        """Show all leads, or those that were shown before."""
        self._show(self._drawn if on else self._few)

    def lay_out(self, layout: Layout) -> None:
        """Show all leads in another layout."""
        self.layout = layout
        self.show_all(True)

    def next_layout(self) -> None:
        """Show all leads, in the next layout that suits them."""
        fitting = [layout for layout in Layout if layout.suits(self._in_columns)]
        at = fitting.index(self.layout) if self.layout in fitting else -1
        every = len(self._shown) == self._count
        self.lay_out(fitting[(at + every) % len(fitting)])

    def _show(self, leads: Collection[int]) -> None:
        self._put(leads)
        self.keep()

    def _put(self, leads: Collection[int]) -> None:
        info = self._session.info
        if info is None:
            return
        if len(leads) < self._count or self._count <= SHOWN_LEADS:
            self._few = set(leads)
        self._shown = set(leads)
        order = [i for i in standard_order(info.lead_names) if i in self._shown]
        self._board.show_leads(order, self.layout)
        self._context.actions["show_all_leads"].setChecked(len(leads) == self._count)
        self.changed.emit()

    # The menu -------------------------------------------------------------------------------------

    def fill(self, menu: QMenu) -> None:
        """Add to a menu what can be chosen of the source that is on."""
        info = self._session.info
        if info is None:
            return
        actions = self._context.actions
        if self._count > 1:
            menu.addSection(tr("Leads"))
            menu.addAction(actions["show_all_leads"])
            group = QActionGroup(menu)
            for layout in Layout:
                if self._in_columns > SHOWN_LEADS and layout.suits(self._in_columns):
                    entry = QAction(layout.words(self._in_columns), menu, checkable=True)
                    entry.setChecked(layout is self.layout)
                    entry.triggered.connect(lambda _, layout=layout: self.lay_out(layout))
                    group.addAction(entry)
                    menu.addAction(entry)
            if group.actions():
                menu.addAction(actions["next_layout"])
        order = standard_order(info.lead_names)
        show, analyse = QMenu(tr("Show"), menu), QMenu(tr("Analyse"), menu)
        one = QActionGroup(analyse)
        together = leads_together(info.leads)
        if len(together) > 1:
            every = QAction(all_leads(info), analyse, checkable=True, checked=self._session.together)
            every.setToolTip(tr("Beats are found and judged by all these leads; a noisy one counts less"))
            every.triggered.connect(lambda: self.analyse(TOGETHER))
            one.addAction(every)
            analyse.addAction(every)
            analyse.addSeparator()
        for i in (i for i in order if i in self._drawn):
            name = info.lead_names[i].replace("&", "&&")
            shown = QAction(name, show, checkable=True, checked=i in self._shown)
            shown.triggered.connect(lambda on, i=i: self.show(i, on))
            show.addAction(shown)
            if i not in info.ecg_leads:
                continue
            analysed = QAction(
                name, analyse, checkable=True, checked=not self._session.together and i == self._session.lead
            )
            analysed.triggered.connect(lambda _, i=i: self.analyse(i))
            one.addAction(analysed)
            analyse.addAction(analysed)
        menu.addMenu(show)
        menu.addMenu(analyse)

    def analyse(self, lead: int) -> None:
        """Analyse another lead, or all `TOGETHER`, and show it."""
        self._session.analyse_lead(lead)
        self._show({*self._shown, self._session.lead})
        self._session.tick()


def all_leads(info: SourceInfo) -> str:
    """What the choice is called that analyses all leads of a source, or the most telling of many."""
    together = leads_together(info.leads)
    if len(together) == len(info.ecg_leads):
        return tr("All leads")
    names = joined_leads([info.lead_names[i] for i in together])
    return tr("All leads, by {names}").format(names=names).replace("&", "&&")
