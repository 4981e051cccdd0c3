"""What the catalogue lists is there, small, read once, and read without torch."""

import subprocess
import sys

import pytest

from models.digits.catalogue import ENTRIES, MAPS, entry, load, load_judge, read


def test_a_model_is_read_once():
    assert load("vae") is load("vae")
    assert load_judge() is load_judge()


def test_files_are_small():
    sizes = {name: found.path.stat().st_size for name, found in ENTRIES.items()}
    assert max(sizes.values()) < 3 * 2**20
    folder = ENTRIES["vae"].path.parent
    assert sum(path.stat().st_size for path in folder.iterdir()) < 14 * 2**20


def test_maps_have_two_numbers():
    assert all(ENTRIES[name].latent == 2 for name in MAPS)


def test_the_catalogue_loads_no_torch():
    code = (
        "import sys, models.digits.catalogue, models.digits.drawing, models.digits.space.latent, "
        "models.digits.space.codes, models.digits.examples, models.digits.figures;"
        "sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_names_that_do_not_exist_are_refused():
    with pytest.raises(ValueError, match="there is no digit model 'gan'"):
        load("gan")
    with pytest.raises(ValueError, match="load_judge"):
        load("judge")
    with pytest.raises(ValueError, match="no autoencoder"):
        read("judge", entry("judge").path)
