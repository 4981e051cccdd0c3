"""A file of figures is read down to its last row, or refused in a sentence that says what and where."""

import json
from typing import TypedDict

import pytest

from assets.errors import AssetError
from assets.figures import MAX_BYTES, read_figures
from assets.shipped import digits_folder
from models.digits import figures as digits
from models.digits.diffusion import measured as diffusion
from models.explain.recall import Recalled
from models.heartbeats import figures as heartbeats


class Row(TypedDict):
    name: str
    error: float


class Shipped(TypedDict):
    rows: list[Row]


def test_what_is_whole_is_read(tmp_path):
    file = tmp_path / "f.json"
    file.write_text('{"rows": [{"name": "a", "error": 1}]}')
    assert read_figures(file, Shipped, "a test") == {"rows": [{"name": "a", "error": 1.0}]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"rows": [{"name": "a"}]}', r"has not all the figures of a test \(.*error.*\$\.rows\[0\]"),
        ('{"rows": [{"name": "a", "error": "?"}]}', r"has not all the figures of a test .*rows\[0\]\.error"),
        ('{"rows": [{"name": "a", "error": NaN}]}', "is not readable"),
        ("[]", "has not all"),
        ("{", "is not readable"),
        ("[" * 99_999, r"f\.json (is not readable|has not all)"),
        ('{"rows": [{"name": "' + "a" * MAX_BYTES + '", "error": 1}]}', "is not readable"),
    ],
)
def test_what_is_damaged_is_a_sentence(tmp_path, text, told):
    file = tmp_path / "f.json"
    file.write_text(text)
    with pytest.raises(AssetError, match=told):
        read_figures(file, Shipped, "a test")


def test_what_is_missing_or_no_file_is_a_sentence(tmp_path):
    with pytest.raises(AssetError, match="There is no file"):
        read_figures(tmp_path / "f.json", Shipped, "a test")
    with pytest.raises(AssetError, match="is not readable"):
        read_figures(tmp_path, Shipped, "a test")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (digits.FILE, digits.Figures),
        (diffusion.FILE, diffusion.Measured),
        (heartbeats.FILE, heartbeats.Figures),
        ("memory.json", Recalled),
    ],
)
def test_nothing_that_ships_is_left_out(name, kind):
    file = digits_folder() / name
    assert read_figures(file, kind, name) == json.loads(file.read_text(encoding="utf-8"))
