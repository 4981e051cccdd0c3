"""The vital signs of a report: a line each, with the extremes and when they were."""

from __future__ import annotations

from models.library.account import Account
from models.vitals.figures import VitalFigures, vital_figures
from models.vitals.signs import Sign
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.report.sheet import Column, Sheet
from monitor.ui.report.watched.tables import at_clock, percent

NOT_SHOWN = (Sign.BREATHLESS,)
"""A count of seconds that begins anew at each breath; an apnoea stands among the alarms with its length."""


def shown(account: Account) -> tuple[VitalFigures, ...]:
    """The signs that the report tells."""
    return tuple(one for one in vital_figures(account.vitals) if one.sign not in NOT_SHOWN)


def draw_vitals(sheet: Sheet, account: Account, rows: tuple[VitalFigures, ...]) -> None:
    """Draw the table."""
    columns = (
        Column(tr("Vital sign"), 60),
        Column(tr("Median"), 28, number=True),
        Column(tr("5 to 95 %"), 34, number=True),
        Column(tr("Lowest"), 46, number=True),
        Column(tr("Highest"), 46, number=True),
        Column(tr("Time with a figure"), 42, number=True),
    )
    sheet.table(columns, [_row(account, row) for row in rows])


def _row(account: Account, row: VitalFigures) -> list[str]:
    def extreme(value: float, sample: int) -> str:
        return tr("{rate} at {time}").format(rate=in_figures(value, ".0f"), time=at_clock(account, sample))

    return [
        f"{tr(row.sign.title)} [{tr(row.sign.unit)}]",
        in_figures(row.median, ".0f"),
        f"{in_figures(row.p5, '.0f')}–{in_figures(row.p95, '.0f')}",
        extreme(row.lowest, row.lowest_at),
        extreme(row.highest, row.highest_at),
        percent(row.told, 0),
    ]
