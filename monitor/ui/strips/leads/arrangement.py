"""In which order leads stand, and in how many columns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum

from monitor.ui.kit.language import tr

STANDARD_ORDER = ("i", "ii", "iii", "avr", "avl", "avf", "v1", "v2", "v3", "v4", "v5", "v6")
"""The twelve leads as a printout has them.

Kligfield P, Gettes LS, Bailey JJ, et al. Recommendations for the standardization and interpretation of the
electrocardiogram, part I. *Circulation* 115(10):1306-1324, 2007.
"""

MODIFIED = {"mli": "i", "mlii": "ii", "mliii": "iii"}
"""Limb leads with their electrodes on the trunk (MLII) stand where the limb leads would."""


class Layout(StrEnum):
    """How the shown leads are laid out."""

    ROWS = "rows"
    """One under another."""
    THREES = "threes"
    """Columns of three leads, and a rhythm strip of the analysed one: the standard printout."""
    SIXES = "sixes"
    """Columns of six leads, and a rhythm strip."""

    @property
    def depth(self) -> int:
        """Leads a column; 0 where there is one column of all."""
        return {Layout.ROWS: 0, Layout.THREES: 3, Layout.SIXES: 6}[self]

    def suits(self, n: int) -> bool:
        """Whether `n` leads can be laid out so; columns must be two at least."""
        return n > self.depth

    def words(self, n: int) -> str:
        """What it is called for `n` leads."""
        if self is Layout.ROWS:
            return tr("{n}×1, one under another").format(n=n)
        return tr("{depth}×{ceil} with rhythm strip").format(depth=self.depth, ceil=math.ceil(n / self.depth))


def standard_order(names: Sequence[str]) -> list[int]:
    """Columns of a record by the standard order of their leads; the others follow as the record has them.

    Parameters
    ----------
    names : sequence of str
        The leads' names; case does not matter, nor does a word ``ECG`` or ``lead`` before it.

    Returns
    -------
    list of int
        Every index of `names`, once.
    """

    def place(i: int) -> int:
        words = names[i].casefold().split()
        if len(words) > 1 and words[0] in ("ecg", "lead"):
            words = words[1:]
        name = "".join(words)
        name = MODIFIED.get(name, name)
        return STANDARD_ORDER.index(name) if name in STANDARD_ORDER else len(STANDARD_ORDER)

    return sorted(range(len(names)), key=place)


def columns(leads: Sequence[int], layout: Layout) -> list[list[int]]:
    """Cut leads, in their order, into the columns of a layout; one column where it does not suit them."""
    if layout is Layout.ROWS or not layout.suits(len(leads)):
        return [list(leads)]
    return [list(leads[i : i + layout.depth]) for i in range(0, len(leads), layout.depth)]
