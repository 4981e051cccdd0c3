"""The user's marks as strips and pages see them: changes are told, and what could not be kept is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from models.contract.marks import Mark, MarksError
from monitor.retraining.marks import Marks
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import complaint, tr


class UserMarks(QObject):
    """Set marks, take them away, take changes back.

    Parameters
    ----------
    marks : Marks or None
        The marks; None where their file could not be read.
    say, fail : callable
        Tell the user a sentence, and what could not be done.
    """

    changed = Signal()

    def __init__(
        self, marks: Marks | None, say: Callable[[str], None], fail: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._marks, self._say, self._fail = marks, say, fail

    def all(self) -> tuple[Mark, ...]:
        """Give all marks by source and time."""
        return self._marks.all() if self._marks is not None else ()

    @property
    def problem(self) -> str:
        """What of the file cannot be used, in a sentence; empty where all can."""
        return self._marks.problem if self._marks is not None else ""

    def between(self, source: str, first: float, last: float) -> Sequence[Mark]:
        """Give the marks of a source between two of its identity's samples."""
        return self._marks.between(source, first, last) if self._marks is not None else ()

    def toggle(self, wanted: Sequence[Mark]) -> bool | None:
        """Set marks; where all of these beats are marked so already, take them away instead.

        Returns
        -------
        bool or None
            Whether they are set now; None where they could not be kept, which has been said.
        """
        there = [
            next((k for k in self.all() if k.mark == m.mark and k.near(m.source, m.sample, m.fs)), None)
            for m in wanted
        ]
        old = [m for m in there if m is not None]
        if len(old) == len(wanted):
            return False if self.remove(old) else None
        return True if self._do(lambda marks: marks.put(*wanted)) else None

    def remove(self, old: Iterable[Mark]) -> bool:
        """Take marks away; False where that could not be kept, which has been said."""
        return self._do(lambda marks: marks.remove(*old))

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._marks is not None and self._marks.can_undo

    def undo(self) -> None:
        """Take the latest change back, and say which."""
        done: list[tuple[frozenset[Mark], frozenset[Mark]] | None] = []
        if not self._do(lambda marks: done.append(marks.undo())):
            return
        if done[0] is None:
            self._say(tr("There is no change of marks to take back."))
            return
        taken, back = done[0]
        said = [
            f"{counted(these)} {verb}"
            for these, verb in ((taken, tr("taken away")), (back, tr("set again")))
            if these
        ]
        records = listed(sorted({m.record for m in taken | back}))
        self._say(tr("Taken back: {join} in {records}.").format(join=tr(" and ").join(said), records=records))

    def _do(self, change: Callable[[Marks], object]) -> bool:
        if self._marks is None:
            self._fail(tr("The file of marks could not be read, and is left as it is."))
            return False
        try:
            change(self._marks)
        except MarksError as error:
            self._fail(complaint(error))
            return False
        self.changed.emit()
        return True


def counted(marks: Iterable[Mark]) -> str:
    """Say how many marks."""
    n = len(list(marks))
    return tr("%n mark(s)", "", n)
