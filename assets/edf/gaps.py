"""How an EDF+ file of ours tells gaps, for programs that know no number for "no sample".

Each is an annotation with an onset and a duration. One of a signal alone ends with ``@@`` and that signal's
label, as the standard texts of EDF+ link an annotation to a signal (section 3.3 of
https://www.edfplus.info/specs/edftexts.html). Whoever reads such a file here is told the same by the samples:
what is missing is the lowest number.
"""

from __future__ import annotations

NO_SIGNAL = "gap: no signal"
"""Of all signals, where no label follows."""

ENDED = "end of the recording"
"""From here on the last data record is filled up."""

LINK = "@@"
"""Between a text and the label of the signal that it is about."""

WRITER = "ECG_Monitor_"
"""How the equipment of our files is called in the header, before the version."""


def no_signal(label: str = "") -> str:
    """Say that a signal is missing; all of them, where none is named."""
    return f"{NO_SIGNAL}{LINK}{label}" if label else NO_SIGNAL


def told_by_samples(text: str, recording: str) -> bool:
    """Say whether an annotation tells of a gap that a file of ours has in its samples too.

    Parameters
    ----------
    text : str
        Of the annotation.
    recording : str
        The header's field of that name: in a file of others the same words stay an annotation.
    """
    ours = any(part.startswith(WRITER) for part in recording.split())
    return ours and (text in (NO_SIGNAL, ENDED) or text.startswith(NO_SIGNAL + LINK))
