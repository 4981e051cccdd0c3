"""Normal only: an autoencoder that never sees one digit, fitted while somebody watches."""

from __future__ import annotations

import time
from pathlib import Path

import torch

from assets.databases.mnist import load_mnist
from models.digits.networks.network import DigitNetwork
from training.digits.figures.uses import anomaly
from training.digits.fits.fit import fit
from training.digits.fits.steps import Step
from training.digits.live.link import Link, Message

TELL_S = 0.25
"""How often progress is told, in seconds."""


def run(request: Message, link: Link) -> None:
    """Fit the autoencoder that never sees a digit, and measure how well its error finds that digit.

    Parameters
    ----------
    request : dict
        ``mnist``: folder of the images; ``digit``; ``seed``; ``out``: folder for the weights.
    link : Link
        Is told ``share`` (of the work, 0 to 1), ``epoch`` and ``loss`` (nats per image) now and then; in the
        end ``weights`` (the file, as the shipped ones are) and ``found``
        (`training.digits.figures.uses.anomaly`).

    Raises
    ------
    AssetError
        If MNIST is missing or broken.
    ValueError
        If there is no such digit, or the seed is out of range.
    OSError
        If the weights cannot be written.
    """
    mnist = load_mnist(Path(request["mnist"]))
    digit = int(request["digit"])
    told_at = 0.0

    def report(step: Step, epochs: int) -> None:
        nonlocal told_at
        if time.monotonic() - told_at >= TELL_S:
            told_at = time.monotonic()
            share = (step.epoch - 1 + step.step / step.steps) / epochs
            link.tell(share=share, epoch=step.epoch, epochs=epochs, loss=step.losses["loss"])

    fitted = fit(
        f"without-{digit}", mnist, Path(request["out"]), seed=request["seed"], fresh=True, report=report
    )
    assert isinstance(fitted.network, DigitNetwork)
    with torch.inference_mode():
        (found,) = anomaly({digit: fitted.network}, mnist.test)
    link.tell(weights=str(fitted.path), found=found)
