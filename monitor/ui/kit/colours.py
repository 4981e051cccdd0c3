"""Which colour an alert has, the same in the list, on the strips, in the overview and on the banner."""

from __future__ import annotations

from PySide6.QtGui import QColor

from models.alerts.events import Event, Kind
from monitor.ui.kit.theme import Theme


def event_colour(theme: Theme, event: Event) -> str:
    """Colour of an alert's mark and ticks."""
    if event.technical:
        return theme.technical
    return theme.premature if event.kind is Kind.PREMATURE else theme.alert


def event_shade(theme: Theme, event: Event, strength: float = 1.0) -> QColor:
    """Colour that lies over an alert's span; fainter where the strength is below 1."""
    if event.technical:
        shade = theme.technical_shade
    elif event.provisional:
        shade = theme.provisional_shade
    else:
        shade = theme.premature_shade if event.kind is Kind.PREMATURE else theme.alert_shade
    colour = QColor(shade)
    colour.setAlphaF(colour.alphaF() * strength)
    return colour
