"""The databases and the names of their records."""

import pytest

from assets.databases.fetch import fetch_record, header_at_hand, verified_in_mirror
from assets.databases.published import DATABASES, SVDB, database_of, identity_of, listed
from assets.databases.registry import registry
from assets.records.open import open_record


def test_no_two_databases_have_a_record_of_one_name():
    names = [name for database in DATABASES for name in database.records]
    assert len(names) == len(set(names))
    assert all(database_of(name) is database for database in DATABASES for name in database.records)


@pytest.mark.parametrize("name", ["80", "0800", "813", "895", "EM", "demo", "", "../800"])
def test_other_names_are_of_no_database(name):
    assert database_of(name) is None


def test_an_identity_says_which_database():
    assert [identity_of(name) for name in ("208", "800", "em")] == ["mitdb/208", "svdb/800", "nstdb/em"]


def test_the_registry_has_every_file_of_every_database():
    for database in DATABASES:
        expected = {name + suffix for name in database.records for suffix in database.suffixes}
        assert set(registry(database.key)) == expected


def test_the_hashes_are_those_that_were_published(data_dir):
    lines = (data_dir / "svdb-catalogue.SHA256SUMS.txt").read_text().split()
    published = dict(zip(lines[1::2], lines[::2], strict=True))
    assert {file.name: file.sha256 for file in registry("svdb").values()} == published


@pytest.mark.parametrize("name", ["800", "893", "em"])
def test_a_record_comes_from_the_mirror_by_its_name_alone(data_dir, name):
    database = database_of(name)
    assert fetch_record(name, data_dir=data_dir) == data_dir / database.key / f"{name}.hea"
    assert verified_in_mirror(name, data_dir) == header_at_hand(name, data_dir=data_dir)
    record = open_record(name, data_dir=data_dir)
    assert record.identity == identity_of(name)
    assert (record.annotations is not None) == database.annotated


def test_the_supraventricular_symbols_have_their_class(data_dir):
    from training.data.dataset import read_beats

    counted = read_beats(open_record("865", data_dir=data_dir)).aami.tolist()
    assert {name: counted.count(name) for name in "NSVFQ"} == {"N": 1102, "S": 1818, "V": 235, "F": 0, "Q": 7}


def test_the_sentence_about_a_name_that_is_none_lists_those_that_are():
    assert listed() == "Arrhythmia 100 to 234; Supraventricular 800 to 894; Noise bw, em, ma"
    assert SVDB.citation.startswith("Greenwald")
