"""A fit kept on disk, so that it can go on after an interruption: safetensors and JSON, no pickle."""

from __future__ import annotations

import copy
import json
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save

from assets.regular import check_regular
from assets.write import write_bytes

MAX_BYTES = 64 * 2**20
"""A kept fit is no larger than this; a larger file is not read."""

EVERY_S = 20.0
"""How often a fit is kept between two epochs, s."""

_KEY = "ecg-monitor"

State = tuple[dict[str, torch.Tensor], dict[str, Any]]
"""Tensors by name, and plain values that JSON can hold."""


SECONDS = "processor_seconds"
"""Among a card's figures: what its fit took, in seconds of all processors together."""


def write_state(path: Path, identity: Mapping[str, Any], state: State, seconds: float = 0.0) -> None:
    """Write the state of a fit; the file appears whole or not at all.

    Parameters
    ----------
    path : Path
        Where to; its folder must exist.
    identity : mapping
        What must be the same when it goes on (model, seed, epochs, data).
    state : State
        Tensors and plain values.
    seconds : float
        What it has taken so far, in seconds of all processors together.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    tensors, plain = state
    text = json.dumps({"identity": dict(identity), "plain": plain, SECONDS: seconds}, sort_keys=True)
    whole = {name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()}
    write_bytes(path, save(whole, {_KEY: text}))


def read_state(path: Path, identity: Mapping[str, Any]) -> State | None:
    """Read the state of a fit.

    Returns
    -------
    State or None
        None where there is no such file, it is broken, or it belongs to another fit.
    """
    found = _read(path, identity)
    return None if found is None else found[0]


def _read(path: Path, identity: Mapping[str, Any]) -> tuple[State, float] | None:
    """As `read_state`, with the processor seconds."""
    try:
        if check_regular(path).st_size > MAX_BYTES:
            return None
        with safe_open(path, framework="pt") as file:
            kept = json.loads((file.metadata() or {}).get(_KEY, ""))
            if kept["identity"] != json.loads(json.dumps(dict(identity))):
                return None
            tensors = {name: file.get_tensor(name) for name in file.keys()}
            return (tensors, dict(kept["plain"])), float(kept.get(SECONDS, 0.0))
    except (OSError, SafetensorError, ValueError, KeyError, TypeError, AttributeError, RuntimeError):
        return None


class Keeper:
    """Where a fit is kept, and whether it shall stop.

    Parameters
    ----------
    path : Path or None
        The file; None keeps nothing.
    identity : mapping
        What must be the same when the fit goes on.
    stop : threading.Event, optional
        Set when the fit shall stop at its next batch.
    """

    def __init__(
        self,
        path: Path | None = None,
        identity: Mapping[str, Any] | None = None,
        stop: threading.Event | None = None,
    ) -> None:
        self.path = path
        self._identity = dict(identity or {})
        self._stop = stop or threading.Event()
        self._kept_at = time.monotonic()
        self._before, self._begun = 0.0, time.process_time()

    @property
    def seconds(self) -> float:
        """What the fit has taken, before it was interrupted too, in seconds of all processors together."""
        return self._before + time.process_time() - self._begun

    def load(self) -> State | None:
        """Give what was kept of this very fit, or None."""
        found = None if self.path is None else _read(self.path, self._identity)
        if found is None:
            return None
        state, self._before = found
        return state

    def resume(self, state: Callable[[], State], restore: Callable[[State], None]) -> bool:
        """Go on with what was kept of this very fit.

        Parameters
        ----------
        state : callable
            Gives the fit as it is at its beginning.
        restore : callable
            Takes a state back; raises what a wrong key, type, value or shape raises.

        Returns
        -------
        bool
            False where nothing was kept, or what was does not fit; the fit is then as it was.
        """
        kept = self.load()
        if kept is None:
            return False
        before = copy.deepcopy(state())
        try:
            restore(kept)
        except (KeyError, ValueError, TypeError, AttributeError, RuntimeError):
            restore(before)
            self._before = 0.0
            return False
        return True

    def save(self, state: State) -> None:
        """Keep the fit as it is now.

        Raises
        ------
        OSError
            If the file cannot be written.
        """
        if self.path is not None:
            write_state(self.path, self._identity, state, self.seconds)
        self._kept_at = time.monotonic()

    @property
    def due(self) -> bool:
        """Whether it is time to keep the fit again."""
        return self._stop.is_set() or time.monotonic() - self._kept_at >= EVERY_S

    def stop_if_asked(self) -> None:
        """End the fit if that was asked for; it has just been kept.

        Raises
        ------
        KeyboardInterrupt
            If it shall stop.
        """
        if self._stop.is_set():
            raise KeyboardInterrupt

    def forget(self) -> None:
        """Remove the file: the fit is done."""
        if self.path is not None:
            self.path.unlink(missing_ok=True)
