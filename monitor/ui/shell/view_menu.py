"""The View menu: overlays, and which leads are shown and analysed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup

if TYPE_CHECKING:
    from monitor.ui.shell.window import MainWindow

OVERLAYS = ("toggle_forecast", "toggle_reconstruction", "toggle_beats", "toggle_scroll")
"""Actions at the top of the menu."""


def fill_view_menu(window: MainWindow) -> None:
    """Make the menu anew for the record that is on and the leads that are shown."""
    menu = window.transport.view_menu
    menu.clear()
    menu.addActions([window.actions_by_name[name] for name in OVERLAYS])
    info = window.session.info
    if info is None:
        return
    menu.addSection("Show")
    for i, lead in enumerate(info.lead_names):
        shown = QAction(f"Show {lead}", menu, checkable=True, checked=i in window.board.strips)
        shown.triggered.connect(lambda on, i=i: window.show_lead(i, on))
        menu.addAction(shown)
    menu.addSection("Analyse")
    group = QActionGroup(menu)
    for i, lead in enumerate(info.lead_names):
        analysed = QAction(f"Analyse {lead}", menu, checkable=True, checked=i == window.session.lead)
        analysed.triggered.connect(lambda _, i=i: window.analyse_lead(i))
        group.addAction(analysed)
        menu.addAction(analysed)
