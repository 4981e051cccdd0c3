"""The main window: it puts the parts together and gives each frame its turn."""

from __future__ import annotations

import time
from collections import deque
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from assets.sources.source import Source, SourceInfo
from models.alerts.events import Event
from models.alerts.reasons import CHANNELS
from monitor.about import DISCLAIMER
from monitor.ui.kit.theme import DARK, THEMES, Theme, stylesheet
from monitor.ui.live import narrator
from monitor.ui.live.banner import Banner
from monitor.ui.live.page import make_page as make_monitor_page
from monitor.ui.pages.actions import ACTIONS, PAGE_SPECS
from monitor.ui.pages.home import Home
from monitor.ui.pages.settings import Settings
from monitor.ui.session.loader import RecordLoader
from monitor.ui.session.session import Session
from monitor.ui.shell.commands import Commands
from monitor.ui.shell.dialogs import MessageBar
from monitor.ui.shell.header import Header
from monitor.ui.shell.preferences import remember, restore
from monitor.ui.shell.stack import PageStack
from monitor.ui.shell.view_menu import fill_view_menu
from monitor.ui.strips.scale import PaperScale, pixels_per_mm

if TYPE_CHECKING:
    from monitor.ui.lab.page import LabPage
    from monitor.ui.review.page import ReviewPane

FRAME_MS = 16
"""Interval of the frame timer in milliseconds."""

STATUS_EVERY = 15
"""The status line, the list and the banner are brought up to date once in so many frames."""

SHOWN_LEADS = 2
"""Number of leads shown when a record is opened; the View menu shows more."""

PAGE_ACTIONS = {f"show_{page.name}": page.name for page in PAGE_SPECS}
"""The pages by the actions that show them."""


