"""The main window: it puts the parts together and gives each frame its turn."""

from __future__ import annotations

import time
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assets.demo import load_demo
from assets.record import Record
from monitor.about import DISCLAIMER
from monitor.analysis.events import Channel, Event
from monitor.ui.actions import ACTIONS
from monitor.ui.alert_list import AlertPanel
from monitor.ui.banner import HOLD_S, Banner
from monitor.ui.board import Board
from monitor.ui.commands import Commands
from monitor.ui.dialogs import MessageBar
from monitor.ui.loader import RecordLoader
from monitor.ui.scale import GAINS, PAPER_SPEEDS, PaperScale, pixels_per_mm
from monitor.ui.session import SENSITIVITIES, Session
from monitor.ui.settings import Memory
from monitor.ui.side import SensitivityPanel, WhyPanel
from monitor.ui.theme import DARK, THEMES, Theme, stylesheet
from monitor.ui.transport import SPEEDS, TransportBar, hint, speed_text
from monitor.ui.words import clock

if TYPE_CHECKING:
    from monitor.ui.review import ReviewPane

FRAME_MS = 16
"""Interval of the frame timer in milliseconds."""

STATUS_EVERY = 15
"""The status line, the list and the banner are brought up to date once in so many frames."""

SHOWN_LEADS = 2
"""Number of leads shown when a record is opened; the View menu shows more."""

SIDE_PX = 292
"""Width of the column beside the strips."""


