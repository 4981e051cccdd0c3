"""How a record comes onto the screen: chosen, opened from a file, or named on the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from assets.databases.physionet.agreed import LargeDownload
from assets.errors import WriteError
from assets.lines import one_line
from assets.records.demo import load_demo
from assets.records.open import ENDINGS
from assets.sources.record import RecordSource
from assets.sources.source import Source
from assets.text.answers import Answers, Untold, named
from assets.text.shape import ENDINGS as TEXT_ENDINGS
from models.leads.choice import TOGETHER
from monitor.ui.kit.language import complaint, tr
from monitor.ui.pages.context import Context
from monitor.ui.records.chooser import RecordChooser
from monitor.ui.records.dropping import FileDrop
from monitor.ui.records.fetching import FetchProgress, ask_large
from monitor.ui.records.found import FoundDialog
from monitor.ui.records.recent import Recents, file_of, is_text, title
from monitor.ui.records.streams import StreamsDialog
from monitor.ui.records.text.dialog import TextDialog
from monitor.ui.session.loading.wish import Wish


class Records(QObject):
    """Bring records, one at a time and in the background.

    Parameters
    ----------
    context : Context
        The session, and the local mirror.
    window : QWidget
        Over which dialogs open.

    Attributes
    ----------
    failed : Signal(str, str)
        The name of a source that could not be opened, and what was said of it.
    """

    failed = Signal(str, str)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._chooser: RecordChooser | None = None
        self._streams: StreamsDialog | None = None
        self._wish: Wish | None = None
        self._progress: FetchProgress | None = None
        self.recents = Recents(context.settings)
        self.asking: TextDialog | None = None
        """Asks how a text file is to be read, while it does."""
        self._spec = ""
        FileDrop(window, self.open_spec, self.choose_among, context.say)
        self.found: FoundDialog | None = None
        """Offers the records of a folder, while it does."""
        self._keep(lambda: context.home.texts.take_over(context.settings.names("text_files")))

    def _keep(self, write: Callable[[], None]) -> None:
        """Keep what was said of text files; that it cannot be kept is said, and hinders nothing."""
        try:
            write()
        except (WriteError, OSError) as error:
            self._context.fail(complaint(error))

    def put_on(self, source: Source, lead: int = TOGETHER, *, stay: bool = False) -> None:
        """Replay a source from its start; one that is still on its way is forgotten.

        The strips are shown, unless whoever wants it is to `stay` on the page that is shown.
        """
        self._forget(source.info.name)
        self._context.session.open(source, lead)
        if not stay:
            self._context.show_page("monitor")
        self._context.session.play()

    def open_spec(self, spec: str, lead: str | None = None, *, ask: bool = False) -> None:
        """Open a source by its name in the background; a failure is said and changes nothing.

        The newest wish holds: a source that is still on its way is forgotten, and that is said. Where there
        is no source yet, a failure brings the demo, so that there is something to see.
        """
        if self._wish is not None and (self._wish.spec, self._wish.lead) == (spec, lead):
            return  # it is on its way already
        self._close_asking()
        self._forget(_short(spec))
        wish = self._wish = Wish(spec, self._context.data_dir, lead, self, ask=ask)
        wish.loaded.connect(self._on_loaded)
        wish.failed.connect(self._on_failed)
        wish.too_large.connect(self._on_too_large)
        wish.untold.connect(self._on_untold)
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

    def _show_something(self) -> bool:
        """Bring the demo where there is no source yet; whether that was so."""
        nothing = self._context.session.source is None
        if nothing:
            self.put_on(RecordSource(load_demo()))
        return nothing

    def _forget(self, instead: str) -> None:
        """Let go of what is on its way: something else is wanted."""
        wish = self._ended()
        if wish is not None:
            wish.forget()
            self._context.say(
                tr("{short} is no longer being opened: {instead} was asked for since.").format(
                    short=_short(wish.spec), instead=instead
                )
            )

    def _on_loaded(self, source: Source, lead: int) -> None:
        wish = self._ended()
        self.put_on(source, lead)
        if wish is not None:
            self._opened(wish.spec)

    def _on_chosen(self, source: Source, lead: int) -> None:
        self.put_on(source, lead)
        if self._chooser is not None:
            self._opened(self._chooser.opened)

    def _opened(self, spec: str) -> None:
        self._spec = spec
        self.recents.add(spec)

    def _on_untold(self, asked: Untold) -> None:
        """Read a text file as the last one of its shape was, or ask how."""
        wish = self._ended()
        lead, everything = (wish.lead, wish.ask) if wish is not None else (None, False)
        texts = self._context.home.texts
        if not everything and (known := texts.doing(asked)) is not None:
            self._context.say(
                tr("{name} is read as the last file of its shape was; the menu can change that.").format(
                    name=asked.shape.label
                )
            )
            self.open_spec(named(asked.shape.path, known), lead)
            return
        self._show_something()

        def answered(answers: Answers) -> None:
            self.asking = None
            self._keep(lambda: texts.keep(asked.shape, answers))
            self.open_spec(named(asked.shape.path, answers), lead)

        dialog = self.asking = TextDialog(
            asked,
            texts.of(asked.shape) or Answers(),
            self._context.theme,
            self._window,
            everything=everything,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.answered.connect(answered)
        dialog.rejected.connect(self._close_asking)
        dialog.open()

    def _close_asking(self) -> None:
        dialog, self.asking = self.asking, None
        if dialog is not None:
            dialog.close()

    def read_otherwise(self) -> None:
        """Ask again how the text file is to be read that is on the screen."""
        info = self._context.session.info
        watched = info.files[0].name if info is not None and info.files else ""
        if not is_text(self._spec) or watched != title(self._spec):
            self._context.say(tr("Only a text file can be read otherwise: what is watched is none."))
            return
        self.open_spec(self._spec, ask=True)

    def _on_too_large(self, asked: LargeDownload) -> None:
        wish = self._ended()
        self._show_something()
        if wish is not None:
            ask_large(self._window, asked, partial(self.open_spec, wish.spec, wish.lead))

    def _on_failed(self, why: str) -> None:
        wish = self._ended()
        if self._show_something():
            why = tr("{why} The demo, record 208, plays instead.").format(why=why)
        self._context.fail(why, of_record=True)
        if wish is not None:
            self.failed.emit(wish.spec, why)

    def open_chooser(self) -> None:
        """Show the record chooser."""
        if self._chooser is None:
            self._chooser = RecordChooser(self._context.data_dir, self._window)
            self._chooser.chosen.connect(self._on_chosen)
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
                    tr("Records (*.hea *.edf *.bdf *.csv *.txt *.tsv *.asc)"),
                    tr("WFDB headers (*.hea)"),
                    tr("EDF and BDF (*.edf *.bdf)"),
                    tr("Text and CSV (*.csv *.txt *.tsv *.asc)"),
                    tr("All files (*)"),
                )
            ),
        )
        if path:
            self.open_spec(path)

    def open_folder(self) -> None:
        """Ask for a folder, and offer its records."""
        folder = QFileDialog.getExistingDirectory(self._window, tr("Records of a folder"))
        if folder:
            self.choose_among([Path(folder)])

    def choose_among(self, places: Sequence[Path]) -> None:
        """Offer the records of several places, which are files or folders."""
        self._close_found()
        dialog = self.found = FoundDialog(places, self._window)
        dialog.chosen.connect(self.open_spec)
        dialog.finished.connect(self._forget_found)
        dialog.open()

    def _forget_found(self) -> None:
        self.found = None

    def _close_found(self) -> None:
        if self.found is not None:
            self.found.reject()

    def open_streams(self) -> None:
        """Show the streams of the network."""
        if self._streams is None:
            self._streams = StreamsDialog(self._window)
            self._streams.chosen.connect(self.open_spec)
        self._streams.open()
        self._streams.look()

    def recent_menu(self, parent: QWidget) -> QMenu:
        """Make the menu of the records opened last."""
        return self.recents.menu(parent, self.open_spec)

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
        self._close_found()

    def stop(self) -> None:
        """Stop what is on its way."""
        self._close_found()
        self.recents.stop()
        if self._chooser is not None:
            self._chooser.stop()
        if self._streams is not None:
            self._streams.stop()
        if self._wish is not None:
            self._wish.stop()


def _short(spec: str) -> str:
    """What a source is called in a sentence: a record's number, or its file's name."""
    path = file_of(spec)
    return (
        spec if path is None or path.suffix.lower() not in (*ENDINGS, *TEXT_ENDINGS) else one_line(path.name)
    )
