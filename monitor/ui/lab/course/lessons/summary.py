"""What happened in “A code is a summary”."""

from __future__ import annotations

import numpy as np

from monitor.ui.lab.course.fact import Fact, NotYetError, Scene

PLACES = 21
"""Places on the way between two pins, both included."""

LEAST_NOISE = 20
"""Hundredths of noise from which a picture counts as spoilt."""


def two_or_many(scene: Scene) -> Fact:
    """Rebuild the learner's digit from 2 and from 32 numbers."""
    from models.digits import catalogue

    if scene.picture is None:
        raise NotYetError("Draw a digit, or pick one.")
    two, many = (float(catalogue.load(name).errors(scene.picture)[0]) for name in ("ae-2", "ae"))
    return Fact(
        "two" if two < many else "many",
        f"Your digit's mean squared error is {two:.4f} with 2 numbers and {many:.4f} with 32.",
    )


def sixteen() -> Fact:
    """Compare a long code with a short one, over the test digits."""
    from models.digits.figures import load_figures

    error = {row["model"]: row["mse"] for row in load_figures()["family"]}
    sparse, conv = error["sparse"], error["conv-ae"]
    return Fact(
        "sparse" if sparse < conv else "conv",
        f"Mean squared error on 10 000 test digits: {sparse:.4f} with 192 numbers, {conv:.4f} with 16.",
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
        f"Of the ten digits nearest to a 4, {100 * shares[4]:.0f} % are 4s and "
        f"{100 * shares[most]:.0f} % are {most}s; no other digit has a greater share.",
    )


def way(scene: Scene) -> Fact:
    """Let the judge read what is drawn between the learner's two pins."""
    from models.digits import catalogue
    from models.digits.space.holes import UNSURE

    pins = scene.pane.view.marks.pins
    if len(pins) < 2:
        raise NotYetError("Put two pins on the map.")
    if scene.pane.network.labelled:
        raise NotYetError("Choose a map whose network is not told the digit.")
    shares = np.linspace(0, 1, PLACES, dtype=np.float32)[:, None]
    start, end = (np.asarray(pin, np.float32) for pin in pins[:2])
    sure = (
        catalogue.load_judge().probabilities(scene.pane.network.decode(start + shares * (end - start))).max(1)
    )
    readable = int((sure >= UNSURE).sum())
    return Fact(
        float(readable),
        f"The judge is sure, to {100 * UNSURE:.0f} % at least, at {readable} of {PLACES} places.",
    )


def clean(scene: Scene) -> Fact:
    """Compare the errors below the pictures of the pane."""
    errors = scene.pane.errors
    if not errors:
        raise NotYetError("Draw a digit, or pick one.")
    if scene.pane.level.value() < LEAST_NOISE:
        raise NotYetError(f"Spoil the digit by {LEAST_NOISE / 100:.2f} at least.")
    times = errors["noisy"] / max(errors["denoised"], 1e-9)
    return Fact(
        round(times, 1),
        f"The spoilt picture's mean squared error is {errors['noisy']:.4f}, the cleaned one's "
        f"{errors['denoised']:.4f}: {times:.1f} times smaller.",
    )
