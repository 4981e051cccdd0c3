"""How a record comes onto the screen: chosen, opened from a file, or named on the command line."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from assets.databases.physionet.agreed import LargeDownload
from assets.records.demo import load_demo
from assets.records.open import ENDINGS
from assets.sources.record import RecordSource
from assets.sources.source import Source
from models.leads.choice import TOGETHER
from monitor.ui.kit.language import tr
from monitor.ui.pages.context import Context
from monitor.ui.records.chooser import RecordChooser
from monitor.ui.records.fetching import FetchProgress, ask_large
from monitor.ui.records.streams import StreamsDialog
from monitor.ui.session.wish import Wish


class Records(QObject):
    """Bring records, one at a time and in the background.

    Parameters
    ----------
    context : Context
        The session, and the local mirror.
    window : QWidget
        Over which dialogs open.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._chooser: RecordChooser | None = None
        self._streams: StreamsDialog | None = None
        self._wish: Wish | None = None
        self._progress: FetchProgress | None = None

    def put_on(self, source: Source, lead: int = TOGETHER) -> None:
        """Replay a source from its start; one that is still on its way is forgotten."""
        self._forget(source.info.name)
        self._context.session.open(source, lead)
        self._context.show_page("monitor")
        self._context.session.play()

    def open_spec(self, spec: str, lead: str | None = None) -> None:
        """Open a source by its name in the background; a failure is said and changes nothing.

        The newest wish holds: a source that is still on its way is forgotten, and that is said. Where there
        is no source yet, a failure brings the demo, so that there is something to see.
        """
        if self._wish is not None and (self._wish.spec, self._wish.lead) == (spec, lead):
            return  # it is on its way already
        self._forget(_short(spec))
        wish = self._wish = Wish(spec, self._context.data_dir, lead, self)
        wish.loaded.connect(self._on_loaded)
        wish.failed.connect(self._on_failed)
        wish.too_large.connect(self._on_too_large)
        self._progress = FetchProgress(wish, self._cancel, self._window)
        wish.start()

    def _cancel(self) -> None:
        """The user wants no more what is on its way."""
        wish = self._ended()
        if wish is not None:
            wish.forget()
            self._context.say(
                tr("{name} is no longer being fetched; the next time it goes on from there.").format(
                    name=_short(wish.spec)
                )
            )
            self._show_something()

    def _ended(self) -> Wish | None:
        """Take what is on its way, which is so no more, and its progress from the screen."""
        wish, self._wish = self._wish, None
        progress, self._progress = self._progress, None
        if progress is not None:
            progress.canceled.disconnect()
            progress.hide()
            progress.deleteLater()
        return wish

    def _show_something(self) -> None:
        """Bring the demo where there is no source yet."""
        if self._context.session.source is None:
            self.put_on(RecordSource(load_demo()))

    def _forget(self, instead: str) -> None:
        """Let go of what is on its way: something else is wanted."""
        wish = self._ended()
        if wish is not None:
            wish.forget()
            self._context.say(
                f"{_short(wish.spec)} is no longer being opened: {instead} was asked for since."
            )

    def _on_loaded(self, source: Source, lead: int) -> None:
        self._ended()
        self.put_on(source, lead)

    def _on_too_large(self, asked: LargeDownload) -> None:
        wish = self._ended()
        self._show_something()
        if wish is not None:
            ask_large(self._window, asked, partial(self.open_spec, wish.spec, wish.lead))

    def _on_failed(self, why: str) -> None:
        self._ended()
        self._show_something()
        self._context.fail(why, of_record=True)

    def open_chooser(self) -> None:
        """Show the record chooser."""
        if self._chooser is None:
            self._chooser = RecordChooser(self._context.data_dir, self._window)
            self._chooser.chosen.connect(self.put_on)
        info = self._context.session.info
        if info is not None:
            self._chooser.select(info.name)
        self._chooser.open()
        self._chooser.search.setFocus()

    def open_file(self) -> None:
        """Ask for a file and open its record."""
        path, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Open a record"),
            "",
            ";;".join(
                (
                    tr("Records (*.hea *.edf *.bdf)"),
                    tr("WFDB headers (*.hea)"),
                    tr("EDF and BDF (*.edf *.bdf)"),
                    tr("All files (*)"),
                )
            ),
        )
        if path:
            self.open_spec(path)

    def open_streams(self) -> None:
        """Show the streams of the network."""
        if self._streams is None:
            self._streams = StreamsDialog(self._window)
            self._streams.chosen.connect(self.open_spec)
        self._streams.open()
        self._streams.look()

    def open_demo(self) -> None:
        """Open the record that ships with the program."""
        self.open_spec("demo")

    def renew(self) -> None:
        """Another language is spoken: the dialogs are made anew when they are asked for."""
        for dialog in (self._chooser, self._streams):
            if dialog is not None:
                dialog.stop()
                dialog.close()
                dialog.deleteLater()
        self._chooser = self._streams = None

    def stop(self) -> None:
        """Stop what is on its way."""
        if self._chooser is not None:
            self._chooser.stop()
        if self._streams is not None:
            self._streams.stop()
        if self._wish is not None:
            self._wish.stop()


def _short(spec: str) -> str:
    """What a source is called in a sentence: a record's number, or its file's name."""
    return Path(spec).name if spec.lower().endswith(ENDINGS) else spec
