"""Times and alerts in words, the same everywhere."""

from __future__ import annotations

from models.alerts.events import MODELS, WORTH_SAYING, Event, Kind


def clock(seconds: float, decimals: int = 1) -> str:
    """``21:52.1`` or ``1:02:03.4``: time in a record."""
    ticks = int(seconds * 10**decimals + 1e-6)
    whole, fraction = divmod(ticks, 10**decimals)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    text = f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute:02d}:{second:02d}"
    return f"{text}.{fraction:0{decimals}d}" if decimals else text


def measure(event: Event, fs: float) -> str:
    """What speaks for an alert, short: number and rate of its beats, and the strongest reason."""
    parts = []
    if event.rate_bpm is not None:
        parts.append(f"{len(event.beats)} × {event.rate_bpm:.0f}/min")
    if event.reasons and event.kind is not Kind.PREMATURE:
        reason = max((r for r in MODELS if r in event.reasons), key=lambda r: event.reasons[r])
        parts.append(f"{reason.value} {event.reasons[reason]:.1f}×")
    if event.rate_bpm is None and event.premature is not None and event.premature >= WORTH_SAYING:
        parts.append(f"premature {100 * event.premature:.0f} %")
    if not event.beats:
        if not event.technical:
            parts.append(f"{event.strength:.1f}× threshold")
        parts.append(f"{(event.end - event.start) / fs:.2f} s")
    return " · ".join(parts)
