"""A training kept between two epochs, so that it can go on after an interruption: safetensors, no pickle."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from training.digits.fits.steps import StepTrainer

_KEY = "ecg-monitor"
_MAX_BYTES = 64 * 2**20


def keep(path: Path, trainer: StepTrainer, identity: dict[str, Any]) -> None:
    """Write the state of a training; the file appears whole or not at all.

    Parameters
    ----------
    path : Path
        Where to; its folder must exist.
    trainer : StepTrainer
        Between two epochs.
    identity : dict
        What must be the same when it goes on (model, seed, epochs, data).

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    tensors, history = trainer.state()
    text = json.dumps({"identity": identity, "history": history}, sort_keys=True)
    part = path.with_name(path.name + ".part")
    try:
        save_file({k: v.contiguous() for k, v in tensors.items()}, part, metadata={_KEY: text})
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def resume(path: Path, trainer: StepTrainer, identity: dict[str, Any]) -> bool:
    """Go on where a training was kept, if it was this very one.

    Returns
    -------
    bool
        False where there is no such file, it is broken or belongs to another training; the trainer is then as
        it was.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            return False
        with safe_open(path, framework="pt") as file:
            kept = json.loads((file.metadata() or {}).get(_KEY, ""))
            if kept["identity"] != json.loads(json.dumps(identity)):
                return False
            tensors = {name: file.get_tensor(name) for name in file.keys()}
            history = [{str(k): float(v) for k, v in epoch.items()} for epoch in kept["history"]]
        trainer.restore(tensors, history)
    except (OSError, SafetensorError, ValueError, KeyError, TypeError, AttributeError, RuntimeError):
        return False
    return True
