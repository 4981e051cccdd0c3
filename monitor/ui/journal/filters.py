"""What chooses which alarms are shown: priority, condition, source, time and words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from assets.phrase import phrase
from models.alarms.conditions import Condition
from models.alerts.kinds import Priority
from monitor.alarms.journaling.folder import KEPT_BYTES
from monitor.ui.journal.model import ALARMS, Filter, ago
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import small

PRIORITIES: dict[str, tuple[Priority, ...]] = {
    phrase("All alarms"): ALARMS,
    phrase("!!! high"): (Priority.HIGH,),
    phrase("!! medium"): (Priority.MEDIUM,),
    phrase("! low"): (Priority.LOW,),
    phrase("Advisories"): (Priority.ADVISORY,),
    phrase("All, and advisories"): tuple(Priority),
}

ANY, THIS_START, HOUR, TODAY, WEEK = (
    phrase("Any time"),
    phrase("This start"),
    phrase("Last hour"),
    phrase("Today"),
    phrase("Last 7 days"),
)

PRIORITY_NAMES = (phrase("high"), phrase("medium"), phrase("low"), phrase("advisory"))
"""What the values of `Priority` are called on the screen."""

EVERY_CONDITION, EVERY_SOURCE = phrase("Every kind"), phrase("Every source")

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
        self.priority = self._combo(tr("Priority"), [tr(one) for one in PRIORITIES])
        self.condition = self._combo(tr("Kind of alarm"), [tr(EVERY_CONDITION)])
        self.source = self._combo(tr("Source"), [tr(EVERY_SOURCE)])
        self.time = self._combo(tr("Time"), [tr(ANY), tr(THIS_START), tr(HOUR), tr(TODAY), tr(WEEK)])
        self.text = QLineEdit()
        self.text.setPlaceholderText(tr("Search", "in a list"))
        self.text.setAccessibleName(tr("Search in the alarms"))
        self.text.setClearButtonEnabled(True)
        self.text.setMaxLength(100)
        self.text.textChanged.connect(self._tell)
        self.count = small()
        self.count.setToolTip(
            tr("The newest {kept_bytes} MiB are kept, some thousands of alarms.").format(
                kept_bytes=KEPT_BYTES >> 20
            )
        )
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
        _renew(self.condition, [tr(EVERY_CONDITION), *(tr(one.title) for one in self._conditions)])
        _renew(self.source, [tr(EVERY_SOURCE), *sorted(sources)])

    @property
    def chosen(self) -> Filter:
        """What is chosen."""
        time = self.time.currentText()
        midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        since = {tr(HOUR): ago(hours=1), tr(TODAY): midnight, tr(WEEK): ago(days=7)}.get(time)
        i, source = self.condition.currentIndex(), self.source.currentIndex()
        return Filter(
            list(PRIORITIES.values())[self.priority.currentIndex()],
            self._conditions[i - 1] if i > 0 else None,
            self.source.currentText() if source > 0 else "",
            self.text.text().strip(),
            since,
            f"{self._session}/" if time == tr(THIS_START) else "",
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
