"""In English, figures have English forms whatever the system's are, and files are the same bytes."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]

COMMA = re.compile(r"\d,(?!\d{3}(?!\d))\d|\d\.\d{3},\d|\d[  ]\d{3}(?!\d)")
"""A decimal comma, or thousands parted by a point or a space."""

EXPORTED = ("watched.csv", "watched-events.csv", "watched.hea", "watched.dat", "watched.edf", "watched.alm")


@pytest.fixture(scope="module")
def locales(tmp_path_factory):
    """Folder of locales, of which many a machine has none: what the C library reads in place of its own."""
    if shutil.which("localedef") is None:
        pytest.skip("locales are made by localedef, which this system has not")
    folder = tmp_path_factory.mktemp("locales")
    for name in ("de_DE", "fr_FR", "ja_JP"):
        made = [shutil.which("localedef"), "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")]
        if subprocess.run(made, capture_output=True, check=False).returncode > 1:
            pytest.skip(f"this system has no sources of the locale {name}")
    return folder


@pytest.fixture(scope="module")
def watched(locales, tmp_path_factory):
    known = {}

    def watch(name):
        if name not in known:
            known[name] = tmp_path_factory.mktemp("watched")
            subprocess.run(
                [sys.executable, "-m", "tests.monitor.ui.shell.watched_in_english", str(known[name])],
                env={**os.environ, "LOCPATH": str(locales), "LANG": name, "LC_ALL": name},
                cwd=ROOT,
                check=True,
                timeout=280,
            )
        return known[name]

    return watch


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", ["de_DE.UTF-8", "fr_FR.UTF-8", "ja_JP.UTF-8"])
def test_pages_and_report_have_english_figures_and_exports_are_the_same(watched, name):
    usual, here = watched("C.UTF-8"), watched(name)
    said = json.loads((here / "words.json").read_text(encoding="utf-8"))
    assert said["half"] == 0.5, "as libraries in C read it"
    assert len(said["words"]["report"]) > 50
    assert len(said["words"]["retraining"]) > 300
    mixed = {text for texts in said["words"].values() for text in texts if COMMA.search(text)}
    assert not mixed
    for file in EXPORTED:
        assert (here / file).read_bytes() == (usual / file).read_bytes(), file


def test_a_form_of_another_language_is_found():
    assert all(COMMA.search(text) for text in ("1,5 mV", "1.234,5", "12 345 beats"))
    assert not any(COMMA.search(text) for text in ("1,234.5", "1.5 mV", "1,234,567", "a, 5 b", "100, 5"))
