"""The user's own scenarios stand beside those that ship."""

import pytest

from assets.errors import WriteError
from monitor.bedside.scenario.shelf import keep, shelved
from tests.models.scenario.text.test_reading import GOOD


def test_own_ones_are_listed_beside_those_that_ship(tmp_path):
    folder = tmp_path / "scenarios"
    assert not any(one.own for one in shelved(folder))
    path = keep(folder, "my-course", GOOD)
    assert path.read_text(encoding="utf-8") == GOOD
    keep(folder, "broken", "title = 3")
    own = {one.name: one for one in shelved(folder) if one.own}
    assert own["my-course"].title == "A course"
    assert own["my-course"].playable
    assert not own["broken"].playable
    assert "broken.toml, line 1" in own["broken"].about


@pytest.mark.parametrize("name", ["", "../up", "a/b", "A course", "x" * 60, ".hidden", "con\n"])
def test_a_name_that_is_none_is_refused(tmp_path, name):
    with pytest.raises(WriteError, match="lower-case letters"):
        keep(tmp_path, name.replace("con\n", "co n"), GOOD)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WriteError, match="cannot be made"):
        keep(tmp_path / "file" / "scenarios", "mine", GOOD)
