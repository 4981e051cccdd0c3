"""What a user does with alarms: acknowledge them, have silence for a while, set their limits."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from monitor.alarms.lifecycle import Audio
from monitor.alarms.setup import AlarmSetUp
from monitor.ui.alarms.limits import LimitsDialog
from monitor.ui.kit.language import tr
from monitor.ui.pages.context import Context

ALARMS = "alarms"
"""Topic of what is said of alarms: the newest sentence holds."""


class AlarmCommands(QObject):
    """One method an action; `monitor.ui.pages.actions` names them.

    Parameters
    ----------
    context : Context
        The session with its alarms.
    window : QWidget
        Over which dialogs open.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._alarms, self._window = context, context.session.alarms, window

    def acknowledge(self) -> None:
        """Say that every alarm there is now is known."""
        if not self._alarms.acknowledge():
            self._context.say(tr("There is no alarm to acknowledge."), topic=ALARMS)

    def pause_audio(self) -> None:
        """Be silent for two minutes, or end the silence."""
        if self._alarms.life_cycle.audio is Audio.ON:
            self._alarms.pause_audio()
        else:
            self._alarms.turn_audio(True)

    def toggle_audio(self) -> None:
        """Turn the sounds off until they are turned on."""
        self._alarms.turn_audio(self._alarms.life_cycle.audio is Audio.OFF)

    def show_limits(self) -> None:
        """Show the limits, to be set."""
        dialog = LimitsDialog(self._alarms.set_up, self._window)
        dialog.chosen.connect(self._take)
        dialog.open()

    def _take(self, set_up: AlarmSetUp) -> None:
        self._context.session.set_alarms(set_up)
        self._context.settings.remember(alarms=set_up.text())
