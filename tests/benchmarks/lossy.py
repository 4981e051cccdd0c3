"""The lossy autoencoder's sampler: each pixel computed once, against the whole decoder run for each pixel."""

import time

import numpy as np
import torch

REPEATS = 5


def rows():
    """On one thread, as in the window; processor time, which other work does not lengthen."""
    from models.digits.lossy.catalogue import BEST, load
    from models.digits.lossy.sampler import Drawing, draw_naively

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    network = load(BEST)
    rng = np.random.default_rng(0)
    for images, most in ((1, 60), (16, 300)):
        z = network.prior.from_noise(torch.from_numpy(rng.normal(size=(images, network.latent))).float())
        features, chances = network.features(z), rng.uniform(1e-9, 1, (images, 784))
        times = []
        for _ in range(REPEATS):
            began = time.process_time()
            drawing = Drawing(network.pixels, features, chances)
            drawing.advance()
            times.append(1000 * (time.process_time() - began))
        took = float(np.median(times))
        well = took <= most
        what = f"lossy autoencoder: {images} image{'s' if images > 1 else ''} drawn pixel by pixel"
        if images == 1:
            began = time.process_time()
            same = np.array_equal(draw_naively(network.pixels, features, chances), drawing.images)
            naive = time.process_time() - began
            what += f" ({naive:.1f} s the naive way, {'the same' if same else 'other'} pixels)"
            well &= same
        yield what, f"{took:.0f} ms", f"≤ {most} ms", well
    torch.set_num_threads(threads)
