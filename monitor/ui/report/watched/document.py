"""The report of a stretch as pages to print: what it says, in which order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from assets.phrase import phrase
from assets.version import app_version
from assets.write import check_apart, write_bytes
from models.library.account import Account
from monitor.alerts.export import ExportError
from monitor.keeping.pieces import ExportCancelled, Going, go_on
from monitor.keeping.summary import Summary, raised, summary, worth_a_strip
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import named, tr
from monitor.ui.report.debrief import A4_MM, DPI, PX_PER_MM
from monitor.ui.report.sheet import Sheet
from monitor.ui.report.watched import tables, vitals
from monitor.ui.report.watched.disclosure import disclose, pages_of
from monitor.ui.report.watched.strips import draw_worth
from monitor.ui.report.watched.trend import TREND_MM, draw_trend
from monitor.ui.report.words import when

MOST_PAGES = 192
"""No more than so many are disclosed in full: four days of one lead, eight hours of twelve."""


def write_report(
    path: Path,
    account: Account,
    *,
    disclosure: bool = False,
    every_lead: bool = False,
    going: Going = go_on,
    made: datetime | None = None,
) -> str:
    """Write the report of a stretch as PDF, A4 across; the file appears whole or not at all.

    It names the source and nothing else of a patient: no comment of a record is printed.

    Parameters
    ----------
    path : Path
        The file.
    account : Account
        The stretch, with all that was said of it.
    disclosure : bool
        Whether all of the first analysed lead is drawn, half an hour a page.
    every_lead : bool
        Whether all of every other ECG lead is drawn after it.
    going : callable
        Is told which share is done, and says whether to go on.
    made : datetime, optional
        When the report was made; now where it is left out.

    Returns
    -------
    str
        What was written, in a sentence.

    Raises
    ------
    ExportError, WriteError
        If it cannot be written; `ExportCancelled` if it was cancelled.
    RecordError
        If the source cannot give its samples any more.
    """
    if account.stop <= account.start or not account.columns:
        raise ExportError(phrase("Nothing of {name} was watched yet.", name=account.info.name))
    disclosed = disclosed_leads(account, disclosure=disclosure, every_lead=every_lead)
    if (n := len(disclosed) * pages_of(account)) > MOST_PAGES:
        raise ExportError(
            tr("{hours} h are too long to be disclosed in full: they are {n} pages, and {most} are the most.")
            .format(hours=in_figures(account.seconds / 3600, ".0f"), n=n, most=MOST_PAGES)
        )  # fmt: skip
    check_apart(path, account.info.files)
    told, now = summary(account), made or datetime.now().astimezone()
    pages = _count(account, told, disclosed)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(tr("{name}: ECG Monitor").format(name=named(account.info.name)))
    writer.setCreator(tr("ECG Monitor {app_version}").format(app_version=app_version()))
    writer.setResolution(DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0)
        )
    )
    painter = QPainter(writer)
    try:
        foot = _foot(account, now, pages)
        sheet = Sheet(painter, PX_PER_MM, A4_MM, writer.newPage, foot)
        _draw(sheet, account, told, disclosed, going)
    finally:
        painter.end()
    write_bytes(path, bytes(buffer.data().data()))
    return phrase(
        "Report of {name} on {pages} pages written to {path}.",
        name=named(account.info.name),
        pages=pages,
        path=path,
    )


def disclosed_leads(account: Account, *, disclosure: bool, every_lead: bool) -> tuple[int, ...]:
    """Columns that are drawn in full: the lead that was analysed first, and on wish the other ECG leads."""
    first = account.columns[:1]
    if every_lead:
        return (*first, *(i for i in account.info.ecg_leads if i not in first))
    return first if disclosure else ()


def _count(account: Account, told: Summary, disclosed: tuple[int, ...]) -> int:
    """How many pages there will be: the same is laid out, and nothing is drawn."""
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sheet = Sheet(painter, PX_PER_MM, A4_MM, lambda: None, lambda page: ("", ""), draws=False)
    _draw(sheet, account, told, disclosed, go_on)
    painter.end()
    return sheet.pages


def _foot(account: Account, made: datetime, pages: int) -> Callable[[int], tuple[str, str]]:
    def words(page: int) -> tuple[str, str]:
        left = tr("{name}   ECG Monitor {app_version}   {disclaimer}").format(
            name=named(account.info.name), app_version=app_version(), disclaimer=tables.disclaimer()
        )
        right = tr("{time}   page {page} of {pages}").format(time=when(made), page=page, pages=pages)
        return left, right

    return words


def _draw(sheet: Sheet, account: Account, told: Summary, disclosed: tuple[int, ...], going: Going) -> None:
    sheet.line(tr("Report: {name}").format(name=named(account.info.name)), 6.0, bold=True)
    sheet.line(tables.disclaimer(), 3.6)
    sheet.gap(2)
    for words in tables.about(account):
        sheet.line(words)
    sheet.gap(3)
    top = sheet.y_mm
    tables.draw_figures(sheet, account, told, tables.LEFT_MM)
    left_end, sheet.y_mm = sheet.y_mm, top
    tables.draw_variability(sheet, told, tables.RIGHT_MM)
    sheet.y_mm = max(left_end, sheet.y_mm) + 3
    if len(told.rows) > 1:
        sheet.need(TREND_MM + 6)
        sheet.line(tr("Heart rate: mean, lowest and highest"), 4.2, bold=True)
        draw_trend(sheet, account, told)
    _check(going, 0.1)
    alarms = raised(account)
    if alarms:
        sheet.gap(4)
        sheet.need(25)
        sheet.line(tr("Alarms"), 4.2, bold=True)
        tables.draw_alarms(sheet, alarms, account.fs)
    signs = vitals.shown(account)
    if signs:
        sheet.gap(4)
        sheet.need(25)
        sheet.line(tr("Vital signs"), 4.2, bold=True)
        vitals.draw_vitals(sheet, account, signs)
    if len(told.rows) > 1:
        sheet.gap(4)
        sheet.need(40)
        sheet.line(tables.by_words(told.bin_s), 4.2, bold=True)
        tables.draw_rows(sheet, account, told)
    chosen = worth_a_strip(account, told.whole)
    if chosen:
        sheet.new_page()
        sheet.line(tr("Strips: 25 mm/s, at true scale where the paper is printed at 100 %"), 4.2, bold=True)
    for i, worth in enumerate(chosen):
        _check(going, 0.2 + 0.2 * i / len(chosen))
        draw_worth(sheet, account, worth)
    for i, column in enumerate(disclosed):

        def further(share: float, i: int = i) -> bool:
            return going(0.4 + 0.6 * (i + share) / len(disclosed))

        disclose(sheet, account, column, further)


def _check(going: Going, share: float) -> None:
    if not going(share):
        raise ExportCancelled(phrase("The report was cancelled; nothing was written."))
