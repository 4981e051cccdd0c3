"""The signal under a class that was kept: of the stream that is on, or opened again from its file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from assets.errors import AssetError
from assets.sources.lsl.library import SCHEME as STREAM
from assets.sources.open import SourceName
from assets.sources.source import Source, SourceInfo
from monitor.bedside.teaching.file import ClassFile
from monitor.ui.kit.language import complaint, tr
from monitor.ui.session.loading.loader import RecordLoader
from monitor.ui.session.session import Session
from monitor.ui.teaching.parts.lanes import outline
from monitor.ui.teaching.parts.strips import Between

COLUMNS = 1200
"""Columns of the signal's outline."""

WHOLE_S = 1800.0
"""Of a longer stretch two seconds of each column are looked at, s."""


def _is_of_the_network(name: str) -> bool:
    """Whether a name is that of a stream, or of a file on another computer."""
    return SourceName.of(name).scheme == STREAM or name.strip().replace("\\", "/").startswith("//")


class KeptSignal(QObject):
    """Where the samples of a class come from.

    Parameters
    ----------
    data_dir : Path or None
        Local mirror, looked in first.

    Attributes
    ----------
    info : SourceInfo or None
        Of what is shown; None where there is no signal.
    between : callable or None
        Gives its samples.
    """

    opened = Signal()
    failed = Signal(str)

    def __init__(self, data_dir: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data_dir = data_dir
        self._own: Source | None = None
        self._loader: RecordLoader | None = None
        self._kept: ClassFile | None = None
        self.info: SourceInfo | None = None
        self.between: Between | None = None

    @property
    def of_session(self) -> bool:
        """Whether it is the stream that is on."""
        return self.between is not None and self._own is None

    def follow(self, session: Session) -> None:
        """Take the samples of the stream that is on."""
        self.let_go()
        if session.info is not None and session.history is not None:
            self.info, self.between = session.info, session.history.between

    def find(self, kept: ClassFile, path: Path, session: Session) -> None:
        """Take the samples of the stream that is on, if it is that one, or begin to open them.

        ``opened`` or ``failed`` tells how it went.

        Parameters
        ----------
        kept : ClassFile
            The class.
        path : Path
            Its file: a recording of it lies beside.
        session : Session
            What is on.
        """
        self.let_go()
        self._kept = kept
        history, info = session.history, session.info
        if info is not None and history is not None and history.looks_back and not kept.recorded:
            # The demo is a piece of a record, and has its identity.
            if info.identity == kept.identity and (info.offset != 0) == (kept.opens == "demo"):
                self.info, self.between = info, history.between
                return
        if not kept.opens:
            self.failed.emit(
                tr("The signal of {name} was not kept; the timeline is shown without it.").format(
                    name=kept.name
                )
            )
            return
        # A recording lies beside the file, wherever whoever opened it has found it.
        name = str(path.parent.absolute() / Path(kept.opens).name) if kept.recorded else kept.opens
        if not kept.recorded and _is_of_the_network(name):
            self.failed.emit(
                tr("The timeline is shown without its signal: it is on the network, and a class's file alone "
                   "opens nothing there.")
            )  # fmt: skip
            return
        # A file of a class may be anybody's: what it names is taken from this computer or not at all.
        loader = self._loader = RecordLoader(name, self._data_dir, at_hand=True)
        loader.loaded.connect(self._on_loaded)
        loader.failed.connect(self._on_failed)
        # A look back asks nobody: what would be asked is said, and there is no signal.
        loader.too_large.connect(self._on_question)
        loader.untold.connect(self._on_question)
        loader.start()

    def _on_failed(self, why: str) -> None:
        self._loader = None
        self.failed.emit(tr("The timeline is shown without its signal: {why}").format(why=why))

    def _on_question(self, asked: AssetError) -> None:
        self._on_failed(complaint(asked))

    def _on_loaded(self, source: Source, lead: int) -> None:
        kept, self._loader = self._kept, None
        if kept is None or source.between(0, 0) is None:
            source.close()
            return
        info = source.info
        if info.fs != kept.fs or (not kept.recorded and info.identity != kept.identity):
            source.close()
            self.failed.emit(
                tr("{opens} is not what {name} was: it is shown without a signal.").format(
                    opens=kept.opens, name=kept.name
                )
            )
            return
        at, n_leads = kept.start if kept.recorded else 0, len(info.leads)

        def between(first: int, stop: int) -> npt.NDArray[np.float32]:
            whole = np.full((max(0, stop - first), n_leads), np.nan, dtype=np.float32)
            block = source.between(max(0, first - at), max(0, stop - at))
            if block is not None and len(block.samples):
                place = block.start + at - first
                whole[place : place + len(block.samples)] = block.samples
            return whole

        self._own, self.info, self.between = source, info, between
        self.opened.emit()

    def shape(self, start: int, stop: int) -> npt.NDArray[np.float64] | None:
        """Outline a stretch (`monitor.ui.teaching.parts.lanes.outline`); None without a signal."""
        if self.between is None or self.info is None:
            return None
        fs, lead = self.info.fs, self.info.usual_lead
        if (stop - start) / fs <= WHOLE_S:
            return outline(self.between(start, stop)[:, lead], COLUMNS)
        edges = np.linspace(start, stop, COLUMNS + 1).astype(int).tolist()
        some = round(2 * fs)  # two seconds show how tall the beats are
        return np.concatenate([outline(self.between(at, at + some)[:, lead], 1) for at in edges[:-1]])

    def let_go(self) -> None:
        """Forget the samples; what is being opened is not waited for."""
        loader, self._loader = self._loader, None
        if loader is not None:
            loader.loaded.disconnect(self._on_loaded)
            loader.failed.disconnect(self._on_failed)
            loader.too_large.disconnect(self._on_question)
            loader.untold.disconnect(self._on_question)
            loader.ask_to_stop()
        if self._own is not None:
            self._own.close()
        self._own = self.info = self.between = self._kept = None

    def stop(self) -> None:
        """End opening, and let go of what was opened."""
        if self._loader is not None:
            self._loader.stop()
        self.let_go()
