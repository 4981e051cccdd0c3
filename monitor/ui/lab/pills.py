"""How one comes to a pane: a row of groups, and below it the pills of the group that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.registry import GROUPS, PANES, pane_spec


class Pills(QWidget):
    """Two rows of buttons; a group opens the pane that was last seen in it. In a low window they are one row.

    Attributes
    ----------
    menu : QPushButton
        The groups, in a low window.
    fold : QPushButton
        Hides a lesson's card and shows it again, where there is not room for it and the pane.
    """

    chosen = Signal(str)
    """A learner wants the pane of this name."""

    def __init__(self) -> None:
        super().__init__()
        self.groups, self.pills = QButtonGroup(self), QButtonGroup(self)
        self._last: dict[str, str] = {}
        self._above, below = QWidget(), QHBoxLayout()
        above = QHBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(2)
        self.menu = QPushButton()
        self.menu.setObjectName("menu")
        self.menu.setAccessibleName(tr("Group of panes"))
        self.menu.setMenu(QMenu(self))
        self.menu.hide()
        below.addWidget(self.menu)
        below.setSpacing(6)
        for i, (group, help_text) in enumerate(GROUPS.items()):
            if (first := next((spec.name for spec in PANES if spec.group == group), None)) is not None:
                above.addWidget(_choice(tr(group), "tab", tr(help_text), self.groups, i))
                self._last[group] = first
                entry = self.menu.menu().addAction(tr(group))
                entry.triggered.connect(lambda _=False, group=group: self.chosen.emit(self._last[group]))
        for i, spec in enumerate(PANES):
            below.addWidget(_choice(tr(spec.text), "pill", tr(spec.help), self.pills, i))
        above.addStretch(1)
        below.addStretch(1)
        self.fold = QPushButton()
        self.fold.setObjectName("pill")
        self.fold.setCheckable(True)
        self.fold.setChecked(True)
        self.fold.toggled.connect(self._name_fold)
        self.fold.hide()
        self._name_fold(True)
        below.addWidget(self.fold)
        rows = self._rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self._above)
        rows.addLayout(below)
        self._choosing = False
        self.choose(PANES[0].name)
        # Toggled, not clicked: the arrow keys press a button without a click.
        self.groups.idToggled.connect(self._on_group)
        self.pills.idToggled.connect(self._on_pill)

    @property
    def pane(self) -> str:
        """Name of the pane whose pill is pressed."""
        return PANES[self.pills.checkedId()].name

    def choose(self, name: str) -> None:
        """Press the pill of a pane, and show those beside it.

        Raises
        ------
        ValueError
            If there is no such pane.
        """
        spec = pane_spec(name)
        self._choosing = True
        focused = any(pill.hasFocus() for pill in self.pills.buttons())
        self._last[spec.group] = name
        self.menu.setText(tr(spec.group))
        self.groups.button(list(GROUPS).index(spec.group)).setChecked(True)
        chosen = self.pills.button(PANES.index(spec))
        chosen.setChecked(True)
        # Else Qt lays the page out anew, with all panes made so far, at every single pill that comes or goes.
        self._rows.setEnabled(False)
        # The others are hidden before: at no moment the row asks for the width of two groups.
        for shown in (False, True):
            for i, other in enumerate(PANES):
                if (other.group == spec.group) is shown:
                    self.pills.button(i).setVisible(shown)
        self._rows.setEnabled(True)
        self._rows.activate()
        for group in (self.groups, self.pills):
            for button in group.buttons():
                # The Tab key comes to the pressed one, the arrow keys lead from there to the others.
                policy = Qt.FocusPolicy.TabFocus if button.isChecked() else Qt.FocusPolicy.NoFocus
                button.setFocusPolicy(policy)
        if focused:
            chosen.setFocus()
        self._choosing = False

    def be_low(self, low: bool) -> None:
        """Set the groups into a menu beside the pills, or into a row of their own."""
        self._above.setVisible(not low)
        self.menu.setVisible(low)

    def _name_fold(self, shown: bool) -> None:
        self.fold.setText(tr("Hide the lesson") if shown else tr("Show the lesson"))

    def _on_group(self, number: int, on: bool) -> None:
        if on and not self._choosing:
            self.chosen.emit(self._last[list(GROUPS)[number]])

    def _on_pill(self, number: int, on: bool) -> None:
        if on and not self._choosing:
            self.chosen.emit(PANES[number].name)


def _choice(text: str, kind: str, help_text: str, group: QButtonGroup, number: int) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(kind)
    button.setToolTip(help_text)
    button.setCheckable(True)
    group.addButton(button, number)
    return button


def pills_style(theme: Theme) -> str:
    """Make the groups' row, or their menu, low: the pane below needs the height."""
    return f"""
    QPushButton#menu {{ min-height: 26px; padding: 0 24px 0 12px; }}
    QPushButton#menu:focus {{ padding: 0 23px 0 11px; }}
    QPushButton#tab {{ min-height: 22px; padding: 0 10px; border-bottom-width: 2px; }}
    QPushButton#tab:focus {{ border-color: {theme.text}; }}
    """
