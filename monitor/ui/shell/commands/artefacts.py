"""Artefacts, as a user sees them: a small window with a button each, and the sign that some are on."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assets.errors import RecordError
from models.patients.artefacts.kinds import settled_amount
from monitor.ui.instructor.disturbing import ArtefactsPanel
from monitor.ui.kit.joins import apart
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.room.dialog import Dialog
from monitor.ui.kit.text import CaptionLabel, ElidedLabel, plain_tip
from monitor.ui.kit.words import clock
from monitor.ui.pages.context import Context


class ArtefactsDialog(Dialog):
    """Stays beside the strips while they run.

    Parameters
    ----------
    context : Context
        The session, and to say what cannot be.
    window : QWidget
        Over which it stays.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Artefacts"))
        self._context, self._artefacts = context, context.session.artefacts
        self.panel, self.about, self.said = ArtefactsPanel(), CaptionLabel(), CaptionLabel()
        column = QVBoxLayout(self)
        column.addWidget(self.about)
        column.addWidget(self.panel)
        column.addWidget(self.said)  # below: the buttons stay where they are
        self._say("")
        self.panel.asked.connect(self._ask)
        self._artefacts.changed.connect(self.refresh)
        context.session.opened.connect(self._on_opened)
        self.refresh()

    def refresh(self) -> None:
        """Show what is on, and whether anything can be."""
        possible = self._artefacts.possible
        self.panel.show_on(self._artefacts.on if possible else None)
        if possible:
            about = tr("Added to what is watched from now on, live; the record itself stays as it is.")
        elif self._context.session.info is None:
            about = tr("No record is on.")
        else:
            about = tr("What is on is disturbed from the instructor's window.")
        self.about.setText(about)

    def _ask(self, kind: str, amount: float | None, on: bool) -> None:
        self._say("")
        try:
            at = self._artefacts.set(kind, amount) if on else self._artefacts.clear(kind)
        except RecordError as error:
            self._say(complaint(error))
        else:
            if self._artefacts.on.get(kind) != (settled_amount(kind, amount) if on else None):
                self._say(self._why_not_now(at))
        self.refresh()

    def _why_not_now(self, at: int | None) -> str:
        """Say why nothing changes at the present place: what has been played stays as it was."""
        info = self._context.session.info
        if at is None or info is None:
            return tr("All from here on has been played, and stays as it was: open it again to change that.")
        return tr("What has been played stays as it was: this holds from {time} on.").format(
            time=clock(at / info.fs)
        )

    def _on_opened(self) -> None:
        self._say("")

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))


class ArtefactsSign(ElidedLabel):
    """Says which artefacts are on; hidden while none is.

    Parameters
    ----------
    context : Context
        The session.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._artefacts = context.session.artefacts
        self.setObjectName("small")
        self.setContentsMargins(0, 0, 12, 0)
        self._artefacts.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how it stands."""
        told = [tr(words) for words in self._artefacts.words]
        self.setVisible(bool(told))
        words = tr("ARTEFACTS  {told}").format(told=apart(told)) if told else ""
        if words != self.text():
            self.setText(words)
            self.setToolTip(plain_tip(words))
            self.setAccessibleName(words)


class ArtefactCommands(QObject):
    """One method an action; `monitor.ui.pages.actions` names them.

    Parameters
    ----------
    context : Context
        The session.
    window : QWidget
        Over which the small window stays.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self.shown: ArtefactsDialog | None = None

    def show_artefacts(self) -> None:
        """Show the small window."""
        if self.shown is None:
            # Kept when it is closed: one that is deleted then would take what is shown again with it.
            self.shown = ArtefactsDialog(self._context, self._window)
        self._context.session.artefacts.prepare()
        self.shown.show()
        self.shown.raise_()
        self.shown.activateWindow()

    def renew(self) -> None:
        """Another language is spoken: the window is made anew where it stood, with the noise that was set."""
        old, self.shown = self.shown, None
        if old is None:
            return
        if old.isVisible():
            new = self.shown = ArtefactsDialog(self._context, self._window)
            new.panel.slider.setValue(old.panel.slider.value())
            new.restoreGeometry(old.saveGeometry())
            new.show()
        old.close()
        old.deleteLater()
