import pytest

from assets.databases import mitbih, svdb
from assets.databases.catalogue import entry, load_catalogue
from assets.databases.published import DATABASES
from assets.errors import AssetError


def found(query):
    return {candidate.number for candidate in load_catalogue() if candidate.matches(query)}


def of(key):
    return [candidate for candidate in load_catalogue() if candidate.database == key]


def test_all_records_of_a_database_in_order():
    numbers = [candidate.number for candidate in load_catalogue()]
    assert len(set(numbers)) == len(numbers) == 48 + 78 + 3
    for database in DATABASES:
        found_here = [candidate.number for candidate in of(database.key)]
        assert found_here == sorted(found_here)
        assert tuple(found_here) == database.records


def test_splits_are_disjoint_and_complete():
    assert len(mitbih.DS1) == len(mitbih.DS2) == 22
    assert not set(mitbih.DS1) & set(mitbih.DS2)
    assert {c.number for c in of("mitdb") if not c.split} == set(mitbih.PACED)
    assert len(svdb.DEVELOPMENT) == len(svdb.TEST) == 39
    assert sorted(svdb.DEVELOPMENT + svdb.TEST) == list(svdb.RECORDS)
    assert all(c.split for c in of("svdb"))


def test_nothing_is_told_of_a_record_that_is_kept_as_a_test():
    for candidate in of("svdb"):
        assert candidate.counted == (candidate.number in svdb.DEVELOPMENT)
        if candidate.number in svdb.TEST:
            assert (sum(candidate.aami_counts().values()), candidate.calibrated) == (0, None)
            assert candidate.notes.startswith("Kept as a test")


def test_a_search_finds_what_the_notes_say_in_another_language():
    assert entry("208").matches("心室", also="心室期外収縮")
    assert not entry("208").matches("心室")


def test_a_record_without_a_gain_says_so_in_its_notes():
    assert "amplitude not calibrated" in entry("847").notes
    assert "calibrated" not in entry("800").notes
    assert sum(c.calibrated is False for c in of("svdb")) == 19


def test_a_noise_record_says_what_noise_it_is():
    assert "electrode motion" in entry("em").notes
    assert not entry("em").counted


def test_aami_classes_are_disjoint():
    assert sum(len(symbols) for symbols in mitbih.AAMI.values()) == len(mitbih.AAMI_CLASS)
    assert set(mitbih.AAMI_CLASS) == set(mitbih.BEAT_NAMES)


def test_known_entry():
    known = entry("208")
    assert (known.age, known.sex, known.leads, known.split) == (23, "F", ("MLII", "V1"), "DS1")
    assert known.aami_counts() == {"N": 1586, "S": 2, "V": 992, "F": 373, "Q": 2}
    assert known.duration == pytest.approx(1805.556, abs=0.001)
    assert not known.paced
    assert "ventricular trigeminy 5:22" in known.notes


def test_unknown_age_is_not_minus_one():
    assert entry("103").age is None


def test_all_rhythms_and_beats_have_names():
    for candidate in load_catalogue():
        assert set(candidate.rhythms) <= set(mitbih.RHYTHM_NAMES)
        assert set(candidate.beats) <= set(mitbih.BEAT_NAMES)


@pytest.mark.parametrize(
    ("query", "inside", "outside"),
    [
        ("208", "208", "209"),
        ("V5", "100", "101"),
        ("v5 male", "100", "102"),
        ("female", "102", "100"),
        ("M", "100", "101"),
        ("digoxin", "102", "101"),
        ("afib", "203", "100"),
        ("fibrillation", "203", "100"),
        ("paced", "107", "100"),
        ("/", "107", "100"),
        ("L", "109", "100"),
        ("ds2", "100", "101"),
        ("supraventricular", "800", "bw"),
        ("S", "800", "802"),
        ("stress", "em", "800"),
        ("", "100", "nothing"),
        ("  ", "100", "nothing"),
    ],
)
def test_search(query, inside, outside):
    assert inside in found(query)
    assert outside not in found(query)


def test_search_for_male_does_not_find_women():
    assert not found("male") & found("female")


def test_search_takes_any_text():
    for query in ("[(*", "\x00", "é" * 1000, "zzz"):
        assert found(query) == set()


def test_unknown_entry_is_named():
    with pytest.raises(AssetError, match="'110'"):
        entry("110")


def test_entries_cannot_be_altered():
    with pytest.raises(TypeError):
        entry("100").beats["N"] = 0


def test_counts_are_those_of_the_annotations(data_dir):
    import wfdb

    for number in ("100", "104", "207", "232", "865"):
        symbols = wfdb.rdann(str(data_dir / entry(number).database / number), "atr").symbol
        for symbol, count in entry(number).beats.items():
            assert symbols.count(symbol) == count
