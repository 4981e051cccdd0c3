"""The autoencoder's reconstruction over its input, and the latest beat over the patient's template."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.beats.templates import SHIFT_ROWS
from models.explain.figures import share_in_words
from models.explain.insight import Insight
from models.signal.frontend import MODEL_FS
from monitor.ui.kit.language import tr
from monitor.ui.kit.plots.pens import plot_pen
from monitor.ui.kit.theme import Theme
from monitor.ui.model.code_slider import CodeSlider
from monitor.ui.model.plots import Plot, Range

LEAST_PX = 115
"""Least height of a plot here: above each stand up to four lines of words, in a low window."""

Array = npt.NDArray[np.floating]
Template = tuple[Array, Array]
"""Times from the R peak (s), and the patient's template (mV, of mean zero)."""


def beat_under(template: Template, seen: Insight, peaks: Array) -> tuple[Array, float] | None:
    """The newest beat that lies whole within what is shown.

    Parameters
    ----------
    template : tuple of ndarray
        Times and mV of the template.
    seen : Insight
        Signal around the moment.
    peaks : ndarray, shape (n,)
        R peaks in seconds from the moment.

    Returns
    -------
    tuple of (ndarray, float) or None
        The beat at the template's times, of mean zero, mV, and its R peak's time; None where none is whole.
    """
    times = template[0]
    if not len(seen.time):
        return None
    whole = (peaks + times[0] >= seen.time[0]) & (peaks + times[-1] <= seen.time[-1])
    if not whole.any():
        return None
    peak = float(peaks[whole].max())
    shifted = times + peak + np.arange(-SHIFT_ROWS, SHIFT_ROWS + 1)[:, None] / MODEL_FS
    beats = np.interp(shifted, seen.time, seen.signal)
    beats -= beats.mean(axis=1, keepdims=True)
    # Laid over the template as the analysis does it: the shift that fits best.
    best = int(((beats - template[1]) ** 2).sum(axis=1).argmin())
    return beats[best], peak


class BeatView(QWidget):
    """Reconstruction and template."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.code = CodeSlider()
        self.window_plot = Plot(
            theme,
            tr("Reconstruction over the input"),
            "mV",
            tr("seconds from the moment"),
            least=LEAST_PX,
        )
        self.beat_plot = Plot(
            theme,
            tr("Latest beat over the template"),
            "mV",
            tr("seconds from the R peak"),
            least=LEAST_PX,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.code)
        # Without stretch each gets what its words need, and both as much of what is left.
        column.addWidget(self.window_plot)
        column.addWidget(self.beat_plot)
        window, beat = self.window_plot.item, self.beat_plot.item
        self._counted = pg.LinearRegionItem(movable=False, pen=pg.mkPen(None))
        window.addItem(self._counted)
        self._input = window.plot(connect="finite", antialias=True)
        self._redrawn = window.plot(connect="finite", antialias=True)
        self._template = beat.plot(antialias=True)
        self._beat = beat.plot(antialias=True)
        self._ranges = Range(window), Range(beat)
        self.restyle(theme)
        self.show_beat(None, None)

    @property
    def plots(self) -> tuple[Plot, ...]:
        """The reconstruction, and the latest beat."""
        return self.window_plot, self.beat_plot

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        for plot in self.plots:
            plot.restyle(theme, theme.window)
        self._input.setPen(plot_pen(theme.lead(0)))
        self._redrawn.setPen(plot_pen(theme.reconstruction))
        self._counted.setBrush(QColor(theme.raised))
        self._template.setPen(plot_pen(theme.template, 4))
        self._beat.setPen(plot_pen(theme.lead(0)))

    def show_insight(self, seen: Insight) -> None:
        """Show the reconstruction at a moment."""
        self._input.setData(seen.window_time, seen.window)
        self._redrawn.setData(seen.window_time, seen.redrawn)
        if not len(seen.window_time):
            self.window_plot.say(tr("Reconstruction: part of the autoencoder's second of signal is missing."))
            return
        self.window_plot.item.setXRange(float(seen.window_time[0]), float(seen.window_time[-1]), padding=0)
        self._counted.setRegion(seen.counted)
        self._ranges[0].hold(seen.window, seen.redrawn)
        share = seen.redrawn_share
        here = (
            tr("{share_in_words} is redrawn, ").format(share_in_words=tr(share_in_words(share)))
            if share is not None
            else ""
        )
        self.window_plot.say(
            tr(
                "Reconstruction: the autoencoder redraws a second (violet) from {numbers} numbers; "
                "where it counts (shaded), {here}off by {reconstruction_error_mv:.2f} mV. {words}"
            ).format(
                numbers=self.code.numbers,
                here=here,
                reconstruction_error_mv=seen.reconstruction_error_mv,
                words=self.code.words,
            )
        )

    def show_beat(self, template: Template | None, beat: tuple[Array, float] | None) -> None:
        """Show the latest beat over the template."""
        if template is None:
            self._template.setData([], [])
            self._beat.setData([], [])
            self.beat_plot.say(
                tr("Template: this patient's usual beat is not known yet; it takes some beats.")
            )
            return
        times, template_mv = template
        self._template.setData(times, template_mv)
        self.beat_plot.item.setXRange(float(times[0]), float(times[-1]), padding=0)
        if beat is None:
            self._beat.setData([], [])
            self._ranges[1].hold(template_mv)
            self.beat_plot.say(tr("Template: this patient's usual beat; no whole beat is near the moment."))
            return
        self._beat.setData(times, beat[0])
        self._ranges[1].hold(template_mv, beat[0])
        likeness = float(np.corrcoef(template_mv, beat[0])[0, 1])
        self.beat_plot.say(
            tr(
                "Template: this patient's usual beat (broad), and over it the latest one near the "
                "moment: correlation {likeness:.2f}."
            ).format(likeness=likeness)
        )
