"""How the strips are shown: paper speed, gain, overlays, sweep or scroll, which leads, and the View menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from models.alerts.reasons import Channel
from monitor.ui.pages.context import Context
from monitor.ui.strips.board import Board
from monitor.ui.strips.scale import GAINS, PAPER_SPEEDS, PaperScale, pixels_per_mm

SHOWN_LEADS = 2
"""Number of leads shown when a record is opened; the View menu shows more."""

MENU_ACTIONS = ("toggle_forecast", "toggle_reconstruction", "toggle_beats", "toggle_scroll")
"""Actions at the top of the View menu."""


class View(QObject):
    """The choices that the strips are drawn by; they are kept from one start to the next.

    Parameters
    ----------
    context : Context
        The session, the settings and the actions.
    board : Board
        The strips.
    menu : QMenu
        The View menu.
    parent : QWidget
        The page; its screen says how large a millimetre is.
    """

    scale_changed = Signal()
    leads_changed = Signal()

    def __init__(self, context: Context, board: Board, menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._session, self._board = context, context.session, board
        self._menu, self._page = menu, parent
        settings = context.settings
        self.scale = PaperScale(
            pixels_per_mm(parent.screen()),
            settings.choice("paper_speed", PAPER_SPEEDS, 25.0),
            settings.choice("gain", GAINS, 10.0),
        )
        board.set_scale(self.scale)
        for name, default in (
            ("forecast", True),
            ("reconstruction", False),
            ("beats", True),
            ("scroll", False),
        ):
            context.actions[f"toggle_{name}"].setChecked(settings.flag(name, default))
        for channel in (Channel.FORECAST, Channel.RECONSTRUCTION):
            board.set_overlay(channel, self._on(channel.value))
        board.set_beats(self._on("beats"))
        board.set_scroll(self._on("scroll"))
        self._fill_menu()

    def _on(self, name: str) -> bool:
        return self._context.actions[f"toggle_{name}"].isChecked()

    def keep(self) -> None:
        """Keep the choices in the settings."""
        self._context.settings.remember(
            paper_speed=self.scale.speed,
            gain=self.scale.gain,
            **{name: self._on(name) for name in ("forecast", "reconstruction", "beats", "scroll")},
        )

    # Scale ----------------------------------------------------------------------------------------

    def measure_screen(self, *_: object) -> None:
        """Draw true millimetres on the screen where the page is now."""
        self._set_scale(PaperScale(pixels_per_mm(self._page.screen()), self.scale.speed, self.scale.gain))

    def set_paper_speed(self, speed: float) -> None:
        """Change the paper speed (mm/s)."""
        self._set_scale(PaperScale(self.scale.px_per_mm, speed, self.scale.gain))

    def set_gain(self, gain: float) -> None:
        """Change the gain (mm/mV)."""
        self._set_scale(PaperScale(self.scale.px_per_mm, self.scale.speed, gain))

    def _set_scale(self, scale: PaperScale) -> None:
        self.scale = scale
        self._board.set_scale(scale)
        self.scale_changed.emit()

    def cycle_paper_speed(self) -> None:
        """Take the next paper speed."""
        self.set_paper_speed(_next(PAPER_SPEEDS, self.scale.speed))

    def cycle_gain(self) -> None:
        """Take the next gain."""
        self.set_gain(_next(GAINS, self.scale.gain))

    # Overlays -------------------------------------------------------------------------------------

    def toggle_scroll(self) -> None:
        """Sweep or scroll, as the checked action says."""
        self._board.set_scroll(self._on("scroll"))

    def toggle_forecast(self) -> None:
        """Show or hide the forecast overlay, as the checked action says."""
        self._board.set_overlay(Channel.FORECAST, self._on("forecast"))

    def toggle_reconstruction(self) -> None:
        """Show or hide the reconstruction overlay, as the checked action says."""
        self._board.set_overlay(Channel.RECONSTRUCTION, self._on("reconstruction"))

    def toggle_beats(self) -> None:
        """Show or hide the reference beat symbols, as the checked action says."""
        on = self._on("beats")
        self._board.set_beats(on)
        info = self._session.info
        if on and info is not None and not info.annotated:
            self._context.say(f"{info.name} has no reference annotations to show.", of_record=True)

    # Leads ----------------------------------------------------------------------------------------

    def show_first_leads(self) -> None:
        """Show the analysed lead of a newly opened source, and the first others beside it."""
        info = self._session.info
        assert info is not None
        others = [i for i in range(len(info.leads)) if i != self._session.lead]
        self._show_leads(sorted([self._session.lead, *others[: SHOWN_LEADS - 1]]))

    def show_lead(self, lead: int, on: bool) -> None:
        """Show or hide a lead; the last one stays."""
        shown = set(self._board.strips)
        shown = shown | {lead} if on else shown - {lead}
        self._show_leads(sorted(shown or {lead}))

    def analyse_lead(self, lead: int) -> None:
        """Analyse another lead, and show it."""
        self._session.analyse_lead(lead)
        self._show_leads(sorted({*self._board.strips, lead}))
        self._session.tick()

    def _show_leads(self, leads: Sequence[int]) -> None:
        self._board.show_leads(leads)
        self._fill_menu()
        self.leads_changed.emit()

    def _fill_menu(self) -> None:
        """Make the menu anew for the source that is on and the leads that are shown."""
        menu = self._menu
        menu.clear()
        menu.addActions([self._context.actions[name] for name in MENU_ACTIONS])
        info = self._session.info
        if info is None:
            return
        menu.addSection("Show")
        for i, lead in enumerate(info.lead_names):
            shown = QAction(f"Show {lead}", menu, checkable=True, checked=i in self._board.strips)
            shown.triggered.connect(lambda on, i=i: self.show_lead(i, on))
            menu.addAction(shown)
        menu.addSection("Analyse")
        group = QActionGroup(menu)
        for i, lead in enumerate(info.lead_names):
            analysed = QAction(f"Analyse {lead}", menu, checkable=True, checked=i == self._session.lead)
            analysed.triggered.connect(lambda _, i=i: self.analyse_lead(i))
            group.addAction(analysed)
            menu.addAction(analysed)


def _next(values: tuple[float, ...], present: float) -> float:
    return values[(values.index(present) + 1) % len(values)]
