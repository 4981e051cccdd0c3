"""The streams of the network: found in the background, chosen here with channels and unit."""

from __future__ import annotations

import queue

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assets.errors import AssetError, RecordError
from assets.sources.lsl.choosing import MOST_LEADS, channel_word, needs_unit, usual
from assets.sources.lsl.described import Described
from assets.sources.lsl.finding import Finder, whole
from assets.sources.lsl.library import SCHEME
from assets.sources.lsl.naming import LEAST_HZ, MOST_HZ, UNITS, StreamName, telling
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import within
from monitor.ui.kit.room.dialog import Dialog
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.work.background import BackgroundThread

EVERY_S = 0.5
"""How often the list is brought up to date, s."""

RATES = (128, 250, 256, 300, 360, 400, 500, 512, 1000)
"""Rates that are offered for a stream that tells none, Hz."""


class StreamsThread(BackgroundThread):
    """Looks which streams there are, and asks those that are looked at what they say of themselves.

    ``found`` carries all of them, ``told`` one with its channels, ``failed`` why there are none.
    """

    found = Signal(object)
    told = Signal(object)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._asked: queue.SimpleQueue[str] = queue.SimpleQueue()

    def ask(self, uid: str) -> None:
        """Ask a stream for its whole description."""
        self._asked.put(uid)

    def run(self) -> None:
        """Look until stopped."""
        try:
            finder = Finder()
        except AssetError as error:
            self.failed.emit(complaint(error))
            return
        while not self.stopping:
            self.found.emit(finder.streams())
            while not self._asked.empty() and not self.stopping:
                self._describe(finder, self._asked.get())
            self.pause(EVERY_S if self._asked.empty() else 0.0)

    def _describe(self, finder: Finder, uid: str) -> None:
        for one, info in finder.found():
            if one.uid == uid and not one.refusal:
                try:
                    self.told.emit(whole(info))
                except RecordError as error:
                    self.failed.emit(complaint(error))


