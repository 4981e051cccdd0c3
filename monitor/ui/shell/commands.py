"""What each action of the table does to the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from models.alerts.events import Event
from models.alerts.reasons import Channel
from monitor.alarms.export import ExportError, wfdb_name, write_csv, write_wfdb
from monitor.retraining.marks import MISSED, NORMAL, Mark, MarksError
from monitor.ui.kit.theme import DARK, LIGHT
from monitor.ui.kit.words import clock
from monitor.ui.live.transport import SPEEDS
from monitor.ui.records.chooser import RecordChooser
from monitor.ui.session.session import SENSITIVITIES
from monitor.ui.shell.dialogs import AboutDialog, HelpDialog
from monitor.ui.strips.scale import GAINS, PAPER_SPEEDS

if TYPE_CHECKING:
    from monitor.ui.shell.window import MainWindow

JUMP_S = 5.0
"""How far back and forward go, in seconds."""


class Commands(QObject):
    """One method an action; `monitor.ui.pages.actions` names them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.chooser: RecordChooser | None = None

    # Replay ---------------------------------------------------------------------------------------

    def toggle_play(self) -> None:
        """Play or pause."""
        session = self._window.session
        if session.playing:
            session.pause()
        else:
            session.play()

    def back(self) -> None:
        """Go back by `JUMP_S`."""
        self._jump(-JUMP_S)

    def forward(self) -> None:
        """Go forward by `JUMP_S`."""
        self._jump(JUMP_S)

    def _jump(self, seconds: float) -> None:
        session = self._window.session
        if session.info is not None:
            session.seek(session.head + round(seconds * session.info.fs))

    def restart(self) -> None:
        """Go to the start of the record."""
        self._window.session.seek(0)

    def toggle_loop(self) -> None:
        """Start over at the end, or stop there."""
        session = self._window.session
        if session.replay is not None:
            session.set_loop(not session.replay.loop)

    def slower(self) -> None:
        """Take the next slower speed."""
        self._step_speed(-1)

    def faster(self) -> None:
        """Take the next faster speed."""
        self._step_speed(1)

    def _step_speed(self, step: int) -> None:
        session = self._window.session
        if session.replay is not None:
            i = SPEEDS.index(session.replay.speed) + step
            session.set_speed(SPEEDS[min(max(i, 0), len(SPEEDS) - 1)])

    # Records --------------------------------------------------------------------------------------

    def open_chooser(self) -> None:
        """Show the record chooser."""
        if self.chooser is None:
            self.chooser = RecordChooser(self._window.data_dir, self._window)
            self.chooser.chosen.connect(self._window.put_on)
        info = self._window.session.info
        if info is not None:
            self.chooser.select(info.name)
        self.chooser.open()
        self.chooser.search.setFocus()

    def open_file(self) -> None:
        """Ask for a header file and open its record."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, "Open a WFDB record", "", "WFDB headers (*.hea);;All files (*)"
        )
        if path:
            self._window.open_spec(path)

    def open_demo(self) -> None:
        """Open the record that ships with the program."""
        self._window.open_spec("demo")

    # Alerts ---------------------------------------------------------------------------------------

    def next_alert(self) -> None:
        """Review the alert after the one shown; live, the one after the present moment's last."""
        at = self._reviewed()
        log = self._window.session.log
        event = log.after(at) if at is not None else (log.before(self._window.session.head + 1))
        self._review(event, "There is no later alert.")

    def previous_alert(self) -> None:
        """Review the alert before the one shown, or before the present moment."""
        at = self._reviewed()
        event = self._window.session.log.before(self._window.session.head + 1 if at is None else at)
        self._review(event, "There is no earlier alert.")

    def _reviewed(self) -> int | None:
        """Peak of the alert in the review pane, where that is what the user looks at."""
        window = self._window
        if window.page != "review" or window.review is None or window.review.shown is None:
            return None
        return window.review.shown.peak

    def _review(self, event: Event | None, otherwise: str) -> None:
        if event is not None:
            self._window.review_event(event)
        else:
            self._window.messages.say(otherwise)

    def mark_normal(self) -> None:
        """Mark the beats of the alert under review as normal for this patient."""
        review = self._window.review
        if review is None or review.shown is None:
            self._window.messages.say("Choose an alert to mark it.")
            return
        event = review.shown
        self._mark(event.beats or (event.peak,), NORMAL, "Marked as normal for this patient")

    def mark_missed(self) -> None:
        """Mark the beat at the right caliper as missed."""
        review, info = self._window.review, self._window.session.info
        at = review.caliper_s if review is not None else None
        if at is None or info is None:
            self._window.messages.say("Put the right caliper on the beat in Review to mark it as missed.")
            return
        self._mark((round(at * info.fs),), MISSED, "Marked as missed")

    def _mark(self, samples: tuple[int, ...], kind: str, said: str) -> None:
        marks, info = self._window.home.marks, self._window.session.info
        if info is None:
            return
        if marks is None:
            self._window.messages.say("The file of marks could not be read, and is left as it is.")
            return
        try:
            for sample in samples:
                marks.put(Mark(info.name, int(sample), kind))
        except MarksError as error:
            self._window.messages.say(str(error))
            return
        where = clock(samples[0] / info.fs, 1)
        self._window.messages.say(f"{said}: {where}. The Retraining page lists it.")

    def more_sensitive(self) -> None:
        """Lower both thresholds by a step."""
        self._step_sensitivity(1)

    def less_sensitive(self) -> None:
        """Raise both thresholds by a step."""
        self._step_sensitivity(-1)

    def _step_sensitivity(self, by: int) -> None:
        session = self._window.session
        step = (session.sensitivity or 0) + by
        session.set_sensitivity(min(max(step, SENSITIVITIES.start), SENSITIVITIES.stop - 1))

    def restart_analysis(self) -> None:
        """Start the analysis again, from the present sample."""
        if self._window.session.info is not None:
            self._window.session.restart_analysis()

    def export_csv(self) -> None:
        """Ask where, and write the alerts as CSV."""
        session = self._window.session
        info = session.info
        if info is None:
            return
        path, _ = QFileDialog.getSaveFileName(
            self._window,
            "Export alerts as CSV",
            self._suggest(f"{wfdb_name(info.name)}-alerts.csv"),
            "CSV (*.csv)",
        )
        if not path:
            return
        try:
            write_csv(
                Path(path),
                list(session.log),
                fs=info.fs,
                record=info.name,
                lead=info.leads[session.lead].name,
            )
        except ExportError as error:
            self._window.messages.say(str(error))
        else:
            self._window.messages.say(f"{len(session.log)} alerts written to {path}.")

    def export_wfdb(self) -> None:
        """Ask for a folder, and write the alerts as a WFDB annotation file."""
        session = self._window.session
        info = session.info
        if info is None:
            return
        folder = QFileDialog.getExistingDirectory(
            self._window, "Folder for the WFDB annotation file", self._suggest("")
        )
        if not folder:
            return
        try:
            path = write_wfdb(
                Path(folder), list(session.log), fs=info.fs, record=info.name, lead=session.lead
            )
        except ExportError as error:
            self._window.messages.say(str(error))
        else:
            self._window.messages.say(f"{len(session.log)} alerts written to {path}.")

    @staticmethod
    def _suggest(name: str) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(Path(documents or ".") / name)

    # View -----------------------------------------------------------------------------------------

    def cycle_paper_speed(self) -> None:
        """Take the next paper speed."""
        self._window.set_paper_speed(_next(PAPER_SPEEDS, self._window.scale.speed))

    def cycle_gain(self) -> None:
        """Take the next gain."""
        self._window.set_gain(_next(GAINS, self._window.scale.gain))

    def toggle_scroll(self) -> None:
        """Sweep or scroll, as the checked action says."""
        self._window.board.set_scroll(self._window.actions_by_name["toggle_scroll"].isChecked())

    def toggle_forecast(self) -> None:
        """Show or hide the forecast overlay, as the checked action says."""
        self._overlay(Channel.FORECAST)

    def toggle_reconstruction(self) -> None:
        """Show or hide the reconstruction overlay, as the checked action says."""
        self._overlay(Channel.RECONSTRUCTION)

    def _overlay(self, channel: Channel) -> None:
        on = self._window.actions_by_name[f"toggle_{channel.value}"].isChecked()
        self._window.board.set_overlay(channel, on)

    def toggle_beats(self) -> None:
        """Show or hide the reference beat symbols, as the checked action says."""
        window = self._window
        on = window.actions_by_name["toggle_beats"].isChecked()
        window.board.set_beats(on)
        info = window.session.info
        if on and info is not None and not info.annotated:
            window.messages.say(f"{info.name} has no reference annotations to show.")

    def toggle_theme(self) -> None:
        """Change between dark and light."""
        self._window.set_theme(LIGHT if self._window.theme is DARK else DARK)

    def toggle_fullscreen(self) -> None:
        """Fill the screen, or go back to a window."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def save_screenshot(self) -> None:
        """Take the picture first, then ask where it goes, so that no dialog is on it."""
        picture = self._window.grab()
        path, _ = QFileDialog.getSaveFileName(
            self._window, "Save a screenshot", self._suggest("ecg-monitor.png"), "PNG (*.png)"
        )
        if path and not picture.save(path, "PNG"):
            self._window.messages.say(f"The screenshot could not be written to {path}.")

    # About ----------------------------------------------------------------------------------------

    def show_help(self) -> None:
        """Show the help page."""
        HelpDialog(self._window).open()

    def show_about(self) -> None:
        """Show the About box."""
        AboutDialog(self._window).open()

    def close(self) -> None:
        """Close the window."""
        self._window.close()

    def stop(self) -> None:
        """Stop what a dialog has started."""
        if self.chooser is not None:
            self.chooser.stop()


def _next(values: tuple[float, ...], present: float) -> float:
    return values[(values.index(present) + 1) % len(values)]
