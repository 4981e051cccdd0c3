"""Which colour an alert has, the same in the list, on the strips, in the overview and on the banner."""

from __future__ import annotations

from monitor.analysis.events import Event, Kind
from monitor.ui.theme import Theme


def event_colour(theme: Theme, event: Event) -> str:
    """Colour of an alert's mark and ticks."""
    if event.technical:
        return theme.technical
    return theme.premature if event.kind is Kind.PREMATURE else theme.alert


def event_shade(theme: Theme, event: Event) -> str:
    """Colour that lies over an alert's span."""
    if event.technical:
        return theme.technical_shade
    if event.provisional:
        return theme.provisional_shade
    return theme.premature_shade if event.kind is Kind.PREMATURE else theme.alert_shade
