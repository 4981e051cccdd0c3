"""Every kind of weights by its name; its module, and torch with it, is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assets.errors import WeightsError
from assets.phrase import phrase
from models.weights.kind import Description, Kind

if TYPE_CHECKING:
    from models.digits.entry import Entry

_DECLARED = {
    "forecaster": "models.running.weights:FORECASTER",
    "autoencoder": "models.running.weights:AUTOENCODER",
    "beats": "models.beats.weights:BEATS",
    "qrs": "models.beats.qrs.weights:QRS",
    "rhythm": "models.rhythm.weights:RHYTHM",
}
_LAB = {"heartbeats": "models.heartbeats.weights:HEARTBEATS"}
_DIGITS = "digits"

MONITOR = tuple(_DECLARED)
"""Kinds of which the monitor ships one model each; each model of the digit lab is a kind of its own."""

LAB = tuple(_LAB)
"""Kinds that the digit lab shows beside its digits, one model each; the analysis knows nothing of them."""


def kind(name: str) -> Kind[Any, Any]:
    """Give one of the `MONITOR` or `LAB` kinds.

    Raises
    ------
    ValueError
        If there is no such kind.
    """
    known = {**_DECLARED, **_LAB}
    if name not in known:
        raise ValueError(f"There is no kind of weights {name!r}; there are {', '.join(known)}.")
    module, _, attribute = known[name].partition(":")
    declared: Kind[Any, Any] = getattr(import_module(module), attribute)
    return declared


def digit_entries() -> dict[str, Entry]:
    """Give every model of the digit lab that ships weights, by its name."""
    from models.digits.catalogue import ENTRIES, UNPUNISHED
    from models.digits.diffusion.entries import DENOISERS
    from models.digits.lossy.catalogue import ALL as LOSSY

    others = (UNPUNISHED, *DENOISERS.values(), *LOSSY)
    return {**ENTRIES, **{entry.name: entry for entry in others}}


def kind_of(path: Path, description: Description) -> Kind[Any, Any]:
    """Give the kind of a file by what it says of itself.

    Raises
    ------
    WeightsError
        If this version knows no such kind, or no such model of the digit lab.
    """
    said = description.get("kind")
    if said == _DIGITS:
        from models.digits.store import digit_kind

        name, entries = description.get("name"), digit_entries()
        if not isinstance(name, str) or name not in entries:
            raise WeightsError(
                phrase(
                    "{path} holds the digit model {name!r}, which this version does not know.",
                    path=path,
                    name=name,
                )
            )
        return digit_kind(entries[name])
    if not isinstance(said, str) or said not in (*MONITOR, *LAB):
        known = ", ".join(sorted((*MONITOR, *LAB, _DIGITS)))
        raise WeightsError(
            phrase(
                "{path} holds a model of kind {said!r}, which is none of {known}.",
                path=path,
                said=said,
                known=known,
            )
        )
    return kind(said)
