"""The records that were opened last, kept from one start to the next, and their menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from assets.lines import one_line
from assets.records.open import DEMO, ENDINGS
from assets.sources.open import SourceName
from assets.text.answers import parted
from assets.text.shape import ENDINGS as TEXT_ENDINGS
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.work.background import BackgroundThread
from monitor.ui.pages.settings import Settings

MOST = 10
"""So many are kept."""

SHOWN_CHARS = 60
"""A longer path is cut in the middle."""

_KEY = "recent"


def file_of(spec: str) -> Path | None:
    """Give the file that a source's name means; None for a name that is no file's."""
    if SourceName.of(spec).scheme:
        return None
    path = Path(spec.rpartition("?")[0] if "?" in spec else spec)
    return path if path.is_absolute() or path.suffix.lower() in (*ENDINGS, *TEXT_ENDINGS) else None


def lasting(spec: str) -> str:
    """Give a source's name as it holds in any folder: the path of a file is absolute."""
    path = file_of(spec)
    if path is None:
        return spec
    said = spec[len(spec.rpartition("?")[0]) :] if "?" in spec else ""
    return f"{path.absolute()}{said}"


class Recents:
    """The newest `MOST`, the newest first.

    Parameters
    ----------
    settings : Settings
        Where they are kept.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._missing: frozenset[str] = frozenset()  # as the disk had it when it was looked at last
        self._looking: _Looking | None = None

    def listed(self) -> tuple[str, ...]:
        """Names as `assets.sources.open.open_source` takes them."""
        return tuple(name for name in self._settings.names(_KEY) if name)[:MOST]

    def add(self, spec: str) -> None:
        """Put a source first that was opened; another reading of the same file takes the place of the old."""
        spec = spec.strip()
        if not spec or spec == DEMO:
            return
        kept, same = lasting(spec), file_of(spec)
        others = [
            name
            for name in self.listed()
            if name != kept and (same is None or file_of(name) != file_of(kept))
        ]
        self._settings.remember(**{_KEY: [kept, *others][:MOST]})

    def clear(self) -> None:
        """Keep none."""
        self._settings.remember(**{_KEY: []})

    @property
    def reopens(self) -> bool:
        """Whether the program begins with the newest of them."""
        return self._settings.flag("reopen", False)

    @reopens.setter
    def reopens(self, on: bool) -> None:
        self._settings.remember(reopen=on)

    @property
    def last(self) -> str:
        """The one to begin with; empty where that is not wanted."""
        listed = self.listed()
        return listed[0] if self.reopens and listed else ""

    def menu(self, parent: QWidget, open_spec: Callable[[str], object]) -> QMenu:
        """Make their menu; each time it is shown, it is looked anew which of them are there still.

        A disk may be far away and answer late or never: it is asked in the background, and a record that is
        not there is marked once that is known.
        """
        menu = QMenu(tr("Recent records"), parent)
        menu.setToolTipsVisible(True)

        def mark() -> None:
            if not isValid(menu):
                return  # the window was made anew while the disk was asked
            for action in menu.actions():
                if isinstance(action.data(), str):
                    _say_whether_there(action, action.data() in self._missing)

        def fill() -> None:
            self._look(mark)
            menu.clear()
            for number, spec in enumerate(self.listed(), start=1):
                menu.addAction(_action(menu, number, spec, open_spec))
            mark()
            if not self.listed():
                menu.addAction(tr("None so far")).setEnabled(False)
            menu.addSeparator()
            begin = menu.addAction(tr("Begin with the last record"))
            begin.setObjectName("reopen_last")
            begin.setCheckable(True)
            begin.setChecked(self.reopens)
            begin.toggled.connect(lambda on: setattr(self, "reopens", on))
            forget = menu.addAction(tr("Forget these records"))
            forget.setObjectName("forget_recent")
            forget.setEnabled(bool(self.listed()))
            forget.triggered.connect(lambda: self.clear())

        menu.aboutToShow.connect(fill)
        return menu

    def _look(self, then: Callable[[], object]) -> None:
        """Ask the disk which of them are not there; one question at a time."""
        if self._looking is not None and self._looking.isRunning():
            return
        looking = self._looking = _Looking(self.listed())

        def told(missing: frozenset[str]) -> None:
            self._missing = missing
            if self._looking is looking:
                then()

        looking.told.connect(told)
        looking.start()

    def stop(self) -> None:
        """Hear no more of the disk."""
        if self._looking is not None:
            self._looking.ask_to_stop()


class _Looking(BackgroundThread):
    """Looks which of some records are not there any more."""

    told = Signal(object)

    def __init__(self, specs: Sequence[str]) -> None:
        super().__init__()
        self._specs = specs

    def run(self) -> None:
        """Look, and tell."""
        missing = frozenset(spec for spec in self._specs if not self.stopping and is_missing(spec))
        if not self.stopping:
            self.told.emit(missing)


def is_missing(spec: str) -> bool:
    """Whether a source is a file that is not there any more."""
    path = file_of(spec)
    if path is None:
        return False
    try:
        return not any(place.is_file() for place in (path, path.with_name(f"{path.name}.hea")))
    except (OSError, ValueError):
        return True


def title(spec: str) -> str:
    """What a source is called in a menu or a sentence: its file's name, or its own."""
    path = file_of(spec)
    return one_line(spec if path is None else path.name)


_WORDS = "words"
"""Property of a menu's line: what it says of a record, wherever that is."""


def _action(menu: QMenu, number: int, spec: str, open_spec: Callable[[str], object]) -> QAction:
    path, name = file_of(spec), title(spec)
    folder = "" if path is None else one_line(path.parent.name)
    words = f"{name}  –  {folder}" if folder else name
    if len(words) > SHOWN_CHARS:
        words = f"{words[: SHOWN_CHARS // 2]}…{words[-SHOWN_CHARS // 2 :]}"
    action = QAction(menu)
    action.setProperty(_WORDS, words.replace("&", "&&"))
    action.setObjectName(f"recent_{number % 10}")
    action.setToolTip(plain_tip(one_line(spec)))
    action.setData(spec)
    action.triggered.connect(lambda: open_spec(spec))
    return action


def _say_whether_there(action: QAction, missing: bool) -> None:
    words = str(action.property(_WORDS))
    text = tr("{name} (not there any more)").format(name=words) if missing else words
    action.setText(f"&{action.objectName()[-1]}  {text}")


def is_text(spec: str) -> bool:
    """Whether a source is a text file, which is read as was said of it."""
    try:
        return parted(spec) is not None
    except ValueError:
        return False
