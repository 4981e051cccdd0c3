"""The line between the window and its working process: JSON, one message a line."""

from __future__ import annotations

import base64
import json
import os
import queue
import sys
import threading
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

Message = dict[str, Any]


class Link:
    """Reads commands as they come, in a thread of its own, and tells of progress.

    When its input ends, so does the process: whoever asked for the work is gone.

    Parameters
    ----------
    incoming, outgoing : binary streams
        Lines of JSON.
    """

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._commands: queue.SimpleQueue[Message] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    @classmethod
    def standard(cls) -> Link:
        """Give the link over standard input and output; what others print goes to the error stream."""
        outgoing = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        return cls(sys.stdin.buffer, outgoing)

    def request(self) -> Message:
        """Wait for the first message."""
        return self._commands.get()

    def command(self, *, wait: bool = False) -> Message | None:
        """Take the next command; None where there is none, unless it shall be waited for."""
        try:
            return self._commands.get(block=wait)
        except queue.Empty:
            return None

    def tell(self, **message: Any) -> None:
        """Send a message."""
        self._outgoing.write(json.dumps(message).encode() + b"\n")
        self._outgoing.flush()

    def _read(self) -> None:
        for line in self._incoming:
            self._commands.put(json.loads(line))
        # Not sys.exit, which would end this thread only: the work may be deep in a long computation.
        os._exit(0)


def picture_message(ink: npt.NDArray[np.floating]) -> Message:
    """Put a picture (shape (h, w), ink from 0 to 1) into a message, a byte a pixel."""
    pixels = np.round(np.clip(ink, 0, 1) * 255).astype(np.uint8)
    return {"shape": list(pixels.shape), "bytes": base64.b64encode(pixels.tobytes()).decode("ascii")}
