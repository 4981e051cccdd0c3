"""The lab's page without the monitor around it, and MNIST's files with invented pictures in them."""

import gzip
import os
import struct

import numpy as np
import pytest

from monitor.ui.kit.theme import DARK
from monitor.ui.lab.page import LabPage


@pytest.fixture
def lab(qtbot, tmp_path):
    import torch  # noqa: F401 - the monitor's worker has loaded it by the time the lab is opened

    page = LabPage(tmp_path, DARK)
    qtbot.addWidget(page)
    page.resize(1280, 688)
    page.show()
    page.activate()
    yield page
    page.stop()


@pytest.fixture
def open_pane(lab):
    """Return a function that shows a pane by its name."""

    def show(name):
        lab.show_pane(name)
        return lab.pane

    return show


@pytest.fixture
def digits(tmp_path):
    """Give a folder with MNIST's four files, but 512 invented pictures in each."""
    rng = np.random.default_rng(1)
    for part in ("train", "t10k"):
        images = (rng.random((512, 28, 28)) * 255).astype(np.uint8)
        for name, magic, values in (
            ("images-idx3", 0x0803, images),
            ("labels-idx1", 0x0801, np.arange(512, dtype=np.uint8) % 10),
        ):
            head = struct.pack(f">{1 + values.ndim}I", magic, *values.shape)
            with gzip.open(tmp_path / f"{part}-{name}-ubyte.gz", "wb") as file:
                file.write(head + values.tobytes())
    return tmp_path


@pytest.fixture
def with_digits(monkeypatch, digits):
    """Let the lab find those pictures where it asks for MNIST."""
    monkeypatch.setattr("monitor.ui.lab.state.fetch_mnist", lambda **_: digits)


@pytest.fixture
def own_net(lab):
    """Give the name of a learner's net that the lab has taken, trained on invented pictures for a moment."""
    from assets.databases.mnist import DigitSet, Mnist
    from training.digits.fits.vae_trainer import VaeTrainer
    from training.digits.live.vae.keep import keep

    images = np.random.default_rng(0).integers(0, 256, (100, 28, 28)).astype(np.uint8)
    digits = DigitSet(images, (np.arange(100) % 10).astype(np.uint8))
    trainer = VaeTrainer(images)
    trainer.step()
    name = lab.state.new_own_name()
    keep(trainer, Mnist(digits, digits), lab.state.own_folder, name)
    lab.state.take_own(name, "a moment")
    return name


@pytest.fixture
def alive():
    """Return a function that says whether there is a process of a number."""

    def there(pid):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        return True

    return there
