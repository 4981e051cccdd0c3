"""Opening a source in the background: reading, and where needed downloading, with progress and cancel."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

from PySide6.QtCore import Signal

from assets.databases.physionet.agreed import LargeDownload
from assets.databases.web.at_hand import at_hand_only
from assets.errors import AssetError, DownloadCancelled
from assets.records.open import text_named
from assets.text.answers import Untold
from assets.text.shape import shape_of
from models.leads.choice import TOGETHER
from models.scenario.opening import open_any
from monitor.mishaps.log import note
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.work.background import BackgroundThread


class RecordLoader(BackgroundThread):
    """Open one source; made anew for each. Asked to stop, it tells of its end with `cancelled`.

    Parameters
    ----------
    spec : str
        As `models.scenario.opening.open_any` names it.
    data_dir : Path or None
        Local mirror, looked in first.
    lead : str or None
        Lead that is to be analysed; None for all together.
    ask : bool
        Whether a text file is asked about again, even if everything was said of it.
    at_hand : bool
        Whether what is not on this computer is refused: nobody asked for it to be fetched.
    """

    progressed = Signal(object, object)
    loaded = Signal(object, int)
    failed = Signal(str)
    too_large = Signal(object)
    untold = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        spec: str,
        data_dir: Path | None,
        lead: str | None = None,
        *,
        ask: bool = False,
        at_hand: bool = False,
    ) -> None:
        super().__init__()
        self._ask, self._at_hand = ask, at_hand
        self.spec = spec
        self._data_dir = data_dir
        self._lead = lead

    def run(self) -> None:
        """Open the source and tell how it went."""
        try:
            if self._ask and (text := text_named(self.spec)) is not None:
                raise Untold(shape_of(text[0].absolute()), text[1], ())
            with at_hand_only() if self._at_hand else nullcontext():
                source = open_any(
                    self.spec,
                    data_dir=self._data_dir,
                    progress=lambda done, total: self.progressed.emit(done, total),
                    cancelled=lambda: self.stopping,
                )
            lead = source.info.ecg_lead(self._lead) if self._lead else TOGETHER
        except DownloadCancelled:
            self.cancelled.emit()
        except LargeDownload as asked:
            self.too_large.emit(asked)
        except Untold as asked:
            self.untold.emit(asked)
        except (AssetError, ValueError) as error:
            self.failed.emit(complaint(error))
        except Exception as error:
            note("A source could not be opened", error)
            # Whatever a file from outside does, the monitor goes on; the sentence names the error.
            self.failed.emit(
                tr("{spec} could not be opened ({name}: {error}).").format(
                    spec=self.spec, name=type(error).__name__, error=error
                )
            )
        else:
            if self.stopping:
                self.cancelled.emit()
            else:
                self.loaded.emit(source, lead)
