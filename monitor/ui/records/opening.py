"""How a record comes onto the screen: chosen, opened from a file, or named on the command line."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from assets.records.demo import load_demo
from assets.sources.record import RecordSource
from assets.sources.source import Source
from monitor.ui.pages.context import Context
from monitor.ui.records.chooser import RecordChooser
from monitor.ui.session.loader import RecordLoader


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
        self._loader: RecordLoader | None = None

    def put_on(self, source: Source, lead: int = 0) -> None:
        """Replay a source from its start."""
        self._context.session.open(source, lead)
        self._context.show_page("monitor")
        self._context.session.play()

    def open_spec(self, spec: str, lead: str | None = None) -> None:
        """Open a source by its name in the background; a failure is said and changes nothing.

        Where there is no source yet, a failure brings the demo, so that there is something to see.
        """
        if self._loader is not None:
            return
        loader = RecordLoader(spec, self._context.data_dir, lead)
        loader.loaded.connect(self.put_on)
        loader.failed.connect(self._on_failed)
        loader.finished.connect(self._on_finished)
        self._loader = loader
        loader.start()

    def _on_failed(self, why: str) -> None:
        self._context.say(why)
        if self._context.session.source is None:
            self.put_on(RecordSource(load_demo()))

    def _on_finished(self) -> None:
        self._loader = None

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
        """Ask for a header file and open its record."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, "Open a WFDB record", "", "WFDB headers (*.hea);;All files (*)"
        )
        if path:
            self.open_spec(path)

    def open_demo(self) -> None:
        """Open the record that ships with the program."""
        self.open_spec("demo")

    def stop(self) -> None:
        """Stop what is on its way."""
        if self._chooser is not None:
            self._chooser.stop()
        if self._loader is not None:
            self._loader.stop()
