"""Full disclosure: all of one lead, a minute a line and half an hour a page."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPen

from assets.phrase import phrase
from models.judging.labels import BeatClass
from models.library.account import Account
from monitor.keeping.notes import skipped
from monitor.keeping.pieces import ExportCancelled, Going
from monitor.ui.kit.drawing.painting import polygon, runs, thinned
from monitor.ui.kit.language import tr
from monitor.ui.kit.words import clock
from monitor.ui.report.sheet import DIM, MARGIN_MM, Sheet
from monitor.ui.report.watched.strips import COLOURS

LINE_S = 60.0
LINES = 30
"""Lines of a page."""

PITCH_MM = 5.4
TIME_MM = 15.0
MM_PER_MV = 2.5
REACH_MM = 6.5
"""No trace goes farther into its neighbours."""
_LOUD = (BeatClass.ECTOPIC, BeatClass.PREMATURE)
AROUND_S = 0.2
"""The trace is coloured so far before and behind the R peak of such a beat, s."""

POINTS_PER_MM = 4.0
"""A finer line is not seen, and takes room in the file."""


def pages_of(account: Account) -> int:
    """Say how many pages a lead takes."""
    return math.ceil((account.stop - account.start) / round(LINE_S * account.fs) / LINES)


def disclose(sheet: Sheet, account: Account, column: int, going: Going) -> None:
    """Draw all of a lead, from a new page on.

    Raises
    ------
    ExportCancelled
        If `going` says so.
    """
    step = round(LINE_S * account.fs)
    starts = range(account.start, account.stop, step)
    wide = sheet.width_mm - TIME_MM
    for page in range(pages_of(account)):
        sheet.new_page()
        name = account.info.leads[column].name
        words = tr("{lead}: a minute a line, {gain:g} mm/mV; V red, S blue, a bar where nothing was analysed")
        sheet.line(words.format(lead=name, gain=MM_PER_MV), 3.2, colour=DIM)
        top = sheet.y_mm + 3.0
        if not sheet.draws:
            continue
        if not going(page * LINES / len(starts)):
            raise ExportCancelled(phrase("The report was cancelled; nothing was written."))
        for line, start in enumerate(starts[page * LINES : (page + 1) * LINES]):
            part = account.within(start, min(start + step, account.stop))
            _draw_line(sheet, part, column, top + line * PITCH_MM, wide)


def _draw_line(sheet: Sheet, part: Account, column: int, top_mm: float, wide_mm: float) -> None:
    """Draw a minute."""
    sheet.words(clock(part.start / part.fs, 0), MARGIN_MM, top_mm + 0.6, TIME_MM, 2.4, colour=DIM)
    painter, left = sheet.painter, sheet.px(MARGIN_MM + TIME_MM)
    per_s = sheet.px(wide_mm / LINE_S)
    middle = sheet.px(top_mm + PITCH_MM / 2)

    def x(sample: float) -> float:
        return left + (sample - part.start) / part.fs * per_s

    values = part.between(part.start, part.stop)[:, column]
    for start, stop in skipped(part):
        painter.fillRect(
            QRectF(x(start), middle - sheet.px(0.4), x(stop) - x(start), sheet.px(0.8)), QColor("#d8d8d8")
        )
    if not np.isfinite(values).any():
        return
    per = max(1, round(part.fs * LINE_S / (wide_mm * POINTS_PER_MM)))
    index, thin = thinned(part.start, values, per)
    base = float(np.nanmedian(thin))
    reach = sheet.px(REACH_MM)
    y = middle - np.clip((thin - base) * sheet.px(MM_PER_MV), -reach, reach)
    across = left + (index - part.start) / part.fs * per_s
    kinds = np.zeros(len(index), dtype=np.int8)
    for sample, told in zip(part.beats.index.tolist(), part.classes(), strict=True):
        if told in _LOUD:
            kinds[np.abs(index - sample) <= AROUND_S * part.fs] = 1 + _LOUD.index(told)
    painter.setPen(QPen(QColor("#202020"), sheet.px(0.12)))
    # Not `draw_line`: it shares the memory of short lines with the thread that paints the window.
    for run in runs(np.isfinite(y)):
        painter.drawPolyline(polygon(across[run], y[run]))
    for kind, told in enumerate(_LOUD, 1):
        painter.setPen(QPen(QColor(COLOURS[told]), sheet.px(0.2)))
        for run in runs(np.isfinite(y) & (kinds == kind)):
            painter.drawPolyline(polygon(across[run], y[run]))
