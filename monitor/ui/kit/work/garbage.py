"""Where garbage is collected: in the window's own thread, and in no other.

Python collects what refers to itself in whichever thread happens to need memory, which is most often one that
analyses. Objects of Qt are among it, and one that is destroyed while its own thread uses it, or has a timer,
crashes the program. While a `Garbage` lives, nothing is collected but by it.
"""

from __future__ import annotations

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250
"""So often it looks whether there is enough to be worth the time, ms."""

GROWN = 1.25
"""All is searched once what has lasted is so many times what was left the last time, as Python does.

It takes more than a tenth of a second, in which the window stands, and what torch and scipy consist of lasts.
"""


class Garbage(QObject):
    """Collects garbage in the thread that made it, by Python's own thresholds.

    Parameters
    ----------
    parent : QObject
        Whose thread it is, which has an event loop.
    """

    _at_work: ClassVar[int] = 0  # Python collects by itself again when the last one stops

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self._stopped, self._lasting = False, 0
        Garbage._at_work += 1
        gc.disable()

    def collect(self) -> None:
        """Collect the oldest generation that is due, and with it the younger ones."""
        young, middle, old = (
            count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if middle and old and len(gc.get_objects(2)) > GROWN * self._lasting:
            gc.collect(2)
            self._lasting = len(gc.get_objects(2))
        elif middle:
            gc.collect(1)
        elif young:
            gc.collect(0)

    def stop(self) -> None:
        """Leave it to Python again, where nobody else collects."""
        if self._stopped:
            return
        self._stopped = True
        self._timer.stop()
        Garbage._at_work -= 1
        if not Garbage._at_work:
            gc.enable()
