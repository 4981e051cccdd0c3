"""What the patient has: chosen from a list, steered by sliders, planned by a line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from assets.errors import RecordError
from models.patients.kinds import KINDS, OPTION_WORDS, Option
from models.scenario.plan import FORM, Turn, read_plan
from models.scenario.source import Truth
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import apart
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import button, panel, row, small
from monitor.ui.kit.text import CaptionLabel, PlainLabel

STEPS = 200
"""A slider has so many places, where its option is no count."""

MOST_OPTIONS = max(len(kind.options) for kind in KINDS.values())

SETTLES_MS = 300
"""A slider that has rested for so long is heard, in milliseconds."""

SMOOTH_S = 3.0
"""Options of what the patient has already come to their new values over so long, s."""

SOON_S = 20.0
"""The button for later means so much later, s."""


class OptionSlider(QWidget):
    """One option of a kind of patient, with its value.

    Parameters
    ----------
    name : str
        What it is called.
    option : Option
        Its range.
    """

    moved = Signal()

    def __init__(self, name: str, option: Option) -> None:
        super().__init__()
        self.name, self._option = name, option
        self.slider = QSlider(Qt.Orientation.Horizontal)
        words = tr("{option}, {unit}").format(
            option=tr(OPTION_WORDS.get(name, name.replace("-", " "))), unit=tr(option.unit)
        )
        self.slider.setAccessibleName(words)
        self.slider.setRange(0, round(option.most - option.least) if option.whole else STEPS)
        self._value = PlainLabel()
        self._value.setMinimumWidth(64)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.addWidget(small(words), 0, 0, 1, 2)
        grid.addWidget(self.slider, 1, 0)
        grid.addWidget(self._value, 1, 1)
        self.slider.valueChanged.connect(self._on_moved)
        self.show_value(option.usual)

    @property
    def value(self) -> float:
        """What is chosen."""
        option = self._option
        if option.whole:
            return option.least + self.slider.value()
        value = option.least + (option.most - option.least) * self.slider.value() / STEPS
        # Where the range is wide a fraction says nothing.
        return float(round(value)) if option.most - option.least > 20 else round(value, 2)

    def show_value(self, value: float) -> None:
        """Put the slider where a value is, without telling of it."""
        option = self._option
        share = (value - option.least) / (option.most - option.least)
        self.slider.blockSignals(True)
        self.slider.setValue(round(share * self.slider.maximum()))
        self.slider.blockSignals(False)
        self._value.setText(in_figures(self.value))

    def _on_moved(self) -> None:
        self._value.setText(in_figures(self.value))
        self.moved.emit()


def _room() -> OptionSlider:
    """Give what takes the room of an option, and is none."""
    empty = OptionSlider("rate", KINDS["sinus"].options["rate"])
    policy = empty.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    empty.setSizePolicy(policy)
    empty.hide()
    return empty


class PatientPanel(QWidget):
    """Chooses a kind and its options.

    ``steered`` carries kind, options and how smoothly; ``planned`` a list of `Turn`; ``put_on`` kind, options
    and whether vital signs follow; ``cuff_asked`` tells that the cuff is to measure; ``refused`` carries a
    sentence.
    """

    steered = Signal(str, object, float)
    planned = Signal(object)
    put_on = Signal(str, object, bool)
    cuff_asked = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._truth: Truth | None = None
        self.kinds = QListWidget()
        self.kinds.setAccessibleName(tr("What the patient can have"))
        self.kinds.setMinimumHeight(150)
        for name, kind in KINDS.items():
            item = QListWidgetItem(tr(kind.words))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.kinds.addItem(item)
        self.kinds.currentItemChanged.connect(self._on_kind)
        self.kinds.itemActivated.connect(lambda _item: self._steer())
        self._options = QVBoxLayout()
        self._options.setSpacing(4)
        self.sliders: dict[str, OptionSlider] = {}
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLES_MS)
        self._settled.timeout.connect(self._on_settled)
        self.now = button(tr("Steer now"), self._steer, primary=True)
        self.later = button(tr("In {soon_s:g} s").format(soon_s=SOON_S), self._plan_soon)
        self.fresh = button(tr("New patient"), self._put_on)
        self.vitals = QCheckBox(tr("with vital signs"))
        self.vitals.setChecked(True)
        self.cuff = button(tr("Measure NIBP"), self.cuff_asked.emit)
        self.cuff.setEnabled(False)
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr(FORM))
        self.line.setAccessibleName(tr("Plan"))
        self.line.returnPressed.connect(self._plan)
        self.coming = CaptionLabel()
        self.coming.setObjectName("small")
        note = small(tr("Sliders of what the patient has are heard at once."))
        patient = panel(
            tr("Patient"),
            self.kinds,
            self._options,
            row(self.now, self.later, 1),
            note,
            row(self.fresh, self.vitals, 1),
            row(self.cuff, 1),
        )
        plan = panel(
            tr("Plan"),
            self.line,
            row(button(tr("Plan"), self._plan), button(tr("Forget"), self._forget), 1),
            self.coming,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(patient, 1)
        column.addWidget(plan)
        self.kinds.setCurrentRow(0)

    @property
    def kind(self) -> str:
        """The kind that is chosen."""
        name: str = self.kinds.currentItem().data(Qt.ItemDataRole.UserRole)
        return name

    @property
    def options(self) -> dict[str, float]:
        """The options that are chosen."""
        return {name: slider.value for name, slider in self.sliders.items()}

    def choose(self, kind: str, options: Mapping[str, float]) -> None:
        """Show a kind and its options as chosen."""
        self.kinds.setCurrentRow(list(KINDS).index(kind))
        for name, value in options.items():
            self.sliders[name].show_value(value)

    def show_truth(self, truth: Truth | None) -> None:
        """Show what is so: what can be steered, and what is planned."""
        before, self._truth = self._truth, truth
        for part in (self.now, self.later):
            part.setEnabled(truth is not None and truth.steerable)
        planned = (
            apart(tr("in {in_s:.0f} s: {what}").format(in_s=in_s, what=tr(what)) for in_s, what in truth.plan)
            if truth is not None
            else ""
        )
        if self.coming.text() != planned:
            self.coming.setText(planned)
        if truth is None or not truth.kind:
            return
        begun = before is not None and before.step != truth.step and truth.step.patient == truth.kind
        if before is None or before.kind != truth.kind or begun:
            # A step that changes the rate of what is on begins at the rate of before: show where it leads.
            self.choose(truth.kind, {**truth.options, **(truth.step.options if begun else {})})

    def _on_kind(self) -> None:
        while (item := self._options.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.sliders = {name: OptionSlider(name, option) for name, option in KINDS[self.kind].options.items()}
        for slider in self.sliders.values():
            slider.moved.connect(self._settled.start)
            self._options.addWidget(slider)
            slider.show()  # at once: the layout shows it a turn later, and takes it for absent until then
        # What has fewer options keeps the room of the others: the buttons below stay where they are.
        for _ in range(len(self.sliders), MOST_OPTIONS):
            self._options.addWidget(_room())

    def _on_settled(self) -> None:
        if self._truth is not None and self._truth.kind == self.kind:
            self._steer()

    def _steer(self) -> None:
        self._settled.stop()
        self.steered.emit(self.kind, self.options, SMOOTH_S)

    def _plan_soon(self) -> None:
        self.planned.emit([Turn(SOON_S, self.kind, self.options)])

    def _put_on(self) -> None:
        self.put_on.emit(self.kind, self.options, self.vitals.isChecked())

    def _plan(self) -> None:
        try:
            turns = read_plan(self.line.text())
        except RecordError as error:
            self.refused.emit(complaint(error))
            return
        self.planned.emit(turns)
        self.line.clear()

    def _forget(self) -> None:
        self.planned.emit([])
