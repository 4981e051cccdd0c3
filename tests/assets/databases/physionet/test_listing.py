"""Which records a database has."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from assets.databases.physionet.known import CC_BY, COLLECTIONS, KNOWN, ODC_BY
from assets.databases.physionet.listing import records_of
from assets.databases.physionet.name import is_database
from assets.errors import DownloadError
from tests.assets.databases.physionet.conftest import PhysioNet

NAMES = ("04015", "deep/er/r", "hostile")


def test_the_list_is_fetched_once_and_holds_names_of_records_alone(
    physionet: PhysioNet, tmp_path: Path
) -> None:
    assert records_of("afdb", cache_dir=tmp_path, site=physionet.site, at_hand=True) == ()
    assert physionet.requests == []
    assert records_of("afdb", cache_dir=tmp_path, site=physionet.site) == NAMES
    asked = len(physionet.requests)
    assert records_of("afdb", cache_dir=tmp_path, site=physionet.site) == NAMES
    assert records_of("afdb", cache_dir=tmp_path, at_hand=True) == NAMES
    assert len(physionet.requests) == asked


@pytest.mark.usefixtures("physionet")
def test_a_mirror_needs_no_network(mirror: Path, tmp_path: Path) -> None:
    assert records_of("afdb", data_dir=mirror, cache_dir=tmp_path / "c") == NAMES


def test_a_database_that_is_not_there_is_said(physionet: PhysioNet, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="perhaps there is no database ltdb"):
        records_of("ltdb", cache_dir=tmp_path, site=physionet.site)


def test_the_known_databases_have_a_sentence_and_a_licence() -> None:
    assert len(KNOWN) == len(COLLECTIONS)
    for one in COLLECTIONS:
        assert is_database(one.key)
        assert one.licence in {ODC_BY, CC_BY}
        assert one.holds.endswith(".")
    groups = [one.group for one in COLLECTIONS]
    assert sum(a != b for a, b in pairwise(groups)) + 1 == len(set(groups))
