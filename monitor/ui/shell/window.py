"""The main window: it puts the parts together and gives each frame its turn."""

from __future__ import annotations

import time
from collections import deque
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from assets.lines import one_line
from assets.phrase import joined, phrase
from assets.sources.source import Source
from models.alerts.events import Event
from models.alerts.kinds import Priority
from models.leads.choice import TOGETHER
from monitor.about import DISCLAIMER
from monitor.alarms.lifecycle import Change, Entry
from monitor.alarms.setup import AlarmSetUp
from monitor.retraining.home import Home
from monitor.ui.alarms import telling
from monitor.ui.alarms.banner import Banner
from monitor.ui.alarms.sound import AlarmSound
from monitor.ui.alarms.speaker import open_speaker
from monitor.ui.kit.drawing.motion import set_still, still
from monitor.ui.kit.drawing.palettes import APART, PALETTES, USUAL, theme_of
from monitor.ui.kit.language import named, tr
from monitor.ui.kit.room.scrolling import scrolled
from monitor.ui.kit.text import ElidedLabel, PlainLabel, plain_tip
from monitor.ui.kit.theme import DARK, THEMES, stylesheet
from monitor.ui.kit.work.garbage import Garbage
from monitor.ui.live import narrator
from monitor.ui.live.line import link_more
from monitor.ui.pages.actions.pages import PAGE_SPECS
from monitor.ui.pages.context import Context
from monitor.ui.pages.messages import Message, Weight
from monitor.ui.pages.settings import Settings
from monitor.ui.records.opening import Records
from monitor.ui.session.session import Session
from monitor.ui.session.thresholds import SENSITIVITIES
from monitor.ui.shell.commands.alarms import AlarmCommands
from monitor.ui.shell.commands.alerts import AlertCommands
from monitor.ui.shell.commands.artefacts import ArtefactCommands, ArtefactsSign
from monitor.ui.shell.commands.exports import ExportCommands
from monitor.ui.shell.commands.instructor import InstructorCommands
from monitor.ui.shell.commands.language import LanguageCommands
from monitor.ui.shell.commands.welcome import WelcomeCommands
from monitor.ui.shell.commands.window import ReplayCommands, WindowCommands, connect
from monitor.ui.shell.dialogs import MessageBar
from monitor.ui.shell.frame.foot import Foot
from monitor.ui.shell.frame.header import Header
from monitor.ui.shell.frame.line import LineTeller
from monitor.ui.shell.frame.stack import PageStack
from monitor.ui.shell.keeping.publishing import PublishingCommands, PublishingSign
from monitor.ui.shell.keeping.recording import RecordingCommands, RecordingSign
from monitor.ui.shell.preferences import remember, restore, room_for

FRAME_MS = 16
"""Interval of the frame timer in milliseconds."""

STATUS_EVERY = 15
"""The status line, the header and the page shown are brought up to date once in so many frames."""

LEAST = (960, 580)
"""Least size of the window, in logical pixels: 1920x1200 at 200 %, less the bars of a desktop."""


