"""What the catalogue lists is complete, small, read once, and listed without torch."""

import importlib
import inspect
import pkgutil
import subprocess
import sys

import pytest
from torch import nn

from assets.phrase import Phrase
from models.digits import networks
from models.digits.catalogue import ENTRIES, FAMILY, JUDGE, MAPS, entry, load, load_judge, read
from models.digits.sampling.racers import RACERS


def test_a_model_is_read_once():
    assert load("vae") is load("vae")
    assert load_judge() is load_judge()


def test_files_are_small():
    folder = ENTRIES["vae"].path.parent
    assert sum(path.stat().st_size for path in folder.iterdir()) < 14 * 2**20


def test_whatever_has_two_numbers_has_a_map():
    assert set(MAPS) == {entry.name for entry in FAMILY if entry.latent == 2}


def test_every_network_is_in_the_catalogue():
    """A network that is written and left out would be seen by nobody."""
    found = set()
    for module in pkgutil.iter_modules(networks.__path__, networks.__name__ + "."):
        for name, kind in vars(importlib.import_module(module.name)).items():
            mine = isinstance(kind, type) and kind.__module__ == module.name
            if mine and issubclass(kind, nn.Module) and not inspect.isabstract(kind):
                found.add(f"{module.name}:{name}")
    assert found == {entry.network for entry in ENTRIES.values()}


def test_the_catalogue_loads_no_torch():
    code = (
        "import sys, models.digits.catalogue, models.digits.pictures.drawing, models.digits.space.latent, "
        "models.digits.space.codes, models.digits.pictures.examples, models.digits.figures;"
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


def test_what_the_lab_shows_can_be_told_in_other_languages_and_what_is_stored_is_plain():
    for one in (*FAMILY, JUDGE):
        assert isinstance(one.words, Phrase)
        assert type(one.name) is str, "it goes into files and messages"
    assert all(isinstance(one.title, Phrase) for one in FAMILY)
    assert all(isinstance(one.title, Phrase) and type(one.name) is str for one in RACERS)
