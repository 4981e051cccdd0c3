"""What the banner, the status line and the header say about the session."""

from __future__ import annotations

from collections.abc import Sequence

from assets.sources.source import LeadKind
from models.alerts.events import Event, joined_leads
from monitor.ui.alarms.banner import Banner
from monitor.ui.alarms.telling import advised, shown
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import named, tr
from monitor.ui.kit.words import clock
from monitor.ui.live.line import link_words
from monitor.ui.live.numerics import figures
from monitor.ui.live.transport import speed_text
from monitor.ui.session.session import Session

FRAMES_AVERAGED = 60
"""Number of frames over which the frame rate is averaged."""

LONG_LEADS = 30
"""Lead names longer than this together are counted instead of listed."""


HOLD_S = 4.0
"""How long, in seconds of record, an alert counts as the present one after its end."""


def present_alert(session: Session) -> Event | None:
    """The alert that is going on, or has just ended."""
    return session.present_alert(HOLD_S)


def tell_banner(banner: Banner, session: Session, whose: str = "", *, sounds: bool) -> None:
    """Bring the banner up to date: alarms, else what the models remarked; and whether alarms can be heard.

    Parameters
    ----------
    banner : Banner
        Is told.
    session : Session
        Of which.
    whose : str
        Where the session's patient is seen, if others are on the screen.
    sounds : bool
        Whether alarms can be heard.
    """
    banner.show_whose(whose)
    info = session.info
    alarms = session.alarms
    banner.show_audio(alarms.life_cycle.audio, alarms.paused_for, device=sounds)
    banner.show_failed(bool(session.failure))
    banner.show_alarms(shown(session), info.fs if info is not None else 1.0, session.analysed_names)
    if info is None:
        banner.show_quiet("")
    elif not (session.ready or session.failure):
        banner.show_quiet(tr("Loading the models. The trace runs already."))
    else:
        leads = joined_leads(session.analysed_names)
        banner.show_quiet(
            " ".join(
                x for x in (tr("Watching {leads}. No alarm.").format(leads=leads), advised(session)) if x
            )
        )


def status_line(session: Session, frame_times: Sequence[float]) -> str:
    """Source, time, speed, analysis lag and frame rate; `frame_times` in seconds, the newest last."""
    if session.info is None or session.replay is None:
        return tr("No record.")
    if session.playing:
        live = session.info.live
        state = (
            tr("Live")
            if live
            else tr("Replaying at {speed_text}").format(speed_text=speed_text(session.replay.speed))
        )
    else:
        state = tr("At the end") if session.replay.ended else tr("Paused")
    if session.failure:
        analysis = tr("analysis stopped")
    elif not session.ready:
        analysis = tr("loading the models…")
    else:
        analysis = tr("analysis lag {lag:.2f} s").format(lag=session.lag)
        if session.analysed_before:
            analysis = tr("analysed before, up to {clock}").format(
                clock=clock(session.known_until / session.info.fs, 0)
            )
    recent = frame_times[-FRAMES_AVERAGED - 1 :]
    rate = (len(recent) - 1) / (recent[-1] - recent[0]) if len(recent) > 1 else 0.0
    at = clock(session.head / session.info.fs, 0)
    link = session.source.link if session.source is not None else None
    line = "" if link is None else f"  ·  {link_words(link)}"
    return f"{named(session.info.name)}  ·  {at}  ·  {state}  ·  {analysis}{line}  ·  " + tr(
        "{rate:.0f} frames/s"
    ).format(rate=rate)


def bare_facts(session: Session) -> str:
    """What is being watched and the time, without a word of what the analysis says of it."""
    info = session.info
    return "" if info is None else f"{named(info.name)} · {clock(session.head / info.fs, 0)}"


def facts(session: Session, *, at_the_strips: bool, new_alerts: int) -> str:
    """What is being watched; away from the strips, also the time and what has happened meanwhile."""
    info = session.info
    if info is None:
        return ""
    if not at_the_strips:
        at = clock(session.head / info.fs, 0)
        heart = tr("HR {figures}").format(figures=figures(session.rhythm)[0])
        return tr("{name} · {at} · {heart} · %n new alert(s)", "", new_alerts).format(
            name=named(info.name), at=at, heart=heart
        )
    drawn = [lead.name for lead in info.leads if lead.kind is not LeadKind.NUMERIC]
    leads = listed(drawn)
    if len(leads) > LONG_LEADS:
        leads = tr("{n} leads").format(n=len(drawn))
    return f"{named(info.name)} · {leads} · {in_figures(info.fs)} Hz"
