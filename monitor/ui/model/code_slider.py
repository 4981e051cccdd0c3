"""How many numbers the autoencoder of the model view redraws from: a slider over the models there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import small

if TYPE_CHECKING:
    from models.explain.codes import Code


class CodeSlider(QWidget):
    """A stop a model; the one in use is where it begins.

    Nothing in the monitor changes with it: lanes and alerts stay those of the model in use.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._codes: tuple[Code, ...] = ()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setAccessibleName(tr("Size of the code"))
        self._slider.setToolTip(
            tr(
                "How many numbers the second is squeezed through. It changes this picture alone, not "
                "the alerts."
            )
        )
        self._slider.setPageStep(1)
        self._slider.setTickPosition(QSlider.TickPosition.NoTicks)
        self._slider.setRange(0, 0)
        self._slider.setEnabled(False)
        self._slider.valueChanged.connect(self._moved)
        self._label = small(tr("Code"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self._slider, 1)

    @property
    def chosen(self) -> Code:
        """The model chosen; only once there are some."""
        return self._codes[self._slider.value()]

    @property
    def numbers(self) -> int:
        """Numbers in the code of the model chosen."""
        return self.chosen.size

    @property
    def words(self) -> str:
        """What its card says of it."""
        code = self.chosen
        whose = tr("The one in use") if code.in_use else tr("For comparison")
        if code.figures is None:
            return f"{whose}."
        return tr("{whose}; of other patients it redraws, by median, {figures}: {verdict}.").format(
            whose=whose, figures=tr(code.figures.told()), verdict=tr(code.figures.verdict)
        )

    def offer(self, codes: tuple[Code, ...]) -> None:
        """Take other models to choose from; the size that was chosen stays, if there is one of it."""
        size = self.numbers if self._codes else None
        sizes = [code.size for code in codes]
        own = next(i for i, code in enumerate(codes) if code.in_use)
        self._slider.blockSignals(True)
        self._codes = codes
        self._slider.setRange(0, len(codes) - 1)
        self._slider.setValue(sizes.index(size) if size in sizes else own)
        self._slider.blockSignals(False)
        self._slider.setEnabled(len(codes) > 1)
        self._say()

    def choose(self, size: int) -> None:
        """Move to the model whose code has so many numbers.

        Raises
        ------
        ValueError
            If there is none.
        """
        self._slider.setValue([code.size for code in self._codes].index(size))

    def _moved(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        of = listed(str(code.size) for code in self._codes)
        self._label.setText(tr("Code of {numbers} numbers").format(numbers=self.numbers))
        self._slider.setAccessibleDescription(tr("{numbers} of {of}").format(numbers=self.numbers, of=of))
