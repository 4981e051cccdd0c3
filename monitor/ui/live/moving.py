"""Zooming time, looking back while paused, and going to a time: what gestures and keys ask for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from monitor.ui.kit.language import named, tr
from monitor.ui.kit.words import clock
from monitor.ui.live.goto import GoToDialog
from monitor.ui.pages.context import Context
from monitor.ui.strips.board import Board
from monitor.ui.strips.moving.looking import Grip
from monitor.ui.strips.scale import USUAL_SPEED

LOOK_SHARE = 0.25
"""A key moves the page by this share of its width."""


class Moving(QObject):
    """Moves along the time axis.

    Parameters
    ----------
    context : Context
        The session, and to say what cannot be.
    board : Board
        The strips.
    set_speed : callable
        Called with a paper speed, and with what is held meanwhile.
    """

    def __init__(
        self,
        context: Context,
        board: Board,
        set_speed: Callable[[float, Grip | None], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._session, self._board = context, context.session, board
        self._set_speed = set_speed
        board.gestures.zoomed.connect(self.zoom)
        board.gestures.grasped.connect(self._on_grasped)
        board.gestures.moved.connect(self._on_moved)
        board.gestures.reset.connect(self.reset)
        self._session.transport_changed.connect(self._on_transport)

    # Zooming --------------------------------------------------------------------------------------

    def zoom(self, factor: float, grip: Grip | None = None) -> None:
        """Make time so many times wider around what is held."""
        paused = not self._session.playing
        if grip is not None and paused and self._session.source is not None:
            self._board.looking.hold(grip)
        self._set_speed(self._board.timeline.scale.speed * factor, grip)

    def reset(self) -> None:
        """Return to the usual paper speed."""
        self._set_speed(USUAL_SPEED, None)

    # Looking back ---------------------------------------------------------------------------------

    def look(self, pages: float) -> None:
        """Look back by so many steps of a key, or forward where they are negative."""
        if self._may_look():
            self._board.looking.by(pages * LOOK_SHARE * self._board.timeline.width)

    def return_to_present(self) -> None:
        """End looking back."""
        self._board.looking.end()

    def _may_look(self) -> bool:
        if self._session.source is None:
            return False
        if self._session.playing:
            self._context.say(tr("Pause (Space) to look back through what was played."))
            return False
        return True

    def _on_grasped(self, grip: Grip) -> None:
        if self._may_look():
            self._board.looking.hold(grip)

    def _on_moved(self, pixels: float) -> None:
        # A drag has been refused when it began; a wheel turns many times, and is not answered each time.
        if self._session.source is not None and not self._session.playing:
            self._board.looking.by(pixels)

    def _on_transport(self) -> None:
        if self._session.playing:
            self._board.looking.end()

    # Going to a time ------------------------------------------------------------------------------

    def ask_where(self) -> None:
        """Ask for a time or a sample, and go there."""
        info = self._session.info
        if info is None:
            return
        if not info.seekable:
            self._context.say(
                tr("{name} is no recording: it cannot go to another place.").format(name=named(info.name))
            )
            return
        ends = (
            ""
            if info.duration is None
            else tr("{name} ends at {clock}. ").format(name=named(info.name), clock=clock(info.duration))
        )
        GoToDialog(info.fs, ends, self.go_to, QApplication.activeWindow()).open()

    def go_to(self, sample: int) -> None:
        """Go to a sample; a record's end where it lies behind that."""
        info = self._session.info
        if info is None:
            return
        if info.n_samples is not None and sample > info.n_samples:
            self._context.say(
                tr("{name} ends at {clock}; this is its end.").format(
                    name=named(info.name), clock=clock(info.n_samples / info.fs)
                )
            )
            sample = info.n_samples
        self._session.seek(sample)
