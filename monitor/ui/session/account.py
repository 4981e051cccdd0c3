"""What a session has watched, and all that was said of it, as one account that can leave the GUI thread."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from assets.sources.source import Source
from models.library.account import Account
from models.scenario.source import disturbances_in
from monitor.stream.past.history import SignalHistory
from monitor.ui.session.session import Session

SPARED_S = 60.0
"""Of what a source does not keep itself, the oldest stretch goes while the user says how and where to export:
so much is left out, s."""


def account_of(session: Session) -> Account | None:
    """Give all that was watched of the source that is on; None where nothing was.

    From the first sample that was analysed, or of which the newest stretch is still kept, to the newest one
    that was seen. What lies between and was jumped over is not among `Account.analysed`.
    """
    info, source, history = session.info, session.heard, session.history
    if info is None or source is None or history is None:
        return None
    first, newest = history.span
    if not history.looks_back and first > 0:
        first += round(SPARED_S * info.fs)
    archive = session.archive
    stretches = [(max(s.start, first), s.stop) for s in archive.stretches if s.stop > first]
    head = max(min(session.head, newest), *(stop for _, stop in stretches), 0)
    start = min([session.pass_start, *(a for a, _ in stretches)])
    start = max(first, start)
    if head <= start:
        return None
    alerts = [event for event in session.alerts() if session.is_own(event)]
    whole = Account(
        info,
        start,
        head,
        archive.columns,
        HeldSignal(source, history, start, head).between,
        archive.beats(start, head),
        tuple(sorted(alerts, key=lambda event: event.start)),
        session.alarms.raised,
        tuple(session.states_between(start, head)),
        history.annotations,
        tuple(stretches),
        session.vitals_between(start, head),
        disturbances_in(source, start, head),
    )
    return whole.within(start, head)


class HeldSignal:
    """Samples for whoever writes them in a thread of their own.

    Of a source that keeps what it hands out they are asked for; where that fails it is said, and no gap is
    made of it. Of any other they are copied at the first question, before they go.

    Parameters
    ----------
    source : Source
        What is watched.
    history : SignalHistory
        What has been heard of it.
    start, stop : int
        The samples that may be asked for.
    """

    def __init__(self, source: Source, history: SignalHistory, start: int, stop: int) -> None:
        self._source, self._history = source, history
        self._start, self._stop = start, stop
        self._held: npt.NDArray[np.float32] | None = None

    def between(self, start: int, stop: int) -> npt.NDArray[np.float32]:
        """Samples `start` to `stop` of all leads, NaN where there are none.

        Raises
        ------
        RecordError
            If the source cannot give them any more.
        """
        if not self._history.looks_back:
            if self._held is None:
                self._held = self._history.between(self._start, self._stop)
            return self._held[start - self._start : stop - self._start]
        block = self._source.between(start, stop)
        assert block is not None
        if len(block.samples) == stop - start:
            return block.samples
        whole = np.full((stop - start, block.samples.shape[1]), np.nan, dtype=np.float32)
        whole[block.start - start : block.start - start + len(block.samples)] = block.samples
        return whole
