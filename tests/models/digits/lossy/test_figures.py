"""Figures are read strictly, and refused in a sentence."""

import json

import pytest

from assets.errors import AssetError
from models.digits.lossy.figures import load_kept, read_kept


def test_what_ships_is_read():
    assert all(0 <= one.same_digit <= 1 and one.differing >= 0 for one in load_kept().values())


@pytest.mark.parametrize(
    "text", ["{", "[]", "{}", json.dumps({"models": [{"name": "lossy-6"}]}), '{"models": 3}']
)
def test_what_is_damaged_is_refused(tmp_path, text):
    path = tmp_path / "lossy.json"
    path.write_text(text)
    with pytest.raises(AssetError, match=r"lossy\.json (is not readable|has not all the figures)"):
        read_kept(path)


def test_what_is_missing_is_refused(tmp_path):
    with pytest.raises(AssetError, match="There is no file"):
        read_kept(tmp_path / "none.json")
