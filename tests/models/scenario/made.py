"""Scenarios for tests, and a record that they play."""

import numpy as np

from assets.records.record import Annotations, Record
from assets.sources.record import RecordSource
from models.scenario.opening import source_of
from models.scenario.text.reading import read_scenario

FS = 250.0


def scenario(text, **head):
    """A scenario with these steps."""
    lines = [
        f"{key} = {str(value).lower() if isinstance(value, bool) else repr(value)}"
        for key, value in head.items()
    ]
    return read_scenario("\n".join(['title = "Made"', *lines, text]).replace("'", '"'), "made.toml")


def ramp(fs=360.0, seconds=60, leads=("MLII", "V1")):
    """A record whose samples say where they are: the first lead s, the second minus s."""
    at = np.arange(round(fs * seconds)) / fs
    signals = np.column_stack([(-1) ** i * at for i in range(len(leads))]).astype(np.float32)
    beats = np.arange(1, seconds) * round(fs)
    known = Annotations(
        np.concatenate([[0], beats]).astype(np.int64),
        ("+", *"N" * len(beats)),
        ("(AFIB", *[""] * len(beats)),
    )
    return RecordSource(Record("ramp", fs, leads, signals, known))


def played(made, stop, cuts=(997,), moves=()):
    """Read up to a sample in pieces of these sizes; `moves` are (sample, callable of the source)."""
    source = source_of(made, lambda name: ramp()) if not hasattr(made, "read") else made
    blocks, at, turn, left = [], 0, 0, sorted(moves, key=lambda move: move[0])
    while at < stop and not source.ended:
        while left and left[0][0] <= at:
            left.pop(0)[1](source)
        n = min(stop - at, cuts[turn % len(cuts)], *(move[0] - at for move in left[:1]))
        block = source.read(n)
        assert block.start == at
        blocks.append(block)
        at, turn = block.stop, turn + 1
    labels = [
        label
        for block in blocks
        for label in zip(
            block.annotations.sample.tolist(),
            block.annotations.symbol,
            block.annotations.aux_note,
            strict=True,
        )
    ]
    return source, np.concatenate([block.samples for block in blocks]), labels
