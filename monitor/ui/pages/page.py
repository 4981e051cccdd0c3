"""What the window knows of a page, whichever it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QWidget

from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme

_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
_LEAPS = {Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}

OWN_KEYS: tuple[tuple[type[QWidget], set[Qt.Key]], ...] = (
    (QAbstractSlider, _ARROWS | _LEAPS),
    (QComboBox, _ARROWS | _LEAPS | {Qt.Key.Key_Space}),
    (QAbstractButton, _ARROWS | {Qt.Key.Key_Space}),
    (QAbstractItemView, _ARROWS | _LEAPS | {Qt.Key.Key_Space}),
)
"""Keys that a control with the focus keeps from the window's shortcuts, by the kind of the control."""


class GoesOn:
    """What a page hands over while it runs: where no new page takes it over, one is made to end it."""


class Page(QWidget):
    """A page of the window; what a page has no use for it leaves as it is.

    A page's module has a function ``make_page(context)`` that makes it.
    """

    @property
    def commands(self) -> object:
        """What has a method for each action that the table of actions gives to this page."""
        return self

    @property
    def ready(self) -> bool:
        """Whether everything it shows has come; a picture of the page waits for it."""
        return True

    @property
    def pane_names(self) -> tuple[str, ...]:
        """Names of the panes between which a user can change on this page."""
        return ()

    @property
    def discreet(self) -> bool:
        """Whether the window must not tell what the analysis says while this is shown: someone is asked."""
        return False

    @property
    def crowded(self) -> bool:
        """Whether other patients than the session's are seen on it: what is said of that one then says so."""
        return False

    def show_pane(self, name: str) -> None:
        """Show the pane of this name."""
        raise ValueError(tr("This page has no pane {name!r}.").format(name=name))

    def activate(self) -> None:
        """The page is about to be shown."""

    def frame(self) -> None:
        """A frame has passed, whether or not the page is shown; about sixty times a second."""

    def refresh(self) -> None:
        """Bring the words and figures up to date; about four times a second while shown."""

    def restyle(self, theme: Theme) -> None:
        """Change colours."""

    def put_away(self, pane: str) -> None:
        """Keep a pane that is not shown outside of the window, until it is shown."""

    def stop(self) -> None:
        """Keep what the next start should find, and end everything that runs: the window closes."""

    # Another language -----------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether something was begun here that would be lost with the page; it is made anew afterwards."""
        return False

    def hand_over(self) -> object:
        """Stop, because the page is made anew in another language; give what the new one goes on with."""
        self.stop()
        return None

    def take_over(self, legacy: object) -> None:
        """Go on where the page was whose `hand_over` gave this."""

    def prepare(self) -> None:
        """Do what takes long of `activate`, in a turn of its own, while the old page is shown yet."""


class ControlsPage(Page):
    """A page of controls: the one that has the focus keeps its keys from the window's shortcuts."""

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the control that has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = self.focusWidget()
            if any(isinstance(control, kind) and event.key() in keys for kind, keys in OWN_KEYS):
                event.accept()
                return True
        return super().event(event)
