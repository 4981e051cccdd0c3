"""Looking back through what was played, without moving the replay."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from monitor.ui.strips.timeline import Timeline


@dataclass(frozen=True)
class Grip:
    """A sample held at a column: what a hand or a pointer holds stays under it.

    Attributes
    ----------
    timeline : Timeline
        Axis of the canvas under the pointer.
    sample : float
        What is held.
    x : float
        Where, in logical pixels of that canvas.
    """

    timeline: Timeline
    sample: float
    x: float

    @classmethod
    def at(cls, timeline: Timeline, x: float) -> Grip:
        """Hold what a canvas shows at its column `x`."""
        return cls(timeline, timeline.sample_under(x), x)


class Looking(QObject):
    """Where one looks; the axis shows it (`monitor.ui.strips.timeline.Timeline.look`).

    Parameters
    ----------
    timeline : Timeline
        The axis of the rows that take the whole width.
    """

    changed = Signal()

    def __init__(self, timeline: Timeline, parent: QObject) -> None:
        super().__init__(parent)
        self._timeline = timeline

    @property
    def back(self) -> bool:
        """Whether one looks back."""
        return self._timeline.look is not None

    def hold(self, grip: Grip) -> None:
        """Bring what is held to its column, at the scale as it is now; the page may reach beyond the head."""
        end = grip.sample + (grip.timeline.width - grip.x) / self._timeline.px_per_sample
        self._look(end, end)

    def by(self, pixels: float) -> None:
        """Move the page by so many pixels, to the right for what is older."""
        now = self._timeline.newest
        self._look(now - pixels / self._timeline.px_per_sample, max(now, self._timeline.head))

    def end(self) -> None:
        """Return to the present."""
        if self.back:
            self._timeline.look = None
            self.changed.emit()

    def _look(self, end: float, newest: float) -> None:
        timeline = self._timeline
        oldest = min(timeline.head, timeline.start + timeline.width / timeline.px_per_sample)
        look = round(min(max(end, oldest), newest))
        if look != timeline.look:
            timeline.look = look
            self.changed.emit()
