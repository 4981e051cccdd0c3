"""What happened in “Point or cloud”."""

from __future__ import annotations

import numpy as np

from monitor.ui.kit.language import tr
from monitor.ui.lab.course.fact import Fact, NotYetError, Scene

REACH = 3.0
"""Half the side of the square in which nearly all of a standard normal code lies."""

DRAWS = 8
"""Places that are drawn from a cloud at once."""

EPOCHS = 2
"""So long a network has to learn before its clouds are held against others."""

ALIKE = 1.25
"""Clouds whose widths differ by less than this factor are called alike."""


def spread() -> Fact:
    """Count codes of the plain autoencoder that lie far from the middle."""
    from models.digits.space.codes import load_codes

    plain, clouds = (
        float((np.abs(load_codes(name).means) > REACH).any(1).mean()) for name in ("ae-2", "vae")
    )
    return Fact(
        round(100 * plain),
        tr("{plain:.0f} % of the plain one's codes, and {clouds:.0f} % of the VAE's.").format(
            plain=100 * plain, clouds=100 * clouds
        ),
    )


def chance() -> Fact:
    """Give how many places taken by chance near the middle cannot be read."""
    from models.digits.space.codes import load_codes
    from models.digits.space.holes import unreadable

    plain, clouds = (100 * unreadable(load_codes(name)).chance for name in ("ae-2", "vae"))
    return Fact(
        round(plain),
        tr(
            "The judge is unsure of {plain:.0f} in 100 of the plain one's and {clouds:.0f} of the VAE's."
        ).format(plain=plain, clouds=clouds),
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
        tr(
            "{conditional:.1f} of 10 on the map of the one that is told, {usual:.1f} on the "
            "usual one. By mere chance it would be 1."
        ).format(conditional=conditional, usual=usual),
    )


def draws(scene: Scene) -> Fact:
    """Let the judge read what the learner drew from the cloud of the input."""
    from models.digits import catalogue

    pane = scene.pane
    if scene.picture is None:
        raise NotYetError(tr("Draw a digit, or pick one."))
    if pane.width_factor != 1:
        raise NotYetError(tr("Set σ back to 1 ×."))
    if len(pane.places) != DRAWS:
        raise NotYetError(tr("Press “Draw {draws}”.").format(draws=DRAWS))
    middle, _ = pane.network.cloud(scene.picture)
    read = catalogue.load_judge().digits(pane.network.decode(np.concatenate([middle, pane.places])))
    same = int((read[1:] == read[0]).sum())
    return Fact(
        float(same),
        tr("The judge reads a {digit} at the middle, and the same in {same} of {draws} draws.").format(
            digit=read[0], same=same, draws=DRAWS
        ),
    )


def beta(scene: Scene) -> Fact:
    """Hold the clouds of the learner's training without a pull against those of the course's VAE."""
    from models.digits.space.codes import load_codes

    pane = scene.pane
    clouds, at = pane.map.marks.clouds, pane.curves["kl"].at
    if clouds is None or not len(at):
        raise NotYetError(tr("Turn beta to 0 and press Start."))
    turned, words = pane.curves["kl"].marks[-1]
    if pane.beta != 0 or words != "β 0":
        raise NotYetError(tr("Turn beta to 0."))
    if at[-1] - turned < EPOCHS:
        raise NotYetError(
            tr("Let it learn for {epochs} epochs at least; it is at {at:.1f}.").format(
                epochs=EPOCHS, at=at[-1] - turned
            )
        )
    usual = load_codes("vae")
    one = float(np.median(usual.stds)) / (2 * usual.extent.half)
    here = float(np.median(clouds[1])) / (2 * pane.map.extent.half)
    answer = "narrower" if here * ALIKE < one else "wider" if here > one * ALIKE else "alike"
    return Fact(
        answer,
        tr(
            "Half of the clouds are narrower than {here:.2g} % of the map without the pull, "
            "and {usual:.2g} % with beta at 1, as the course's VAE learnt."
        ).format(here=100 * here, usual=100 * one),
    )
