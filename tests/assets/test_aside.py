"""What cannot be used any more gets another name, and takes no other file's."""

import pytest

from assets.aside import set_aside


def test_each_is_kept_under_a_name_of_its_own(tmp_path):
    file = tmp_path / "marks.json"
    kept = []
    for content in ("one", "two", "three"):
        file.write_text(content)
        kept.append(set_aside(file))
        assert not file.exists()
    assert [path.read_text() for path in kept] == ["one", "two", "three"]
    assert all(path.name.startswith("marks.json.unusable-") for path in kept)


def test_what_is_not_there_is_told(tmp_path):
    with pytest.raises(FileNotFoundError):
        set_aside(tmp_path / "nothing")
