"""What every pane of the lab has: a body, two sentences in plain words, a formula, a picture to save."""

from __future__ import annotations

import itertools
from abc import abstractmethod

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QToolTip, QVBoxLayout, QWidget

from assets.errors import AssetError
from monitor.ui.kit.abstract import AbstractWidgetType
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.room.scrolling import Scroll
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import restyle
from monitor.ui.lab.fit import close_up, fit
from monitor.ui.lab.formulas.caption import Caption, Fold
from monitor.ui.lab.formulas.terms import explained
from monitor.ui.lab.state import LabState

LOW_PX = 520
"""A pane less high than this is in a low window, in logical pixels."""


SETTLED_MS = 50
"""After so long what was unfolded has found its room."""


class Pane(QWidget, metaclass=AbstractWidgetType):
    """Base of all panes; one that lacks its words or its formula cannot be made.

    A pane builds what it shows into `body`, and says in `show_input` what it makes of the input. A class
    attribute does for `words` and for `formula`.

    Parameters
    ----------
    state : LabState
        What all panes share.
    theme : Theme
        Colours.
    """

    takes_input = True
    """Whether the pane looks at the input; the room of the input's column goes to one that does not. One that
    does so at times only says each change by `use_changed`."""

    tells: frozenset[str] = frozenset()
    """Steps of the course (`Lesson.key`) whose answers stand in the pane before anything is done there."""

    secrets: frozenset[str] = frozenset()
    """Those of them that a learner has still to predict."""

    use_changed = Signal()

    @property
    @abstractmethod
    def words(self) -> str:
        """What is seen here and what to try, in at least two sentences for people."""

    @property
    @abstractmethod
    def formula(self) -> str:
        """The same as mathematics: mathtext, a piece a line (`formulas.pieces`)."""

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__()
        self.state = state
        self.theme = theme
        self._stale = True
        self._unread = False
        state.input_changed.connect(self._on_input)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.caption = Caption(theme, tr(self.words), tr(self.formula), self.save_picture)
        self.caption.changed.connect(self._make_room)
        self._folds: list[Fold] = []
        self.message = PlainLabel()
        self.message.setObjectName("note")
        self.message.setWordWrap(True)
        self.message.hide()
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(self.body, elastic=True)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.message)
        whole.addWidget(self.caption)

    def folded(self, content: QWidget, title: str) -> Fold:
        """Give what shows something only to whoever asks, where the window is low; `title` names it there."""
        fold = Fold(content, title)
        fold.button.toggled.connect(lambda _: self._unfold(fold))
        self._folds.append(fold)
        self.caption.add(fold.button)
        return fold

    def _unfold(self, fold: Fold) -> None:
        self._make_room()
        QTimer.singleShot(SETTLED_MS, self, lambda: self._go_to(fold))

    def _go_to(self, fold: Fold) -> None:
        if fold.isVisible():
            self._scroll.ensureWidgetVisible(fold, 0, 0)

    def order_tabs(self) -> None:
        """Let the Tab key come to the caption's buttons last."""
        last = [self.caption.show_formula, self.caption.save]
        own = set(self.findChildren(QWidget)) - set(last)
        controls: list[QWidget] = []
        control = self.nextInFocusChain()
        while control is not None and control is not self:
            if control in own and control.focusPolicy() != Qt.FocusPolicy.NoFocus:
                controls.append(control)
            control = control.nextInFocusChain()
        for before, after in itertools.pairwise([*controls, *last]):
            self.setTabOrder(before, after)

    def _on_input(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the input, if it has changed meanwhile: a pane that nobody sees does no work."""
        super().showEvent(event)
        self._make_room()  # how large its parts are in the window's style is known only now
        if self._stale:
            self._stale = False
            self.refresh()

    def event(self, event: QEvent) -> bool:
        """Explain the words of mathematics that stand under the mouse, where nothing else is told."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            part = self.childAt(event.pos())
            text = part.text() if isinstance(part, QLabel) else "" if part is None else part.accessibleName()
            if part is not None and (told := explained(text)):
                QToolTip.showText(event.globalPos(), told, part)
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pictures grow and shrink with the room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.caption.be_in(self.width(), self.low)
        self._whole.setSpacing(6 if self.low else 10)
        close_up(self._scroll, self.low)
        self._fold(self.low)
        self._whole.activate()
        self.arrange(self._scroll.width())
        fit(self._scroll)
        ground = self._scroll.ground
        if (
            self._folds
            and not self.low
            and ground.heightForWidth(self._scroll.width()) > self._scroll.height()
        ):
            self._fold(True)
            fit(self._scroll)

    def _fold(self, folded: bool) -> None:
        for fold in self._folds:
            fold.be_folded(folded, self)

    @property
    def low(self) -> bool:
        """Whether there is so little room that only what is acted on, and what answers, is shown unasked."""
        return self.height() < LOW_PX

    def arrange(self, width: int) -> None:
        """Choose how many stand side by side in a body of a width, in logical pixels; few panes have to."""

    def refresh(self) -> None:
        """Show the present input; weights that cannot be read are a sentence."""
        try:
            self.show_input()
        except AssetError as error:
            self._unread = True
            self.say(complaint(error))
        else:
            if self._unread:
                self._unread = False
                self.say("")

    def show_input(self) -> None:
        """Show what the pane makes of the present input; most do."""

    def explain(self) -> None:
        """Show the pane's words anew; they may go by what it shows."""
        self.caption.say(tr(self.words))

    def keep_secret(self, steps: frozenset[str]) -> None:
        """Leave out what answers a step that a learner has still to predict, and tell it afterwards."""
        secrets = self.tells & steps
        if secrets != self.secrets:
            self.secrets = secrets
            self.explain()
            self.cover()
            self._make_room()

    def cover(self) -> None:
        """Hide or show what answers a step, by `secrets`; the words go by them anyhow."""

    def say(self, words: str) -> None:
        """Show a sentence, or none."""
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self.theme = theme
        restyle(self, theme)

    def stop(self) -> None:
        """End what runs in the background."""

    def picture(self) -> QImage:
        """What is saved as the pane's picture: the pane itself, where nothing better is said."""
        return self.grab().toImage()

    @property
    def file_name(self) -> str:
        """What a saved picture is called where the learner gives no other name: the pane's name."""
        return f"digit-lab-{type(self).__module__.rpartition('.')[2].replace('_', '-')}.png"

    def save_picture(self) -> None:
        """Take the picture first, then ask where it goes."""
        image = self.picture()
        path, _ = QFileDialog.getSaveFileName(self, tr("Save picture"), self.file_name, "PNG (*.png)")
        if path:
            saved = image.save(path)
            self.say("" if saved else tr("The picture could not be written to {path}.").format(path=path))
