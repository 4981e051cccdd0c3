"""The course of a fit, kept beside it: a fit that goes on shows its whole curve, and not its end alone."""

from __future__ import annotations

from pathlib import Path

import msgspec

from assets.write import write_bytes

MAX_BYTES = 2**24
"""A larger file is none of ours."""


class Course(msgspec.Struct):
    """What a fit told so far.

    Attributes
    ----------
    losses : list of (int, float)
        Batches taken, and the loss of the last in nats.
    aucs : list of (int, float)
        Epochs taken, and the AUC of V against N on the held-out patients.
    steps : int
        Batches an epoch.
    """

    losses: list[tuple[int, float]] = []
    aucs: list[tuple[int, float]] = []
    steps: int = 1

    def up_to(self, done: int) -> Course:
        """Give what was told of the first `done` batches: what came after them is not in the kept fit."""
        return Course(
            [point for point in self.losses if point[0] <= done],
            [point for point in self.aucs if point[0] * self.steps <= done],
            self.steps,
        )

    def write(self, path: Path) -> None:
        """Keep it.

        Raises
        ------
        OSError
            If the file cannot be written.
        """
        write_bytes(path, msgspec.json.encode(self))


def read_course(path: Path) -> Course:
    """Read a course; an empty one where there is none, or none that can be read: only a curve is shorter."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return Course()
        return msgspec.json.decode(path.read_bytes(), type=Course)
    except (OSError, msgspec.MsgspecError):
        return Course()
