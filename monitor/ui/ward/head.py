"""The row over the beds: how many there are and how they are, and what can be done with all of them."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from monitor.alarms.lifecycle import URGENCY
from monitor.bedside.ward.ward import Ward
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import ElidedLabel, PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.pages.context import Context
from monitor.ui.ward.tile import readable

SLOW_S = 0.5
"""A lag from which on it says that the analysis is behind, s."""


class WardHead(QWidget):
    """One row.

    Parameters
    ----------
    context : Context
        What a page is given.

    Attributes
    ----------
    choose : QPushButton
        Opens the menu of beds.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.facts, self.lag = ElidedLabel(), PlainLabel()
        self.counts = {priority: PlainLabel() for priority in URGENCY}
        self.choose = QPushButton(tr("Beds"))
        self.choose.setObjectName("menu")
        ordered, unnamed = (context.settings.flag(key, False) for key in ("ward_sorted", "ward_unnamed"))
        self.sort_pill = self._pill("sort_beds", tr("By priority"), checked=ordered)
        self.names_pill = self._pill("hide_names", tr("Hide names"), checked=unnamed)
        self.record_pill = QPushButton(tr("Record all"))
        self.record_pill.setObjectName("pill")
        self.record_pill.clicked.connect(context.actions["record_beds"].trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.facts, 1)
        for part in (*self.counts.values(), self.lag, *self._pills, self.choose):
            row.addWidget(part)

    def _pill(self, action: str, text: str, *, checked: bool) -> QPushButton:
        made = QPushButton(text)
        made.setObjectName("pill")
        made.setCheckable(True)
        made.setChecked(checked)
        its = self._context.actions[action]
        its.setChecked(checked)
        made.clicked.connect(its.trigger)
        return made

    @property
    def _pills(self) -> tuple[QPushButton, ...]:
        return self.sort_pill, self.names_pill, self.record_pill

    @property
    def ordered(self) -> bool:
        """Whether the most urgent beds come first."""
        return self.sort_pill.isChecked()

    @property
    def named(self) -> bool:
        """Whether the beds say which patients they are."""
        return not self.names_pill.isChecked()

    def set_menu(self, menu: QMenu) -> None:
        """Set the menu of beds."""
        self.choose.setMenu(menu)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        for priority, label in self.counts.items():
            label.setStyleSheet(f"color: {readable(theme, priority)}; font-weight: 600;")
        self.lag.setStyleSheet(f"color: {QColor(theme.dim).name()};")

    def tell(self, ward: Ward | None, *, running: bool) -> None:
        """Say how many beds there are, in which order, and how they are; None where none is watched."""
        for control in self._pills:
            control.setEnabled(ward is not None)
        if ward is None:
            self.facts.setText(tr("Ward"))
            self.lag.setText("")
            for label in self.counts.values():
                label.setVisible(False)
            return
        n = len(ward.beds)
        how = tr("by priority") if self.ordered else tr("by bed")
        recorded = sum(bed.recorder is not None for bed in ward.beds)
        facts = [tr("Ward · {n} beds").format(n=n), tr("sorted {how}").format(how=how)]
        if recorded:
            facts.append(tr("recording {recorded} of {n}").format(recorded=recorded, n=n))
        self.record_pill.setText(tr("Stop recording") if recorded else tr("Record all"))
        self.facts.setText(" · ".join(facts))
        for priority, count in ward.counts().items():
            self.counts[priority].setText(f"{count} {tr(priority.value)}")
            self.counts[priority].setVisible(count > 0)
        self.lag.setText(_lag(ward) if running else tr("opening …"))


def _lag(ward: Ward) -> str:
    late = ward.lag_s
    if late >= SLOW_S:
        return tr("analysis {late:.1f} s behind").format(late=late)
    return tr("lag {late:.2f} s").format(late=late)
