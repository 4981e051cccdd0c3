"""The printable debrief: what was raised, by kind and in time, and the strips on ECG paper at true scale."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from assets.phrase import phrase
from assets.version import app_version
from assets.write import write_bytes
from models.alarms.conditions import Condition
from models.alerts.kinds import Priority
from models.scenario.wording import bed_words
from monitor.about import DISCLAIMER
from monitor.alarms.journaling.lines import Logged
from monitor.alarms.journaling.strips import Strip, StripError, read_strip
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import bracketed, listed
from monitor.ui.kit.language import complaint, named, tr
from monitor.ui.kit.words import clock, lasting
from monitor.ui.report.paper import draw_strip, height_mm, printed
from monitor.ui.report.sheet import MARGIN_MM, Column, Sheet
from monitor.ui.report.words import SIGNS, history_words, lasted_words, limits_words, state_words, when

DPI = 300
PX_PER_MM = DPI / 25.4
A4_MM = (297.0, 210.0)
"""Landscape: ten seconds at 25 mm/s are 250 mm."""

MOST_LISTED = 1000
MOST_STRIPS = 60
"""So many alarms are listed at most, and so many strips are drawn: those of the highest priority."""

SUMMARY = (
    Column(phrase("Priority"), 28),
    Column(phrase("Alarm"), 90),
    Column(phrase("Number"), 20, number=True),
    Column(phrase("Together"), 30, number=True),
    Column(phrase("Longest"), 28, number=True),
    Column(phrase("Acknowledged"), 30, number=True),
    Column(phrase("after (median)"), 36, number=True),
)

LIST = (
    Column(phrase("Raised"), 36),
    Column(phrase("Priority"), 22),
    Column(phrase("Alarm"), 80),
    Column(phrase("Source"), 30),
    Column(phrase("In the record"), 24, number=True),
    Column(phrase("Lasted"), 18, number=True),
    Column("", 3),
    Column(phrase("What became of it"), 54),
)


@dataclass(frozen=True)
class Debrief:
    """What a debrief is about.

    Attributes
    ----------
    alarms : tuple of Logged
        In the order of time.
    folder : Path
        The journal's, in which the strips lie.
    made : datetime
        When the debrief was made.
    session : str
        How the identities of the present start's alarms begin.
    """

    alarms: tuple[Logged, ...]
    folder: Path
    made: datetime
    session: str = ""


def write_debrief(path: Path, debrief: Debrief, going_on: Callable[[], bool] = lambda: True) -> str:
    """Write a debrief as PDF, A4; the file appears whole or not at all.

    Parameters
    ----------
    path : Path
        The file.
    debrief : Debrief
        What it is about.
    going_on : callable, optional
        Whether to draw on.

    Returns
    -------
    str
        What was written, in a sentence.

    Raises
    ------
    WriteError
        If it cannot be written.
    """
    pages = _count(debrief)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(tr("Debrief: alarms"))
    writer.setCreator(tr("ECG Monitor {app_version}").format(app_version=app_version()))
    writer.setResolution(DPI)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0)
    )
    writer.setPageLayout(layout)
    painter = QPainter(writer)
    try:
        _draw(Sheet(painter, PX_PER_MM, A4_MM, writer.newPage, _foot(debrief, pages)), debrief, going_on)
    finally:
        painter.end()
    write_bytes(path, bytes(buffer.data().data()))
    return tr("{n} alarms on {pages} pages written to {path}.").format(
        n=len(debrief.alarms), pages=pages, path=path
    )


def _count(debrief: Debrief) -> int:
    """How many pages there will be: the same is laid out, and nothing is drawn."""
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sheet = Sheet(painter, PX_PER_MM, A4_MM, lambda: None, lambda page: ("", ""), draws=False)
    _draw(sheet, debrief, lambda: True)
    painter.end()
    return sheet.pages


def _foot(debrief: Debrief, pages: int) -> Callable[[int], tuple[str, str]]:
    def words(page: int) -> tuple[str, str]:
        return tr("{disclaimer}  ECG Monitor {app_version}").format(
            disclaimer=DISCLAIMER, app_version=app_version()
        ), tr("{when}   page {page} of {pages}").format(when=when(debrief.made), page=page, pages=pages)

    return words


def _draw(sheet: Sheet, debrief: Debrief, going_on: Callable[[], bool]) -> None:
    alarms = debrief.alarms
    sheet.line(tr("Debrief: alarms"), 6.0, bold=True)
    sheet.line(DISCLAIMER, 3.6)
    sheet.gap(2)
    for words in _about(debrief):
        sheet.line(words)
    sheet.gap(4)
    sheet.line(tr("By kind"), 4.2, bold=True)
    sheet.table(SUMMARY, summary(alarms))
    sheet.gap(5)
    sheet.need(25)
    sheet.line(tr("In time"), 4.2, bold=True)
    sheet.table(LIST, [_listed(one, debrief) for one in alarms[:MOST_LISTED]])
    if len(alarms) > MOST_LISTED:
        sheet.line(
            tr("The first {most_listed} of {n:,}.").format(most_listed=MOST_LISTED, n=len(alarms)),
            colour="#606060",
        )
    chosen = with_strips(alarms)
    if chosen:
        sheet.gap(5)
        sheet.need(75)
        sheet.line(tr("Strips: 25 mm/s, at true scale where the paper is printed at 100 %"), 4.2, bold=True)
        left_out = sum(one.strip is not None for one in alarms) - len(chosen)
        if left_out:
            sheet.line(
                tr("Those of the highest priority; {left_out:,} more are in the log.").format(
                    left_out=left_out
                ),
                colour="#606060",
            )
    for logged in chosen:
        if not going_on():
            return
        _draw_logged(sheet, logged, debrief.folder)


def _about(debrief: Debrief) -> list[str]:
    alarms = debrief.alarms
    if not alarms:
        return [tr("No alarm was raised.")]
    names: dict[str, str] = {one.name: one.alarm.source for one in alarms}
    shown = [bracketed(name, "" if source == name else source) for name, source in names.items()]
    more = tr(" and {n} more").format(n=len(shown) - 4) if len(shown) > 4 else ""
    said = listed(shown[:4]) + more
    return [
        tr("Source: {said}").format(said=said),
        tr("Alarms: {n:,}, from {when} to {when_2}").format(
            n=len(alarms), when=when(alarms[0].at), when_2=when(alarms[-1].at)
        ),
    ]


def summary(alarms: Sequence[Logged]) -> list[list[str]]:
    """Rows of the table by kind: how many, how long together, the longest, acknowledged and how soon."""
    kinds: dict[Condition, list[Logged]] = defaultdict(list)
    for logged in alarms:
        kinds[logged.alarm.condition].append(logged)
    rows = []
    for condition in (one for one in Condition if one in kinds):
        found = kinds[condition]
        known = [one.lasted_s for one in found if one.lasted_s is not None]
        delays = [
            (one.acknowledged.at - one.at).total_seconds() for one in found if one.acknowledged is not None
        ]
        rows.append(
            [
                f"{SIGNS[condition.priority]} {tr(condition.priority.value)}",
                tr(condition.title),
                in_figures(len(found), ","),
                lasting(sum(known)) if known else "",
                lasting(max(known)) if known else "",
                tr("{n} of {n_2}").format(n=len(delays), n_2=len(found)),
                lasting(statistics.median(delays)) if delays else "",
            ]
        )
    return rows


def _listed(logged: Logged, debrief: Debrief) -> list[str]:
    alarm = logged.alarm
    now = bool(debrief.session) and logged.id.startswith(debrief.session)
    return [
        when(logged.at),
        f"{SIGNS[alarm.priority]} {tr(alarm.priority.value)}",
        bracketed(tr(alarm.in_full()), alarm.lead),
        named(bed_words(logged.name)),
        clock(max(0.0, alarm.raised / logged.fs)),
        lasted_words(logged),
        "",
        state_words(logged, now=now),
    ]


def with_strips(alarms: Sequence[Logged]) -> list[Logged]:
    """The alarms whose strips are drawn, in time: where there are too many, the most urgent ones."""
    order = list(Priority)
    found = [one for one in alarms if one.strip is not None]
    urgent = sorted(found, key=lambda one: order.index(one.alarm.priority))[:MOST_STRIPS]
    return sorted(urgent, key=lambda one: (one.at, one.id))


def _draw_logged(sheet: Sheet, logged: Logged, folder: Path) -> None:
    alarm = logged.alarm
    strip: Strip | None = None
    problem = ""
    try:
        assert logged.strip is not None
        strip = read_strip(folder, logged.strip, logged.fs)
    except StripError as error:
        problem = complaint(error)
    high = height_mm(strip) if strip is not None else 6.0
    sheet.gap(3)
    sheet.need(high + 12)
    where = tr("{name} at {clock}").format(
        name=named(bed_words(logged.name)), clock=clock(max(0.0, alarm.raised / logged.fs))
    )
    sheet.line(f"{SIGNS[alarm.priority]} {tr(alarm.in_full())}   {when(logged.at)}   {where}", 3.4, bold=True)
    told = " ".join(filter(None, [limits_words(logged), f"{history_words(logged)}."]))
    sheet.line(told or problem, 2.8, colour="#606060")
    if strip is None:
        sheet.line(problem, 3.0)
        return
    if sheet.draws:
        left, top = sheet.px(MARGIN_MM), sheet.px(sheet.y_mm)
        draw_strip(sheet.painter, left, top, strip, alarm, PX_PER_MM, printed(PX_PER_MM))
    sheet.gap(high)
