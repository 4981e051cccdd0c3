"""The monitor's page: strips and lanes, the column beside them, the transport bar below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor.ui.kit.theme import Theme
from monitor.ui.live.alert_list import AlertPanel
from monitor.ui.live.numerics import HeartTile
from monitor.ui.live.side import SensitivityPanel, WhyPanel
from monitor.ui.live.transport import TransportBar
from monitor.ui.session.session import Session
from monitor.ui.shell.stack import Page
from monitor.ui.strips.board import Board

if TYPE_CHECKING:
    from monitor.ui.shell.window import MainWindow

SIDE_PX = 292
"""Width of the column beside the strips."""


class MonitorPage(Page):
    """What is seen of the live stream.

    Parameters
    ----------
    session : Session
        What is being watched.
    actions : dict of str to QAction
        The window's actions by name.
    theme : Theme
        Colours.
    """

    def __init__(self, session: Session, actions: dict[str, QAction], theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.board = Board(session, theme)
        self.transport = TransportBar(actions)
        self.heart = HeartTile(theme)
        self.alerts = AlertPanel(session.log, theme)
        self.why = WhyPanel(theme)
        self.sensitivity = SensitivityPanel()
        side = QWidget()
        side.setFixedWidth(SIDE_PX)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 8, 16, 0)
        column.setSpacing(8)
        column.addWidget(self.heart)
        column.addWidget(self.why)
        column.addWidget(self.alerts, 1)
        column.addWidget(self.sensitivity)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.board, 1)
        row.addWidget(side)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(row, 1)
        rows.addWidget(self.transport)

    def refresh(self) -> None:
        """Show the heart rate as it is now."""
        self.heart.show_rhythm(self._session.rhythm)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self.heart.restyle(theme, self._session.lead)
        for part in (self.board, self.alerts, self.why):
            part.restyle(theme)


def make_page(window: MainWindow) -> MonitorPage:
    """Make the page for a window."""
    return MonitorPage(window.session, window.actions_by_name, window.theme)
