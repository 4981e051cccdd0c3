import pytest

from assets.errors import AssetError
from models.digits.catalogue import entry
from models.digits.own import LIKE, own_entry, read_own


def test_a_learners_net_is_like_the_courses_under_a_name_of_its_own():
    own, course = own_entry("own-3", "yours: β 4"), entry(LIKE)
    assert (own.name, own.title) == ("own-3", "yours: β 4")
    assert (own.network, own.settings, own.latent, own.cloud) == (
        course.network,
        course.settings,
        2,
        True,
    )
    assert course.name == LIKE, "the shipped one stays as it is"


def test_one_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(AssetError, match="own-1"):
        read_own(tmp_path, "own-1", "yours")
