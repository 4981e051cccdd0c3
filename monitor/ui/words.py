"""Times and alerts in words, the same everywhere."""

from __future__ import annotations

from monitor.analysis.events import Event


def clock(seconds: float, decimals: int = 1) -> str:
    """``21:52.1`` or ``1:02:03.4``: time in a record."""
    ticks = int(seconds * 10**decimals + 1e-6)
    whole, fraction = divmod(ticks, 10**decimals)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    text = f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute:02d}:{second:02d}"
    return f"{text}.{fraction:0{decimals}d}" if decimals else text


def measure(event: Event, fs: float) -> str:
    """An alert's strength and length, short."""
    length = f"{(event.end - event.start) / fs:.2f} s"
    if event.technical:
        return length
    return f"{event.strength:.1f}× threshold · {length}"
