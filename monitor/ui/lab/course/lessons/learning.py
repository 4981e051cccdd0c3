"""What happened in “How it learns, and what it learns”."""

from __future__ import annotations

import math

from monitor.ui.kit.language import tr
from monitor.ui.lab.course.fact import Fact, NotYetError, Scene

SURE = -6.0
"""What comes into the last sigmoid of a network that is sure of black."""

STRONGER, MUCH_STRONGER = 1.1, 20.0

MOST_DIGITS, LEAST_BATCHES = 30, 1000
"""So few digits are learnt from, for so long at least."""

TWICE, TEN_TIMES = 2.0, 10.0


def pull() -> Fact:
    """Hold the pulls of both losses at a white pixel against each other, by their derivatives."""
    made = 1 / (1 + math.exp(-SURE))
    cross, squared = 1 - made, 2 * (1 - made) * made * (1 - made)
    times = cross / squared
    answer = "weaker" if times < 1 / STRONGER else "alike" if times < STRONGER else "some"
    return Fact(
        "many" if times > MUCH_STRONGER else answer,
        tr(
            "Cross-entropy pulls by {cross:.2f}, the squared error by {squared:.4f}: "
            "{times:.0f} times weaker."
        ).format(cross=cross, squared=squared, times=times),
    )


def heart(scene: Scene) -> Fact:
    """Hold the errors of the learner's training on few digits against each other."""
    at, others = scene.pane.errors.line("others")
    _, own = scene.pane.errors.line("train")
    if scene.pane.digits.currentData() > MOST_DIGITS:
        raise NotYetError(tr("Take {digits} digits or fewer, and start anew.").format(digits=MOST_DIGITS))
    if not len(at) or at[-1] < LEAST_BATCHES:
        raise NotYetError(tr("Press Start, and wait for {batches} batches.").format(batches=LEAST_BATCHES))
    times = float(others[-1] / own[-1])
    return Fact(
        "alike" if times < TWICE else "some" if times <= TEN_TIMES else "many",
        tr(
            "After {batches:.0f} batches {others:.4f} on others and {own:.4f} on its own: {times:.1f} times."
        ).format(batches=at[-1], others=others[-1], own=own[-1], times=times),
    )


def few_on(scene: Scene) -> Fact:
    """Count the units that are on for the input, with the penalty and without."""
    from models.digits import catalogue
    from models.digits.regularising import ON, load_unpunished

    if scene.picture is None:
        raise NotYetError(tr("Draw a digit, or pick one."))
    plain, sparse = (
        100 * float((model.encode(scene.picture)[0] > ON).mean())
        for model in (load_unpunished(), catalogue.load("sparse"))
    )
    return Fact(
        float(round(sparse)),
        tr("Of 100 units {sparse:.0f} are on with the penalty, {plain:.0f} without.").format(
            sparse=sparse, plain=plain
        ),
    )


def rivals(scene: Scene) -> Fact:
    """Give the errors that the learner's training has come to, beside those of both rivals."""
    errors = scene.pane.errors
    if errors is None:
        raise NotYetError(tr("Press Start, and wait until the training has ended."))
    return Fact(
        min(errors, key=lambda name: errors[name]),
        tr("LSTM {lstm:.1e}, “the same as just now” {last:.1e}, straight weighing {linear:.1e}.").format(
            **errors
        ),
    )
