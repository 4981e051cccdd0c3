"""The model view's page: one moment, seen by each model, in plain words."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from models.alerts.events import Event
from monitor.ui.kit.language import tr
from monitor.ui.kit.room.scrolling import Scroll
from monitor.ui.kit.text import ElidedLabel, PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.words import clock
from monitor.ui.model.threads import Comparison, Looker, Moment
from monitor.ui.pages.context import Context
from monitor.ui.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.explain.insight import Insight
    from models.running.autoencoder import Autoencoder
    from models.running.forecaster import Forecaster
    from monitor.ui.model.beat_view import BeatView
    from monitor.ui.model.forecast_view import ForecastView
    from monitor.ui.model.memory_panel import MemoryPanel
    from monitor.ui.model.plots import Plot

    Networks = tuple[Forecaster, Autoencoder]

BEHIND_S = 0.5
"""Live, the moment lies so far behind the newest sample that what came after it can be seen over the fan."""

BEFORE_ALERT_S = 0.06
"""An alert is looked at so long before its R peak, where the forecast of the complex is made; what is redrawn
lies about the peak itself."""

AFTER_S = 0.5
"""What came after the moment is handed over for so long, s: a little more than is shown of it."""

STEP_S = 0.02
"""How far a step goes."""

COMPARED_S = 60.0
"""Stretch of signal on which memories are compared."""


class ModelPage(Page):
    """What the models see.

    Parameters
    ----------
    context : Context
        What a page is given.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._session, self._theme = context.session, context.theme
        self._at: int | None = None  # the moment that is held, None while live
        self._beat: int | None = None  # samples from it to the R peak about which is redrawn
        self._looker: Looker | None = None
        self._comparison: Comparison | None = None
        self._views: tuple[ForecastView, BeatView, MemoryPanel] | None = None
        self._building: Iterator[None] | None = None  # what is still to be made of them
        self._in_use: Networks | None = None
        self._chosen: Networks | None = None
        self._seen: tuple[Moment, Insight] | None = None
        self._turns: deque[Callable[[], None]] = deque()  # what is still to be done to show a moment
        self._next: tuple[Moment, Insight] | None = None  # seen while another moment is being drawn
        title, self._where = PlainLabel(tr("What the model sees")), ElidedLabel(tr("Loading the models…"))
        title.setObjectName("large")
        self._where.setObjectName("note")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(title)
        head.addSpacing(12)
        head.addWidget(self._where, 1)
        self._live = QPushButton(tr("Live"))
        self._live.setCheckable(True)
        self._live.setChecked(True)
        self._live.clicked.connect(self.go_live)
        self._alert = QPushButton(tr("At the alert"))
        self._alert.setToolTip(tr("The alert under review, or else the last one"))
        self._alert.clicked.connect(self.go_to_alert)
        back, forward = QPushButton(tr("‹ 20 ms")), QPushButton(tr("20 ms ›"))
        back.clicked.connect(lambda: self._step(-STEP_S))
        forward.clicked.connect(lambda: self._step(STEP_S))
        for button in (self._live, self._alert, back, forward):
            head.addWidget(button)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(Scroll(self._row), 1)
        self._session.opened.connect(self._forget)
        self._session.pass_started.connect(self._forget)

    # The moment -----------------------------------------------------------------------------------

    @property
    def at(self) -> int | None:
        """Sample that is looked at, None where there is nothing to look at yet."""
        info = self._session.info
        if info is None:
            return None
        if self._at is not None:
            return self._at
        at = self._session.head - round(BEHIND_S * info.fs)
        history = self._session.history
        heard = history.span[0] if history is not None else self._session.pass_start
        return at if at > heard + 0.5 * info.fs else None

    def go_live(self) -> None:
        """Follow the stream."""
        self._hold(None)

    def go_to_alert(self) -> None:
        """Look at the alert under review, or else at the last one."""
        info, log = self._session.info, self._session.log
        event: Event | None = self._context.reviewed or log.before(self._session.head + 1)
        if info is not None and event is not None:
            before = round(BEFORE_ALERT_S * info.fs)
            self._hold(event.peak - before, before)

    def _step(self, seconds: float) -> None:
        info, at = self._session.info, self.at
        if info is not None and at is not None:
            self._hold(at + round(seconds * info.fs), self._beat)

    def _move(self, seconds: float) -> None:
        """Go to a place clicked, in seconds from the moment shown."""
        info = self._session.info
        if info is not None and self._seen is not None:
            self._hold(self._seen[0].at + round(seconds * info.fs))

    def _hold(self, at: int | None, beat: int | None = None) -> None:
        info = self._session.info
        if at is not None and info is not None:
            at = min(max(at, round(0.5 * info.fs)), self._session.head)
        self._at, self._beat = at, beat
        self._live.setChecked(at is None)
        self.refresh()

    def _forget(self) -> None:
        self._at = self._beat = self._seen = self._next = None
        self._turns.clear()
        for plot in self._plots():
            plot.unstage()
        self._live.setChecked(True)

    # What the window calls ------------------------------------------------------------------------

    @property
    def ready(self) -> bool:
        """Whether a moment has been looked at, where there is one."""
        return self.at is None or self._seen is not None

    def refresh(self) -> None:
        """Ask for a look at the moment, once the models are loaded."""
        if not self._session.ready:
            return
        if self._views is None:
            self._building = self._building or self._build()
            return
        at, info, networks = self.at, self._session.info, self._session.networks
        history = self._session.history
        if at is None or info is None or history is None or networks is None or self._looker is None:
            return
        networks = self._compared_with(networks)
        if self._at is not None and self._looked_at(at, networks, round(AFTER_S * info.fs)):
            return
        from models.explain.insight import CONTEXT_S

        lead, fs = self._session.lead, info.fs
        first = max(history.span[0], at - round((CONTEXT_S + 0.1) * fs))
        before = history.lead(lead, first, at).copy()
        # What has not been played yet stays unseen.
        after = history.lead(lead, at, min(at + round(AFTER_S * fs), self._session.head)).copy()
        if len(before) > 0.3 * info.fs:
            self._looker.ask(Moment(at, info.fs, before, after, networks, self._beat))

    def _compared_with(self, networks: Networks) -> Networks:
        """The models in use, but for the autoencoder that the slider chooses; the same pair for the same."""
        assert self._views is not None
        slider = self._views[1].code
        if self._in_use is not networks:
            from models.explain.codes import codes

            self._in_use = networks
            slider.offer(codes(networks[1]))
        chosen = networks[0], slider.chosen.network
        if self._chosen is None or any(a is not b for a, b in zip(self._chosen, chosen, strict=True)):
            self._chosen = chosen
        return self._chosen

    def _looked_at(self, at: int, networks: object, ahead: int) -> bool:
        """Whether a moment has been looked at by these models, with all that came after it."""
        if self._seen is None:
            return False
        moment = self._seen[0]
        same = moment.at == at and moment.beat == self._beat and moment.networks is networks
        return same and len(moment.after) >= ahead

    def _build(self) -> Iterator[None]:
        """Make the views, one a frame; pyqtgraph and the models take a while to import."""
        from monitor.ui.model.beat_view import BeatView
        from monitor.ui.model.forecast_view import ForecastView
        from monitor.ui.model.memory_panel import MemoryPanel

        forecast = ForecastView(self._theme)
        yield
        beat = BeatView(self._theme)
        yield
        memory = MemoryPanel(self._theme)
        yield
        forecast.setToolTip(tr("A click goes to that moment"))
        forecast.moved.connect(self._move)
        memory.compare_asked.connect(self.compare)
        beat.code.changed.connect(self.refresh)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(beat, 5)
        right.addWidget(memory, 4)
        self._row.addWidget(forecast, 3)
        self._row.addLayout(right, 2)
        self._views = forecast, beat, memory
        self._looker = Looker()
        self._looker.looked.connect(self._show)
        self._looker.failed.connect(self._where.setText)
        self._looker.start()

    def _show(self, moment: Moment, seen: Insight) -> None:
        info = self._session.info
        if info is None or self._views is None:
            return
        if self._turns and self._at is None:
            self._next = moment, seen  # a moment that is being drawn is drawn to its end
            return
        forecast, beat, _ = self._views
        turns: list[tuple[Plot, Callable[[], None]]] = [
            *forecast.turns(seen),
            (beat.window_plot, partial(beat.show_insight, seen)),
            (beat.beat_plot, partial(self._show_beat, moment, seen)),
        ]
        if self._at is None:
            for plot in self._plots():
                plot.stage()
            self._turns = deque([partial(_draw, plot, show) for plot, show in turns])
            self._turns.append(partial(self._flip, moment, seen))
            return
        if (moment.at, moment.beat) != (self._at, self._beat):
            return  # seen before the moment was held
        self._turns.clear()
        self._next = None
        for plot, show in turns:
            plot.unstage()
            show()
        self._say_where(moment, seen)

    def _plots(self) -> list[Plot]:
        return [*self._views[0].plots, *self._views[1].plots] if self._views is not None else []

    def _flip(self, moment: Moment, seen: Insight) -> None:
        """All plots have been drawn: show them together, as one moment."""
        for plot in self._plots():
            plot.flip()
        self._say_where(moment, seen)
        if self._next is not None:
            (moment, seen), self._next = self._next, None
            self._show(moment, seen)

    def _say_where(self, moment: Moment, seen: Insight) -> None:
        self._seen = moment, seen
        info = self._session.info
        if info is None:
            return
        how = tr("live, 0.5 s behind the newest sample") if self._at is None else tr("held")
        lead = info.leads[self._session.lead].name
        self._where.setText(
            tr("{lead} at {clock}, {how}").format(lead=lead, clock=clock(moment.at / info.fs, 2), how=how)
        )

    def frame(self) -> None:
        """Draw the next plot; all at once would hold the strips up, and here the whole of a frame is left."""
        if self._building is not None:
            next(self._building, None)
            if self._views is not None:
                self._building = None
        elif self._turns:
            self._turns.popleft()()

    def _show_beat(self, moment: Moment, seen: Insight) -> None:
        from monitor.ui.model.beat_view import beat_under

        info, template = self._session.info, self._session.template
        if self._views is None or info is None:
            return
        beat = self._views[1]
        if template is None:
            beat.show_beat(None, None)
        else:
            near = self._session.archive.beats(moment.at - 3 * info.fs, moment.at + info.fs)
            peaks = (near.index - moment.at) / info.fs + seen.lag_s
            beat.show_beat(template, beat_under(template, seen, peaks))

    # Who remembers longer -------------------------------------------------------------------------

    @property
    def comparing(self) -> bool:
        """Whether a comparison goes on."""
        return self._comparison is not None

    def compare(self) -> None:
        """Compare memories on the last minute before the moment; where a comparison goes on, stop it."""
        info, history, at = self._session.info, self._session.history, self.at
        if self._comparison is not None:
            self._comparison.ask_to_stop()
            return
        networks = self._session.networks
        if info is None or history is None or self._views is None or networks is None:
            return
        stop = at if at is not None else self._session.head
        start = max(0, stop - round(COMPARED_S * info.fs))
        panel = self._views[2]
        panel.begin()
        signal = history.lead(self._session.lead, max(start, history.span[0]), stop).copy()
        self._comparison = Comparison(info.fs, signal, networks[0])
        self._comparison.told.connect(panel.show_memories)
        self._comparison.failed.connect(panel.fail)
        self._comparison.finished.connect(self._compared)
        self._comparison.start(Comparison.Priority.LowPriority)

    def _compared(self) -> None:
        self._comparison = None
        if self._views is not None:
            self._views[2].end()

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        for view in self._views or ():
            view.restyle(theme)

    def stop(self) -> None:
        """End both threads."""
        for thread in (self._looker, self._comparison):
            if thread is not None:
                thread.stop()


def _draw(plot: Plot, show: Callable[[], None]) -> None:
    show()
    plot.develop()


def make_page(context: Context) -> ModelPage:
    """Make the page."""
    return ModelPage(context)
