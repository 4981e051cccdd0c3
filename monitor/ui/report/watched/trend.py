"""Heart rate over the stretch, as a picture: mean, lowest and highest of each row of the table."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPen

from models.alarms.conditions import A_MINUTE
from models.library.account import Account
from monitor.keeping.summary import Summary
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.report.sheet import DIM, MARGIN_MM, RULE, Sheet
from monitor.ui.report.watched.tables import at_row

TREND_MM = 40.0
"""Its height with the numbers under it."""

AXIS_MM, UNDER_MM = 12.0, 6.0
STEP_BPM = 20.0
MOST_TICKS = 12


def draw_trend(sheet: Sheet, account: Account, told: Summary) -> None:
    """Draw it, and go on below."""
    top, high = sheet.y_mm + 1.0, TREND_MM - UNDER_MM - 1.0
    sheet.gap(TREND_MM)
    known = [row for row in told.rows if math.isfinite(row.rates.mean)]
    if not sheet.draws or not known:
        return
    lows = [row.rates.low if math.isfinite(row.rates.low) else row.rates.mean for row in known]
    highs = [row.rates.high if math.isfinite(row.rates.high) else row.rates.mean for row in known]
    least = STEP_BPM * math.floor(min(lows) / STEP_BPM)
    most = STEP_BPM * math.ceil(max(highs) / STEP_BPM + 1e-9)
    left, wide = MARGIN_MM + AXIS_MM, sheet.width_mm - AXIS_MM

    def x(sample: float) -> float:
        return sheet.px(left + wide * (sample - account.start) / (account.stop - account.start))

    def y(rate: float) -> float:
        return sheet.px(top + high * (most - rate) / (most - least))

    painter = sheet.painter
    step = STEP_BPM * math.ceil((most - least) / STEP_BPM / 5)
    for i in range(int((most - least) / step + 1e-6) + 1):
        rate = least + i * step
        painter.setPen(QPen(QColor(RULE), sheet.px(0.15)))
        painter.drawLine(QLineF(sheet.px(left), y(rate), sheet.px(left + wide), y(rate)))
        sheet.words(
            f"{in_figures(rate, '.0f')}{tr(A_MINUTE)}",
            MARGIN_MM,
            top + high * (most - rate) / (most - least) - 2.2,
            12.0,
            2.6,
            colour=DIM,
        )
    every = math.ceil(len(told.rows) / MOST_TICKS)
    for row in told.rows[::every]:
        at = x(row.start) / sheet.px_per_mm
        if at > left + wide - 12.0:
            break
        sheet.words(at_row(account, row.start), at, top + high + 0.8, 24.0, 2.6, colour=DIM)
    for row, low, fast in zip(known, lows, highs, strict=True):
        box = QRectF(QPointF(x(row.start), y(fast)), QPointF(x(row.stop), y(low)))
        painter.fillRect(box, QColor("#dfe7f2"))
    painter.setPen(QPen(QColor("#1f4e8c"), sheet.px(0.5)))
    for row in known:
        painter.drawLine(QLineF(x(row.start), y(row.rates.mean), x(row.stop), y(row.rates.mean)))
