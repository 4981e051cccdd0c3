"""What happened in “Making new ones, and remembering”."""

from __future__ import annotations

from statistics import mean
from typing import TYPE_CHECKING

from assets.errors import AssetError
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.lab.course.fact import Fact, NotYetError, Scene

if TYPE_CHECKING:
    from models.digits.sampling.shipped import Row

SAME_NATS = 0.05
"""A difference in nats of a digit that is not worth a word."""

LEAST_LAYERS = 10
"""A network of at least so many layers is called deep."""

FEW_TIMES, MANY_TIMES = 10, 1000

RACER, FEW_ROUNDS, MANY_ROUNDS = "conv-vae-16", 5, 50
"""The network of the race, and rounds that are compared."""

ALIKE = 1.1
"""Distances that differ by less than this factor are called alike."""

MISSING = "lower half"
"""What was taken away, by its name in the shipped figures."""

LAG = 100
"""Steps from the mark to the question."""


def bound() -> Fact:
    """Hold the first estimate of the course's VAE against that of many codes, and the exact value."""
    from models.digits.likelihood.measured import load_likelihood

    (row,) = (one for one in load_likelihood() if (one["model"], one["pixels"]) == ("vae", "dynamic"))
    most = max(row["bounds"], key=int)
    gain = row["elbo"] - row["bounds"][most]
    return Fact(
        "up" if gain > SAME_NATS else "down" if gain < -SAME_NATS else "same",
        tr(
            "Over {digits} test digits: {elbo:.1f} nats at first, {more:.1f} with {most} "
            "codes, exactly {exact:.1f}. Fewer nats are more probable."
        ).format(
            digits=row["digits"], elbo=row["elbo"], more=row["bounds"][most], most=most, exact=row["exact"]
        ),
    )


def rounds() -> Fact:
    """Hold the pictures of a long chain against those of none."""
    from models.digits.sampling.shipped import load_measured

    measured = load_measured()
    none, few, many = (_raced(measured.row(RACER, "chain", steps)) for steps in (0, FEW_ROUNDS, MANY_ROUNDS))
    ratio = many.frechet / none.frechet
    answer = "nearer" if ratio < 1 / ALIKE else "farther" if ratio > ALIKE else "same"
    return Fact(
        answer,
        tr(
            "Distance to real digits: {none:.0f} by chance, {few:.0f} after "
            "{few_rounds} rounds, {many:.0f} after {many_rounds}. The judge's certainty "
            "goes from {sure:.2f} to {surer:.2f}, the variety from {variety:.2f} "
            "to {variety_left:.2f} nats."
        ).format(
            none=none.frechet,
            few=few.frechet,
            few_rounds=FEW_ROUNDS,
            many=many.frechet,
            many_rounds=MANY_ROUNDS,
            sure=none.confidence,
            surer=many.confidence,
            variety=none.entropy,
            variety_left=many.entropy,
        ),
    )


def _raced(row: Row | None) -> Row:
    if row is None:
        raise AssetError(tr("The shipped figures of the race lack a chain."))
    return row


def filled() -> Fact:
    """Say what comes nearest to the lower half of test digits."""
    from models.digits.diffusion.measured import load_measured

    (row,) = (one for one in load_measured()["inpainting"] if one["missing"] == MISSING)
    error = {"denoising": row["denoising_kept"], "one": row["one"], "mean": row["mean"]}
    return Fact(
        min(error, key=lambda way: error[way]),
        tr(
            "Mean squared error over {digits} test digits: {denoising:.3f} by the denoising "
            "network, {one:.3f} by one answer of diffusion, {mean:.3f} by their mean."
        ).format(digits=row["digits"], denoising=error["denoising"], one=error["one"], mean=error["mean"]),
    )


def kept() -> Fact:
    """Compare what the codes hold of a decoder that looks at its drawing and of one that does not."""
    from models.digits.lossy.figures import load_kept

    by_reach = sorted(load_kept().values(), key=lambda one: one.reach)
    blind, seeing = by_reach[0], by_reach[-1]
    return Fact(
        "blind" if blind.kl > seeing.kl else "seeing",
        tr(
            "The code holds {blind:.1f} nats where {reach} rows are seen, and {seeing:.1f} where "
            "{more_rows} are, on average over {digits} test digits."
        ).format(
            blind=blind.kl, reach=blind.reach, seeing=seeing.kl, more_rows=seeing.reach, digits=seeing.digits
        ),
    )


def weaker(scene: Scene) -> Fact:
    """Compare what the first and the last layer of the learner's deep network were told."""
    layers, gradient = scene.pane.layers.line("sigmoid")
    if not len(gradient):
        raise NotYetError(tr("Press Start, and wait until the first curves are there."))
    if len(layers) < LEAST_LAYERS:
        raise NotYetError(tr("Take {layers} layers or more, and start anew.").format(layers=LEAST_LAYERS))
    if gradient[0] <= 0:
        return Fact(
            "many", tr("Of {layers} layers the first one is told nothing at all.").format(layers=len(layers))
        )
    times = float(gradient[-1] / gradient[0])
    answer = "few" if times < FEW_TIMES else "some" if times <= MANY_TIMES else "many"
    figure = in_figures(float(f"{times:.2g}"), ",.10g")
    return Fact(
        answer,
        tr("Of {layers} layers the last one is told {figure} times as much as the first.").format(
            layers=len(layers), figure=figure
        ),
    )


def remember() -> Fact:
    """Give the right answers of both networks after `LAG` steps, over all starts."""
    from models.explain.recall import load_recall

    found = load_recall()
    at = found["lags"].index(LAG)
    plain, lstm = (100 * mean(start[at] for start in found["end"][kind]) for kind in ("rnn", "lstm"))
    return Fact(
        round(plain),
        tr(
            "Over {seeds} starts: the plain one {plain:.0f} of 100, the LSTM {lstm:.0f}. Guessing gives 50."
        ).format(seeds=found["seeds"], plain=plain, lstm=lstm),
    )
