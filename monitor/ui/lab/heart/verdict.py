"""What is said of the beat shown: how badly it is redrawn, how far it lands, and both in words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.heartbeats.weights import HeartbeatCard
from monitor.ui.kit.parts import small_markup
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.heart.gauge import Gauge
from monitor.ui.lab.heart.patient import Before
from monitor.ui.lab.heart.words import error_words, far_words, judged


class Verdict(QWidget):
    """Two bars and a sentence.

    Parameters
    ----------
    theme : Theme
        Colours.
    card : HeartbeatCard
        The network's, with its lines.
    """

    def __init__(self, theme: Theme, card: HeartbeatCard) -> None:
        super().__init__()
        self._card = card
        self.error, self.place = Gauge(theme), Gauge(theme)
        self.said = small_markup()
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(30)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for one in (self.error, self.place, self.said):
            rows.addWidget(one)

    def clear(self) -> None:
        """Say nothing: there is no beat."""
        self.error.show_value(None, None, error_words(None, None))
        self.place.show_value(None, None, far_words(None, self._card.far, drawn=False))
        self.said.setText("")

    def judge(
        self, mean: npt.NDArray[np.floating], error: float, usual: Before, whose: str, *, drawn: bool = False
    ) -> None:
        """Judge a beat.

        Parameters
        ----------
        mean : ndarray, shape (2,)
            The middle of its cloud.
        error : float
            The share of it that is not redrawn.
        usual : tuple
            What is usual for the patient.
        whose : str
            What the beat is, and by whose word.
        drawn : bool
            Whether a learner drew it.
        """
        place, log = usual
        line = None if log is None else float(np.exp(log)) * self._card.badly_redrawn
        far = None if place is None else float(np.linalg.norm(mean - place))
        self.error.show_value(error, line, error_words(error, line))
        self.place.show_value(far, self._card.far, far_words(far, self._card.far, drawn=drawn))
        known = far is not None and line is not None
        self.said.setText(judged(whose, self.error.over, self.place.over, known))
