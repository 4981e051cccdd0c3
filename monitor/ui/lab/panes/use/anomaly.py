"""Normal only: train without one digit, and see whether the error gives it away."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assets.errors import AssetError
from assets.phrase import phrase
from models.contract.messages.commands import TrainWithout
from models.contract.messages.fitting import Done, Start, Step
from models.contract.messages.message import Message
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import panel, row, small
from monitor.ui.kit.text import MarkupCaptionLabel, MarkupLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.pieces import pieces_of
from monitor.ui.lab.heart.alarm.side import BeatsSide
from monitor.ui.lab.state import LabState
from monitor.ui.lab.widgets.alarm.board import AlarmBoard
from monitor.ui.lab.widgets.alarm.redrawn import Redrawn
from monitor.ui.lab.widgets.alarm.words import SCORE_TITLES, intro, verdict, why
from monitor.ui.lab.widgets.digits.digit_chooser import DigitChooser
from monitor.ui.lab.widgets.digits.pictures import stack
from monitor.ui.lab.widgets.plots.auroc_bars import AurocBars
from monitor.ui.lab.work.work_pane import WorkPane

if TYPE_CHECKING:
    from models.digits.model import DigitModel

ALPHABETS = (
    (phrase("digits"), phrase("A network that never saw one digit")),
    (phrase("heartbeats"), phrase("A network that saw normal beats only")),
)

BEATS = phrase(
    "The same alarm with another alphabet: the small network of the pane Heartbeats, not the Monitor's, "
    "learnt normal beats only, and here it meets patients that are new to it. Pick a beat or draw one, see "
    "where it lies among thousands, and drag the line. Which score finds ventricular beats, and which beats "
    "does none find? That is why the Monitor's own alerts weigh shape, template and rhythm."
)


class AnomalyPane(WorkPane):
    """The thread from the digits to the ECG."""

    work = phrase("The training")
    tells = frozenset({"alarm/unseen-1", "alarm/scores", "alarm/beats", "alarm/landing"})
    formula = pieces_of(
        phrase("error {equals}", equals=r"$= \frac{1}{784} \sum_{i=1}^{784} (x_i - \hat{x}_i)^2$"),
        phrase("over ink: error {by}", by=r"$/\; \frac{1}{784} \sum_i x_i$"),
        phrase(
            "over a knowing net: error {by} error of the same network trained on all digits", by="$/$"
        ),
        phrase(
            "AUROC {chance}score of a left-out digit {more} score of a known one{end}",
            chance="$= P($", more="$>$", end="$)$",
        ),
    )  # fmt: skip

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        from models.digits.alarm import load_unseen

        self.figures = {int(name): found for name, found in load_unseen().items()}
        self.trained: dict[int, DigitModel] = {}
        self._measured: dict[int, dict[str, float]] = {}
        self._training = 0
        self._seed = 1
        self._epochs = 0
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.digits = DigitChooser(tr("Leave out the {digit}"), 0)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 1000)
        self.redrawn = Redrawn(theme)
        self.second = QComboBox()
        self.second.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.second.setMinimumContentsLength(12)
        self.second.setAccessibleName(tr("Network of the second line"))
        self.second.addItem(tr("beside it: one trained here without it"), "")
        self.second.currentIndexChanged.connect(self.refresh)
        self.verdict = MarkupCaptionLabel()
        self.board = AlarmBoard(theme, SCORE_TITLES)
        self.bars = AurocBars(theme)
        self.said = MarkupLabel()
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setMinimumHeight(112)  # as many lines as a low window needs
        self.beats: BeatsSide | None = None
        self._build()
        self.digits.picked.connect(self.refresh)
        self.board.changed.connect(self._show_alarm)
        self._offer_own()
        state.own_changed.connect(self._offer_own)
        self.changed()

    @property
    def words(self) -> str:
        """What it shows, with what the monitor's own autoencoder does."""
        if getattr(self, "beats", None) is not None and self._alphabets.checkedId() == 1:
            return BEATS
        return intro(self.secrets)

    def cover(self) -> None:
        """Show what the scores come to for all digits, and the beats, unless that is asked."""
        told = "alarm/unseen-1" not in self.secrets
        self._compared.setVisible(told)
        self._all.button.setChecked(told)  # whoever has predicted it sees it, where it is folded too
        self._choice.setVisible("alarm/landing" not in self.secrets)

    def _build(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column_of in (left, right):
            column_of.setSpacing(10)
        left.addWidget(
            panel(
                tr("A network that never saw the…"),
                self.digits,
                row(self.start_button, self.stop_button, 1, spacing=10),
                self._progress,
                self.where,
            )
        )
        left.addWidget(panel(tr("Your picture, redrawn by it"), self.redrawn, self.second, self.verdict))
        left.addStretch(1)
        note = small(tr("10,000 test digits"))
        right.addWidget(panel(tr("The alarm"), self.board, note=note), 1)
        self.bars.setToolTip(
            tr("The dashed line is chance; whiskers reach from the worst training to the best")
        )
        self._compared = panel(
            tr("AUROC of this score"), self.bars, self.said, note=small(tr("dashed: chance"))
        )
        self._all = self.folded(self._compared, tr("All digits"))
        right.addWidget(self._all)
        self._digits_side = QWidget()
        content = QHBoxLayout(self._digits_side)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(6)
        content.addLayout(left, 4)
        content.addLayout(right, 6)
        self._alphabets = QButtonGroup(self)
        pills = []
        for i, (text, hint) in enumerate(ALPHABETS):
            pill = QPushButton(tr(text))
            pill.setObjectName("pill")
            pill.setToolTip(tr(hint))
            pill.setCheckable(True)
            pill.setChecked(i == 0)
            self._alphabets.addButton(pill, i)
            pills.append(pill)
        self._alphabets.idToggled.connect(self._on_alphabet)
        self._choice = QWidget()
        choice = row(small(tr("one lesson, two alphabets:")), *pills, 1, spacing=6)
        choice.setContentsMargins(0, 0, 0, 0)
        self._choice.setLayout(choice)
        self.body.addWidget(self._choice)
        self.body.addWidget(self._digits_side, 1)

    def choose_beats(self, beats: bool = True) -> None:
        """Turn to the heartbeats, or back to the digits."""
        self._alphabets.button(int(beats)).setChecked(True)

    def _on_alphabet(self, which: int, on: bool) -> None:
        if not on:
            return
        if which == 1 and self.beats is None:
            try:
                self.beats = BeatsSide(self.state, self.theme)
            except AssetError as error:
                self.say(complaint(error))
                return
            self.body.addWidget(self.beats, 1)
        self._digits_side.setVisible(which == 0)
        self.takes_input = which == 0
        self.use_changed.emit()
        if self.beats is not None:
            self.beats.setVisible(which == 1)
        self.explain()
        self._make_room()

    def _offer_own(self) -> None:
        """Offer the learner's own nets, which have seen every digit, for comparison."""
        for name, net in self.state.own.items():
            if self.second.findData(name) < 0:
                self.second.addItem(tr("beside it: {title}").format(title=tr(net.model.title)), name)
        self.second.setVisible(bool(self.state.own))

    def leave_out(self, digit: int) -> None:
        """Leave out a digit."""
        self.digits.choose(digit)

    # Training here --------------------------------------------------------------------------------

    def request(self, mnist: Path) -> TrainWithout:
        """Ask for a network that never sees the chosen digit; each training begins from other weights."""
        self._folder = tempfile.TemporaryDirectory(prefix="digit-lab-")
        self._training = self.digits.digit
        self._seed += 1
        self._epochs = 0
        return TrainWithout(str(mnist), self._training, self._seed, self._folder.name)

    def told(self, message: Message) -> str:
        """Show how far the training has come, and what it has brought."""
        if isinstance(message, Done):
            from models.digits import catalogue

            digit = self._training
            self.trained[digit] = catalogue.read(f"without-{digit}", Path(message.file))
            self._measured[digit] = {
                "error": message.metrics["auroc"],
                "per_ink": message.metrics["auroc_per_ink"],
                "against": message.metrics["auroc_against"],
            }
            self._progress.setValue(1000)
            self.show_input()
            return tr("trained without the {digit}").format(digit=digit)
        if isinstance(message, Start):
            self._epochs = message.epochs
        if not isinstance(message, Step):
            return ""
        self._progress.setValue(round(1000 * message.done / message.total))
        return tr("epoch {epoch} of {epochs}, loss {loss:.1f} nats").format(
            epoch=message.epoch, epochs=self._epochs, loss=message.loss
        )

    def changed(self) -> None:
        """Show whether a training runs."""
        super().changed()
        if self.job is None and self._folder is not None:
            self._folder.cleanup()
            self._folder = None
        self.start_button.setText(
            tr("Train anew") if self.digits.digit in self.trained else tr("Train it here")
        )

    # The input ------------------------------------------------------------------------------------

    def show_input(self) -> None:
        """Show what becomes of the present input."""
        from models.digits import catalogue
        from models.digits.anomaly import scores

        digit = self.digits.digit
        self.changed()
        picture = self.state.picture
        if picture is not None:
            shipped = catalogue.load(f"without-{digit}")
            self.redrawn.show_input(picture)
            self.redrawn.show_line("shipped", shipped, picture)
            own = self.state.own.get(self.second.currentData())
            self.redrawn.show_line("here", own.model if own else self.trained.get(digit), picture)
            found = scores(shipped, catalogue.load("knows-all"), picture)
            self.board.show_scores({name: float(values[0]) for name, values in found.items()})
        self.board.show_unseen(self.figures[digit], tr("digits it knows"), tr("{digit}s").format(digit=digit))
        self._show_alarm()

    def _show_alarm(self) -> None:
        """Say what the score chosen and its threshold come to."""
        from models.digits import catalogue

        digit, score = self.digits.digit, self.board.score
        here = {d: found[score] for d, found in self._measured.items()}
        shipped = {d: found.scores[score] for d, found in self.figures.items()}
        self.bars.show_aurocs(
            {d: c.auroc for d, c in shipped.items()}, {d: c.runs for d, c in shipped.items()}
        )
        self.bars.show_here(here)
        self.bars.choose(digit)
        said = [why(self.figures[digit], score)]
        if digit in here:
            said.append(tr("Trained here: AUROC {auroc:.2f}.").format(auroc=here[digit]))
        own = self.state.own.get(self.second.currentData())
        if own is not None:
            words = tr("By the error of your net, which has learnt every digit: {auroc:.2f}.")
            said.append(words.format(auroc=own.auroc(digit)))
        self.said.setText(" ".join(said))
        picture, alarmed = self.state.picture, self.board.alarmed
        if picture is not None and alarmed is not None:
            judged = catalogue.load_judge().probabilities(picture)[0]
            self.verdict.setText(verdict(digit, alarmed, self.board.known_below(), judged.tolist()))

    def stop(self) -> None:
        """End the training and what brings heartbeats."""
        super().stop()
        if self.beats is not None:
            self.beats.stop()

    def picture(self) -> QImage:
        """Input, reconstruction and error; of the heartbeats what is seen."""
        if self.beats is not None and self.beats.isVisible():
            return self.beats.grab().toImage()
        return stack(self.redrawn.images(), 140, self.theme)
