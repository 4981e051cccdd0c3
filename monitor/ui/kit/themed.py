"""Widgets that paint themselves in the theme's colours."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from monitor.ui.kit.theme import Theme


class Themed(QWidget):
    """Base of widgets with a paint event of their own.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme


def restyle(whole: QWidget, theme: Theme) -> None:
    """Change the colours of all such widgets within another one."""
    for part in whole.findChildren(Themed):
        part.theme = theme
        part.update()
