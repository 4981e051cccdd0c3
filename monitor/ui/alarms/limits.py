"""The dialog in which the limits of alarms are set, and alarms that are not wanted turned off."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assets.causes import words_of
from assets.phrase import Phrase, phrase
from models.alarms.conditions import Condition
from models.alarms.limits import PROFILES, Limits
from monitor.alarms.setup import CAN_BE_OFF, OWN, AlarmSetUp
from monitor.ui.kit.figures import FigureBox
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import button, row, small, within
from monitor.ui.kit.room.dialog import Dialog
from monitor.ui.kit.text import PlainLabel

SIZE = (880, 560)
"""Size of the dialog where there is room, in logical pixels."""

SPIN_PX = 72
"""Width of a field, in logical pixels."""


@dataclass(frozen=True)
class Line:
    """One line of the dialog.

    Attributes
    ----------
    words : str
        What it is about.
    low, high : str
        The limits that stand in the two columns, by their names in `Limits`; empty where there is none.
    unit : str
        Of both.
    most : float
        No limit is set higher than this.
    decimals : int
        Digits after the point.
    conditions : tuple of str
        Keys of the conditions that go with it; where all of them can be, they are turned off together.
    """

    words: str
    low: str = ""
    high: str = ""
    unit: str = ""
    most: float = 300.0
    decimals: int = 0
    conditions: tuple[str, ...] = ()


HEART = (
    Line(
        phrase("Heart rate"), "low_bpm", "high_bpm", "/min", conditions=("heart_rate_low", "heart_rate_high")
    ),
    Line(phrase("Extreme rate"), "extreme_low_bpm", "extreme_high_bpm", "/min", 350),
    Line(phrase("  over beats in a row"), "extreme_low_beats", "extreme_high_beats", "", 60),
    Line(phrase("Asystole, from"), "", "asystole_s", "s", 20, 1),
    Line(phrase("Pause, from"), "", "pause_s", "s", 20, 1, ("pause",)),
    Line(phrase("Ventricular tachycardia"), "", "tachycardia_bpm", "/min"),
    Line(phrase("  from beats in a row"), "", "tachycardia_beats", "", 60),
    Line(phrase("Ventricular flutter, from"), "", "flutter_s", "s", 20, 1),
    Line(phrase("Ventricular run, from beats"), "", "run_beats", "", 60, 0, ("ventricular_run",)),
    Line(phrase("PVCs a minute"), "", "pvcs", "/min", 200, 0, ("pvcs_per_minute",)),
)
"""What is about the ECG."""

VITALS = (
    Line(
        phrase("Systolic pressure"),
        "systolic_low",
        "systolic_high",
        "mmHg",
        300,
        0,
        ("pressure_low", "pressure_high"),
    ),
    Line(phrase("Mean pressure"), "mean_low", "", "mmHg", 200),
    Line("SpO2", "spo2_low", "spo2_high", "%", 100, 0, ("spo2_low", "spo2_high")),
    Line(phrase("Desaturation"), "desaturation", "", "%", 100, 0, ("desaturation",)),
    Line(phrase("Pulse"), "pulse_low", "pulse_high", "/min", 300, 0, ("pulse_low", "pulse_high")),
    Line(phrase("Pulse off the heart rate"), "", "deficit_bpm", "/min", 200, 0, ("pulse_deficit",)),
    Line(
        phrase("Respiration"),
        "breath_low",
        "breath_high",
        "/min",
        200,
        0,
        ("respiration_low", "respiration_high"),
    ),
    Line(phrase("Apnoea, from"), "", "apnoea_s", "s", 60),
)
"""What is about the other vital signs, where a source has them."""

RHYTHMS = (
    Line(phrase("Couplets"), conditions=("couplet",)),
    Line(phrase("Bigeminy and trigeminy"), conditions=("bigeminy", "trigeminy")),
    Line(phrase("Atrial fibrillation"), conditions=("atrial_fibrillation", "atrial_fibrillation_ends")),
)
"""What has no limit, and is raised or not."""

LIMITS = frozenset(field.name for field in fields(Limits))
WHOLE = frozenset(field.name for field in fields(Limits) if field.type == "int")
"""Names of all limits, and of those that are whole numbers."""

_OFF = {condition.key: condition for condition in CAN_BE_OFF}


PROFILE_NAMES = {"adult": phrase("Adult"), "paediatric": phrase("Paediatric"), "neonate": phrase("Neonate")}
"""What the profiles are called on the screen."""


class LimitsDialog(Dialog):
    """Profiles, limits, and what is raised at all; `chosen` carries the set-up when it is taken.

    Parameters
    ----------
    set_up : AlarmSetUp
        What holds now.
    """

    chosen = Signal(object)

    def __init__(self, set_up: AlarmSetUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Limits of alarms"))
        self.resize(within(parent, *SIZE))
        self._limits, self._filling = set_up.limits, False
        self._spins: dict[str, FigureBox] = {}
        self._wanted: dict[tuple[Condition, ...], QCheckBox] = {}
        self.profile = QComboBox()
        self.profile.setAccessibleName(tr("Profile"))
        for name in (*PROFILES, OWN):
            self.profile.addItem(tr(PROFILE_NAMES.get(name, name)) if name != OWN else tr("Own limits"), name)
        self.profile.activated.connect(self._take_profile)
        self.problem = PlainLabel()
        self.problem.setWordWrap(True)
        self.take = button(tr("Set"), self._take, primary=True)
        note = small(tr("Lethal alarms cannot be turned off. A profile is where to begin, no advice."))
        groups = QHBoxLayout()
        groups.setSpacing(24)
        groups.setContentsMargins(0, 0, 8, 0)
        for lines in (HEART, (*VITALS, *RHYTHMS)):
            groups.addLayout(self._group(lines, set_up), 1)
        inside = QWidget()
        inside.setObjectName("page")
        inside.setLayout(groups)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(row(PlainLabel(tr("Profile")), self.profile, 1, spacing=12))
        column.addWidget(scroll, 1)
        column.addWidget(self.problem)
        column.addLayout(row(note, 1, button(tr("Cancel"), self.reject), self.take))
        self._fill(set_up.limits)

    def _group(self, lines: tuple[Line, ...], set_up: AlarmSetUp) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        if any(line.low for line in lines):
            for at, text in ((1, tr("low", "limit")), (2, tr("high", "limit"))):
                grid.addWidget(small(text), 0, at)
        for at, line in enumerate(lines, 1):
            keys = tuple(_OFF[key] for key in line.conditions)
            if keys:
                box = QCheckBox(tr(line.words))
                box.setChecked(not set_up.off.issuperset(keys))
                self._wanted[keys] = box
                grid.addWidget(box, at, 0)
            else:
                grid.addWidget(PlainLabel(tr(line.words)), at, 0)
            for place, name in ((1, line.low), (2, line.high)):
                if name:
                    grid.addWidget(self._spin(name, line), at, place)
            grid.addWidget(small(tr(line.unit)), at, 3)
        whole = QVBoxLayout()
        whole.addLayout(grid)
        whole.addStretch(1)
        return whole

    def _spin(self, name: str, line: Line) -> FigureBox:
        spin = self._spins[name] = FigureBox()
        spin.setDecimals(line.decimals)
        spin.setRange(0.1 if line.decimals else 1, line.most)
        spin.setSingleStep(0.5 if line.decimals else 1)
        spin.setFixedWidth(SPIN_PX)
        spin.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words = tr("{words}, lower limit") if name == line.low else tr("{words}, upper limit")
        spin.setAccessibleName(words.format(words=tr(line.words).strip()))
        spin.valueChanged.connect(self._changed)
        return spin

    # What is set ----------------------------------------------------------------------------------

    def _fill(self, limits: Limits) -> None:
        self._filling = True
        for name, spin in self._spins.items():
            spin.setValue(float(getattr(limits, name)))
        self._filling = False
        self._limits = limits
        self._changed()

    def _take_profile(self, at: int) -> None:
        name = self.profile.itemData(at)
        if name in PROFILES:
            self._fill(PROFILES[name])
        else:
            self._changed()

    def _changed(self) -> None:
        """Say what is wrong with what is set, and which profile it is."""
        if self._filling:
            return
        problem = ""
        try:
            self._limits = self._set()
        except ValueError as error:
            problem = complaint(error)
        else:
            name = AlarmSetUp(self._limits).profile
            self.profile.setCurrentIndex(self.profile.findData(name))
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.take.setEnabled(not problem)

    def _set(self) -> Limits:
        """The limits as they are set.

        Raises
        ------
        ValueError
            If two of them contradict each other, in a sentence.
        """
        values: dict[str, Any] = {
            name: round(spin.value()) if name in WHOLE else spin.value() for name, spin in self._spins.items()
        }
        try:
            return replace(self._limits, **values)
        except ValueError as error:
            raise ValueError(self._said(error)) from error

    def _said(self, error: ValueError) -> str:
        """What an error says, with the words of the dialog in place of the limits' names."""
        said = words_of(error)
        if not isinstance(said, Phrase):
            return said
        called: dict[object, str] = {}
        for line in (*HEART, *VITALS):
            words = tr(line.words).strip().lower().replace(", from", "")
            both = line.low and line.high
            called[line.low] = f"{words} {tr('low', 'limit')}" if both else words
            called[line.high] = f"{words} {tr('high', 'limit')}" if both else words
        return tr(
            Phrase(said.template, {key: called.get(value, value) for key, value in said.values.items()})
        )

    def _take(self) -> None:
        off = frozenset(one for keys, box in self._wanted.items() if not box.isChecked() for one in keys)
        self.chosen.emit(AlarmSetUp(self._limits, off))
        self.accept()
