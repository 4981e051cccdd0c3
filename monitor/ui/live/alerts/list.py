"""The list of alerts: when, what, how strong, how long; it follows the present unless the user looks back."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from assets.phrase import phrase
from models.alerts.events import Event
from models.alerts.kinds import Nature
from monitor.alerts.burden import LEAST_S, Burden, Tally, Watched
from monitor.alerts.log import AlertLog
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import PlainLabel, plain_tip
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.words import clock
from monitor.ui.live.alerts.filter import AlertFilter
from monitor.ui.live.alerts.model import AlertModel, Change
from monitor.ui.live.alerts.view import AlertDelegate, AlertView
from monitor.ui.live.judged.comparing import Comparing
from monitor.ui.live.judged.legend import Legend
from monitor.ui.live.judged.summary import explained, summary
from monitor.ui.session.keeping.marks import UserMarks

LITTLE_PX = 130
"""With less room than this in height the lines are short, in logical pixels."""

BURDEN_WORDS = {Nature.BEATS: phrase("ectopic"), Nature.PREMATURE: phrase("premature")}
"""What beats in alerts of each nature are called where they are counted."""


class AlertPanel(QFrame):
    """The list with its heading: how many, how often, and which are shown.

    Parameters
    ----------
    log : AlertLog
        The alerts.
    theme : Theme
        Colours.
    comparing : Comparing
        What the annotations say of the alerts.
    """

    chosen = Signal(object)

    def __init__(self, log: AlertLog, theme: Theme, comparing: Comparing) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._log, self._comparing = log, comparing
        self._model = AlertModel(log)
        self._model.verdict = comparing.verdict
        comparing.changed.connect(self._model.told_anew)
        self._watched, self._tally = Watched(), Tally()
        self.rates: Burden | None = None
        self._counted_on: Event | None = None
        """What is said of alerts an hour and of beats in alerts."""
        self.following = True
        self._low = False
        title, self._count = PlainLabel(tr("Alerts")), PlainLabel()
        title.setObjectName("title")
        self._count.setObjectName("dim")
        self.follow_button = QPushButton(tr("Follow"))
        self.follow_button.setToolTip(tr("Show the present alerts again, and go on with them"))
        self.follow_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow_button.clicked.connect(self.follow)
        self.filter = AlertFilter(log)
        self.filter.changed.connect(self._on_filter)
        for button in (self.follow_button, self.filter):
            button.setStyleSheet("min-height: 20px; padding-left: 8px;")
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 10, 2)
        head.setSpacing(6)
        head.addWidget(title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.follow_button)
        head.addWidget(self.filter)
        self._rates = PlainLabel()
        self._rates.setObjectName("small")
        self._rates.setContentsMargins(16, 0, 10, 2)
        self.legend = Legend(theme)
        signs = QHBoxLayout()
        signs.setContentsMargins(16, 0, 10, 0)
        signs.addWidget(self.legend)
        self._summary = PlainLabel()
        self._summary.setObjectName("small")
        self._summary.setContentsMargins(16, 0, 10, 2)
        self.view = AlertView()
        self.view.setModel(self._model)
        self._delegate = AlertDelegate(theme, self._model, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.asked.connect(self._on_asked)
        self.view.looked_away.connect(lambda: self._follow(False))
        self._empty = PlainLabel()
        self._empty.setObjectName("note")
        self._empty.setContentsMargins(16, 4, 16, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._rates)
        column.addLayout(signs)
        column.addWidget(self._summary)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)
        self._follow(True)
        self.refresh(self._model.fs)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._delegate.theme = theme
        self.legend.restyle(theme)
        self.view.viewport().update()

    def show_marks(self, marks: UserMarks) -> None:
        """Tell apart what the user has marked, as the marks now are."""
        self._model.marks = marks
        self._model.told_anew()

    def start_over(self) -> None:
        """Another record: nothing is left out, no group is open, and the present is followed."""
        self._model.start_over()
        self.filter.start_over()
        self.view.clearSelection()
        self._follow(True)

    # What comes -----------------------------------------------------------------------------------

    def refresh(self, fs: float, going_on: Event | None = None) -> None:
        """Show the log as it is now, and the alert that goes on; `fs` is the sampling frequency in Hz."""
        self._model.kind, self._model.lead = self.filter.kind, self.filter.lead
        self._keep_place(self._model.refresh(fs, going_on))
        # What goes on is told anew each time: it is counted beside those that are over.
        over = [event for event in self._model.events if event is not going_on]
        self._counted_on = going_on if len(over) < len(self._model.events) else None
        self._tally.take(over)
        n, of = len(self._model.events), len(self._log) + (going_on is not None)
        self._count.setText(tr("{n} of {of}").format(n=n, of=of) if self.filter.on else str(n) if n else "")
        self._empty.setText(tr("No such alert so far.") if of and not n else tr("No alert so far."))
        self._empty.setVisible(not n)
        self._say_rates()

    @property
    def going_on(self) -> Event | None:
        """The alert in the list that is not over."""
        return self._model.going_on

    def set_short(self, short: bool) -> None:
        """Say in one line how well it goes by the annotations, or in two."""
        if short != self._low:
            self._low = short
            self._say_rates()

    def show_compared(self) -> None:
        """Sum up what the annotations say, as far as it was watched."""
        self._say_rates()

    def show_moment(self, head: int, watched: Watched) -> None:
        """Follow the stream to a sample; `watched` is what was analysed so far."""
        if head != self._delegate.head:
            self._delegate.head = head
            self.view.viewport().update()
        if watched != self._watched:
            self._watched = watched
            self._say_rates()
        if self.following and not self.view.aimed_at:
            self._scroll_to_present()

    def _say_rates(self) -> None:
        """Say how many an hour, and which share of the beats is in alerts."""
        watched = self._watched
        comparing = self._comparing
        self._summary.setVisible(comparing.on)
        self.legend.setVisible(comparing.on)
        self._rates.setVisible(not comparing.on)
        if comparing.on:
            self.legend.show_compared(comparing.compared)
            self._summary.setText(summary(comparing.compared, short=self._low))
            for part in (self.legend, self._summary):
                part.setToolTip(plain_tip(explained(comparing.compared)))
        counted = self.rates = self._tally.burden(watched, self._counted_on)
        if counted is None:
            waits = (
                tr("Rates are said once {least_s:.0f} s are analysed.").format(least_s=LEAST_S)
                if self._model.events
                else ""
            )
            self._rates.setText(waits)
            self._rates.setToolTip("")
            return
        said = {BURDEN_WORDS[n]: share for n, share in counted.shares.items() if n in BURDEN_WORDS}
        parts = [tr("{rate:.0f}/h").format(rate=counted.per_hour)]
        parts += [
            tr("{share:.1f} % {word}").format(share=100 * share, word=tr(word))
            for word, share in said.items()
        ]
        self._rates.setText(" · ".join(parts))
        alerts = (
            tr("%n alert(s) of those listed", "", counted.alerts)
            if self.filter.on
            else tr("%n alert(s)", "", counted.alerts)
        )
        shares = [
            tr("{share:.1f} % are in {word} alerts").format(share=100 * share, word=tr(word))
            for word, share in said.items()
        ]
        self._rates.setToolTip(
            plain_tip(
                tr(
                    "{time} of {lead} analysed: {alerts}, {rate:.0f} an hour. Of {beats} beats found "
                    "{shares}."
                ).format(
                    time=clock(watched.seconds, 0),
                    lead=watched.lead,
                    alerts=alerts,
                    rate=counted.per_hour,
                    beats=watched.beats,
                    shares=tr(" and ").join(shares) or tr("none is in one"),
                )
            )
        )

    # Where the list stands ------------------------------------------------------------------------

    def follow(self) -> None:
        """Show the present alerts, and go on with them."""
        self.view.clearSelection()
        self._follow(True)
        self._scroll_to_present()

    def _follow(self, on: bool) -> None:
        self.following = on
        self.follow_button.setVisible(not on)

    def _scroll_to_present(self) -> None:
        row = self._model.row_at(self._delegate.head)
        self._scroll(row * self._delegate.row_px)

    def _scroll(self, value: int) -> None:
        bar = self.view.verticalScrollBar()
        if bar.value() != value:
            bar.setValue(value)

    def _keep_place(self, change: Change) -> None:
        """After lines have come or gone: what is seen stays where it is."""
        px, bar = self._delegate.row_px, self.view.verticalScrollBar()
        at = bar.value()
        if change.row + change.removed <= at // px and (change.removed or change.inserted):
            at += (change.inserted - change.removed) * px
        self.view.updateGeometries()
        self._scroll(at)
        if self.following and not self.view.aimed_at:
            self._scroll_to_present()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room the lines are short."""
        super().resizeEvent(event)
        short = self.view.height() < LITTLE_PX
        if short != self._delegate.short:
            top = self.view.verticalScrollBar().value() / self._delegate.row_px
            self._delegate.short = short
            self.view.set_row_px(self._delegate.row_px)
            self._scroll(round(top * self._delegate.row_px))

    # What the user does ---------------------------------------------------------------------------

    def select(self, event: Event) -> None:
        """Select the line of an alert, wherever it was chosen."""
        self._follow(False)
        self._keep_place(self._model.reveal(event))
        row = self._model.row_of(event)
        if row >= 0:
            self.view.setCurrentIndex(self._model.index(row))

    def _on_asked(self, row: int) -> None:
        self._follow(False)
        line = self._model.line(row)
        if line.group is not None:
            self._keep_place(self._model.toggle(row))
        else:
            self.chosen.emit(line.event)

    def _on_filter(self) -> None:
        self.refresh(self._model.fs, self._model.going_on)
        current: QModelIndex = self.view.currentIndex()
        if current.isValid() and not self.following:
            self.view.scrollTo(current)
