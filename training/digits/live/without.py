"""Normal only: an autoencoder that never sees one digit, fitted while somebody watches."""

from __future__ import annotations

from pathlib import Path

from assets.databases.mnist import load_mnist
from models.contract.messages.commands import TrainWithout
from models.contract.messages.fitting import Done
from models.digits import catalogue
from models.digits.networks.network import DigitNetwork
from training.digits.figures.uses import anomaly
from training.digits.fits.fit import fit
from training.digits.fits.steps import Step
from training.digits.live.link import Link
from training.engine.progress import JsonLines, Plan


def run(request: TrainWithout, link: Link) -> None:
    """Fit the autoencoder that never sees a digit, and measure how well its error finds that digit.

    Parameters
    ----------
    request : TrainWithout
        What is asked for.
    link : Link
        Is told `Start`, a `Step` now and then, and in the end `Done` with the weights (as the shipped ones
        are) and how well they find the digit (`training.digits.figures.uses.anomaly`).

    Raises
    ------
    AssetError
        If MNIST is missing or broken.
    ValueError
        If there is no such digit, or the seed is out of range.
    OSError
        If the weights cannot be written.
    """
    mnist = load_mnist(Path(request.mnist))
    digit, name = request.digit, f"without-{request.digit}"
    lines: JsonLines | None = None

    def report(step: Step, epochs: int) -> None:
        nonlocal lines
        if lines is None:
            lines = JsonLines(Plan(name, (), (), epochs, step.steps), link.tell)
            lines.start(0)
        lines.step((step.epoch - 1) * step.steps + step.step, step.losses["loss"])

    fitted = fit(name, mnist, Path(request.out), seed=request.seed, fresh=True, report=report)
    knows = catalogue.load("knows-all").network
    assert isinstance(fitted.network, DigitNetwork)
    (found,) = anomaly({digit: fitted.network}, mnist.test, knows)
    found.pop("digit")
    link.tell(Done(name, str(fitted.path), found))
