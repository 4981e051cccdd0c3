"""What the banner, the status line and the header say about the session."""

from __future__ import annotations

from collections.abc import Sequence

from models.alerts.events import Event
from monitor.ui.kit.words import clock
from monitor.ui.live.banner import HOLD_S, Banner
from monitor.ui.live.numerics import figures
from monitor.ui.live.transport import speed_text
from monitor.ui.session.session import Session

FRAMES_AVERAGED = 60
"""Number of frames over which the frame rate is averaged."""

LONG_LEADS = 30
"""Lead names longer than this together are counted instead of listed."""


def present_alert(session: Session) -> Event | None:
    """The alert that is going on, or has just ended."""
    if session.open_alert is not None or session.record is None:
        return session.open_alert
    held = session.alerts_between(session.head - HOLD_S * session.record.fs, session.head)
    return max(held, key=lambda e: e.end, default=None)


def tell_banner(banner: Banner, session: Session) -> None:
    """Bring the banner up to date: a failure before an alert, an alert before quiet."""
    record = session.record
    if record is None:
        banner.show_quiet("")
        return
    lead = record.leads[session.lead]
    event = present_alert(session)
    if session.failure:
        banner.show_failure(session.failure)
    elif event is not None:
        banner.show_alert(event, record.fs, lead)
    elif not session.ready:
        banner.show_quiet("Loading the models. The trace runs already.")
    else:
        last = session.log.before(session.head)
        said = f"Watching {lead}."
        if last is not None:
            said += f" Last alert: {last.kind.value} at {clock(last.peak / record.fs)}."
        banner.show_quiet(said)


def status_line(session: Session, frame_times: Sequence[float]) -> str:
    """Record, time, speed, analysis lag and frame rate; `frame_times` in seconds, the newest last."""
    if session.record is None or session.replay is None:
        return "No record."
    if session.playing:
        state = f"Replaying at {speed_text(session.replay.speed)}"
    else:
        state = "At the end" if session.head >= session.record.n_samples else "Paused"
    if session.failure:
        analysis = "analysis stopped"
    elif not session.ready:
        analysis = "loading the models…"
    else:
        analysis = f"analysis lag {session.lag:.2f} s"
    recent = frame_times[-FRAMES_AVERAGED - 1 :]
    rate = (len(recent) - 1) / (recent[-1] - recent[0]) if len(recent) > 1 else 0.0
    at = clock(session.head / session.record.fs, 0)
    return f"{session.record.name}  ·  {at}  ·  {state}  ·  {analysis}  ·  {rate:.0f} frames/s"


def facts(session: Session, *, at_the_strips: bool, new_alerts: int) -> str:
    """What is being watched; away from the strips, also the time and what has happened meanwhile."""
    record = session.record
    if record is None:
        return ""
    if not at_the_strips:
        plural = "" if new_alerts == 1 else "s"
        at = clock(session.head / record.fs, 0)
        heart = f"HR {figures(session.rhythm)[0]}"
        return f"{record.name} · {at} · {heart} · {new_alerts} new alert{plural}"
    leads = ", ".join(record.leads)
    if len(leads) > LONG_LEADS:
        leads = f"{len(record.leads)} leads"
    return f"{record.name} · {leads} · {record.fs:g} Hz"
