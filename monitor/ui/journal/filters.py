"""What chooses which alarms are shown: priority, condition, source, time and words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from models.alarms.conditions import Condition
from models.alerts.kinds import Priority
from monitor.alarms.journaling.folder import KEPT_BYTES
from monitor.ui.journal.model import ALARMS, Filter, ago
from monitor.ui.kit.parts import small

PRIORITIES: dict[str, tuple[Priority, ...]] = {
    "All alarms": ALARMS,
    "!!! high": (Priority.HIGH,),
    "!! medium": (Priority.MEDIUM,),
    "! low": (Priority.LOW,),
    "Advisories": (Priority.ADVISORY,),
    "All, and advisories": tuple(Priority),
}

ANY, THIS_START, HOUR, TODAY, WEEK = "Any time", "This start", "Last hour", "Today", "Last 7 days"

EVERY_CONDITION, EVERY_SOURCE = "Every kind", "Every source"

COMBO_CHARS = 10
"""Least width of a choice, in characters."""


class Filters(QWidget):
    """A row of choices; ``changed`` carries the `Filter`.

    Parameters
    ----------
    session : str
        How the identities of the present start's alarms begin.
    """

    changed = Signal(object)

    def __init__(self, session: str) -> None:
        super().__init__()
        self._session = session
        self._conditions: list[Condition] = []
        self.priority = self._combo("Priority", list(PRIORITIES))
        self.condition = self._combo("Kind of alarm", [EVERY_CONDITION])
        self.source = self._combo("Source", [EVERY_SOURCE])
        self.time = self._combo("Time", [ANY, THIS_START, HOUR, TODAY, WEEK])
        self.text = QLineEdit()
        self.text.setPlaceholderText("Search")
        self.text.setAccessibleName("Search in the alarms")
        self.text.setClearButtonEnabled(True)
        self.text.setMaxLength(100)
        self.text.textChanged.connect(self._tell)
        self.count = small()
        self.count.setToolTip(f"The newest {KEPT_BYTES >> 20} MiB are kept, some thousands of alarms.")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for combo in (self.priority, self.condition, self.source, self.time):
            row.addWidget(combo)
        row.addWidget(self.text, 1)
        row.addWidget(self.count)

    def _combo(self, name: str, items: list[str]) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(COMBO_CHARS)
        combo.addItems(items)
        combo.activated.connect(self._tell)
        return combo

    def offer(self, conditions: Iterable[Condition], sources: Iterable[str]) -> None:
        """Offer what there is; what is chosen stays."""
        order = {condition: i for i, condition in enumerate(Condition)}
        self._conditions = sorted(conditions, key=lambda one: order[one])
        _renew(self.condition, [EVERY_CONDITION, *(one.title for one in self._conditions)])
        _renew(self.source, [EVERY_SOURCE, *sorted(sources)])

    @property
    def chosen(self) -> Filter:
        """What is chosen."""
        time = self.time.currentText()
        midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        since = {HOUR: ago(hours=1), TODAY: midnight, WEEK: ago(days=7)}.get(time)
        i, source = self.condition.currentIndex(), self.source.currentIndex()
        return Filter(
            PRIORITIES[self.priority.currentText()],
            self._conditions[i - 1] if i > 0 else None,
            self.source.currentText() if source > 0 else "",
            self.text.text().strip(),
            since,
            f"{self._session}/" if time == THIS_START else "",
        )

    def _tell(self) -> None:
        self.changed.emit(self.chosen)


def _renew(combo: QComboBox, items: list[str]) -> None:
    if [combo.itemText(i) for i in range(combo.count())] == items:
        return
    chosen = combo.currentText()
    combo.clear()
    combo.addItems(items)
    combo.setCurrentIndex(max(0, combo.findText(chosen)))
