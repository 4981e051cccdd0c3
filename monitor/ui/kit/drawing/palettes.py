"""Each theme in two palettes: the usual one, and one whose colours are told apart by colour-blind eyes too.

The second follows Okabe M, Ito K, *Color Universal Design*, 2008: blues, oranges and purples of different
lightness where the usual one has green and red. What alarms are coloured in stays as it is, by IEC 60601-1-8.
"""

from __future__ import annotations

from dataclasses import replace

from monitor.ui.kit.theme import DARK, LIGHT, Theme

USUAL, APART = "usual", "apart"

DARK_APART = replace(
    DARK,
    palette=APART,
    leads=("#89cbf0", "#f0e442", "#48d0a4", "#f2f2f2"),
    forecast="#d97706",
    reconstruction="#a56a93",
    template="#1f8f6f",
    premature="#4c8fd6",
    premature_shade="#304c8fd6",
    accent="#89cbf0",
    ectopic="#cc79a7",
    pressure="#d55e00",
    pleth="#0b9d74",
    respiration="#f0e442",
    other="#f2f2f2",
)

LIGHT_APART = replace(
    LIGHT,
    palette=APART,
    leads=("#004734", "#602a00", "#083c6b", "#8f5a78"),
    forecast="#bb5300",
    reconstruction="#2687be",
    template="#4fb892",
    premature="#003e8a",
    premature_shade="#30003e8a",
    accent="#0064a0",
    ectopic="#74285c",
    pressure="#c25a00",
    pleth="#005f9e",
    respiration="#5a4500",
    other="#a882c4",
)

PALETTES = (USUAL, APART)

_THEMES = {(t.name, t.palette): t for t in (DARK, LIGHT, DARK_APART, LIGHT_APART)}


def theme_of(name: str, palette: str) -> Theme:
    """Give the theme of a name, ``dark`` or ``light``, in a palette of `PALETTES`."""
    return _THEMES[name, palette]
