"""What a latent map is, in words that hold for the model whose map it is."""

from __future__ import annotations

from assets.phrase import phrase
from models.digits.entry import Entry

CLOUDS = phrase(
    "Each place on this map is a digit the network can draw; neighbours look alike, because every training "
    "digit was stored as a small cloud and the clouds were pulled together. Walk from one pin to the other: "
    "nothing in between was ever written by anyone."
)
TOLD = phrase(
    "This network is told which digit to draw, so a place on its map is no digit but a handwriting: slant, "
    "width, weight. Let it draw another digit above, and the hand stays the same at the same place."
)
OPPONENT = phrase(
    "This network stores every digit as a point, not as a cloud. An opponent tried to tell the points from "
    "plain chance, and to deceive it the network laid them where chance would: round the middle, closely, "
    "so that one can walk from one pin to the other here too."
)
POINTS = phrase(
    "This network stores every digit as a point, and nothing told it where: the numbers at the edges say how "
    "far its points have spread. Neighbours still look alike; but nobody can say beforehand where on such a "
    "plane a digit will be found."
)
"""What the map is, by how its model stores a digit."""


def words_of(entry: Entry | None) -> str:
    """Give what the map of a model is; of a model that stores clouds, where none is given."""
    if entry is not None and entry.labelled:
        return TOLD
    if entry is None or entry.cloud:
        return CLOUDS
    return OPPONENT if entry.name == "adversarial" else POINTS
