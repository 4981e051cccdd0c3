"""What a user does to keep alerts and beats as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from assets.errors import WriteError
from assets.records.annotation_writer import wfdb_name
from assets.sources.source import SourceInfo
from assets.write import check_apart
from models.alerts.events import joined_leads
from monitor.alerts.annotations import (
    alerts_file,
    beats_file,
    write_alerts,
    write_beat_labels,
)
from monitor.alerts.export import ExportError, write_beats, write_csv
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.places import in_documents
from monitor.ui.pages.context import Context
from monitor.ui.session.account import account_of
from monitor.ui.shell.replacing import may_replace

if TYPE_CHECKING:
    from monitor.ui.shell.keeping.export_dialog import ExportDialog

CSV = ".csv"


class ExportCommands(QObject):
    """One method an action; `monitor.ui.pages.actions` names them.

    Each asks where, writes what has been found so far, and says how much was written and where to.

    Parameters
    ----------
    context : Context
        The session with its alerts and beats.
    window : QWidget
        Over which dialogs open.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._session, self._window = context, context.session, window
        self._dialog: ExportDialog | None = None

    def export_csv(self) -> None:
        """Write the alerts as CSV."""
        info, alerts = self._session.info, list(self._session.log)
        if info is None or not (path := self._ask_file(info, "alerts", tr("Export alerts as CSV"))):
            return
        lead = info.leads[self._session.lead].name
        self._write(path, lambda: write_csv(path, alerts, info, lead), tr("%n alert(s)", "", len(alerts)))

    def export_beats(self) -> None:
        """Write the beats as CSV, each with its class."""
        info, alerts = self._session.info, self._session.alerts()
        if info is None or not (path := self._ask_file(info, "beats", tr("Export beats as CSV"))):
            return
        beats = self._session.beats_by_lead()
        n = sum(len(found) for found in beats.values())
        self._write(path, lambda: write_beats(path, beats, alerts, info), tr("%n beat(s)", "", n))

    def export_wfdb(self) -> None:
        """Write the alerts as a WFDB annotation file, a comment each."""
        info, alerts = self._session.info, list(self._session.log)
        if info is None:
            return
        if not alerts:
            self._context.say(tr("There are no alerts to export yet."), of_record=True)
            return
        if path := self._ask_folder(info, alerts_file):
            self._write(
                path,
                lambda: write_alerts(path.parent, alerts, info, self._session.lead),
                tr("%n alert(s)", "", len(alerts)),
                info,
            )

    def export_annotations(self) -> None:
        """Write the beats of the present analysis as a WFDB annotation file, a label each."""
        info, alerts = self._session.info, self._session.alerts()
        if info is None:
            return
        lead, name = self._session.lead, joined_leads(self._session.analysed_names)
        beats = self._session.beats_by_lead().get(name)
        if beats is None or not len(beats):
            self._context.say(tr("There are no beats to export yet."), of_record=True)
            return
        if path := self._ask_folder(info, beats_file):
            self._write(
                path,
                lambda: write_beat_labels(path.parent, beats, alerts, info, lead, name),
                tr("%n beat(s) of {name}", "", len(beats)).format(name=name),
                info,
            )

    def export_watched(self) -> None:
        """Write the signals that were watched, with all that was found."""
        self._ask_export(".edf")

    def export_report(self) -> None:
        """Write a report of what was watched."""
        self._ask_export(".pdf")

    def export_picture(self) -> None:
        """Draw a stretch of what was watched."""
        self._ask_export(".png")

    def _ask_export(self, ending: str) -> None:
        from monitor.ui.shell.keeping.export_dialog import ExportDialog  # brings the report

        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.raise_()
            return
        account = account_of(self._session)
        if account is None:
            self._context.say(tr("Nothing was watched yet: let the stream run first."), of_record=True)
            return
        dialog = self._dialog = ExportDialog(account, self._context.marks.all(), ending, self._window)
        dialog.told.connect(lambda said, wrong: (self._context.fail if wrong else self._context.say)(said))
        dialog.show()

    @property
    def dialog(self) -> ExportDialog | None:
        """The dialog that was opened last."""
        return self._dialog

    def stop(self) -> None:
        """End what is being written: the window closes."""
        if self._dialog is not None:
            self._dialog.end()

    def _write(
        self, path: Path, write: Callable[[], object], what: str, info: SourceInfo | None = None
    ) -> None:
        try:
            check_apart(path, self._session.info.files if self._session.info is not None else ())
            write()
        except (ExportError, WriteError) as error:
            self._context.fail(complaint(error))
            return
        whole = (
            tr(" Samples count as in the whole record, of which this is an excerpt from {offset} on.").format(
                offset=info.offset
            )
            if info is not None and info.offset
            else ""
        )
        self._context.say(tr("{what} written to {path}.{whole}").format(what=what, path=path, whole=whole))

    def _ask_file(self, info: SourceInfo, what: str, title: str) -> Path | None:
        """Ask for a CSV file; the dialog itself asks before one that exists is replaced."""
        suggested = in_documents(f"{wfdb_name(info.name)}-{what}{CSV}")
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            title,
            suggested,
            f"CSV (*{CSV})",
        )
        if not name:
            return None
        path = Path(name)
        if path.suffix:
            return path
        path = path.with_name(path.name + CSV)
        return path if may_replace(path, self._window) else None

    def _ask_folder(self, info: SourceInfo, file: Callable[[Path, SourceInfo], Path]) -> Path | None:
        """Ask for the folder of an annotation file, and before one that exists there is replaced."""
        folder = QFileDialog.getExistingDirectory(
            self._window, tr("Folder for the WFDB annotation file"), in_documents("")
        )
        if not folder:
            return None
        path = file(Path(folder), info)
        return path if may_replace(path, self._window) else None
