"""A record that comes over the network: how far it is, and a question before a large one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QProgressBar, QProgressDialog, QWidget

from assets.databases.physionet.agreed import LargeDownload, agree
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.session.loading.wish import Wish


def ask_large(parent: QWidget, asked: LargeDownload, go_on: Callable[[], object]) -> QMessageBox:
    """Ask whether a record may be fetched that is larger than usual; `go_on` is called if it may."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(tr("A large record"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    size = in_figures(asked.size / 1e6, ",.0f")
    box.setText(tr("Record {name} is {size} MB large.").format(name=asked.name, size=size))
    box.setInformativeText(tr("A download that is stopped goes on from there the next time."))

    def agreed() -> None:
        agree(asked.name)
        go_on()

    box.addButton(tr("Download it"), QMessageBox.ButtonRole.AcceptRole).clicked.connect(agreed)
    box.setDefaultButton(box.addButton(tr("Leave it"), QMessageBox.ButtonRole.RejectRole))
    box.open()
    return box


class FetchProgress(QProgressDialog):
    """How far the download of a record is, with a button that stops it; shown once bytes are to come.

    Parameters
    ----------
    wish : Wish
        What is on its way; a record that is at hand never shows this.
    cancel : callable
        Called when the user wants it no more.
    """

    def __init__(self, wish: Wish, cancel: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._name = wish.spec
        self.setWindowTitle(tr("Fetching a record"))
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setAutoClose(False)
        self.setAutoReset(False)
        self.setMinimumWidth(360)
        bar = QProgressBar()
        bar.setTextVisible(False)
        self.setBar(bar)
        self.setMinimumDuration(0)
        self.reset()  # else Qt shows it by itself after a while
        self.canceled.connect(cancel)
        wish.progressed.connect(self.tell)
        wish.destroyed.connect(self.deleteLater)

    def tell(self, done: int, total: int) -> None:
        """Show how far it is, in bytes."""
        text = tr("Fetching {name}: {done} of {total} MB.")
        self.setLabelText(
            text.format(
                name=self._name, done=in_figures(done / 1e6, ".1f"), total=in_figures(total / 1e6, ".1f")
            )
        )
        self.setRange(0, 1000)
        self.setValue(round(1000 * done / max(total, 1)))
        self.show()
