"""What the race of samplers needs besides the networks: mixtures over their codes, and some of the codes."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save

from assets.databases.mnist import Mnist
from assets.write import write_bytes
from models.digits.catalogue import load
from models.digits.sampling.chain import Chain
from models.digits.sampling.corruption import corrupt
from models.digits.sampling.racers import Racer
from models.digits.sampling.score import Moments
from models.digits.sampling.shipped import FILE, pack_ground, read_ground
from training.digits.fits.fit import weights_path
from training.digits.sampling.em import best_mixture
from training.digits.times import described

LEARNT, HELD = 10_000, 2_500
"""Codes from which mixtures are fitted, and those that choose how many heaps they have."""

HEAPS = (10, 30)
"""Numbers of heaps that are tried."""

SHOWN = 600
"""Codes of real digits that ship for the lab."""

BATCH = 500
"""Pictures that are encoded or decoded at once."""

Say = Callable[[str], None]


def chain_of(racer: Racer, out: Path) -> Chain:
    """Give the chain of a model fitted into a folder, or of the shipped one."""
    from models.digits.catalogue import read

    path = weights_path(out, racer.name)
    network = (read(racer.name, path) if path.is_file() else load(racer.name)).network
    return Chain(network, corrupt if racer.denoising else None)


def codes_of(chain: Chain, x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Give a code of each image as the encoder was trained to: spoilt, and drawn from its cloud."""
    codes = []
    with torch.inference_mode():
        for part in x.split(BATCH):
            codes.append(chain.code(part, generator))
    return torch.cat(codes)


def ground_fits(mnist: Mnist, path: Path, chains: dict[str, Chain], seed: int) -> bool:
    """Whether the file is there, and was made of these weights with this seed: its codes are theirs."""
    if not path.is_file():
        return False
    codes = read_ground(path).codes
    x = torch.from_numpy(mnist.train.pixels(slice(min(LEARNT + HELD, -(-SHOWN // BATCH) * BATCH))))
    for name, chain in chains.items():
        own = codes_of(chain, x, torch.Generator().manual_seed(seed)).numpy()[: len(codes[name])]
        step = np.abs(codes[name]).max(0) / 127  # that to which they are rounded
        if own.shape != codes[name].shape or (np.abs(own - codes[name]) > step).any():
            return False
    return True


def write_ground(
    mnist: Mnist, out: Path, chains: dict[str, Chain], real: Moments, seed: int, say: Say
) -> None:
    """Fit the mixtures and write them with some codes; `real` are the features of the test digits."""
    begun = time.process_time()
    mixtures, shown = {}, {}
    x = torch.from_numpy(mnist.train.pixels(slice(LEARNT + HELD)))
    for name, chain in chains.items():
        say(f"mixture: {name}")
        codes = codes_of(chain, x, torch.Generator().manual_seed(seed)).numpy()
        learnt = len(codes) * LEARNT // (LEARNT + HELD)
        mixtures[name], _ = best_mixture(codes[:learnt], codes[learnt:], HEAPS, seed)
        shown[name] = codes[:SHOWN]
    arrays = pack_ground(real, mixtures, shown)
    said = described("ground of the race of samplers", time.process_time() - begun)
    write_bytes(out / FILE, save(arrays, metadata=said))
