"""The tabs of the pages: as many as there is room for, and the others in a menu beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from monitor.ui.kit.language import tr
from monitor.ui.pages.actions.pages import PageSpec
from monitor.ui.pages.actions.table import hint

MORE = "+{}"
"""What the menu's button says: how many pages it has."""

DENSE = (
    "QPushButton#tab { padding-left: 7px; padding-right: 7px; }"
    "QPushButton#tab:focus { padding-left: 5px; padding-right: 5px; }"
)
"""Where not all tabs have room, they stand nearer to each other before any goes into the menu."""


class Tabs(QWidget):
    """One tab a page, in the order of the table; those without room are in a menu.

    The page that is shown always has its tab: where it would be in the menu, it takes the place of the last
    one that is seen.

    Parameters
    ----------
    actions : dict of str to QAction
        The window's actions by name; a tab triggers ``show_`` and its page's name.
    pages : sequence of PageSpec
        What there is to show; the first one is shown.
    """

    def __init__(self, actions: dict[str, QAction], pages: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._group = QButtonGroup(self)
        self._tabs: dict[str, QPushButton] = {}
        self._actions = {page.name: actions[f"show_{page.name}"] for page in pages}
        self._room = 0
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for page in pages:
            tab = QPushButton(tr(page.text))
            tab.setObjectName("tab")
            tab.setCheckable(True)
            tab.setToolTip(hint(f"show_{page.name}"))
            tab.clicked.connect(self._actions[page.name].trigger)
            self._group.addButton(tab)
            self._tabs[page.name] = tab
            row.addWidget(tab)
        self._more = QPushButton()
        self._more.setObjectName("menu")
        self._more.setText(MORE.format(len(pages)))
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._more.hide()
        row.addWidget(self._more)
        self.show_page(pages[0].name)

    @property
    def shown(self) -> tuple[str, ...]:
        """Names of the pages that have a tab now."""
        return tuple(name for name, tab in self._tabs.items() if not tab.isHidden())

    @property
    def in_menu(self) -> tuple[str, ...]:
        """Names of the pages that are in the menu now."""
        return tuple(name for name, tab in self._tabs.items() if tab.isHidden())

    def tab(self, name: str) -> QWidget:
        """Give the tab of a page, or the menu's button where it is in the menu."""
        return self._more if self._tabs[name].isHidden() else self._tabs[name]

    @property
    def page(self) -> str:
        """Name of the page whose tab is marked."""
        return next(name for name, tab in self._tabs.items() if tab.isChecked())

    def sizeHint(self) -> QSize:
        """As wide as what is shown."""
        shown = [*(tab for tab in self._tabs.values() if not tab.isHidden())]
        if not self._more.isHidden():
            shown.append(self._more)
        return QSize(sum(w.sizeHint().width() for w in shown), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """No less."""
        return self.sizeHint()

    def set_room(self, room: int) -> None:
        """Take so many logical pixels at most, as far as the page that is shown has its tab."""
        if room != self._room:
            self._room = room
            self._share()

    def show_page(self, name: str) -> None:
        """Mark the tab of a page."""
        focus = any(tab.hasFocus() for tab in self._tabs.values())
        self._tabs[name].setChecked(True)
        self._share()
        # Two tabs would stand out otherwise: the page's, and the one that was reached by key before.
        if focus:
            self._tabs[name].setFocus()

    def _share(self) -> None:
        """Show as many tabs as there is room for."""
        for style in ("", DENSE):
            if self.styleSheet() != style:
                self.setStyleSheet(style)
            widths = {name: tab.sizeHint().width() for name, tab in self._tabs.items()}
            if not self._room or sum(widths.values()) <= self._room:
                shown = list(widths)
                break
        else:
            shown = self._fitting(widths)
        others = [name for name in self._tabs if name not in shown]
        for name, tab in self._tabs.items():
            tab.setVisible(name in shown)
        self._more.setVisible(bool(others))
        self._more.setText(MORE.format(len(others)))
        self._more.setToolTip(tr("More pages"))
        self._more.setAccessibleName(tr("%n more page(s)", "", len(others)))
        self._menu.clear()
        self._menu.addActions([self._actions[name] for name in others])
        self.updateGeometry()

    def _fitting(self, widths: dict[str, int]) -> list[str]:
        """Names of the first tabs that have room beside the menu and the tab of the page that is shown."""
        page = self.page
        left = self._room - self._more.sizeHint().width() - widths[page]
        shown = []
        for name, width in widths.items():
            if name == page:
                shown.append(name)
                continue
            left -= width
            if left < 0:
                break  # those after it are in the menu, so that the order stays as it is
            shown.append(name)
        return shown if page in shown else [*shown, page]
