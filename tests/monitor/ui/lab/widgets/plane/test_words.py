import pytest

from models.digits.catalogue import MAPS, entry
from monitor.ui.lab.widgets.plane.words import words_of


@pytest.mark.parametrize("name", MAPS)
def test_clouds_are_told_of_only_where_there_are_clouds(name):
    words = words_of(entry(name))
    if entry(name).cloud:
        assert "as a point" not in words
    else:
        assert "as a point" in words
        assert "stored as a small cloud" not in words
    assert ("told which digit" in words) == entry(name).labelled