class MainWindow(QMainWindow):
    """The monitor.

    Parameters
    ----------
    session : Session
        What is being watched; the window stops it when it closes.
    memory : Memory
        What is remembered between starts.
    data_dir : Path or None
        Local mirror for the record chooser.
    """

    def __init__(self, session: Session, memory: Memory, data_dir: Path | None = None) -> None:
        super().__init__()
        self.setWindowTitle("ECG Monitor")
        self.setMinimumSize(1024, 600)
        self.session = session
        self.memory = memory
        self.data_dir = data_dir
        self.theme: Theme = THEMES[memory.choice("theme", tuple(THEMES), DARK.name)]
        self.loader: RecordLoader | None = None
        self.review: ReviewPane | None = None
        self.frame_times: deque[float] = deque(maxlen=4096)
        self._frames = 0
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
        self.board = Board(self.session, self.theme)
        self.transport = TransportBar(self.actions_by_name)
        self.alerts = AlertPanel(self.session.log, self.theme)
        self.why = WhyPanel(self.theme)
        self.sensitivity = SensitivityPanel()
        side = QWidget()
        side.setFixedWidth(SIDE_PX)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 8, 16, 0)
        column.setSpacing(8)
        column.addWidget(self.why)
        column.addWidget(self.alerts, 1)
        column.addWidget(self.sensitivity)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.board, 1)
        row.addWidget(side)
        monitor = QWidget()
        rows = QVBoxLayout(monitor)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(row, 1)
        rows.addWidget(self.transport)
        self.pages = QStackedWidget()
        self.pages.addWidget(monitor)
        page = QWidget()
        page.setObjectName("page")
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._build_header())
        whole.addWidget(self.banner)
        whole.addWidget(self.messages)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self._build_status())
        self.setCentralWidget(page)
        self._fill_view_menu()

    def _build_header(self) -> QFrame:
        header = QFrame()
        header.setObjectName("header")
        header.setFixedHeight(44)
        name = QLabel("ECG Monitor")
        name.setObjectName("title")
        self._tabs = QButtonGroup(self)
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(name)
        row.addSpacing(16)
        for i, (text, action) in enumerate((("Monitor", "show_monitor"), ("Review", "show_review"))):
            tab = QPushButton(text)
            tab.setObjectName("tab")
            tab.setCheckable(True)
            tab.setToolTip(hint(action))
            tab.clicked.connect(self.actions_by_name[action].trigger)
            self._tabs.addButton(tab, i)
            row.addWidget(tab)
        self._tabs.button(0).setChecked(True)
        row.addStretch(1)
        self._facts = QLabel()
        self._facts.setObjectName("note")
        row.addWidget(self._facts)
        records = QPushButton("Records…")
        records.setToolTip(hint("open_chooser"))
        records.clicked.connect(self.actions_by_name["open_chooser"].trigger)
        row.addWidget(records)
        more = QPushButton("More")
        more.setObjectName("menu")
        menu = QMenu(more)
        for group in (
            ("open_file", "open_demo"),
            ("export_csv", "export_wfdb", "save_screenshot"),
            ("restart", "toggle_loop", "restart_analysis"),
            ("toggle_theme", "toggle_fullscreen"),
            ("show_help", "show_about", "close"),
        ):
            menu.addActions([self.actions_by_name[name] for name in group])
            menu.addSeparator()
        more.setMenu(menu)
        row.addWidget(more)
        return header

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

    def _fill_view_menu(self) -> None:
        """Overlays, and which leads are shown and analysed."""
        menu = self.transport.view_menu
        menu.clear()
        names = ("toggle_forecast", "toggle_reconstruction", "toggle_beats", "toggle_scroll")
        menu.addActions([self.actions_by_name[name] for name in names])
        record = self.session.record
        if record is None:
            return
        menu.addSection("Show")
        for i, lead in enumerate(record.leads):
            shown = QAction(f"Show {lead}", menu, checkable=True, checked=i in self.board.strips)
            shown.triggered.connect(lambda on, i=i: self.show_lead(i, on))
            menu.addAction(shown)
        menu.addSection("Analyse")
        group = QActionGroup(menu)
        for i, lead in enumerate(record.leads):
            analysed = QAction(f"Analyse {lead}", menu, checkable=True, checked=i == self.session.lead)
            analysed.triggered.connect(lambda _, i=i: self.analyse_lead(i))
            group.addAction(analysed)
            menu.addAction(analysed)

    def _connect(self) -> None:
        session, board = self.session, self.board
        session.opened.connect(self._on_opened)
        session.pass_started.connect(board.start_pass)
        session.head_moved.connect(board.advance)
        session.rows_arrived.connect(board.mark_rows)
        session.span_changed.connect(board.mark_span)
        session.alerts_changed.connect(self._on_alerts)
        session.open_alert_changed.connect(self._show_banner)
        session.thresholds_changed.connect(self._show_thresholds)
        session.analysis_changed.connect(self._show_banner)
        session.transport_changed.connect(self._show_transport)
        board.threshold_moved.connect(session.set_threshold)
        board.seek_asked.connect(session.seek)
        self.transport.speed.picked.connect(session.set_speed)
        self.transport.paper.picked.connect(self.set_paper_speed)
        self.transport.gain.picked.connect(self.set_gain)
        self.sensitivity.moved.connect(session.set_sensitivity)
        self.alerts.chosen.connect(self.review_event)
        self.banner.clicked.connect(self._review_banner)
        self.banner.restart_asked.connect(self.commands.restart_analysis)
        self.messages.dismissed.connect(lambda: self.memory.remember(noticed=True))

    def _restore(self) -> None:
        memory = self.memory
        geometry = memory.geometry("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1280, 800)
        self.scale = PaperScale(
            pixels_per_mm(self.screen()),
            memory.choice("paper_speed", PAPER_SPEEDS, 25.0),
            memory.choice("gain", GAINS, 10.0),
        )
        self._last_speed = memory.choice("speed", SPEEDS, 1.0)
        self.session.set_sensitivity(
            int(memory.choice("sensitivity", tuple(str(s) for s in SENSITIVITIES), "0"))
        )
        for name, default in (("forecast", True), ("reconstruction", False)):
            on = memory.flag(name, default)
            self.actions_by_name[f"toggle_{name}"].setChecked(on)
            self.board.set_overlay(Channel(name), on)
        self.actions_by_name["toggle_beats"].setChecked(memory.flag("beats", True))
        self.board.set_beats(memory.flag("beats", True))
        self.actions_by_name["toggle_scroll"].setChecked(memory.flag("scroll", False))
        self.board.set_scroll(memory.flag("scroll", False))
        self.set_theme(self.theme)
        self._show_scale()
        if not memory.flag("noticed", False):
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
        self.board.flush()
        self._frames += 1
        if self._frames % STATUS_EVERY == 0:
            self._show_slow_things()
        record = self.session.record
        if record is not None:
            self.transport.show_time(self.session.head / record.fs, record.duration)

    def _show_slow_things(self) -> None:
        if self._alerts_stale:
            self._alerts_stale = False
            record = self.session.record
            self.alerts.refresh(record.fs if record is not None else 360.0)
            self.board.overview.update()
        self._show_banner()
        self._show_status()
        if self.review is not None and self.review.shown is not None and self.review.incomplete:
            more = self.session.excerpt(self.review.shown)
            if more is not None and more.complete:
                self.review.complete(more)

    def _show_status(self) -> None:
        session = self.session
        if session.record is None or session.replay is None:
            self.status.setText("No record.")
            return
        if session.playing:
            state = f"Replaying at {speed_text(session.replay.speed)}"
        else:
            state = "At the end" if session.head >= session.record.n_samples else "Paused"
        if session.failure:
            analysis = "analysis stopped"
        elif not session.ready:
            analysis = "loading the models…"
        else:
            analysis = f"analysis lag {session.lag:.2f} s"
        times = self.frame_times
        recent = list(times)[-61:]
        rate = (len(recent) - 1) / (recent[-1] - recent[0]) if len(recent) > 1 else 0.0
        self.status.setText(
            f"{session.record.name}  ·  {clock(session.head / session.record.fs, 0)}  ·  {state}  ·  "
            f"{analysis}  ·  {rate:.0f} frames/s"
        )

    def _show_banner(self) -> None:
        session = self.session
        record = session.record
        if record is None:
            self.banner.show_quiet("")
            return
        lead = record.leads[session.lead]
        if session.failure:
            self.banner.show_failure(session.failure)
            return
        event = self._present_alert()
        if event is not None:
            self.banner.show_alert(event, record.fs, lead)
            self.why.show_event(event)
            return
        if not session.ready:
            self.banner.show_quiet("Loading the models. The trace runs already.")
            return
        last = session.log.before(session.head)
        said = f"Watching {lead}."
        if self.pages.currentIndex() == 0:
            self.why.show_event(last)
        if last is not None:
            said += f" Last alert: {last.kind.value} at {clock(last.peak / record.fs)}."
        self.banner.show_quiet(said)

    def _present_alert(self) -> Event | None:
        """The alert that is going on, or has just ended."""
        session = self.session
        if session.open_alert is not None:
            return session.open_alert
        assert session.record is not None
        held = session.alerts_between(session.head - HOLD_S * session.record.fs, session.head)
        return max(held, key=lambda e: e.end, default=None)

    # The session speaks ---------------------------------------------------------------------------

    def _on_opened(self) -> None:
        record = self.session.record
        assert record is not None
        assert self.session.replay is not None
        self.session.set_speed(self._last_speed)
        self.board.show_leads(self._leads_to_show(record))
        self.board.set_scale(self.scale)
        self.board.start_pass()
        self._fill_view_menu()
        self._show_thresholds()
        self.why.show_event(None)
        facts = f"{record.name} · {', '.join(record.leads)} · {record.fs:g} Hz"
        self._facts.setText(
            facts if len(facts) < 60 else f"{record.name} · {len(record.leads)} leads · {record.fs:g} Hz"
        )
        self._facts.setToolTip("\n".join(x for x in (record.notes, *record.comments) if x))
        self.setWindowTitle(f"{record.name} – ECG Monitor")
        if record.warnings:
            self.messages.say(" ".join(record.warnings))

    def _leads_to_show(self, record: Record) -> list[int]:
        first = [i for i in range(len(record.leads)) if i != self.session.lead][: SHOWN_LEADS - 1]
        return sorted([self.session.lead, *first])

    def _on_alerts(self) -> None:
        self._alerts_stale = True

    def _show_thresholds(self) -> None:
        for channel, default in self.session.default_thresholds.items():
            self.board.set_threshold(channel, default, self.session.thresholds[channel])
        self.sensitivity.show_step(self.session.sensitivity)

    def _show_transport(self) -> None:
        replay = self.session.replay
        self.transport.show_playing(self.session.playing)
        if replay is not None:
            self._last_speed = replay.speed
            self.transport.speed.show_value(replay.speed)
            self.actions_by_name["toggle_loop"].setChecked(replay.loop)

    # What commands and menus do -------------------------------------------------------------------

    def set_speed(self, speed: float) -> None:
        """Replay at `speed`, now and when a record is opened."""
        self._last_speed = speed
        self.session.set_speed(speed)

    def open_spec(self, spec: str, lead: str | None = None) -> None:
        """Open a record by name or path in the background; a failure is said and changes nothing.

        Where there is no record yet, a failure brings the demo, so that there is something to see.
        """
        if self.loader is not None:
            return
        loader = RecordLoader(spec, self.data_dir, lead, self)
        loader.loaded.connect(self.put_on)
        loader.failed.connect(self._on_load_failed)
        loader.finished.connect(self._on_loader_finished)
        self.loader = loader
        loader.start()

    def _on_load_failed(self, why: str) -> None:
        self.messages.say(why)
        if self.session.record is None:
            self.put_on(load_demo())

    def _on_loader_finished(self) -> None:
        if self.loader is not None:
            self.loader.deleteLater()
            self.loader = None

    def put_on(self, record: Record, lead: int = 0) -> None:
        """Replay a record from its start."""
        self.session.open(record, lead)
        self.show_page(0)
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
        self._fill_view_menu()

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
        for part in (self.board, self.banner, self.alerts, self.why, self.review):
            if part is not None:
                part.restyle(theme)

    def show_page(self, i: int) -> None:
        """Show the monitor (0) or the review (1)."""
        if i == 1:
            self.need_review()
        self.pages.setCurrentIndex(i)
        self._tabs.button(i).setChecked(True)

    def need_review(self) -> ReviewPane:
        """The review pane, made when first asked for: pyqtgraph takes a while to import."""
        if self.review is None:
            from monitor.ui.review import ReviewPane

            self.review = ReviewPane(self.theme)
            self.review.next_asked.connect(self.commands.next_alert)
            self.review.previous_asked.connect(self.commands.previous_alert)
            self.review.live_asked.connect(self.commands.show_monitor)
            self.pages.addWidget(self.review)
        return self.review

    def review_event(self, event: Event) -> None:
        """Freeze an alert with its surroundings in the review pane; the stream goes on."""
        excerpt = self.session.excerpt(event)
        if excerpt is None:
            return
        self.need_review().show_excerpt(excerpt)
        self.alerts.mark(event)
        self.why.show_event(event)
        self.show_page(1)

    def _review_banner(self) -> None:
        if self.session.record is not None and (event := self._present_alert()) is not None:
            self.review_event(event)

    # The end --------------------------------------------------------------------------------------

    def remember(self) -> None:
        """Store what the next start should find."""
        actions = self.actions_by_name
        self.memory.remember(
            geometry=self.saveGeometry(),
            theme=self.theme.name,
            speed=self._last_speed,
            paper_speed=self.scale.speed,
            gain=self.scale.gain,
            sensitivity=str(self.session.sensitivity or 0),
            forecast=actions["toggle_forecast"].isChecked(),
            reconstruction=actions["toggle_reconstruction"].isChecked(),
            beats=actions["toggle_beats"].isChecked(),
            scroll=actions["toggle_scroll"].isChecked(),
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop everything that runs, then go."""
        self._timer.stop()
        self.remember()
        self.hide()
        self.commands.stop()
        if self.loader is not None:
            self.loader.cancel()
            self.loader.wait(10_000)
        self.session.stop()
        super().closeEvent(event)
