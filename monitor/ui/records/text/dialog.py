"""The dialog that asks of a text file what it does not say, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assets.errors import RecordError
from assets.records.headers.survey import MAX_RAW_FS
from assets.records.lead import LeadKind
from assets.text.answers import NO_TIME, NO_UNIT, Answers, Untold
from assets.text.plan import Plan, column_named, column_word, plan, signal_columns, time_column
from assets.text.times import rate_of_steps, scale_of
from monitor.ui.kit.figures import FigureBox, in_figures
from monitor.ui.kit.joins import labelled, listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, row, small, within
from monitor.ui.kit.room.dialog import Dialog
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.records.text.preview import ROWS, SECONDS, Preview, Shown

SIZE = (860, 560)
"""Size of the dialog where there is room, in logical pixels."""

NAMES_CHARS = 80
"""So many characters of columns' names are told at most."""

STEPS = 200.0
"""Steps of a converter per mV that are offered: what the WFDB library takes where nobody said."""

LIST_PX = 110
"""Height of the list of columns, in logical pixels."""

_STEPS = "steps"


def _first_of(names: list[str]) -> str:
    """Name as many columns as a line has room for, each as far as the file's shape has it."""
    kept: list[str] = []
    for name in names:
        if len(listed([*kept, name])) > NAMES_CHARS:
            return listed([*kept, "…"])
        kept.append(name)
    return listed(kept)