class MainWindow(QMainWindow):
    """The monitor.

    Parameters
    ----------
    session : Session
        What is being watched; the window stops it when it closes.
    settings : Settings
        What is remembered between starts.
    data_dir : Path or None
        Local mirror for the record chooser.
    home : Home, optional
        The user's own weights and marks; a passing one if left out.
    """

    def __init__(
        self, session: Session, settings: Settings, data_dir: Path | None = None, home: Home | None = None
    ) -> None:
        super().__init__()
        self.setWindowTitle("ECG Monitor")
        self.setMinimumSize(1024, 600)
        self.session = session
        self.settings = settings
        self.data_dir = data_dir
        self.home = home or Home()
        self.theme: Theme = THEMES[settings.choice("theme", tuple(THEMES), DARK.name)]
        self.loader: RecordLoader | None = None
        self._alerts_elsewhere = 0
        self.frame_times: deque[float] = deque(maxlen=4096)
        self._frames = 0
        self.scale = PaperScale()
        self.speed = 1.0
        self._alerts_stale = False
        self.commands = Commands(self)
        self.actions_by_name = self._make_actions()
        self._build()
        self._connect()
        self._restore()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.frame)
        self._timer.start(FRAME_MS)

    # Building -------------------------------------------------------------------------------------

    def _make_actions(self) -> dict[str, QAction]:
        actions = {}
        for spec in ACTIONS:
            action = QAction(spec.text, self)
            action.setObjectName(spec.name)
            action.setShortcut(spec.shortcut)
            action.setStatusTip(spec.help)
            if spec.name in PAGE_ACTIONS:
                action.triggered.connect(partial(self.show_page, PAGE_ACTIONS[spec.name]))
            else:
                action.triggered.connect(getattr(self.commands, spec.name))
            self.addAction(action)
            actions[spec.name] = action
        for name in (
            "toggle_forecast",
            "toggle_reconstruction",
            "toggle_beats",
            "toggle_scroll",
            "toggle_loop",
        ):
            actions[name].setCheckable(True)
        return actions

    def _build(self) -> None:
        self.banner = Banner(self.theme)
        self.messages = MessageBar()
        self.pages = PageStack(self)
        self.pages.put("monitor", monitor := make_monitor_page(self))
        self.board, self.transport = monitor.board, monitor.transport
        self.alerts, self.why, self.sensitivity = monitor.alerts, monitor.why, monitor.sensitivity
        page = QWidget()
        page.setObjectName("page")
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.header = Header(self.actions_by_name)
        whole.addWidget(self.header)
        whole.addWidget(self.banner)
        whole.addWidget(self.messages)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self._build_status())
        self.setCentralWidget(page)
        fill_view_menu(self)

    def _build_status(self) -> QFrame:
        status = QFrame()
        status.setObjectName("status")
        status.setFixedHeight(28)
        self.status, notice = QLabel(), QLabel(DISCLAIMER)
        for label in (self.status, notice):
            label.setObjectName("small")
        row = QHBoxLayout(status)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.status, 1)
        row.addWidget(notice)
        return status

    def _connect(self) -> None:
        session, board = self.session, self.board
        session.opened.connect(self._on_opened)
        session.pass_started.connect(board.start_pass)
        session.head_moved.connect(board.advance)
        session.rows_arrived.connect(board.mark_rows)
        session.span_changed.connect(board.mark_span)
        session.alerts_changed.connect(self._on_alerts)
        session.alert_added.connect(self._on_new_alert)
        session.open_alert_changed.connect(self._show_banner)
        session.thresholds_changed.connect(self._show_thresholds)
        session.analysis_changed.connect(self._show_banner)
        session.transport_changed.connect(self._show_transport)
        session.refused.connect(self.messages.say)
        board.threshold_moved.connect(session.set_threshold)
        board.seek_asked.connect(session.seek)
        self.transport.speed.picked.connect(session.set_speed)
        self.transport.paper.picked.connect(self.set_paper_speed)
        self.transport.gain.picked.connect(self.set_gain)
        self.sensitivity.moved.connect(session.set_sensitivity)
        self.alerts.chosen.connect(self.review_event)
        self.banner.clicked.connect(self._review_banner)
        self.banner.restart_asked.connect(self.commands.restart_analysis)
        self.messages.dismissed.connect(lambda: self.settings.remember(noticed=True))

    def _restore(self) -> None:
        restore(self, self.settings)
        self.set_theme(self.theme)
        self._show_scale()
        if not self.settings.flag("noticed", False):
            self.messages.say(
                f"<b>{DISCLAIMER}</b> Alerts come from models that err; About says what they are.",
                "Understood",
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the screen; it is known only now, and may change later."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._measure_screen, Qt.ConnectionType.UniqueConnection)
        self._measure_screen()

    def _measure_screen(self) -> None:
        self._set_scale(PaperScale(pixels_per_mm(self.screen()), self.scale.speed, self.scale.gain))

    # Frames ---------------------------------------------------------------------------------------

    def frame(self) -> None:
        """One frame: take over what is new, draw it, and now and then the words."""
        self.frame_times.append(time.perf_counter())
        self.session.tick()
        self.board.paint()
        self._frames += 1
        if self._frames % STATUS_EVERY == 0:
            self._show_slow_things()
        info = self.session.info
        if info is not None:
            self.transport.show_time(self.session.head / info.fs, info.duration)

    def _show_slow_things(self) -> None:
        if self._alerts_stale:
            self._alerts_stale = False
            info = self.session.info
            self.alerts.refresh(info.fs if info is not None else 360.0)
            self.board.overview.update()
        self._show_banner()
        self.status.setText(narrator.status_line(self.session, list(self.frame_times)))
        self._show_facts()
        self.pages.refresh()

    def _show_banner(self) -> None:
        session = self.session
        narrator.tell_banner(self.banner, session)
        explained = narrator.present_alert(session)
        if explained is None and self.page == "monitor":
            explained = session.log.before(session.head)
        if explained is not None:
            self.why.show_event(explained)

    def _show_facts(self) -> None:
        at_the_strips = self.page == "monitor"
        self.header.say(
            narrator.facts(self.session, at_the_strips=at_the_strips, new_alerts=self._alerts_elsewhere)
        )

    # The session speaks ---------------------------------------------------------------------------

    def _on_opened(self) -> None:
        info = self.session.info
        assert info is not None
        self.session.set_speed(self.speed)
        self.board.show_leads(self._leads_to_show(info))
        self.board.set_scale(self.scale)
        self.board.start_pass()
        fill_view_menu(self)
        self._show_thresholds()
        self.why.show_event(None)
        self._show_facts()
        self.header.explain("\n".join(x for x in (info.notes, *info.comments) if x))
        self.setWindowTitle(f"{info.name} – ECG Monitor")
        if info.warnings:
            self.messages.say(" ".join(info.warnings))

    def _leads_to_show(self, info: SourceInfo) -> list[int]:
        first = [i for i in range(len(info.leads)) if i != self.session.lead][: SHOWN_LEADS - 1]
        return sorted([self.session.lead, *first])

    def _on_alerts(self) -> None:
        self._alerts_stale = True

    def _on_new_alert(self) -> None:
        if self.page != "monitor":
            self._alerts_elsewhere += 1
            self._show_facts()

    def _show_thresholds(self) -> None:
        for channel, default in self.session.default_thresholds.items():
            if channel in CHANNELS:
                self.board.set_threshold(channel, default, self.session.thresholds[channel])
        self.sensitivity.show_step(self.session.sensitivity)

    def _show_transport(self) -> None:
        replay = self.session.replay
        self.transport.show_playing(self.session.playing)
        if replay is not None:
            self.speed = replay.speed
            self.transport.speed.show_value(replay.speed)
            self.actions_by_name["toggle_loop"].setChecked(replay.loop)

    # What commands and menus do -------------------------------------------------------------------

    def set_speed(self, speed: float) -> None:
        """Replay at `speed`, now and when a record is opened."""
        self.speed = speed
        self.session.set_speed(speed)

    def open_spec(self, spec: str, lead: str | None = None) -> None:
        """Open a source by its name in the background; a failure is said and changes nothing.

        Where there is no source yet, a failure brings the demo, so that there is something to see.
        """
        if self.loader is not None:
            return
        loader = RecordLoader(spec, self.data_dir, lead)
        loader.loaded.connect(self.put_on)
        loader.failed.connect(self._on_load_failed)
        loader.finished.connect(self._on_loader_finished)
        self.loader = loader
        loader.start()

    def _on_load_failed(self, why: str) -> None:
        self.messages.say(why)
        if self.session.source is None:
            self.put_on(RecordSource(load_demo()))

    def _on_loader_finished(self) -> None:
        self.loader = None

    def put_on(self, source: Source, lead: int = 0) -> None:
        """Replay a source from its start."""
        self.session.open(source, lead)
        self.show_page("monitor")
        self.session.play()

    def show_lead(self, lead: int, on: bool) -> None:
        """Show or hide a lead; the last one stays."""
        shown = set(self.board.strips)
        shown = shown | {lead} if on else shown - {lead}
        self._show_leads(sorted(shown or {lead}))

    def analyse_lead(self, lead: int) -> None:
        """Analyse another lead, and show it."""
        self.session.analyse_lead(lead)
        self._show_leads(sorted({*self.board.strips, lead}))
        self.session.tick()

    def _show_leads(self, leads: list[int]) -> None:
        self.board.show_leads(leads)
        self._show_thresholds()
        fill_view_menu(self)

    def set_paper_speed(self, speed: float) -> None:
        """Change the paper speed (mm/s)."""
        self._set_scale(PaperScale(self.scale.px_per_mm, speed, self.scale.gain))

    def set_gain(self, gain: float) -> None:
        """Change the gain (mm/mV)."""
        self._set_scale(PaperScale(self.scale.px_per_mm, self.scale.speed, gain))

    def _set_scale(self, scale: PaperScale) -> None:
        self.scale = scale
        self.board.set_scale(scale)
        self._show_scale()

    def _show_scale(self) -> None:
        self.transport.paper.show_value(self.scale.speed)
        self.transport.gain.show_value(self.scale.gain)

    def set_theme(self, theme: Theme) -> None:
        """Change all colours."""
        self.theme = theme
        self.setStyleSheet(stylesheet(theme))
        self.banner.restyle(theme)
        self.pages.restyle(theme)

    @property
    def page(self) -> str:
        """Name of the page shown, as in `monitor.ui.pages.actions.PAGE_SPECS`."""
        return self.pages.name

    def show_page(self, name: str, *_: object) -> None:
        """Show a page by its name in `monitor.ui.pages.actions.PAGE_SPECS`."""
        if name != self.page:
            self._alerts_elsewhere = 0
        self.pages.show_page(name)
        self.header.show_page(name)
        self._show_facts()

    @property
    def lab(self) -> LabPage | None:
        """The digit lab, once it has been asked for."""
        return cast("LabPage | None", self.pages.made.get("lab"))

    @property
    def review(self) -> ReviewPane | None:
        """The review pane, once it has been asked for."""
        return cast("ReviewPane | None", self.pages.made.get("review"))

    def review_event(self, event: Event) -> None:
        """Freeze an alert with its surroundings in the review pane; the stream goes on."""
        excerpt = self.session.excerpt(event)
        if excerpt is None:
            return
        cast("ReviewPane", self.pages.need("review")).show_excerpt(excerpt)
        self.alerts.mark(event)
        self.why.show_event(event)
        self.show_page("review")

    def _review_banner(self) -> None:
        if self.session.source is not None and (event := narrator.present_alert(self.session)) is not None:
            self.review_event(event)

    # The end --------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop everything that runs, then go."""
        self._timer.stop()
        remember(self, self.settings)
        self.hide()
        self.commands.stop()
        if self.loader is not None:
            self.loader.stop()
        self.pages.stop()
        self.session.stop()
        super().closeEvent(event)
