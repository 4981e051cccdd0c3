"""What happened in “A code is a summary”."""

from __future__ import annotations

import numpy as np

from monitor.ui.kit.language import tr
from monitor.ui.lab.course.fact import Fact, NotYetError, Scene

PLACES = 21
"""Places on the way between two pins, both included."""

LEAST_NOISE = 20
"""Hundredths of noise from which a picture counts as spoilt."""


def two_or_many(scene: Scene) -> Fact:
    """Rebuild the learner's digit from 2 and from 32 numbers."""
    from models.digits import catalogue

    if scene.picture is None:
        raise NotYetError(tr("Draw a digit, or pick one."))
    two, many = (float(catalogue.load(name).errors(scene.picture)[0]) for name in ("ae-2", "ae"))
    return Fact(
        "two" if two < many else "many",
        tr("Your digit's mean squared error is {two:.4f} with 2 numbers and {many:.4f} with 32.").format(
            two=two, many=many
        ),
    )


def sixteen() -> Fact:
    """Compare a long code with a short one, over the test digits."""
    from models.digits.figures import load_figures

    error = {row["model"]: row["mse"] for row in load_figures()["family"]}
    sparse, conv = error["sparse"], error["conv-ae"]
    return Fact(
        "sparse" if sparse < conv else "conv",
        tr(
            "Mean squared error on 10,000 test digits: {sparse:.4f} with 192 numbers, {conv:.4f} with 16."
        ).format(sparse=sparse, conv=conv),
    )


def neighbours() -> Fact:
    """Count which digits lie nearest to 4s on the VAE's map."""
    from models.digits.space.codes import load_codes
    from monitor.ui.lab.course.near import neighbour_shares

    shares = neighbour_shares(load_codes("vae"))[4]
    others = shares.copy()
    others[4] = 0
    most = int(others.argmax())
    return Fact(
        str(most),
        tr(
            "Of the ten digits nearest to a 4, {own:.0f} % are 4s and {other:.0f} % are "
            "{most}s; no other digit has a greater share."
        ).format(own=100 * shares[4], other=100 * shares[most], most=most),
    )


def way(scene: Scene) -> Fact:
    """Let the judge read what is drawn between the learner's two pins."""
    from models.digits import catalogue
    from models.digits.space.holes import UNSURE

    pins = scene.pane.view.marks.pins
    if len(pins) < 2:
        raise NotYetError(tr("Put two pins on the map."))
    if scene.pane.network.labelled:
        raise NotYetError(tr("Choose a map whose network is not told the digit."))
    shares = np.linspace(0, 1, PLACES, dtype=np.float32)[:, None]
    start, end = (np.asarray(pin, np.float32) for pin in pins[:2])
    sure = (
        catalogue.load_judge().probabilities(scene.pane.network.decode(start + shares * (end - start))).max(1)
    )
    readable = int((sure >= UNSURE).sum())
    return Fact(
        float(readable),
        tr("The judge is sure, to {sure:.0f} % at least, at {readable} of {places} places.").format(
            sure=100 * UNSURE, readable=readable, places=PLACES
        ),
    )


def clean(scene: Scene) -> Fact:
    """Compare the errors below the pictures of the pane."""
    errors = scene.pane.errors
    if not errors:
        raise NotYetError(tr("Draw a digit, or pick one."))
    if scene.pane.level.value() < LEAST_NOISE:
        raise NotYetError(tr("Spoil the digit by {noise:.2f} at least.").format(noise=LEAST_NOISE / 100))
    times = errors["noisy"] / max(errors["denoised"], 1e-9)
    return Fact(
        round(times, 1),
        tr(
            "The spoilt picture's mean squared error is {noisy:.4f}, the cleaned one's "
            "{denoised:.4f}: {times:.1f} times smaller."
        ).format(noisy=errors["noisy"], denoised=errors["denoised"], times=times),
    )
