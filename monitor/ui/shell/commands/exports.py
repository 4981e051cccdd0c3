"""What a user does to keep alerts and beats as files."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from assets.errors import WriteError
from assets.records.annotation_writer import wfdb_name
from assets.sources.source import SourceInfo
from assets.write import check_apart
from models.alerts.events import joined_leads
from monitor.alarms.annotations import (
    alerts_file,
    beats_file,
    write_alerts,
    write_beat_labels,
)
from monitor.alarms.export import ExportError, write_beats, write_csv
from monitor.ui.kit.language import tr
from monitor.ui.kit.places import in_documents
from monitor.ui.pages.context import Context

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

    def _write(
        self, path: Path, write: Callable[[], object], what: str, info: SourceInfo | None = None
    ) -> None:
        try:
            check_apart(path, self._session.info.files if self._session.info is not None else ())
            write()
        except (ExportError, WriteError) as error:
            self._context.fail(str(error))
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
        return path if self._may_replace(path) else None

    def _ask_folder(self, info: SourceInfo, file: Callable[[Path, SourceInfo], Path]) -> Path | None:
        """Ask for the folder of an annotation file, and before one that exists there is replaced."""
        folder = QFileDialog.getExistingDirectory(
            self._window, tr("Folder for the WFDB annotation file"), in_documents("")
        )
        if not folder:
            return None
        path = file(Path(folder), info)
        return path if self._may_replace(path) else None

    def _may_replace(self, path: Path) -> bool:
        if not os.path.exists(path):  # False for what can be no name at all: writing says why
            return True
        box = QMessageBox(self._window)
        box.setWindowTitle(tr("Replace the file?"))
        box.setTextFormat(Qt.TextFormat.PlainText)  # a file's name is no markup
        box.setText(
            tr("{name} exists already in {parent}. Shall it be replaced?").format(
                name=path.name, parent=path.parent
            )
        )
        replace = box.addButton(tr("Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is replace