class TextDialog(Dialog):
    """Asks what a text file does not say.

    Parameters
    ----------
    asked : Untold
        The file's shape, what was said of it, and what is missing.
    offered : Answers
        What was said of the last file of this shape, or nothing.
    theme : Theme
        Colours of the preview.
    everything : bool
        Whether all can be changed, and not what is missing alone.
    """

    answered = Signal(object)

    def __init__(
        self,
        asked: Untold,
        offered: Answers,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        everything: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("How is this file to be read?"))
        self.resize(within(parent, *SIZE))
        self.shape = asked.shape
        self._said = asked.answers
        told = asked.answers.over(offered)
        form = QFormLayout()
        form.setSpacing(10)
        self.rate = self._make_rate(told)
        self.unit, self.steps = self._make_units(told)
        self._own_rate = self._told_rate()
        if everything and told.rate is None:
            self.rate.setValue(self._own_rate or 0.0)
        self.columns = self._make_columns(told)
        self.time = self._make_time(told)
        self._wants_rate = everything or "rate" in asked.wants
        self._wants_unit = everything or "unit" in asked.wants
        several = len(signal_columns(self.shape, time_column(self.shape))) > 1
        for wanted, name, field in (
            (self._wants_rate, tr("Sampling rate"), self.rate),
            (self._wants_unit, tr("The numbers are in"), self.unit),
            (self._wants_unit, tr("Steps in a millivolt"), self.steps),
            (several or (everything and len(self.shape.columns) > 1), tr("Columns to read"), self.columns),
            (everything and len(self.shape.columns) > 1, tr("Column of the times"), self.time),
        ):
            field.setAccessibleName(name)
            if wanted:
                form.addRow(name, field)
            else:
                field.hide()
                field.setParent(self)
        self._form = form
        self.preview = Preview(theme)
        self.sentence = PlainLabel()
        self.sentence.setObjectName("note")
        self.sentence.setWordWrap(True)
        self.sentence.setMinimumHeight(36)
        self.open_button = button(tr("Open"), self._open, primary=True)
        self.open_button.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(12)
        heading = PlainLabel(self._told())
        heading.setWordWrap(True)
        whole.addWidget(heading)
        whole.addLayout(form)
        whole.addWidget(self.preview, 1)
        whole.addWidget(self.sentence)
        note = small(
            tr("The next file of this shape is read in the same way without asking.")
            if self.shape.named
            else tr("For the next file of this shape the same is offered.")
        )
        whole.addLayout(row(note, 1, button(tr("Cancel"), self.reject), self.open_button))
        for changed in (
            self.rate.valueChanged, self.unit.currentIndexChanged, self.steps.valueChanged,
            self.columns.itemChanged, self.time.currentIndexChanged,
        ):  # fmt: skip
            changed.connect(self._renew)
        self._renew()
        (self.rate if self._wants_rate else self.unit).setFocus()

    # What is asked --------------------------------------------------------------------------------

    def _told(self) -> str:
        """What the file says of itself, so that nobody wonders why it is not asked."""
        shape = self.shape
        n = len(shape.columns)
        columns = tr("one column") if n == 1 else tr("{n} columns").format(n=n)
        names = _first_of([column.name for column in shape.columns if column.name])
        if names:
            words = tr("{file} has {columns} ({names}).").format(
                file=shape.label, columns=columns, names=names
            )
        else:
            words = tr("{file} has {columns} without a name.").format(file=shape.label, columns=columns)
        if (rate := self._own_rate) is not None:
            said = tr("It is sampled at {rate} Hz, as it says itself.").format(rate=in_figures(rate, ".6g"))
            words = f"{words} {said}"
        return words

    def _told_rate(self) -> float | None:
        """The rate that the file gives, in its header or by its times."""
        time = time_column(self.shape)
        if time is not None:
            head = self.shape.head[:, time]
            column = self.shape.columns[time]
            found = rate_of_steps(head * (1.0 if column.times else scale_of(head, column.unit)))
            if found is not None:
                return found
        return self.shape.rate

    def _make_rate(self, told: Answers) -> FigureBox:
        rate = FigureBox()
        rate.setRange(0.0, MAX_RAW_FS)
        rate.setDecimals(2)
        rate.setSuffix(" Hz")
        rate.setSpecialValueText(tr("not said yet"))
        rate.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        rate.setValue(told.rate or 0.0)
        return rate

    def _make_units(self, told: Answers) -> tuple[QComboBox, FigureBox]:
        unit = QComboBox()
        columns = signal_columns(self.shape, time_column(self.shape))
        told_by_file = all(self.shape.columns[i].unit for i in columns)
        for words, data in (
            (tr("as the file says") if told_by_file else tr("not said yet"), ""),
            (tr("millivolts (mV)"), "mV"),
            (tr("microvolts (µV)"), "uV"),
            (tr("volts (V)"), "V"),
            (tr("steps of a converter"), _STEPS),
            (tr("no voltage: a pulse wave, respiration or the like"), NO_UNIT),
        ):
            unit.addItem(words, data)
        wanted = _STEPS if told.steps is not None else told.unit
        unit.setCurrentIndex(max(0, unit.findData(wanted)))
        steps = FigureBox()
        steps.setRange(0.1, 1e7)
        steps.setDecimals(1)
        steps.setValue(told.steps or STEPS)
        return unit, steps

    def _make_columns(self, told: Answers) -> QListWidget:
        columns = QListWidget()
        columns.setMaximumHeight(LIST_PX)
        usual = signal_columns(self.shape, time_column(self.shape, ""))
        named = {i for i in map(self._column, told.columns) if i is not None}
        for i, column in enumerate(self.shape.columns):
            number = tr("column {n}").format(n=i + 1)
            unit = f" [{column.unit}]" if column.unit else ""
            item = QListWidgetItem(labelled(number, f"{column.name}{unit}") if column.name else number)
            item.setData(Qt.ItemDataRole.UserRole, i)
            wanted = i in (named or usual)
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
            columns.addItem(item)
        return columns

    def _column(self, said: str) -> int | None:
        """The column that was said; None where this file has none such, as the last one of its shape had."""
        try:
            return column_named(self.shape, said)
        except RecordError:
            return None

    def _make_time(self, told: Answers) -> QComboBox:
        time = QComboBox()
        time.addItem(tr("none"), NO_TIME)
        for i, column in enumerate(self.shape.columns):
            number = tr("column {n}").format(n=i + 1)
            words = labelled(number, column.name) if column.name else number
            time.addItem(words, column_word(self.shape, i))
        try:
            found = time_column(self.shape, told.time)
        except RecordError:
            found = None
        time.setCurrentIndex(0 if found is None else found + 1)
        return time

    # What was answered ----------------------------------------------------------------------------

    @property
    def answers(self) -> Answers:
        """All that was said: before, and here."""
        said = self._said
        if self._wants_rate:
            rate = self.rate.value()
            own = self._own_rate is not None and abs(rate - self._own_rate) < 0.01
            said = replace(said, rate=None if own or not rate else rate)
        if self._wants_unit:
            unit = self.unit.currentData()
            said = replace(said, unit=f"{self.steps.value():.10g}/mV" if unit == _STEPS else unit)
        ticked = tuple(
            column_word(self.shape, int(self.columns.item(i).data(Qt.ItemDataRole.UserRole)))
            for i in range(self.columns.count())
            if self.columns.item(i).checkState() == Qt.CheckState.Checked
        )
        if not self.columns.isHidden() and ticked != self._usual_columns():
            said = replace(said, columns=ticked)
        if not self.time.isHidden() and self.time.currentData() != self._usual_time():
            said = replace(said, time=self.time.currentData())
        return said

    def _usual_columns(self) -> tuple[str, ...]:
        usual = signal_columns(self.shape, time_column(self.shape, ""))
        return tuple(column_word(self.shape, i) for i in usual)

    def _usual_time(self) -> str:
        time = time_column(self.shape, "")
        return NO_TIME if time is None else column_word(self.shape, time)

    def _renew(self, *_changed: object) -> None:
        """Show what comes of the answers, or what is still missing."""
        self._form.setRowVisible(self.steps, self.unit.currentData() == _STEPS) if self._wants_unit else None
        how: Plan | None = None
        try:
            answers = self.answers
            how = plan(self.shape, answers)
            words = ""
        except Untold as error:
            missing = {
                "rate": tr("Say how many samples a second there are."),
                "unit": tr("Say what the numbers are."),
            }
            words = " ".join(missing[want] for want in error.wants)
        except RecordError as error:
            words = tr(error.args[0])
        self.sentence.setText(words)
        self.open_button.setEnabled(how is not None)
        self.preview.show_values(self._shown(how))

    def _shown(self, how: Plan | None) -> Shown:
        """The first seconds as they are read now; numbers as they stand where a unit is missing."""
        head = self.shape.head
        rate = self.rate.value() if self._wants_rate else self._said.rate or self._own_rate
        n = round(SECONDS * rate) if rate else ROWS
        if how is not None:
            ecg_first = sorted(how.taken, key=lambda one: one.lead.kind is not LeadKind.ECG)
            values = [head[:n, one.index] * one.factor for one in ecg_first]
            names = [one.lead.name for one in ecg_first]
            units = [one.lead.unit for one in ecg_first]
        else:
            ticked = [
                int(self.columns.item(i).data(Qt.ItemDataRole.UserRole))
                for i in range(self.columns.count())
                if self.columns.item(i).checkState() == Qt.CheckState.Checked
            ]
            values = [head[:n, i] for i in ticked]
            names = [self.shape.columns[i].name or tr("column {n}").format(n=i + 1) for i in ticked]
            units = [self.shape.columns[i].unit for i in ticked]
        table = np.stack(values, axis=1) if values else np.zeros((0, 0))
        return Shown(tuple(names), tuple(units), table, rate or None)

    def _open(self) -> None:
        if self.open_button.isEnabled():
            self.answered.emit(self.answers)
            self.accept()
