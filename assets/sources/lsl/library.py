"""The one place that imports ``pylsl``: it is optional, and brings the library ``liblsl`` with it."""

from __future__ import annotations

import warnings
from types import ModuleType

from assets.errors import RecordError
from assets.phrase import phrase

SCHEME = "lsl"
"""What stands before the colon of a stream's name."""

HOW = "pip install 'ecg-monitor[lsl]'"
"""What brings it."""


class NoLibraryError(RecordError):
    """Streams cannot be had on this machine; the message says what is missing."""


def library() -> ModuleType:
    """Give ``pylsl``.

    Raises
    ------
    NoLibraryError
        If it is not installed, or has no library for this machine.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an old library is told of below, in a sentence
            import pylsl
    except ImportError:
        raise NoLibraryError(
            phrase("Streams of the network need pylsl, which is not installed: {how}.", how=HOW)
        ) from None
    except (OSError, RuntimeError) as error:
        why = str(error).strip().splitlines()[0].rstrip(".") if str(error).strip() else type(error).__name__
        raise NoLibraryError(
            phrase(
                "Streams of the network need the library liblsl, which cannot be used here ({why}); "
                "{how} brings one on most machines.",
                why=why,
                how=HOW,
            )
        ) from error
    if pylsl.library_version() < LEAST_LIBRARY:
        found = f"{pylsl.library_version() // 100}.{pylsl.library_version() % 100}"
        raise NoLibraryError(
            phrase("The library liblsl is too old ({found}); {how} brings a newer one.", found=found, how=HOW)
        )
    module: ModuleType = pylsl
    return module


LEAST_LIBRARY = 116
"""liblsl 1.16, the oldest that pylsl knows."""
