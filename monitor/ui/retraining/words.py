"""What the Retraining page says of a fit, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from models.contract.messages import Early, Epoch, LeftOut, Log, Message, Start, Step
from monitor.ui.kit.words import clock

KIND_WORDS = {
    "forecaster": "Forecaster (LSTM)",
    "autoencoder": "Autoencoder (windows)",
    "beats": "Beat autoencoder",
}

KIND_NAMES = {"forecaster": "forecaster", "autoencoder": "autoencoder", "beats": "beat autoencoder"}
"""The same within a sentence."""

NAMED = 3
"""So many recordings that were left out are named with their reasons; the others are in the log."""


def progress_words(step: Step) -> str:
    """How far the fit has come."""
    # The beats take three fits of one pass each: two that measure, and the one that is used.
    part = "fit" if step.kind == "beats" else "epoch"
    left = f"{clock(step.seconds_left, 0)} left" if step.done < step.total else "then the fit is measured"
    return (
        f"{KIND_WORDS.get(step.kind, step.kind)}: {part} {step.epoch}, {step.done} of {step.total} batches, "
        f"loss {step.loss:.3f}, {left}"
    )


def log_lines(message: Message) -> list[str]:
    """What the log says of a message."""
    if isinstance(message, Start):
        held_out = message.held_out
        apart = f"held out: {' '.join(held_out)}" if held_out else "each scored by a fit without it"
        goes_on = [f"Going on after {message.done} batches that were kept."] if message.done else []
        return [*goes_on, f"Learns from {' '.join(message.records)}; {apart}; on {message.device}."]
    if isinstance(message, Epoch):
        ranks = f"AUC {message.auc:.4f}" if message.auc is not None else "no V beats to rank"
        best = ", the best so far" if message.best else ""
        return [f"Epoch {message.epoch}: mean loss {message.loss:.3f}; held-out patients: {ranks}{best}."]
    if isinstance(message, Early):
        return [f"No better epoch for a while: ended early, after epoch {message.epoch}."]
    if isinstance(message, LeftOut):
        return [f"Left out: {message.record}. {message.why}"]
    return [message.text] if isinstance(message, Log) else []


def left_out_words(left_out: Sequence[LeftOut]) -> str:
    """Which recordings were not learnt from, and why; empty where none was left out."""
    if not left_out:
        return ""
    named = " ".join(f"{one.record}: {one.why}" for one in left_out[:NAMED])
    more = f" And {len(left_out) - NAMED} more; What the fit says names them." * (len(left_out) > NAMED)
    plural = "recording was" if len(left_out) == 1 else "recordings were"
    return f" {len(left_out)} {plural} left out. {named}{more}"
