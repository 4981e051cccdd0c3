"""Times and alerts in words, the same everywhere."""

from __future__ import annotations

from models.alerts.events import Event
from models.alerts.kinds import Nature
from models.alerts.reasons import MODELS, timing
from monitor.stream.vitals import CuffReading
from monitor.ui.kit.figures import in_figures, marks
from monitor.ui.kit.language import tr


def clock(seconds: float, decimals: int = 1) -> str:
    """``21:52.1`` or ``1:02:03.4``: time in a record."""
    ticks = int(seconds * 10**decimals + 1e-6)
    whole, fraction = divmod(ticks, 10**decimals)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    text = f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute:02d}:{second:02d}"
    return f"{text}{marks()[0]}{fraction:0{decimals}d}" if decimals else text


def cuff_taken(cuff: CuffReading, when: str) -> str:
    """At which time a cuff measured what is shown until the next, or tried to."""
    return (tr("at {time}") if cuff.exact else tr("before {time}")).format(time=when)


def lasting(seconds: float) -> str:
    """``0.8 s``, ``12 s``, ``2 min 5 s``: how long something lasts."""
    if seconds < 9.95:
        return tr("{seconds:.1f} s").format(seconds=seconds)
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return tr("{rest} s").format(rest=rest)
    return tr("{minutes} min {rest} s").format(minutes=minutes, rest=rest)


def measure(event: Event, fs: float) -> str:
    """What speaks for an alert, short: rate and strongest reason of its beats, else its score or length."""
    parts = []
    if event.rate_bpm is not None:
        parts.append(tr("{n} × {rate_bpm:.0f}/min").format(n=len(event.beats), rate_bpm=event.rate_bpm))
    asked = [reason for reason in MODELS if reason in event.reasons]
    if asked and event.kind.nature is not Nature.PREMATURE:
        strongest = max(asked, key=lambda reason: event.reasons[reason])
        parts.append(f"{tr(strongest.value)} {in_figures(event.reasons[strongest], '.1f')}×")
    early = timing(event)
    if event.rate_bpm is None and early is not None and early > 0:
        parts.append(tr("premature {early:.0f} %").format(early=100 * early))
    if event.scores and (not parts or not event.kind.has_beats):
        parts.append(tr("{strength:.1f}× threshold").format(strength=event.strength))
    if not parts or not event.kind.has_beats:
        parts.append(f"{in_figures((event.end - event.start) / fs, '.2f')} s")
    at = int(event.rate_bpm is not None)
    return " · ".join([*parts[:at], *(tr(each.kind.short) for each in event.meanwhile), *parts[at:]])
