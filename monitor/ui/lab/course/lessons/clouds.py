"""What happened in “Point or cloud”."""

from __future__ import annotations

import numpy as np

from monitor.ui.lab.course.fact import Fact

REACH = 3.0
"""Half the side of the square in which nearly all of a standard normal code lies."""


def spread() -> Fact:
    """Count codes of the plain autoencoder that lie far from the middle."""
    from models.digits.space.codes import load_codes

    plain, clouds = (
        float((np.abs(load_codes(name).means) > REACH).any(1).mean()) for name in ("ae-2", "vae")
    )
    return Fact(
        round(100 * plain),
        f"{100 * plain:.0f} % of the plain one's codes, and {100 * clouds:.0f} % of the VAE's.",
    )


def chance() -> Fact:
    """Give how many places taken by chance near the middle cannot be read."""
    from models.digits.space.codes import load_codes
    from models.digits.space.holes import unreadable

    plain, clouds = (100 * unreadable(load_codes(name)).chance for name in ("ae-2", "vae"))
    return Fact(
        round(plain),
        f"The judge is unsure of {plain:.0f} in 100 of the plain one's and {clouds:.0f} of the VAE's.",
    )


def told() -> Fact:
    """Count neighbours that are the same digit, where the network is told the digit."""
    from models.digits.space.codes import load_codes
    from monitor.ui.lab.course.near import neighbour_shares

    usual, conditional = (
        10 * float(np.diag(neighbour_shares(load_codes(n))).mean()) for n in ("vae", "cvae")
    )
    return Fact(
        round(conditional, 1),
        f"{conditional:.1f} of 10 on the map of the one that is told, {usual:.1f} on the usual one. By mere "
        "chance it would be 1.",
    )
