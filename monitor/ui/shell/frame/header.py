"""The header: the program's name, the tabs, what is being watched, and the menu of everything else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from models.signal.states import State
from monitor.ui.kit.language import tr
from monitor.ui.kit.room.menu import keep_in_reach
from monitor.ui.kit.states.chips import StateChips
from monitor.ui.kit.text import ElidedLabel, PlainLabel, plain_tip
from monitor.ui.kit.theme import Theme
from monitor.ui.pages.actions.pages import PAGE_SPECS
from monitor.ui.pages.actions.table import hint
from monitor.ui.shell.frame.tabs import Tabs

MENU = (
    ("open_file", "open_folder", "read_otherwise", "open_streams", "open_demo"),
    ("toggle_record", "choose_recordings", "toggle_publish"),
    ("toggle_spikes", "undo_mark"),
    ("acknowledge", "pause_audio", "toggle_audio", "show_limits"),
    ("restart", "toggle_loop", "show_artefacts", "restart_analysis"),
    ("show_instructor", "toggle_fullscreen"),
    ("toggle_theme", "toggle_palette", "toggle_still"),
    ("show_help", "show_tours", "show_messages", "open_log", "show_about", "close"),
)
"""Actions of the menu, group by group."""

EXPORTS = (
    ("export_watched", "export_report", "export_picture"),
    ("export_csv", "export_wfdb", "export_beats", "export_annotations"),
    ("save_screenshot",),
)
"""Actions of the menu of exports, group by group."""

SEPARATOR = " · "
"""Stands between the facts; the record's name comes first."""

SLACK_PX = 4
"""A label is drawn whole only with a little more room than its letters take, in logical pixels."""

NAMED_PX = 1500
"""Width from which there is room for the program's name, in logical pixels."""

TOLD_PX = 200
"""The tabs leave so much for what is being watched and what goes on, in logical pixels."""


class Header(QFrame):
    """One row over everything.

    Parameters
    ----------
    actions : dict of str to QAction
        The window's actions by name.
    theme : Theme
        Colours of the chips.
    languages : callable
        Makes the menu of languages.
    recent : callable
        Makes the menu of the records opened last.
    """

    def __init__(
        self,
        actions: dict[str, QAction],
        theme: Theme,
        languages: Callable[[QWidget], QMenu],
        recent: Callable[[QWidget], QMenu],
    ) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(44)
        name = self._name = PlainLabel("ECG Monitor")
        name.setObjectName("title")
        name.setContentsMargins(0, 0, 16, 0)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(name)
        self.tabs = Tabs(actions, PAGE_SPECS)
        row.addWidget(self.tabs)
        self._facts = ElidedLabel()
        self._facts.setObjectName("note")
        self._facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        records, more = QPushButton(tr("Records…")), QPushButton(tr("More"))
        records.setToolTip(hint("open_chooser"))
        records.clicked.connect(actions["open_chooser"].trigger)
        more.setObjectName("menu")
        menu = QMenu(more)
        keep_in_reach(menu)
        for group in MENU:
            menu.addActions([actions[name] for name in group])
            if "open_file" in group:
                menu.addMenu(recent(menu))
            if "toggle_record" in group:
                exports = menu.addMenu(tr("Export"))
                for some in EXPORTS:
                    exports.addActions([actions[name] for name in some])
                    exports.addSeparator()
            menu.addSeparator()
            if "show_instructor" in group:
                menu.addMenu(languages(menu))
                menu.addSeparator()
        more.setMenu(menu)
        self.chips = StateChips(theme)
        self._beside: tuple[QWidget, ...] = (name, self.tabs, records, more)
        row.addWidget(self._facts, 1)
        row.addWidget(self.chips)
        for button in (records, more):
            row.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the program's name to the window's title where there is little room."""
        super().resizeEvent(event)
        self._name.setVisible(self.width() >= NAMED_PX)
        margins = self._row.contentsMargins()
        beside = [w for w in self._beside if w is not self.tabs and not w.isHidden()]
        taken = sum(w.sizeHint().width() for w in beside) + self._row.spacing() * (len(beside) + 2)
        self.tabs.set_room(self.width() - margins.left() - margins.right() - taken - TOLD_PX)
        self._share_room()

    def _share_room(self) -> None:
        """Give the chips what the facts leave; the record's name is seen whatever goes on.

        The chips' words get short before the facts are cut, and the facts are cut to the record's name before
        the chips lose their words.
        """
        row, metrics = self._row, self._facts.fontMetrics()
        beside = [w for w in self._beside if not w.isHidden()]
        margins = row.contentsMargins()
        taken = sum(w.sizeHint().width() for w in beside) + row.spacing() * (len(beside) + 1)
        free = self.width() - margins.left() - margins.right() - taken
        text = self._facts.text()
        name, *others = text.split(SEPARATOR)
        whole = metrics.horizontalAdvance(text) + SLACK_PX
        least = min(whole, metrics.horizontalAdvance(f"{name} …" if others else name) + SLACK_PX)
        self._facts.setMinimumWidth(least)
        room = free - whole
        self.chips.set_room(room if room >= self.chips.short_px else max(0, free - least))

    @property
    def facts(self) -> str:
        """What it says is being watched."""
        return self._facts.text()

    def show_page(self, name: str) -> None:
        """Mark the tab of a page."""
        self.tabs.show_page(name)
        self._share_room()

    def say(self, facts: str) -> None:
        """Say what is being watched."""
        if facts != self._facts.text():
            self._facts.setText(facts)
            self._share_room()

    def show_states(self, states: Sequence[State], fs: float) -> None:
        """Show what goes on as chips; `fs` in Hz says since when."""
        self.chips.show_states(states, fs)
        self._share_room()

    def explain(self, words: str) -> None:
        """Say more about it, for those who rest the mouse there."""
        self._facts.setToolTip(plain_tip(words))
