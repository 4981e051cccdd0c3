"""What a user does with alerts from anywhere: walk through them, have more or fewer of them, unmark."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from assets.phrase import phrase
from models.alerts.events import Event
from models.alerts.muting import AlertOn
from monitor.ui.kit.language import tr
from monitor.ui.pages.context import Context
from monitor.ui.session.thresholds import SENSITIVITIES

ALERT_ON = "alert on"
"""Topic of what is said of the choice: the newest sentence holds."""

SAID = {
    AlertOn.BEATS: phrase("Alerts are raised on beats from now on, once they are classified."),
    AlertOn.SPIKES: (
        phrase(
            "Alerts are raised on any spike from now on, over the running models' lines; flutter and "
            "pauses too."
        )
    ),
}


class AlertCommands(QObject):
    """One method an action; `monitor.ui.pages.actions` names them.

    Parameters
    ----------
    context : Context
        The session with its alerts.
    window : QWidget
        Over which dialogs open.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._session, self._window = context, context.session, window

    def next_alert(self) -> None:
        """Review the alert after the one shown; live, the one after the present moment's last."""
        at, log = self._reviewed(), self._session.log
        event = log.after(at) if at is not None else log.before(self._session.head + 1)
        self._review(event, tr("There is no later alert."))

    def previous_alert(self) -> None:
        """Review the alert before the one shown, or before the present moment."""
        at = self._reviewed()
        event = self._session.log.before(self._session.head + 1 if at is None else at)
        self._review(event, tr("There is no earlier alert."))

    def _reviewed(self) -> int | None:
        """Sample of the reviewed alert's peak, where the review is what the user looks at."""
        event = self._context.reviewed
        return event.peak if event is not None and self._context.page == "review" else None

    def _review(self, event: Event | None, otherwise: str) -> None:
        if event is not None:
            self._context.review(event)
        else:
            self._context.say(otherwise, of_record=True)

    def more_sensitive(self) -> None:
        """Lower all thresholds by a step."""
        self._step_sensitivity(1)

    def less_sensitive(self) -> None:
        """Raise all thresholds by a step."""
        self._step_sensitivity(-1)

    def _step_sensitivity(self, by: int) -> None:
        step = self._session.sensitivity_step + by
        self._session.set_sensitivity(min(max(step, SENSITIVITIES.start), SENSITIVITIES.stop - 1))

    def toggle_spikes(self) -> None:
        """Raise alerts on any spike, or on classified beats alone."""
        spikes = self._session.alert_on is not AlertOn.SPIKES
        self._session.set_alert_on(AlertOn.SPIKES if spikes else AlertOn.BEATS)
        self._context.say(tr(SAID[self._session.alert_on]), topic=ALERT_ON)

    def restart_analysis(self) -> None:
        """Start the analysis again, from the present sample."""
        if self._session.info is not None:
            self._session.restart_analysis()

    def undo_mark(self) -> None:
        """Take the latest change of marks back; it is said which."""
        self._context.marks.undo()
