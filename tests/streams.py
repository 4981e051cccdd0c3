"""Streams on this machine's own network, sent by plain ``pylsl``."""

from __future__ import annotations

import time
import uuid

import numpy as np
import pytest

PATIENCE_S = 120.0


def pylsl():
    """Give ``pylsl``; skip where there is no library for this machine."""
    from assets.sources.lsl.library import NoLibraryError, library

    try:
        return library()
    except NoLibraryError as error:
        pytest.skip(str(error))


def unique(name="stream"):
    """A name that no other test has."""
    return f"{name}-{uuid.uuid4().hex[:12]}"


def wait_for(what):
    """Wait until `what` gives something that is true, and give that."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if found := what():
            return found
        time.sleep(0.005)
    raise AssertionError("it did not come")


class Sender:
    """An outlet that is described as one is told to."""

    def __init__(
        self,
        name=None,
        labels=("I", "II"),
        units=("microvolts",) * 16,
        fs=250.0,
        kind="ECG",
        source_id=None,
        fmt="float32",
        types=None,
    ):
        lsl = pylsl()
        self.name = name or unique()
        self.fs = fs
        info = lsl.StreamInfo(self.name, kind, len(labels), fs, fmt, source_id or f"of-{self.name}")
        channels = info.desc().append_child("channels")
        for i, label in enumerate(labels):
            channel = channels.append_child("channel")
            for key, value in (
                ("label", label),
                ("unit", units[i] if units else ""),
                ("type", (types or {}).get(i, "")),
            ):
                if value:
                    channel.append_child_value(key, value)
        self.lsl, self.n = lsl, len(labels)
        self.outlet = lsl.StreamOutlet(info)
        self.at = lsl.local_clock()
        self.sent = 0

    def send(self, values, skip=0):
        """Send rows, each a sample's period after the one before, after leaving out `skip` of them."""
        values = np.asarray(values)
        if values.ndim == 1:
            values = np.repeat(values[:, None], self.n, axis=1)
        self.at += skip / self.fs
        stamps = self.at + np.arange(len(values)) / self.fs
        self.at = float(stamps[-1] + 1 / self.fs)
        self.outlet.push_chunk(np.ascontiguousarray(values, dtype=np.float32), timestamp=stamps.tolist())
        self.sent += len(values)

    def end_now(self, seconds):
        """Let the next `seconds` of samples end at this moment."""
        self.at = self.lsl.local_clock() - seconds

    def close(self):
        self.outlet = None


def read_some(source, n, each=lambda: None):
    """Read until `n` samples have come, shape (n, leads); `each` is called between two looks."""
    parts, got = [], 0

    def look():
        nonlocal got
        each()
        block = source.read(n - got)
        if len(block.samples):
            parts.append(block.samples)
            got += len(block.samples)
        return got >= n

    wait_for(look)
    return np.concatenate(parts)
