"""Every dialog of the program, over a window in which something plays."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog

from assets.databases.physionet.agreed import LargeDownload
from assets.databases.physionet.name import record_name
from assets.text.answers import Answers, Untold
from assets.text.shape import shape_of
from monitor.alarms.setup import AlarmSetUp
from monitor.bedside.ward.presets import PRESETS
from monitor.ui.alarms.limits import LimitsDialog
from monitor.ui.kit.language import tr
from monitor.ui.live.goto import GoToDialog
from monitor.ui.records.chooser import RecordChooser
from monitor.ui.records.fetching import ask_large
from monitor.ui.records.found import FoundDialog
from monitor.ui.records.streams import StreamsDialog
from monitor.ui.records.text.dialog import TextDialog
from monitor.ui.retraining.parts import ask_to_delete
from monitor.ui.session.account import account_of
from monitor.ui.shell.dialogs import AboutDialog, HelpDialog, MessagesDialog
from monitor.ui.shell.keeping.export_dialog import ExportDialog
from monitor.ui.shell.keeping.publishing import PublishDialog
from monitor.ui.shell.welcome.doors import Doors
from monitor.ui.shell.window import MainWindow
from monitor.ui.ward.choosing import BedsDialog

DIALOGS: dict[str, Callable[[MainWindow, Path], QDialog]] = {
    "records": lambda window, _: RecordChooser(None, window),
    "found": lambda window, folder: FoundDialog([folder], window),
    "streams": lambda window, _: StreamsDialog(window),
    "text": lambda window, folder: _text(window, folder),
    "large": lambda window, _: ask_large(window, _large(), lambda: None),
    "doors": lambda window, _: Doors(window),
    "help": lambda window, _: HelpDialog(window),
    "about": lambda window, _: AboutDialog(window),
    "messages": lambda window, _: MessagesDialog(window.context.messages, window),
    "limits": lambda window, _: LimitsDialog(AlarmSetUp(), window),
    "go to": lambda window, _: GoToDialog(360.0, _told_end(), lambda sample: None, window),
    "export": lambda window, _: _export(window, ".edf"),
    "report": lambda window, _: _export(window, ".pdf"),
    "publish": lambda window, _: PublishDialog("ecg-monitor", window),
    "beds": lambda window, _: BedsDialog(next(iter(PRESETS.values())), window),
    "delete": lambda window, _: ask_to_delete(window, ("forecaster", "beats"), lambda: None),
}
"""What makes each, over a window, with a folder for files."""


def _told_end() -> str:
    return tr("{name} ends at {clock}. ").format(name="208", clock="05:00")


def _text(window: MainWindow, folder: Path) -> QDialog:
    file = folder / "twelve leads.csv"
    names = ",".join(f"lead {i}" for i in range(12))
    file.write_text(names + "\n" + "".join(",".join([f"{i % 90}"] * 12) + "\n" for i in range(500)))
    asked = Untold(shape_of(file), Answers(), ("rate", "unit"))
    return TextDialog(asked, Answers(), window.context.theme, window, everything=True)


def _large() -> LargeDownload:
    name = record_name("ltafdb/00")
    assert name is not None
    return LargeDownload(name, 2_345_000_000)


def _export(window: MainWindow, ending: str) -> QDialog:
    account = account_of(window.session)
    assert account is not None
    return ExportDialog(account, (), ending, window)
