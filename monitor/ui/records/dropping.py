"""Files and folders that are dragged onto the window: a record that they hold is opened."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from assets.lines import one_line
from assets.records.open import ENDINGS
from assets.text.shape import ENDINGS as TEXT_ENDINGS
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import PlainLabel

OPENED = (*ENDINGS, *TEXT_ENDINGS, ".toml")
"""How files are named that are opened; a scenario's too."""

BESIDE = (".dat", ".atr")
"""Files of a WFDB record that are dragged along with its header, or in its stead."""


def record_among(paths: Sequence[str]) -> str:
    """Choose the file to open among those that were dragged: a header before the files beside it.

    Returns
    -------
    str
        Empty where none can be one.
    """
    for endings in (OPENED, BESIDE):
        for path in paths:
            if Path(path).suffix.lower() in endings:
                return path
    return ""


def choices_among(paths: Sequence[str]) -> list[Path]:
    """Give what there is to choose from among those that were dragged: folders, and records where several."""
    folders = [Path(path) for path in paths if os.path.isdir(path)]
    records = [Path(path) for path in paths if Path(path).suffix.lower() in OPENED]
    records = [path for path in records if path not in folders]
    return [*records, *folders] if folders or len(records) > 1 else []


class FileDrop(QObject):
    """Lets files and folders be dropped on a window.

    Parameters
    ----------
    window : QWidget
        Where they are dropped.
    open_spec : callable
        Opens a file by its path.
    choose : callable
        Lets one be chosen among the records of several places.
    say : callable
        Says a sentence.
    """

    def __init__(
        self,
        window: QWidget,
        open_spec: Callable[[str], object],
        choose: Callable[[Sequence[Path]], object],
        say: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._window, self._open_spec, self._choose, self._say = window, open_spec, choose, say
        self._sign = PlainLabel()
        self._sign.setParent(window)
        self._sign.setObjectName("panel")
        self._sign.setContentsMargins(24, 24, 24, 24)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files; leave everything else alone."""
        if watched is not self._window:
            return False
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._sign.hide()
            return self._drop(event)
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            return self._enter(event)
        if event.type() == QEvent.Type.DragLeave:
            self._sign.hide()
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        paths = _paths(event)
        if not paths:
            return False
        record = record_among(paths)
        self._sign.setText(
            tr("Drop it to choose among its records.")
            if choices_among(paths)
            else tr("Drop it to open {name}.").format(name=_named(record))
            if record
            else tr("This is no file of a record.")
        )
        self._sign.adjustSize()
        place = self._sign.rect()
        place.moveCenter(self._window.rect().center())
        self._sign.setGeometry(place)
        self._sign.raise_()
        self._sign.show()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        paths = _paths(event)
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if choices := choices_among(paths):
            self._choose(choices)
            return True
        record = record_among(paths)
        if not record:
            self._say(
                tr(
                    "{name} is no record: WFDB (.hea), EDF, BDF and text files can be dropped here, "
                    "and folders."
                ).format(name=_named(paths[0]))
            )
            return True
        self._open_spec(record)
        return True


def _named(path: str) -> str:
    return one_line(Path(path).name)


def _paths(event: QDropEvent) -> list[str]:
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return [url.toLocalFile() for url in urls if url.isLocalFile()]
