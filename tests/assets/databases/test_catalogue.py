import json
import shutil

import pytest

from assets.databases import catalogue, mitbih
from assets.databases.catalogue import entry, load_catalogue
from assets.errors import AssetError


def found(query):
    return {candidate.number for candidate in load_catalogue() if candidate.matches(query)}


def test_all_48_records_in_order():
    numbers = [candidate.number for candidate in load_catalogue()]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == 48
    assert tuple(numbers) == mitbih.RECORDS


def test_splits_are_disjoint_and_complete():
    assert len(mitbih.DS1) == len(mitbih.DS2) == 22
    assert not set(mitbih.DS1) & set(mitbih.DS2)
    assert {c.number for c in load_catalogue() if not c.split} == set(mitbih.PACED)


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


def test_generator_reproduces_the_catalogue(data_dir, tmp_path, capsys):
    target = tmp_path / "catalogue.json"
    assert catalogue.main(["--data-dir", str(data_dir), "--output", str(target)]) == 0
    capsys.readouterr()
    written = json.loads(target.read_text(encoding="utf-8"))
    assert [item["number"] for item in written] == list(mitbih.RECORDS)
    bundled = catalogue.Path(catalogue.__file__).parents[1] / "data" / "catalogue.json"
    assert target.read_text(encoding="utf-8") == bundled.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["catalogue.json"]


def test_counts_are_those_of_the_annotations(data_dir):
    import wfdb

    for number in ("100", "104", "207", "232"):
        symbols = wfdb.rdann(str(data_dir / "mitdb" / number), "atr").symbol
        for symbol, count in entry(number).beats.items():
            assert symbols.count(symbol) == count


def test_generator_needs_a_complete_mirror(tmp_path, capsys):
    target = tmp_path / "catalogue.json"
    target.write_text("old", encoding="utf-8")
    (tmp_path / "mitdb").mkdir()
    assert catalogue.main(["--data-dir", str(tmp_path), "--output", str(target)]) == 1
    assert "Record 100 is not complete" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "old"


def test_generator_refuses_an_altered_record(data_dir, tmp_path, capsys):
    (tmp_path / "mitdb").mkdir()
    for suffix in (".hea", ".dat", ".atr"):
        shutil.copyfile(data_dir / "mitdb" / f"100{suffix}", tmp_path / "mitdb" / f"100{suffix}")
    with (tmp_path / "mitdb" / "100.atr").open("r+b") as file:
        file.write(b"\x01")
    assert catalogue.main(["--data-dir", str(tmp_path), "--output", str(tmp_path / "out.json")]) == 1
    assert "SHA-256" in capsys.readouterr().err
    assert not (tmp_path / "out.json").exists()