class MainWindow(QMainWindow):
    """The monitor.

    Parameters
    ----------
    session : Session
        What is being watched; the window stops it when it closes.
    settings : Settings
        What is remembered between starts.
    data_dir : Path or None
        Local mirror, looked in before anything is downloaded.
    home : Home, optional
        The user's own weights and marks; a passing one if left out.
    """

    def __init__(
        self, session: Session, settings: Settings, data_dir: Path | None = None, home: Home | None = None
    ) -> None:
        super().__init__()
        self._garbage = Garbage(self)
        self.setWindowTitle("ECG Monitor")
        self.setMinimumSize(QSize(*LEAST).boundedTo(room_for(self)) if self._scrolls else QSize(*LEAST))
        self.session, self._settings = session, settings
        name = settings.choice("theme", tuple(THEMES), DARK.name)
        theme = theme_of(name, settings.choice("palette", PALETTES, USUAL))
        self.context = Context(session, settings, home or Home(), data_dir, theme, self)
        self.addActions(list(self.context.actions.values()))
        self.pages = PageStack(self.context)
        self.records = Records(self.context, self)
        self.recording = RecordingCommands(self.context, self)
        self.languages = LanguageCommands(self.context, self.renew, self)
        self.publishing = PublishingCommands(self.context, self)
        self.line = LineTeller(self.context)
        self.instructor = InstructorCommands(self.context, self.records, self)
        self.exports = ExportCommands(self.context, self)
        self.welcome = WelcomeCommands(self.context, self.instructor, self)
        self.artefacts = ArtefactCommands(self.context, self)
        commands = (
            self.instructor,
            self.artefacts,
            self.welcome,
            ReplayCommands(self.context, self),
            AlertCommands(self.context, self),
            AlarmCommands(self.context, self),
            self.exports,
            self.recording,
            self.publishing,
        )
        connect(self.context, self.pages, (*commands, self.records, WindowCommands(self.context, self)))
        self.frame_times: deque[float] = deque(maxlen=4096)
        """When the last frames began, in seconds of `time.perf_counter`."""
        self.sound = AlarmSound()
        self._frames = 0
        self._alerts_elsewhere = 0
        self._said_of_the_journal = ""
        self._come: set[Priority] = set()  # of the alarms that came since the last frame
        self._around: tuple[QWidget, ...] = ()
        self._lay_out()
        self._build()
        self._connect()
        self._restore()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.frame)
        self._timer.start(FRAME_MS)

    # Building -------------------------------------------------------------------------------------

    @property
    def _scrolls(self) -> bool:
        """Whether the screen is too low for the window, as at 300 %: it is scrolled then."""
        return room_for(self).height() < LEAST[1]

    def _lay_out(self) -> None:
        page = self._ground = QWidget()
        page.setObjectName("page")
        whole = self._whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.pages, 1)
        self._area = scrolled(page, QSize(*LEAST)) if self._scrolls else None
        self.setCentralWidget(self._area or page)

    def _build(self) -> None:
        """Make all around the pages, in place of what is there."""
        self._whole.setEnabled(False)  # each part that goes or comes would resize the page
        for part in self._around:
            part.hide()
            part.deleteLater()
        self.banner = Banner(self.context.theme, self.context.actions)
        self.banner.clicked.connect(self._review_present)
        self.messages = MessageBar(self.context.messages)
        self.header = Header(
            self.context.actions, self.context.theme, self.languages.menu, self.records.recent_menu
        )
        status, notice = self._build_status()
        above = (self.header, self.banner, self.instructor.bar)
        # The pages stay where they are: Qt would style each part of them anew.
        for at, part in enumerate(above):
            self._whole.insertWidget(at, part)
        self._whole.addWidget(status)
        self.messages.setParent(self._area or self._ground)
        Foot(self.messages, status, notice, self._area)
        self._around = (*above, status, self.messages)
        self.header.show()
        status.show()
        self.banner.setVisible(not self.pages.discreet)
        self._whole.setEnabled(True)

    def _build_status(self) -> tuple[QFrame, QWidget]:
        status = QFrame()
        status.setObjectName("status")
        status.setFixedHeight(28)
        self.status, notice = ElidedLabel(), PlainLabel(tr(DISCLAIMER))
        for label in (self.status, notice):
            label.setObjectName("small")
        row = QHBoxLayout(status)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.status, 1)
        self.recording_sign = RecordingSign(self.context)
        row.addWidget(self.recording_sign)
        self.artefacts_sign = ArtefactsSign(self.context)
        row.addWidget(self.artefacts_sign)
        self.publishing_sign = PublishingSign(self.context)
        row.addWidget(self.publishing_sign)
        row.addWidget(notice)
        return status, notice

    def _connect(self) -> None:
        session, context = self.session, self.context
        session.opened.connect(self._on_opened)
        session.alert_added.connect(self._on_new_alert)
        session.alarms_changed.connect(self._show_banner)
        session.alarms.told.connect(self._on_alarm)
        session.analysis_changed.connect(self._show_banner)
        session.refused.connect(self._on_refused)
        session.lines_reset.connect(self._on_lines_reset)
        context.review_asked.connect(self._on_review)
        context.page_asked.connect(self.show_page)
        context.theme_changed.connect(lambda _theme: self.pages.recolour(self._restyle))
        context.messages.closed.connect(self._on_closed_message)

    def _restore(self) -> None:
        restore(self, self._settings)
        steps = tuple(str(step) for step in SENSITIVITIES)
        self.session.set_sensitivity(int(self._settings.choice("sensitivity", steps, "0")))
        self._restore_alarms()
        set_still(self._settings.flag("still", False))
        self.context.actions["toggle_still"].setChecked(still())
        self.show_page("monitor")
        # Not the first tab, which Qt would take: no control has a frame until someone goes to one by key.
        self.setFocus()
        self.pages.recolour(self._restyle)
        if not self._settings.flag("noticed", False):
            words = phrase(
                "{disclaimer} Alerts come from models that err; About says what they are.",
                disclaimer=DISCLAIMER,
            )
            self.context.messages.say(Message(words, Weight.NOTICE, button=phrase("Understood")))

    def _restore_alarms(self) -> None:
        kept = self._settings.text("alarms")
        if not kept:
            return
        try:
            self.session.set_alarms(AlarmSetUp.of_text(kept))
        except ValueError as error:
            # Kept under another name: what is set from now on takes the place of the other.
            self._settings.remember(alarms="", alarms_unusable=kept)
            self.context.fail(tr("{error} An adult's limits hold.").format(error=error))

    # Frames ---------------------------------------------------------------------------------------

    def frame(self) -> None:
        """One frame: take over what is new, draw it, and now and then the words."""
        self.frame_times.append(time.perf_counter())
        self.session.tick()
        self._tell_alarms()
        self.pages.frame()
        self._frames += 1
        if self._frames % STATUS_EVERY == 0:
            self._show_slow_things()

    def _show_slow_things(self) -> None:
        self._show_slow_things_around()
        self.pages.renew()
        self.pages.refresh()

    def _show_slow_things_around(self) -> None:
        self._show_banner()
        self.status.setText(narrator.status_line(self.session, list(self.frame_times)))
        self._show_facts()
        self._look_at_the_line()
        self.recording_sign.refresh()
        self.artefacts_sign.refresh()
        self.publishing_sign.refresh()
        self._tell_of_the_journal()

    def _look_at_the_line(self) -> None:
        source = self.session.source
        link = source.link if source is not None else None
        self.line.look(link)
        self.status.setToolTip("" if link is None else plain_tip(link_more(link)))

    def _tell_of_the_journal(self) -> None:
        problem = self.context.journal.problem
        if problem and problem != self._said_of_the_journal:
            self.context.fail(problem)
        self._said_of_the_journal = problem

    def _tell_alarms(self) -> None:
        """Flash and sound, by the clock."""
        now, ward = self.session.alarms.now_s, self.context.ward
        heard = telling.foremost(telling.sounding(self.session), ward.sounding)
        self.banner.tick(now)
        come = self._come | ward.take_come()
        self.sound.tick(heard, now, anew=heard is not None and heard in come)
        self._come.clear()

    def _show_banner(self) -> None:
        whose = tr(PAGE_SPECS[0].text) if self.pages.crowded else ""
        narrator.tell_banner(self.banner, self.session, whose, sounds=not self.sound.speaker.problem)
        self.banner.setVisible(not self.pages.discreet)

    def _show_facts(self) -> None:
        if self.pages.discreet:
            self.header.say(narrator.bare_facts(self.session))
            self.header.show_states((), 1.0)
            return
        at_the_strips = self.context.page == "monitor"
        self.header.say(
            narrator.facts(self.session, at_the_strips=at_the_strips, new_alerts=self._alerts_elsewhere)
        )
        info = self.session.info
        self.header.show_states(self.session.states, info.fs if info is not None else 1.0)

    # The session speaks ---------------------------------------------------------------------------

    def _on_opened(self) -> None:
        info = self.session.info
        assert info is not None
        self._show_facts()
        self._explain()
        self.setWindowTitle(f"{one_line(named(info.name))} – ECG Monitor")
        if info.warnings:
            self.context.fail(joined(" ", info.warnings), of_record=True)

    def _explain(self) -> None:
        info = self.session.info
        if info is not None:
            self.header.explain("\n".join(x for x in (tr(info.notes), *info.comments) if x))

    def _on_refused(self, why: str) -> None:
        replay = self.session.replay
        broken = replay is not None and why == replay.failure
        (self.context.fail if broken else self.context.say)(why, of_record=True)

    def _on_lines_reset(self, name: str) -> None:
        self.context.say(
            tr("The lines moved by hand for {name} are back where the sensitivity has them.").format(
                name=name
            )
        )

    def _on_closed_message(self, message: Message) -> None:
        if message.weight is Weight.NOTICE:
            self._settings.remember(noticed=True)

    def _on_alarm(self, entry: Entry) -> None:
        if entry.change is Change.RAISED:
            self._come.add(entry.alarm.priority)

    def _on_new_alert(self) -> None:
        if self.context.page != "monitor":
            self._alerts_elsewhere += 1
            self._show_facts()

    # What is asked for ----------------------------------------------------------------------------

    def put_on(self, source: Source, lead: int = TOGETHER) -> None:
        """Replay a source from its start."""
        self.records.put_on(source, lead)

    def open_sound(self) -> None:
        """Let alarms be heard, where the machine can; else say why not."""
        self.sound.speaker = open_speaker(self)
        if self.sound.speaker.problem:
            self.context.say(self.sound.speaker.problem)

    def show_page(self, name: str) -> None:
        """Show a page by its name in `monitor.ui.pages.actions.pages.PAGE_SPECS`."""
        if name != self.context.page:
            self._alerts_elsewhere = 0
        self.pages.show_page(name)
        self.header.show_page(name)
        self._show_banner()
        self._show_facts()

    def _on_review(self) -> None:
        self.show_page("review")

    def _review_present(self) -> None:
        """Review the alert that lies at the foremost alarm, or else the present one."""
        item = telling.shown(self.session).foremost
        events: list[Event] = []
        if item is not None:
            end = self.session.head if item.alarm.end is None else item.alarm.end
            events = self.session.alerts_between(item.alarm.start, end)
        event = events[-1] if events else narrator.present_alert(self.session)
        if event is not None:
            self.context.review(event)
        else:
            self.show_page("alarms")

    def _restyle(self) -> None:
        theme = self.context.theme
        self.setStyleSheet(stylesheet(theme))
        self._colour()
        self.context.actions["toggle_palette"].setChecked(theme.palette == APART)

    def _colour(self) -> None:
        self.banner.restyle(self.context.theme)
        self.header.chips.restyle(self.context.theme)

    def renew(self) -> None:
        """Another language is spoken: make anew all that holds words; what goes on goes on.

        Session, recording, marks, alarms and their journal do not belong to what is made anew. A page on
        which something goes on follows when that has ended.
        """
        self.context.name_actions()
        self.records.renew()
        self.instructor.renew()
        self.artefacts.renew()
        self._build()
        self.pages.outdate()
        self.header.show_page(self.context.page)
        self._colour()
        self._explain()
        self._show_slow_things_around()

    # The end --------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop everything that runs, then go."""
        self.hide()
        self.end()
        super().closeEvent(event)

    def end(self) -> None:
        """Store the settings and stop everything that runs."""
        self._timer.stop()
        self.sound.stop()
        remember(self, self._settings)
        theme = self.context.theme
        self._settings.remember(theme=theme.name, palette=theme.palette)
        self._settings.remember(sensitivity=str(self.session.sensitivity_step))
        self.instructor.stop()
        self.records.stop()
        self.exports.stop()
        self.pages.stop()
        self.session.stop()
        self.context.journal.close()
        self._garbage.stop()
