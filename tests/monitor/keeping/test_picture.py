"""What the file of a picture says of itself: the artefacts in it, and nothing where there are none."""

import warnings
from dataclasses import replace
from xml.etree import ElementTree

import matplotlib
import pytest
from PIL import Image

from monitor.keeping.picture import write as draw
from monitor.keeping.writing import write

TOLD = "Artefact added: Muscle noise, 6 dB (MLII, V1µ), 13.9 to 18.9 s"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def same_every_time(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    with matplotlib.rc_context({"svg.hashsalt": "same"}):
        yield


def test_a_picture_names_its_artefacts_in_the_file_too(account, tmp_path):
    write(tmp_path / "p.png", account)
    with Image.open(tmp_path / "p.png") as picture:
        assert picture.info["Description"] == TOLD
        assert picture.info["Title"] == f"r1: {account.start / 360:g} to {account.stop / 360:g} s; {TOLD}"
    write(tmp_path / "p.svg", account)
    root = ElementTree.parse(tmp_path / "p.svg").getroot()
    assert root.findtext(f"{SVG}title").endswith(TOLD)
    (description,) = root.iter("{http://purl.org/dc/elements/1.1/}description")
    assert description.text == TOLD


def test_leads_may_be_called_what_they_like(account, tmp_path):
    one = account.artefacts[0]
    named = replace(one, setting=replace(one.setting, leads=("誘導<&$x$>",)))
    for ending in (".png", ".svg"):
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Glyph")  # whether a font has these letters is the machine's
            write(tmp_path / f"p{ending}", replace(account, artefacts=(named,)))
    with Image.open(tmp_path / "p.png") as picture:
        assert "誘導<&$x$>" in picture.info["Description"]
    assert "誘導<&$x$>" in ElementTree.parse(tmp_path / "p.svg").getroot().findtext(f"{SVG}title")


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_a_stretch_without_is_the_same_file_byte_for_byte(account, tmp_path, ending):
    """A stretch beside the artefact, and one of an account that knows of none, are one picture."""
    beside = account.within(account.start, account.artefacts[0].start)
    paths = [tmp_path / f"{name}{ending}" for name in "ab"]
    for path, part in zip(paths, (beside, replace(beside, artefacts=())), strict=True):
        draw(path, part, (), lambda share: True)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert b"rtefact" not in paths[0].read_bytes()