class StreamsDialog(Dialog):
    """Pick a stream, its channels, and what it does not tell itself.

    ``chosen`` carries the source's name, ``lsl:…``.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Streams of the network"))
        self.resize(within(parent, 860, 520))
        self._thread: StreamsThread | None = None
        self._streams: tuple[Described, ...] = ()
        self._told: dict[str, Described] = {}
        self._shown = ""
        self._by_hand = False
        self._build()

    def _build(self) -> None:
        heads = (tr("Stream"), tr("Kind"), tr("Channels"), tr("Hz"), tr("Computer"))
        self.table = QTableWidget(0, len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setAccessibleName(tr("Streams of the network"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        for text in (0, 1, 4):
            item = self.table.horizontalHeaderItem(text)
            if item is not None:
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.channels = QListWidget()
        self.channels.setSpacing(3)
        self.channels.setAccessibleName(tr("Channels that are shown"))
        self.unit, self.rate = QComboBox(), QComboBox()
        self.unit.addItem(tr("Choose"), "")
        for unit in UNITS:
            self.unit.addItem(unit.replace("u", "µ"), unit)
        self.rate.addItem(tr("Choose"), None)
        for rate in RATES:
            self.rate.addItem(tr("{rate} Hz").format(rate=rate), float(rate))
        self._unit_label = PlainLabel(tr("Unit, which the stream does not tell"))
        self._rate_label = PlainLabel(tr("Rate, which the stream does not tell"))
        self.unit.setAccessibleName(self._unit_label.text())
        self.rate.setAccessibleName(self._rate_label.text())
        self.message = PlainLabel()
        self.message.setObjectName("note")
        self.message.setWordWrap(True)
        self.open_button, close = QPushButton(tr("Watch")), QPushButton(tr("Close"))
        self.open_button.setObjectName("primary")
        self.open_button.setDefault(True)
        close.setAutoDefault(False)
        right, middle, foot = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for widget in (PlainLabel(tr("Channels that are shown")), self.channels):
            right.addWidget(widget)
        for label, box in ((self._unit_label, self.unit), (self._rate_label, self.rate)):
            label.setWordWrap(True)
            right.addWidget(label)
            right.addWidget(box)
        middle.setSpacing(12)
        middle.addWidget(self.table, 3)
        middle.addLayout(right, 1)
        foot.addWidget(self.message, 1)
        foot.addWidget(close)
        foot.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.table.itemDoubleClicked.connect(lambda *_: self.open_selected())
        self.channels.itemChanged.connect(lambda *_: self._check())
        self.unit.currentIndexChanged.connect(lambda *_: self._check())
        self.rate.currentIndexChanged.connect(lambda *_: self._check())
        self.open_button.clicked.connect(self.open_selected)
        close.clicked.connect(self.reject)
        self._show_stream()

    # Finding --------------------------------------------------------------------------------------

    def look(self) -> None:
        """Look for streams, until the dialog is closed."""
        if self._thread is not None:
            return
        self._told.clear()
        self._shown, self._by_hand = "", False
        thread = self._thread = StreamsThread()
        thread.found.connect(self._on_found)
        thread.told.connect(self._on_told)
        thread.failed.connect(self._on_failed)
        self.message.setText(tr("Looking for streams…"))
        thread.start()

    def stop(self) -> None:
        """Look no more."""
        thread, self._thread = self._thread, None
        if thread is not None:
            # Not waited for: a stream that is asked what it is may not answer for seconds.
            thread.ask_to_stop()

    def _on_found(self, streams: tuple[Described, ...]) -> None:
        if self._thread is None or (streams == self._streams and streams):
            return
        selected = self.selected()
        self._streams = streams
        self.table.blockSignals(True)
        self.table.setRowCount(len(streams))
        for row, one in enumerate(streams):
            told = (
                " · ".join(filter(None, (one.name, self._telling(one)[0]))),
                one.kind,
                str(one.n_channels),
                in_figures(one.rate) if one.rate else "–",
                one.host,
            )
            for column, text in enumerate(told):
                item = QTableWidgetItem(text)
                if column in (2, 3):
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        # What the user selected stays so; what was selected for want of another gives way to one to watch.
        kept = selected.uid if selected is not None and (self._by_hand or not selected.refusal) else ""
        rows = [i for i, one in enumerate(streams) if one.uid == kept]
        first = [i for i, one in enumerate(streams) if not one.refusal]
        if rows or first or streams:
            self.table.selectRow((rows or first or [0])[0])
        else:
            self.table.clearSelection()
        self.table.blockSignals(False)
        self._show_stream()

    def _on_told(self, stream: Described) -> None:
        if self._thread is None:
            return
        self._told[stream.uid] = stream
        self._show_stream()

    def _on_failed(self, why: str) -> None:
        if self._thread is None:
            return
        self.message.setText(tr(why))
        self.open_button.setEnabled(False)

    # Choosing -------------------------------------------------------------------------------------

    def selected(self) -> Described | None:
        """The stream of the selected row, in short."""
        rows = self.table.selectionModel().selectedRows() if self.table.selectionModel() else []
        return self._streams[rows[0].row()] if rows and rows[0].row() < len(self._streams) else None

    def _on_selected(self) -> None:
        self._by_hand = True
        self._show_stream()

    def _show_stream(self) -> None:
        """Show the channels of the selected stream; ask it for them where they are not known."""
        one = self.selected()
        uid = "" if one is None else one.uid
        whole_one = self._told.get(uid)
        if one is not None and whole_one is None and not one.refusal and self._thread is not None:
            if self._shown != f"?{uid}":
                self._thread.ask(uid)
                self._shown = f"?{uid}"
        if whole_one is None:
            self.channels.clear()
        elif self._shown != uid:
            self._shown = uid
            self._fill(whole_one)
        self._check()

    def _fill(self, stream: Described) -> None:
        try:
            checked = usual(stream)
        except RecordError:
            checked = ()  # the user is to say
        self.channels.blockSignals(True)
        self.channels.clear()
        for i, channel in enumerate(stream.channels):
            item = QListWidgetItem(" · ".join(filter(None, (channel.label, channel.unit))))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if i in checked else Qt.CheckState.Unchecked)
            self.channels.addItem(item)
        self.channels.blockSignals(False)

    def _columns(self) -> tuple[int, ...]:
        items = (self.channels.item(i) for i in range(self.channels.count()))
        return tuple(i for i, item in enumerate(items) if item.checkState() is Qt.CheckState.Checked)

    def _check(self) -> None:
        """Ask for what must be known, and say what is in the way."""
        one = self.selected()
        stream = self._told.get(one.uid) if one is not None else None
        columns = self._columns()
        untold = stream is not None and any(needs_unit(stream.channels[i]) for i in columns)
        no_rate = stream is not None and not stream.rate
        for asked, label, box in (
            (untold, self._unit_label, self.unit),
            (no_rate, self._rate_label, self.rate),
        ):
            label.setVisible(asked)
            box.setVisible(asked)
        problem = self._problem(one, stream, columns)
        waits = (untold and not self.unit.currentData()) or (no_rate and self.rate.currentData() is None)
        self.message.setText(problem)
        self.open_button.setEnabled(stream is not None and not problem and not waits)

    def _problem(self, one: Described | None, stream: Described | None, columns: tuple[int, ...]) -> str:
        if one is None:
            return tr("No stream answers. It appears here as soon as one does.")
        if one.refusal:
            return tr("This stream cannot be shown: {why}.").format(why=tr(one.refusal))
        if one.rate and not LEAST_HZ <= one.rate <= MOST_HZ:
            return tr(
                "This stream cannot be shown: it runs at {rate:g} Hz, and {least:g} to {most:g} can."
            ).format(rate=one.rate, least=LEAST_HZ, most=MOST_HZ)
        if stream is None:
            return tr("Asking the stream what it carries…")
        if not columns:
            return tr("Choose the channels that are to be shown.")
        if len(columns) > MOST_LEADS:
            return tr("{most} channels can be shown at most, and {n} are chosen.").format(
                most=MOST_LEADS, n=len(columns)
            )
        return ""

    def spec(self) -> str:
        """The name of the source that is chosen; empty while none can be."""
        one = self.selected()
        stream = self._told.get(one.uid) if one is not None else None
        if one is None or stream is None or not self.open_button.isEnabled():
            return ""
        columns = self._columns()
        try:
            as_usual = columns == usual(stream)
        except RecordError:
            as_usual = False
        untold = any(needs_unit(stream.channels[i]) for i in columns)
        name = StreamName(
            stream.name,
            () if as_usual else tuple(channel_word(stream, i) for i in columns),
            self.unit.currentData() if untold else "",
            None if stream.rate else self.rate.currentData(),
            *self._telling(one),
        )
        return f"{SCHEME}:{name}"

    def _telling(self, one: Described) -> tuple[str | None, str]:
        """Say by what of its device and its computer a stream is told from others of its name."""
        alike = [(o.source_id, o.host) for o in self._streams if o.name == one.name and not o.refusal]
        return telling((one.source_id, one.host), alike)

    def open_selected(self) -> None:
        """Watch the selected stream."""
        if spec := self.spec():
            self.chosen.emit(spec)
            self.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more behind a closed dialog."""
        self.stop()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Look no more."""
        self.stop()
        super().closeEvent(event)
