"""The log of alarms: all that were raised, what became of each, and the signal around it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from assets.phrase import phrase
from assets.write import check_folder
from monitor.alarms.journaling.export import write_journal_csv, write_journal_wfdb
from monitor.alarms.journaling.folder import Read
from monitor.alarms.journaling.lines import Logged
from monitor.alarms.journaling.strips import Strip, StripError, read_strip
from monitor.ui.journal.filters import Filters
from monitor.ui.journal.model import Filter, JournalModel
from monitor.ui.journal.reading import JournalReading, Work
from monitor.ui.journal.strip_view import StripScroll
from monitor.ui.kit.language import complaint, named, tr
from monitor.ui.kit.places import in_documents
from monitor.ui.kit.text import ElidedLabel, PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.pages.actions.table import hint
from monitor.ui.pages.context import Context
from monitor.ui.pages.page import ControlsPage
from monitor.ui.report.debrief import Debrief, write_debrief
from monitor.ui.report.words import SIGNS, history_words, lately, limits_words

LEAD_IN_S = 3.0
"""The strips show so much before the moment that is gone to, s."""

WIDTHS = (148, 112, 0, 110, 104, 84, 200)
"""Widths of the columns; the one of 0 takes the rest. In logical pixels."""

TOPIC = "alarms"
"""What is said of the log of alarms: the newest sentence holds."""

NOTHING = phrase("No alarm has been logged yet.")
NONE_SUCH = phrase("No alarm is like that.")
CHOOSE = phrase("Choose an alarm to see the signal around it.")


class JournalPage(ControlsPage):
    """Table, filter, and the strip of the alarm that is chosen.

    Parameters
    ----------
    context : Context
        What a page is given.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._session = context, context.session
        self._journal = context.journal.journal
        self.model = JournalModel(context.theme, self._journal.session)
        self.filters = Filters(self._journal.session)
        self.table = QTableView()
        self.strip = StripScroll(context.theme)
        self._title, self._more = ElidedLabel(tr(CHOOSE)), ElidedLabel()
        self._title.setObjectName("title")
        self._more.setObjectName("small")
        self._empty = PlainLabel(tr(NOTHING))
        self._chosen = ""
        self._stale: set[str] = set()
        self._work: Work | None = None
        self._buttons: dict[str, QPushButton] = {}
        self._build()
        self.filters.changed.connect(self._on_filter)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.doubleClicked.connect(lambda _: self.show_in_record())
        context.journal.changed.connect(self._on_changed)
        self.model.take_all(self._journal.logged.values())
        self._reading: JournalReading | None = JournalReading(self._journal)
        self._reading.read.connect(self._on_read)
        self._reading.start()
        self._show_counts()
        self._offer()

    def _build(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setAccessibleName(tr("Alarms, the newest first"))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(26)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for i, width in enumerate(WIDTHS):
            if width:
                head.resizeSection(i, width)
            else:
                head.setSectionResizeMode(i, QHeaderView.ResizeMode.Stretch)
        self._empty.setParent(table)
        self._empty.setObjectName("note")
        self._empty.move(12, 44)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._more)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        for name, text in (
            ("show_in_record", tr("Go to it")),
            ("print_debrief", tr("Debrief…")),
            ("export_alarms_csv", tr("CSV…")),
            ("export_alarms_wfdb", tr("WFDB…")),
        ):
            row.addWidget(self._button(name, text))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(8)
        column.addWidget(self.filters)
        column.addWidget(table, 5)
        column.addLayout(row)
        column.addWidget(self.strip, 4)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton()
        button.setText(text)
        button.setToolTip(hint(name))
        button.clicked.connect(self._context.actions[name].trigger)
        self._buttons[name] = button
        return button

    # What the window calls ------------------------------------------------------------------------

    @property
    def ready(self) -> bool:
        """Whether what was logged before has been read."""
        return self._reading is None

    def activate(self) -> None:
        """Show what has come meanwhile."""
        self.refresh()

    def refresh(self) -> None:
        """Take what has come, and keep the choice in sight where it was."""
        stale, self._stale = self._stale, set()
        for key in sorted(stale):
            logged = self._journal.get(key)
            if logged is not None:
                self.model.take(logged)
        if stale:
            self.filters.offer(self.model.conditions, self.model.sources)
            self._show_counts()
            if self._chosen in stale:
                self._show_chosen()
            self._offer()

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self.model.restyle(theme)
        self.strip.view.restyle(theme)

    def stop(self) -> None:
        """Read no further."""
        for thread in (self._reading, self._work):
            if thread is not None:
                thread.stop()

    # What is shown --------------------------------------------------------------------------------

    def _on_changed(self, key: str) -> None:
        self._stale.add(key)

    def _on_read(self, read: Read) -> None:
        self._reading = None
        self.model.take_all(read.logged.values())
        self.filters.offer(self.model.conditions, self.model.sources)
        self._show_counts()
        self._offer()
        if read.problems:
            self._context.fail(" ".join(read.problems))

    def _on_filter(self, wanted: Filter) -> None:
        self.model.show_only(wanted)
        self._show_counts()
        self.choose(self._chosen)
        self._offer()

    def _show_counts(self) -> None:
        shown, known = self.model.rowCount(), self.model.known
        self.filters.count.setText(tr("{shown:,} of {known:,}").format(shown=shown, known=known))
        self._empty.setText(tr(NONE_SUCH) if known else tr(NOTHING))
        self._empty.adjustSize()
        self._empty.setVisible(not shown)

    def choose(self, key: str) -> None:
        """Choose an alarm by its identity, where it is shown."""
        row = self.model.row_of(key)
        if row < 0:
            self.table.clearSelection()
        else:
            self.table.selectRow(row)

    def _on_selected(self, now: QItemSelection, before: QItemSelection) -> None:
        rows = self.table.selectionModel().selectedRows()
        self._chosen = self.model.logged(rows[0].row()).id if rows else ""
        self._show_chosen()
        self._offer()

    @property
    def chosen(self) -> Logged | None:
        """The alarm that is chosen."""
        row = self.model.row_of(self._chosen)
        return self.model.logged(row) if row >= 0 else None

    def _show_chosen(self) -> None:
        logged = self.chosen
        if logged is None:
            self._title.setText(tr(CHOOSE) if self.model.rowCount() else "")
            self._more.setText("")
            self.strip.show_strip(None, None, "")
            return
        alarm = logged.alarm
        self._title.setText(f"{SIGNS[alarm.priority]} {tr(alarm.in_full())}  {lately(logged.at)}")
        self._more.setText(" ".join(filter(None, [limits_words(logged), f"{history_words(logged)}."])))
        strip, words = self._strip_of(logged)
        self.strip.show_strip(strip, alarm, words)

    def _strip_of(self, logged: Logged) -> tuple[Strip | None, str]:
        if logged.strip is None:
            return None, tr("There is no signal with this alarm.")
        try:
            return read_strip(self._journal.folder, logged.strip, logged.fs), tr(logged.alarm.in_full())
        except StripError as error:
            return None, complaint(error)

    def _offer(self) -> None:
        """Offer what can be done with what is shown."""
        self._buttons["show_in_record"].setEnabled(self.chosen is not None)
        for name in ("print_debrief", "export_alarms_csv", "export_alarms_wfdb"):
            self._buttons[name].setEnabled(self.model.rowCount() > 0)

    # What a user does -----------------------------------------------------------------------------

    def show_in_record(self) -> None:
        """Go to the moment of the chosen alarm on the strips."""
        logged, info = self.chosen, self._session.info
        if logged is None:
            self._context.say(tr("Choose an alarm first."), topic=TOPIC)
            return
        alarm = logged.alarm
        if info is None or info.identity != alarm.source:
            self._context.say(
                tr("{name} is not open: open it, and go to the alarm then.").format(name=logged.name),
                topic=TOPIC,
            )
            return
        at = alarm.raised + alarm.offset - info.offset
        if not 0 <= at < (info.n_samples if info.n_samples is not None else at + 1):
            self._context.say(
                tr("What is open of {name} does not reach to this alarm.").format(name=named(info.name)),
                topic=TOPIC,
            )
            return
        if not info.seekable:
            self._context.say(
                tr("{name} is no recording: it cannot go back to the alarm.").format(name=named(info.name)),
                topic=TOPIC,
            )
            return
        self._session.seek(max(0, at - round(LEAD_IN_S * info.fs)))
        self._context.show_page("monitor")

    def print_debrief(self) -> None:
        """Write the alarms that are shown as pages to print."""
        alarms = self.model.shown()
        if not alarms:
            self._context.say(tr("There are no alarms to print."))
            return
        suggested = in_documents("debrief.pdf")
        name, _ = QFileDialog.getSaveFileName(self, tr("Debrief as PDF"), suggested, tr("PDF (*.pdf)"))
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(f"{name}.pdf")
        made = datetime.now().astimezone()
        debrief = Debrief(tuple(alarms), self._journal.folder, made, self._journal.session)
        self._write(lambda work: write_debrief(path, debrief, work.going_on))

    def export_alarms_csv(self) -> None:
        """Write the alarms that are shown as CSV."""
        alarms = self.model.shown()
        if not alarms:
            self._context.say(tr("There are no alarms to export."))
            return
        suggested = in_documents("alarms.csv")
        name, _ = QFileDialog.getSaveFileName(self, tr("Export alarms as CSV"), suggested, tr("CSV (*.csv)"))
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(f"{name}.csv")

        def write(work: Work) -> str:
            write_journal_csv(path, alarms)
            return tr("{n} alarms written to {path}.").format(n=len(alarms), path=path)

        self._write(write)

    def export_alarms_wfdb(self) -> None:
        """Write the alarms that are shown as WFDB."""
        alarms = self.model.shown()
        if not alarms:
            self._context.say(tr("There are no alarms to export."))
            return
        name = QFileDialog.getExistingDirectory(self, tr("Folder for the WFDB files"), in_documents(""))
        if not name:
            return
        folder = Path(name)

        journal = self._journal.folder

        def write(work: Work) -> str:
            check_folder(folder)
            written, problems = write_journal_wfdb(folder, journal, alarms, work.going_on)
            said = tr("{n} alarms and {written} stretches written to {folder}.").format(
                n=len(alarms), written=written, folder=folder
            )
            return " ".join([said, *problems[:3]])

        self._write(write)

    def _write(self, write: Callable[[Work], str]) -> None:
        if self._work is not None:
            self._context.say(tr("Another export is still being written."))
            return
        self._work = Work(write)
        self._work.done.connect(self._on_done)
        self._work.start()

    def _on_done(self, said: str, went_wrong: bool) -> None:
        self._work = None
        (self._context.fail if went_wrong else self._context.say)(said)


def make_page(context: Context) -> JournalPage:
    """Make the page."""
    return JournalPage(context)
