"""Nothing is replaced unasked."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from monitor.ui.kit.language import tr


def may_replace(path: Path, window: QWidget) -> bool:
    """Ask before a file that exists is replaced; True where there is none."""
    if not os.path.exists(path):  # False for what can be no name at all: writing says why
        return True
    box = QMessageBox(window)
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
