"""Where the files lie that ship with the program."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def weights_file(kind: str) -> Path:
    """Path of the shipped weights of a kind of the monitor's models, such as ``forecaster``."""
    return _folder("weights") / f"{kind}.safetensors"


def digits_folder() -> Path:
    """Folder of the digit lab's shipped weights, codes and figures."""
    return _folder("digits")


def scenarios_folder() -> Path:
    """Folder of the scenarios that ship, a TOML file each."""
    return _folder("scenarios")


def languages_folder() -> Path:
    """Folder of the words of each language, a folder each."""
    return _folder("languages")


def _folder(name: str) -> Path:
    return Path(str(resources.files("assets") / name))
