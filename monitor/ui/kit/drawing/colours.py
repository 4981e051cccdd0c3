"""Which colour an alert has, by how soon someone should look and by its nature.

It is the same in the list, strips, overview and banner. Where alerts are told apart by colour, a shape or a
sign does so as well.
"""

from __future__ import annotations

from typing import assert_never

from PySide6.QtGui import QColor

from assets.sources.source import Lead, LeadKind
from models.alerts.events import Event
from models.alerts.kinds import Nature, Priority
from monitor.ui.kit.theme import Theme


def event_colour(theme: Theme, event: Event) -> str:
    """Colour of an alert's dot, ticks and banner."""
    return theme.urgent if event.urgent else nature_colour(theme, event.kind.nature)


def nature_colour(theme: Theme, nature: Nature) -> str:
    """Colour of the alerts of a nature that are not urgent."""
    match nature:
        case Nature.BEATS | Nature.PROVISIONAL:
            return theme.alert
        case Nature.PREMATURE:
            return theme.premature
        case Nature.TECHNICAL:
            return theme.technical
        case _:
            assert_never(nature)


def trace_colour(theme: Theme, lead: Lead, number: int, beside: bool = False) -> str:
    """Colour of a lead's trace, as bedside monitors have it.

    Parameters
    ----------
    theme : Theme
        The theme.
    lead : Lead
        The lead.
    number : int
        Its column: ECG leads are told apart by their colours.
    beside : bool
        Whether there is more than the ECG, whose leads are then all green.
    """
    match lead.kind:
        case LeadKind.ECG:
            return theme.lead(0 if beside else number)
        case LeadKind.PRESSURE:
            return theme.pressure
        case LeadKind.PLETH:
            return theme.pleth
        case LeadKind.RESPIRATION:
            return theme.respiration
        case LeadKind.NUMERIC | LeadKind.OTHER:
            return theme.other
        case _:
            assert_never(lead.kind)


def priority_colour(theme: Theme, priority: Priority) -> str:
    """Colour of the alarms of a priority: red, yellow, cyan (IEC 60601-1-8, table 2)."""
    match priority:
        case Priority.HIGH:
            return theme.urgent
        case Priority.MEDIUM:
            return theme.alert
        case Priority.LOW:
            return theme.technical
        case Priority.ADVISORY:
            return theme.dim
        case _:
            assert_never(priority)


def mixed(colour: str, other: str, share: float) -> QColor:
    """A colour with so great a share of the first."""
    a, b = QColor(colour), QColor(other)
    parts = zip((a.redF(), a.greenF(), a.blueF()), (b.redF(), b.greenF(), b.blueF()), strict=True)
    return QColor.fromRgbF(*(x * share + y * (1 - share) for x, y in parts))


def ink_on(theme: Theme, colour: str) -> str:
    """Colour of words on the colour of an alert."""
    return {theme.alert: theme.on_alert, theme.urgent: theme.on_urgent}.get(colour, theme.window)


def event_shade(theme: Theme, event: Event, strength: float = 1.0) -> QColor:
    """Colour that lies over an alert's span; fainter where the strength is below 1."""
    colour = QColor(theme.urgent_shade if event.urgent else _shade(theme, event.kind.nature))
    colour.setAlphaF(colour.alphaF() * strength)
    return colour


def _shade(theme: Theme, nature: Nature) -> str:
    match nature:
        case Nature.BEATS:
            return theme.alert_shade
        case Nature.PROVISIONAL:
            return theme.provisional_shade
        case Nature.PREMATURE:
            return theme.premature_shade
        case Nature.TECHNICAL:
            return theme.technical_shade
        case _:
            assert_never(nature)
