"""Words put one beside the other with the marks that the user's language puts between them."""

from __future__ import annotations

from collections.abc import Iterable

from monitor.ui.kit.language import tr


def listed(parts: Iterable[str]) -> str:
    """Give a list in one line: ``V1, V5``."""
    return tr(", ").join(parts)


def apart(parts: Iterable[str]) -> str:
    """Give a list in one line whose parts may be lists themselves: ``Ada: V, S; Bob: V``."""
    return tr("; ", "between the parts of a list").join(parts)


def labelled(label: str, said: str) -> str:
    """Give what is said under a label: ``Alarm: asystole``."""
    return tr("{label}: {said}").format(label=label, said=said)


def bracketed(said: str, more: str) -> str:
    """Give what is said with more in brackets, where there is more: ``asystole (II)``."""
    return tr("{said} ({more})").format(said=said, more=more) if more else said
