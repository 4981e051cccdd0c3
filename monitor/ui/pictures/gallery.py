"""Every page, pane and dialog at every size, dark and light: to be looked at."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QDialog

from assets.errors import AssetError
from assets.phrase import phrase
from monitor.ui.pictures.sizes import ScreenSize

if TYPE_CHECKING:
    from monitor.ui.model.page import ModelPage
    from monitor.ui.shell.stage import Stage

AT_S = 50.5
"""Moment of the demo that is shown, in seconds: an alert is on."""

SETTLE_S = 0.25
"""How long a size or a theme takes to be on the screen whole, in seconds."""

LONG_MESSAGE = (
    "The record could not be opened: its header names a file that is not there, 100_with_a_long_name.dat. "
    "Copy that file beside the header, or choose another record."
)


def draw(folder: Path, sizes: Sequence[ScreenSize], only: Sequence[str], twelve: str | None) -> None:
    """Draw all views whose names begin with one of `only`.

    Parameters
    ----------
    folder : Path
        For files ``VIEW--SIZE--THEME.png``.
    sizes : sequence of ScreenSize
        All of the scale that this process has.
    only : sequence of str
        Beginnings of names.
    twelve : str or None
        A record of twelve leads.

    Raises
    ------
    AssetError
        If a record cannot be opened, or a picture cannot be made.
    """
    from assets.records.demo import load_demo
    from assets.sources.open import open_source
    from assets.sources.record import RecordSource
    from monitor.ui.shell.app import application
    from monitor.ui.shell.stage import Stage

    application()
    chosen = tuple(only)
    with Stage(RecordSource(load_demo()), size=(sizes[0].width, sizes[0].height)) as stage:
        stage.go_to(AT_S)
        for name, show in _views(stage):
            if name.startswith(chosen):
                show()
                _each(stage, folder, name, sizes)
        for name, dialog in _dialogs(stage):
            if name.startswith(chosen):
                _each(stage, folder, name, sizes, dialog)
    if not "twelve".startswith(chosen):
        return
    if twelve is None:
        sys.stderr.write("pictures: none of a record of twelve leads; --twelve RECORD names one.\n")
        return
    with Stage(open_source(twelve), size=(sizes[0].width, sizes[0].height)) as stage:
        stage.go_to(AT_S)
        _each(stage, folder, "twelve", sizes)


def _views(stage: Stage) -> Iterator[tuple[str, Callable[[], None]]]:
    """Names of the pages and panes, and what shows them."""
    from monitor.ui.pages.actions.pages import PAGE_SPECS

    for spec in PAGE_SPECS:
        panes = stage.window.pages.need(spec.name).pane_names
        for pane in panes or (None,):
            yield "-".join(filter(None, (spec.name, pane))), partial(_show, stage, spec.name, pane)
        if spec.name == "monitor":
            yield "message", partial(stage.window.context.say, LONG_MESSAGE)


def _show(stage: Stage, page: str, pane: str | None) -> None:
    stage.window.messages.hide()
    stage.show(page, pane)
    if page == "model":
        model = cast("ModelPage", stage.window.pages.need(page))
        model.go_to_alert()
        model.compare()
        stage.wait_for(lambda: not model.comparing)


def _dialogs(stage: Stage) -> Iterator[tuple[str, Callable[[], QDialog]]]:
    """Names of the dialogs, and what makes them."""
    from monitor.ui.alarms.limits import LimitsDialog
    from monitor.ui.records.chooser import RecordChooser
    from monitor.ui.shell.dialogs import AboutDialog, HelpDialog

    yield "dialog-records", partial(RecordChooser, None, stage.window)
    yield "dialog-help", partial(HelpDialog, stage.window)
    yield "dialog-about", partial(AboutDialog, stage.window)
    yield "dialog-limits", partial(LimitsDialog, stage.session.alarms.set_up, stage.window)


def _each(
    stage: Stage,
    folder: Path,
    name: str,
    sizes: Sequence[ScreenSize],
    dialog: Callable[[], QDialog] | None = None,
) -> None:
    """One picture of what is shown a size and a theme; of a dialog, on the ground of the window's size."""
    from monitor.ui.kit.theme import THEMES

    for theme in THEMES.values():
        stage.window.context.set_theme(theme)
        stage.window.pages.settle()
        for size in sizes:
            stage.window.resize(size.width, size.height)
            opened = dialog() if dialog is not None else None
            if opened is not None:
                opened.open()
            stage.settle(SETTLE_S)
            whole = stage.window.grab()
            if opened is not None:
                _lay_over(whole, opened)
                opened.done(0)
            path = folder / f"{name}--{size}--{theme.name}.png"
            if not whole.save(str(path), "PNG"):
                raise AssetError(phrase("The picture could not be written to {path}.", path=path))


def _lay_over(whole: QPixmap, dialog: QDialog) -> None:
    """Lay a dialog over the middle of the window's picture; what does not fit is cut off, as on a screen."""
    painter = QPainter(whole)
    size = whole.deviceIndependentSize().toSize()
    painter.fillRect(0, 0, size.width(), size.height(), QColor(0, 0, 0, 120))
    corner = QPoint((size.width() - dialog.width()) // 2, (size.height() - dialog.height()) // 2)
    painter.drawPixmap(corner, dialog.grab())
    painter.end()
