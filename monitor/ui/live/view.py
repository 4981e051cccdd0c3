"""How the strips are shown: paper speed, gain, overlays, sweep or scroll, and the View menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from models.alerts.reasons import Channel
from monitor.ui.kit.language import named, tr
from monitor.ui.live.judged.comparing import Comparing
from monitor.ui.live.leads import ShownLeads
from monitor.ui.live.moving import Moving
from monitor.ui.pages.context import Context
from monitor.ui.strips.board import Board
from monitor.ui.strips.moving.gestures import NOTCH_ZOOM
from monitor.ui.strips.moving.looking import Grip
from monitor.ui.strips.scale import (
    AUTO_GAIN,
    GAINS,
    PAPER_SPEEDS,
    SPEED_RANGE,
    USUAL_SPEED,
    PaperScale,
    pixels_per_mm,
)

GAIN_CHOICES = (AUTO_GAIN, *GAINS)
"""Gains that can be chosen."""

NEAR = 0.02
"""A paper speed this near to a usual one becomes that: a share."""

MENU_ACTIONS = (
    "toggle_forecast",
    "toggle_reconstruction",
    "toggle_beats",
    "toggle_compare",
    "toggle_scroll",
    "cycle_gain",
)
"""Actions at the top of the View menu."""

TIME_ACTIONS = (
    "zoom_in",
    "zoom_out",
    "usual_speed",
    "look_back",
    "look_forward",
    "look_at_present",
    "go_to_time",
)
"""Actions of its part about time."""


class View(QObject):
    """The choices that the strips are drawn by; they are kept from one start to the next.

    Parameters
    ----------
    context : Context
        The session, the settings and the actions.
    board : Board
        The strips.
    comparing : Comparing
        What the annotations say of the alerts.
    menu : QMenu
        The View menu.
    parent : QWidget
        The page; its screen says how large a millimetre is.

    Attributes
    ----------
    scale : PaperScale
        What the strips are drawn at; its gain is the one found where it is automatic.
    gain : float
        The gain that was chosen, `AUTO_GAIN` for the one that fits.
    leads : ShownLeads
        Which leads are shown.
    """

    scale_changed = Signal()
    leads_changed = Signal()

    def __init__(
        self, context: Context, board: Board, comparing: Comparing, menu: QMenu, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._session, self._board = context, context.session, board
        self._menu, self._page, self._comparing = menu, parent, comparing
        settings = context.settings
        self.leads = ShownLeads(context, board, self)
        self.leads.changed.connect(self._on_leads)
        self.gain = AUTO_GAIN
        self.scale = PaperScale(
            pixels_per_mm(parent.screen()),
            settings.number("paper_speed", *SPEED_RANGE, USUAL_SPEED),
        )
        board.set_scale(self.scale)
        board.fitting.gain_found.connect(self._on_gain_found)
        board.fitting.set_auto(True)
        self.moving = Moving(context, board, self.set_paper_speed, self)
        for name, default in (
            ("forecast", True),
            ("reconstruction", False),
            ("beats", True),
            ("compare", False),
            ("scroll", False),
        ):
            context.actions[f"toggle_{name}"].setChecked(settings.flag(name, default))
        for channel in (Channel.FORECAST, Channel.RECONSTRUCTION):
            board.set_overlay(channel, self._on(f"toggle_{channel.value}"))
        board.set_beats(self._on("toggle_beats"))
        board.set_scroll(self._on("toggle_scroll"))
        comparing.turn(self._on("toggle_compare"))
        self._fill_menu()

    def _on(self, name: str) -> bool:
        return self._context.actions[name].isChecked()

    def keep(self) -> None:
        """Keep the choices in the settings."""
        self._context.settings.remember(
            paper_speed=self.scale.speed,
            **{
                name: self._on(f"toggle_{name}")
                for name in ("forecast", "reconstruction", "beats", "compare", "scroll")
            },
        )

    # Scale ----------------------------------------------------------------------------------------

    def measure_screen(self, *_: object) -> None:
        """Draw true millimetres on the screen where the page is now."""
        self._set_scale(PaperScale(pixels_per_mm(self._page.screen()), self.scale.speed, self.scale.gain))

    def set_paper_speed(self, speed: float, grip: Grip | None = None) -> None:
        """Change the paper speed (mm/s) to any in `SPEED_RANGE`; what is held stays where it is."""
        speed = min(max(speed, SPEED_RANGE[0]), SPEED_RANGE[1])
        near = min(PAPER_SPEEDS, key=lambda usual: abs(usual - speed))
        if abs(near - speed) < NEAR * near:
            speed = near
        self._set_scale(PaperScale(self.scale.px_per_mm, speed, self.scale.gain), grip)

    def set_gain(self, gain: float) -> None:
        """Choose a gain (mm/mV), or `AUTO_GAIN`; it is remembered for records of so many leads."""
        info = self._session.info
        if info is not None:
            self._context.settings.remember(**{_gain_key(len(info.leads)): gain})
        self._take_gain(gain)

    def _take_gain(self, gain: float) -> None:
        self.gain = gain
        if gain != AUTO_GAIN:
            self._set_scale(PaperScale(self.scale.px_per_mm, self.scale.speed, gain))
        self._board.fitting.set_auto(gain == AUTO_GAIN)
        self.scale_changed.emit()

    def _on_gain_found(self, gain: float) -> None:
        self._set_scale(PaperScale(self.scale.px_per_mm, self.scale.speed, gain))

    def _set_scale(self, scale: PaperScale, grip: Grip | None = None) -> None:
        self.scale = scale
        self._board.set_scale(scale, grip)
        self.scale_changed.emit()

    def cycle_paper_speed(self) -> None:
        """Take the next paper speed."""
        faster = [speed for speed in PAPER_SPEEDS if speed > self.scale.speed]
        self.set_paper_speed((*faster, PAPER_SPEEDS[0])[0])

    def cycle_gain(self) -> None:
        """Take the next gain."""
        self.set_gain(_next(GAIN_CHOICES, self.gain))

    # Moving along the time axis -------------------------------------------------------------------

    def zoom_in(self) -> None:
        """Make time wider."""
        self.moving.zoom(NOTCH_ZOOM)

    def zoom_out(self) -> None:
        """Make time narrower."""
        self.moving.zoom(1 / NOTCH_ZOOM)

    def usual_speed(self) -> None:
        """Return to the usual paper speed."""
        self.moving.reset()

    def look_back(self) -> None:
        """Look at what is older."""
        self.moving.look(1)

    def look_forward(self) -> None:
        """Look at what is newer."""
        self.moving.look(-1)

    def look_at_present(self) -> None:
        """Look at the newest again."""
        self.moving.return_to_present()

    def go_to_time(self) -> None:
        """Ask where to go."""
        self.moving.ask_where()

    # Overlays -------------------------------------------------------------------------------------

    def toggle_scroll(self) -> None:
        """Sweep or scroll, as the checked action says."""
        self._board.set_scroll(self._on("toggle_scroll"))

    def toggle_forecast(self) -> None:
        """Show or hide the forecast overlay, as the checked action says."""
        self._board.set_overlay(Channel.FORECAST, self._on("toggle_forecast"))

    def toggle_reconstruction(self) -> None:
        """Show or hide the reconstruction overlay, as the checked action says."""
        self._board.set_overlay(Channel.RECONSTRUCTION, self._on("toggle_reconstruction"))

    def toggle_beats(self) -> None:
        """Show or hide the reference beat symbols, as the checked action says."""
        on = self._on("toggle_beats")
        self._board.set_beats(on)
        info = self._session.info
        if on and info is not None and not info.shows_reference:
            self._context.say(
                tr("{name} has no reference annotations to show.").format(name=named(info.name)),
                of_record=True,
            )

    def toggle_compare(self) -> None:
        """Tell true, false and missed apart by the reference annotations, as the checked action says."""
        on = self._on("toggle_compare")
        self._comparing.turn(on)
        info = self._session.info
        if on and info is not None and not info.shows_reference:
            self._context.say(
                tr("{name} has no reference annotations to compare with.").format(name=named(info.name)),
                of_record=True,
            )

    # Leads ----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show a newly opened source as one of so many leads was shown last."""
        info = self._session.info
        assert info is not None
        gain = self._context.settings.choice(_gain_key(len(info.leads)), GAIN_CHOICES, AUTO_GAIN)
        self._board.show_source()
        self.leads.begin()
        self._take_gain(gain)

    def show_all_leads(self) -> None:
        """Show all leads, or those that were shown before, as the checked action says."""
        self.leads.show_all(self._on("show_all_leads"))

    def next_layout(self) -> None:
        """Show all leads in the next layout."""
        self.leads.next_layout()

    def show_lead(self, lead: int, on: bool) -> None:
        """Show or hide a lead; the last one stays."""
        self.leads.show(lead, on)

    def analyse_lead(self, lead: int) -> None:
        """Analyse another lead, and show it."""
        self.leads.analyse(lead)

    def _on_leads(self) -> None:
        self._fill_menu()
        self.leads_changed.emit()

    def _fill_menu(self) -> None:
        """Make the menu anew for the source that is on and the leads that are shown."""
        self._menu.clear()  # but not of the menus in it, nor of what groups its actions
        for kind in (QMenu, QActionGroup):
            for part in self._menu.findChildren(kind, options=Qt.FindChildOption.FindDirectChildrenOnly):
                part.deleteLater()
        actions = self._context.actions
        self._menu.addActions([actions[name] for name in MENU_ACTIONS])
        time = QMenu(tr("Time"), self._menu)
        time.addActions([actions[name] for name in TIME_ACTIONS])
        self._menu.addMenu(time)
        self.leads.fill(self._menu)


def _gain_key(leads: int) -> str:
    return f"gain_{leads}"


def _next(values: tuple[float, ...], present: float) -> float:
    return values[(values.index(present) + 1) % len(values)]
