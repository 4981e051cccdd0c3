"""What was said of text files, kept by their shape, so that the next one of a kind is not asked about."""

from __future__ import annotations

from assets.errors import RecordError
from assets.text.answers import Answers
from assets.text.shape import TextShape
from monitor.ui.pages.settings import Settings

MOST = 50
"""Of so many shapes the answers are kept."""

_KEY = "text_files"


def recall(settings: Settings, shape: TextShape) -> Answers | None:
    """Give what was said of the last file of this shape; None where nothing was."""
    for line in settings.names(_KEY):
        fingerprint, _, said = line.partition(" ")
        if fingerprint == shape.fingerprint:
            try:
                return Answers.of(said)
            except RecordError:
                return None  # as good as none: it is asked anew
    return None


def keep(settings: Settings, shape: TextShape, answers: Answers) -> None:
    """Keep what was said of a file."""
    others = [line for line in settings.names(_KEY) if line and not line.startswith(f"{shape.fingerprint} ")]
    settings.remember(**{_KEY: [f"{shape.fingerprint} {answers}", *others][:MOST]})
