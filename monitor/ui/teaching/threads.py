"""What a quiz does beside the window: it draws the strips, and then looks at each as the monitor does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from assets.errors import AssetError
from models.patients.opening import open_any
from monitor.bedside.teaching.seen import look
from monitor.bedside.teaching.strips import Place, draw, load, places_of_records, records_at_hand
from monitor.mishaps.log import note
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.work.background import BackgroundThread
from monitor.ui.session.worker import ScorerFactory


class QuizMaker(BackgroundThread):
    """Draws and reads the strips of a quiz."""

    made = Signal(object, object)
    """The strips (`monitor.bedside.teaching.strips.Strip`), and sentences about what was left out."""

    failed = Signal(str)

    def __init__(self, n: int, seed: int, strip_s: float, data_dir: Path | None) -> None:
        super().__init__()
        self._n, self._seed, self._strip_s, self._data_dir = n, seed, strip_s, data_dir

    def run(self) -> None:
        """Draw, read and tell; an error is told in a sentence."""
        try:
            names = records_at_hand(self._data_dir)
            places, said = places_of_records(names, self._strip_s, self._data_dir)
            strips = []
            for place in draw(places, self._n, self._seed, self._strip_s):
                if self.stopping:
                    return
                strips.append(load(place, self._data_dir))
        except AssetError as error:
            self.failed.emit(complaint(error))
        except Exception as error:  # whatever a file does, the window goes on
            note("The quiz could not be made", error)
            self.failed.emit(
                tr("The quiz could not be made ({name}: {error}).").format(
                    name=type(error).__name__, error=error
                )
            )
        else:
            if not names:
                said = [
                    tr(
                        "No record with annotations is at hand, and the demo that ships has none: all "
                        "strips are "
                        "of simulated patients. Records that you have opened once are drawn from as well."
                    ),
                    *said,
                ]
            self.made.emit(strips, said)


class StripLooker(BackgroundThread):
    """Has the monitor's own analysis look at strips, one after the other; it brings torch."""

    seen = Signal(int, object)
    """Number of the strip, and `monitor.bedside.teaching.seen.Seen`."""

    failed = Signal(str)

    def __init__(self, places: Sequence[Place], data_dir: Path | None, scorer: ScorerFactory) -> None:
        super().__init__()
        self._places, self._data_dir, self._scorer = tuple(places), data_dir, scorer

    def run(self) -> None:
        """Look until done or stopped; an error ends the looking and is told."""
        try:
            for i, place in enumerate(self._places):
                source = open_any(place.source, data_dir=self._data_dir)
                found = look(source, place.start, place.stop, self._scorer, lambda: self.stopping)
                source.close()
                if self.stopping:
                    return
                if found is not None:
                    self.seen.emit(i, found)
        except AssetError as error:
            self.failed.emit(complaint(error))
        except Exception as error:
            note("The models could not look at the strips", error)
            self.failed.emit(
                tr("The models could not look at the strips ({name}: {error}).").format(
                    name=type(error).__name__, error=error
                )
            )
