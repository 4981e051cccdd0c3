"""The line between the window and its working process: `models.contract.messages`, one a line."""

from __future__ import annotations

import os
import queue
import sys
import threading
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from assets.causes import words_of
from models.contract.messages.commands import Command
from models.contract.messages.fitting import Error
from models.contract.messages.lab import Picture
from models.contract.messages.lines import read_command, write_line
from models.contract.messages.message import Message, MessageError


class Link:
    """Reads commands as they come, in a thread of its own, and tells of progress.

    When its input ends, so does the process: whoever asked for the work is gone. It ends as well, after it
    has said so, where a line is no command: it would work at something else than what was asked for.

    Parameters
    ----------
    incoming, outgoing : binary streams
        Lines of messages.
    """

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._telling = threading.Lock()
        self._commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    @classmethod
    def standard(cls) -> Link:
        """Give the link over standard input and output; what others print goes to the error stream."""
        outgoing = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        return cls(sys.stdin.buffer, outgoing)

    def request(self) -> Command:
        """Wait for the first command."""
        return self._commands.get()

    def command(self, *, wait: bool = False) -> Command | None:
        """Take the next command; None where there is none, unless it shall be waited for."""
        try:
            return self._commands.get(block=wait)
        except queue.Empty:
            return None

    def tell(self, message: Message) -> None:
        """Send a message."""
        with self._telling:
            self._outgoing.write(write_line(message))
            self._outgoing.flush()

    def _read(self) -> None:
        # Not sys.exit, which would end this thread only: the work may be deep in a long computation.
        for line in self._incoming:
            try:
                self._commands.put(read_command(line))
            except MessageError as error:
                self.tell(Error(words_of(error)))
                os._exit(1)
        os._exit(0)


def picture(ink: npt.NDArray[np.floating]) -> Picture:
    """Make a picture (shape (h, w), ink from 0 to 1) a message, a byte a pixel."""
    pixels = np.round(np.clip(ink, 0, 1) * 255).astype(np.uint8)
    height, width = pixels.shape
    return Picture(height, width, pixels.tobytes())
