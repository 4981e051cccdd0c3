"""How far a piece of work says that it has come, in the user's language: its process knows none."""

from __future__ import annotations

import re

from assets.phrase import phrase
from monitor.ui.kit.language import tr

_SAID = {
    r"batch (?P<batch>\d+) of (?P<batches>\d+)": phrase("batch {batch} of {batches}"),
    r"epoch (?P<epoch>\d+) of (?P<epochs>\d+)": phrase("epoch {epoch} of {epochs}"),
    r"asked after (?P<lag>\d+) steps: batch (?P<batch>\d+)": phrase("asked after {lag} steps: batch {batch}"),
    r"few labels: (?P<labels>\d+)": phrase("few labels: {labels}"),
    r"clusters: (?P<model>.+)": phrase("clusters: {model}"),
    r"fewer numbers: (?P<model>.+)": phrase("fewer numbers: {model}"),
    r"done": phrase("done"),
    r"measured": phrase("measured"),
}
"""What is said by the work in ``training/digits/live``."""


def in_words(doing: str) -> str:
    """Give in the user's language what a piece of work says; what is not known as it is."""
    for pattern, words in _SAID.items():
        if (found := re.fullmatch(pattern, doing)) is not None:
            return tr(words).format(**found.groupdict())
    return doing
