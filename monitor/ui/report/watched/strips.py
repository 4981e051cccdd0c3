"""The moments of a report that are worth a strip, on ECG paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont

from models.judging.labels import BeatClass
from models.library.account import Account
from monitor.alarms.journaling.strips import Strip
from monitor.keeping import summary
from monitor.keeping.summary import Worth
from monitor.ui.kit.language import tr
from monitor.ui.kit.words import clock
from monitor.ui.report.debrief import PX_PER_MM
from monitor.ui.report.paper import SPEED, draw_signal, height_mm, printed
from monitor.ui.report.sheet import MARGIN_MM, Sheet

STRIP_S = 10.0
"""Length of a strip, s: 250 mm."""

BEFORE_S = 1.5
"""So much is shown before what is to be seen, s."""

TALLEST_MM = 70.0
"""Up to 6 mV a lead is drawn at 10 mm/mV."""

LABELS_MM = 4.5
"""Height of the line of beats over a strip."""

COLOURS = {BeatClass.ECTOPIC: "#b00020", BeatClass.PREMATURE: "#0050a0", BeatClass.UNKNOWN: "#808080"}


def draw_worth(sheet: Sheet, account: Account, worth: Worth) -> None:
    """Draw one of them, with what each beat was taken for."""
    part = around(account, worth)
    leads = [account.info.leads[i] for i in _columns(account)]
    samples = part.samples()[:, _columns(account)]
    strip = Strip(part.start, account.fs, tuple(leads), samples)
    high = height_mm(strip, TALLEST_MM) + LABELS_MM
    sheet.gap(3)
    sheet.need(high + 7)
    at = clock(max(0.0, part.start / account.fs))
    begins = tr("from {time} on").format(time=at)
    sheet.line(f"{words_of(worth)}   {begins}", 3.4, bold=True)
    if not sheet.draws:
        sheet.gap(high)
        return
    painter, left = sheet.painter, sheet.px(MARGIN_MM)
    font = QFont(painter.font())
    font.setPixelSize(round(sheet.px(2.8)))
    for sample, told in zip(part.beats.index.tolist(), part.classes(), strict=True):
        x = left + sheet.px((sample - part.start) / account.fs * SPEED)
        font.setBold(told is not BeatClass.NORMAL)
        painter.setFont(font)
        painter.setPen(QColor(COLOURS.get(told, "#404040")))
        place = QRectF(x - sheet.px(4), sheet.px(sheet.y_mm), sheet.px(8), sheet.px(LABELS_MM))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, told.value)
    spans = [(worth.event.start, worth.event.end)] if worth.event is not None else []
    top = sheet.px(sheet.y_mm + LABELS_MM)
    draw_signal(painter, left, top, strip, PX_PER_MM, printed(PX_PER_MM), spans, TALLEST_MM)
    sheet.gap(high)


def around(account: Account, worth: Worth) -> Account:
    """The stretch that a strip shows."""
    length = round(STRIP_S * account.fs)
    start = worth.at - round(BEFORE_S * account.fs)
    start = max(account.start, min(start, account.stop - length))
    return account.within(start, min(start + length, account.stop))


def _columns(account: Account) -> list[int]:
    """The leads that are drawn: those that were analysed."""
    return list(account.columns)


def words_of(worth: Worth) -> str:
    """What a moment is, in words."""
    words = {
        summary.LONGEST_RUN: tr("Longest run"),
        summary.FASTEST_RUN: tr("Fastest run"),
        summary.LONGEST_AND_FASTEST_RUN: tr("Longest and fastest run"),
        summary.EARLY_LONGEST_RUN: tr("Longest run of early beats"),
        summary.EARLY_FASTEST_RUN: tr("Fastest run of early beats"),
        summary.EARLY_BOTH: tr("Longest and fastest run of early beats"),
        summary.LONGEST_PAUSE: tr("Longest pause"),
        summary.HIGHEST_RATE: tr("Highest heart rate"),
        summary.LOWEST_RATE: tr("Lowest heart rate"),
    }[worth.why]
    if worth.why == summary.LONGEST_PAUSE:
        return tr("{what}: {length:.1f} s").format(what=words, length=worth.value)
    if worth.event is not None and worth.event.rate_bpm is not None:
        return tr("{what}: {n} beats at {rate:.0f}/min").format(
            what=words, n=len(worth.event.beats), rate=worth.event.rate_bpm
        )
    return tr("{what}: {rate:.0f}/min").format(what=words, rate=worth.value) if worth.value else words
