"""What is said to the user, one sentence after the other, so that none hides another.

A passing sentence goes by itself once it can have been read. An error, and the notice of the first start, are
shown for as long and come back when nothing else is to be said, until they are closed or, an error that could
be read, until a newer error takes its place.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

from assets.lines import one_line
from monitor.ui.kit.language import tr

LOOK_S = 1.5
"""Time until a new sentence has been noticed, in seconds."""

CHARACTER_S = 0.06
"""Time for a character, in seconds: about 170 words a minute, slow silent reading (Brysbaert, J Mem Lang 109,
2019, finds 238 on the average)."""

LEISURE = 2.0
"""A sentence that no other waits for stays so many times as long."""

WAITING = 3
"""So many sentences wait at most; of more the oldest, passing ones first, are in the list alone."""

STANDING = 3
"""So many errors come back at most; of more the oldest are in the list alone."""

KEPT = 100
"""Sentences kept in the list of messages."""


class Weight(Enum):
    """How long a sentence stays."""

    PASSING = auto()
    """Until it can have been read."""

    ERROR = auto()
    """Until it is closed, or another error has come after it could be read."""

    NOTICE = auto()
    """Until it is closed; whatever else is to be said comes before it."""


@dataclass(frozen=True)
class Message:
    """A sentence for the user.

    Attributes
    ----------
    text : str
        The sentence.
    weight : Weight
        How long it stays.
    of_record : bool
        Whether it is about what is watched now, and goes when something else is.
    topic : str
        A newer sentence on the same topic takes this one's place, read or not; empty where none does.
    button : str
        What the button that closes it says.
    count : int
        How often it was said in succession.
    details : str
        What can be copied besides, to be sent to those who write the program; empty where there is nothing.
    at : datetime
        When it was said last.
    """

    text: str
    weight: Weight = Weight.PASSING
    of_record: bool = False
    topic: str = ""
    button: str = "OK"
    count: int = 1
    details: str = ""
    at: datetime = field(default_factory=datetime.now)

    @property
    def words(self) -> str:
        """The sentence, with how often it was said."""
        text = one_line(tr(self.text))  # a language may have been chosen since it was said
        return text if self.count == 1 else tr("{text} ({count} times)").format(text=text, count=self.count)

    @property
    def reading_s(self) -> float:
        """How long it takes to read, in seconds."""
        return LOOK_S + CHARACTER_S * len(self.words)

    def same(self, other: Message) -> bool:
        """Whether it says the same."""
        return self.text == other.text

    def outdates(self, other: Message) -> bool:
        """Whether it tells what has become of what the other one says."""
        return self.topic != "" and self.topic == other.topic


class MessageQueue(QObject):
    """The sentence that is shown, those that wait, those that come back, and all that were said.

    ``changed`` tells that another sentence is to be shown, or none; ``closed`` carries one that was closed.
    """

    changed = Signal()
    closed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: Message | None = None
        self.said: deque[Message] = deque(maxlen=KEPT)
        self._waiting: list[Message] = []
        self._standing: list[Message] = []
        self._held = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.move_on)

    @property
    def waiting(self) -> int:
        """How many sentences wait."""
        return len(self._waiting)

    @property
    def more(self) -> int:
        """How many sentences there are besides the one that is shown: what waits, and errors that stay."""
        known = [*self._waiting, *(() if self.shown is None else (self.shown,))]
        return self.waiting + sum(
            m.weight is Weight.ERROR and not any(m.same(one) for one in known) for m in self._standing
        )

    @property
    def reading(self) -> bool:
        """Whether the user is given time for what is shown."""
        return self.shown is not None and (self._held or self._timer.isActive())

    def say(self, message: Message) -> None:
        """Say a sentence: at once where nothing is being read, or where it is an error."""
        self._keep(message)
        now = self.shown
        unread = [*self._waiting, *((now,) if now is not None and self.reading else ())]
        for known in (now, *self._waiting):
            if known is not None and known.same(message):
                # Who counts himself says each time how often it was.
                message = replace(message, count=max(known.count + 1, message.count))
        self._waiting = [m for m in self._waiting if not (m.same(message) or message.outdates(m))]
        if message.weight is not Weight.PASSING:
            self._standing = [m for m in self._standing if not self._replaces(message, m, unread)] + [message]
            errors = [m for m in self._standing if m.weight is Weight.ERROR]
            for old in errors[:-STANDING]:
                self._standing.remove(old)
        if now is None or now.weight is Weight.NOTICE or not self.reading:
            self._show(message)
        elif now.same(message) or message.outdates(now):
            self._show(message)
        elif message.weight is Weight.ERROR:
            self._waiting.insert(0, now)  # it has not been read yet
            self._show(message)
        else:
            self._waiting.append(message)
            self._hurry()
        while len(self._waiting) > WAITING:
            self._waiting.remove(min(self._waiting, key=lambda m: (m.weight is not Weight.PASSING, m.at)))
        self.changed.emit()

    def _keep(self, message: Message) -> None:
        """Put it into the list of all that was said."""
        if self.said and self.said[-1].same(message):
            message = replace(message, count=max(self.said.pop().count + 1, message.count))
        self.said.append(message)

    @staticmethod
    def _replaces(new: Message, old: Message, unread: Sequence[Message]) -> bool:
        read = not any(old.same(one) for one in unread)
        return new.same(old) or (read and new.weight is old.weight is Weight.ERROR)

    def close_shown(self) -> None:
        """The user has read what is shown: it goes, and does not come back."""
        message = self.shown
        if message is None:
            return
        self._standing = [m for m in self._standing if not m.same(message)]
        self.move_on()
        self.closed.emit(message)

    def forget_record(self) -> None:
        """Another record is watched: let go of what is about the one before."""
        self._waiting = [m for m in self._waiting if not m.of_record]
        self._standing = [m for m in self._standing if not m.of_record]
        if self.shown is not None and self.shown.of_record:
            self.move_on()
        self.changed.emit()

    def hold(self, on: bool) -> None:
        """Keep what is shown while the pointer rests on it."""
        self._held = on
        if on:
            self._timer.stop()
        elif self.shown is not None:
            self._show(self.shown)

    def move_on(self) -> None:
        """Show what comes next: what waits, else what comes back, else nothing."""
        if self._waiting:
            self._show(self._waiting.pop(0))
        else:
            self._timer.stop()
            self.shown = self._standing[-1] if self._standing else None
        self.changed.emit()

    def _show(self, message: Message) -> None:
        self.shown = message
        if not self._held:
            self._timer.start(round(1000 * message.reading_s * (1 if self._waiting else LEISURE)))

    def _hurry(self) -> None:
        """Another sentence waits: leave the one that is shown no more time than it takes to read."""
        if self.shown is not None and self._timer.isActive():
            gone = self._timer.interval() - self._timer.remainingTime()
            left = round(1000 * self.shown.reading_s) - gone
            self._timer.start(max(0, min(left, self._timer.remainingTime())))
