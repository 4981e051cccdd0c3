"""What the Retraining page says of a fit, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from assets.phrase import phrase
from models.contract.messages.fitting import Early, Epoch, LeftOut, Log, Start, Step
from models.contract.messages.message import Message
from monitor.ui.kit.language import tr
from monitor.ui.kit.words import clock

KIND_WORDS = {
    "forecaster": phrase("Forecaster (LSTM)"),
    "autoencoder": phrase("Autoencoder (windows)"),
    "beats": phrase("Beat autoencoder"),
}

KIND_NAMES = {
    "forecaster": phrase("forecaster"),
    "autoencoder": phrase("autoencoder"),
    "beats": phrase("beat autoencoder"),
}
"""The same within a sentence."""

NAMED = 3
"""So many recordings that were left out are named with their reasons; the others are in the log."""


def progress_words(step: Step) -> str:
    """How far the fit has come."""
    # The beats take three fits of one pass each: two that measure, and the one that is used.
    part = tr("fit") if step.kind == "beats" else tr("epoch")
    left = (
        tr("{clock} left").format(clock=clock(step.seconds_left, 0))
        if step.done < step.total
        else tr("then the fit is measured")
    )
    return tr("{get}: {part} {epoch}, {done} of {total} batches, loss {loss:.3f}, {left}").format(
        get=tr(KIND_WORDS.get(step.kind, step.kind)),
        part=part,
        epoch=step.epoch,
        done=step.done,
        total=step.total,
        loss=step.loss,
        left=left,
    )


def log_lines(message: Message) -> list[str]:
    """What the log says of a message."""
    if isinstance(message, Start):
        held_out = message.held_out
        apart = (
            tr("held out: {join}").format(join=" ".join(held_out))
            if held_out
            else tr("each scored by a fit without it")
        )
        goes_on = (
            [tr("Going on after {done} batches that were kept.").format(done=message.done)]
            if message.done
            else []
        )
        return [
            *goes_on,
            tr("Learns from {join}; {apart}; on {device}.").format(
                join=" ".join(message.records), apart=apart, device=message.device
            ),
        ]
    if isinstance(message, Epoch):
        ranks = (
            tr("AUC {auc:.4f}").format(auc=message.auc)
            if message.auc is not None
            else tr("no V beats to rank")
        )
        best = tr(", the best so far") if message.best else ""
        return [
            tr("Epoch {epoch}: mean loss {loss:.3f}; held-out patients: {ranks}{best}.").format(
                epoch=message.epoch, loss=message.loss, ranks=ranks, best=best
            )
        ]
    if isinstance(message, Early):
        return [
            tr("No better epoch for a while: ended early, after epoch {epoch}.").format(epoch=message.epoch)
        ]
    if isinstance(message, LeftOut):
        return [tr("Left out: {record}. {why}").format(record=message.record, why=tr(message.why))]
    return [tr(message.text)] if isinstance(message, Log) else []


def left_out_words(left_out: Sequence[LeftOut]) -> str:
    """Which recordings were not learnt from, and why; empty where none was left out."""
    if not left_out:
        return ""
    named = " ".join(
        tr("{record}: {why}").format(record=one.record, why=tr(one.why)) for one in left_out[:NAMED]
    )
    more = tr(" And {n} more; What the fit says names them.").format(n=len(left_out) - NAMED) * (
        len(left_out) > NAMED
    )
    return tr(" %n recording(s) left out. {named}{more}", "", len(left_out)).format(named=named, more=more)
