"""Of a user's own recordings neither a sliver is held out nor most, and no patient is on both sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.data.division import LEAST_SHARE, MOST_SHARE, divide


@pytest.fixture
def folder(tmp_path: Path):
    """Makes recordings of so many minutes, in folders where their names say so, and names them."""

    def make(**minutes: float) -> list[str]:
        made = []
        for name, long in minutes.items():
            path = tmp_path / f"{name.replace('__', '/')}.hea"
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"{path.stem} 1 100 {round(long * 6000)}\n{path.stem}.dat 16 200 16 0 0 0 0 I\n")
            path.with_suffix(".dat").write_bytes(bytes(2 * round(long * 6000)))
            made.append(str(path))
        return sorted(made)

    return make


def names(specs: tuple[str, ...]) -> list[str]:
    return [Path(spec).stem for spec in specs]


def test_of_recordings_of_one_length_every_fifth_is_held_out_from_the_last(folder, tmp_path: Path) -> None:
    found = divide(folder(**{f"r{i:02}": 6 for i in range(11)}), tmp_path)
    assert names(found.held_out) == ["r10", "r05", "r00"]
    assert found.why == (
        "Held out: 3 of 11 recordings, 27% of their length (every fifth, beginning with the last)."
    )


def test_a_sliver_is_not_held_out(folder, tmp_path: Path) -> None:
    found = divide(folder(a=30, b=30, c=30, d=30, e=1), tmp_path)
    assert names(found.held_out) == ["a"]
    assert found.why == (
        "Held out: 1 of 5 recordings, 25% of their length (chosen by length: every fifth would be 1%)."
    )


def test_most_of_it_is_not_held_out(folder, tmp_path: Path) -> None:
    found = divide(folder(a=10, b=12, c=14, d=16, e=600), tmp_path)
    assert "e" not in names(found.held_out)
    assert "e" in names(found.learn)
    assert "no other division comes nearer to a fifth" in found.why


@pytest.mark.parametrize(
    "long", [(7, 240, 3, 61, 18, 90, 33, 5, 120), (1, 1, 1, 30, 30, 1, 30), (9, 8, 7, 6)]
)
def test_what_is_held_out_has_a_good_share_and_can_be_judged_by(folder, tmp_path: Path, long) -> None:
    minutes = {f"r{i}": m for i, m in enumerate(long)}
    named = folder(**minutes)
    found = divide(named, tmp_path)
    share = sum(minutes[name] for name in names(found.held_out)) / sum(long)
    assert LEAST_SHARE <= share <= MOST_SHARE
    assert minutes[names(found.held_out)[0]] > 5, "what is compared on comes first"
    assert sorted((*found.learn, *found.held_out)) == named
    assert divide(named, tmp_path) == found, "the same again"


def test_a_patients_folder_is_on_one_side(folder, tmp_path: Path) -> None:
    found = divide(folder(p1__a=20, p1__b=30, p2__a=25, p3__a=20, p3__b=20, p3__c=1, p4__a=30), tmp_path)
    learnt, held_out = ({Path(spec).parent.name for spec in side} for side in (found.learn, found.held_out))
    assert not learnt & held_out
    assert learnt | held_out == {"p1", "p2", "p3", "p4"}
    assert "what lies in one folder is one patient's and kept together" in found.why


def test_one_folder_alone_is_divided(folder, tmp_path: Path) -> None:
    found = divide(folder(all__a=20, all__b=20, all__c=20), tmp_path)
    assert names(found.held_out) == ["c"]


def test_what_cannot_be_read_is_taken_to_be_as_long_as_the_others(folder, tmp_path: Path) -> None:
    named = folder(a=20, b=20, c=20, d=20)
    (tmp_path / "e.hea").write_text("no header\n")
    assert names(divide([*named, str(tmp_path / "e.hea")], tmp_path).held_out) == ["e"]


def test_text_files_count_by_their_bytes(tmp_path: Path) -> None:
    for name, rows in (("a", 900), ("b", 1000), ("c", 1100), ("d", 1000), ("e", 10)):
        (tmp_path / f"{name}.csv").write_text("time,ECG [mV]\n" + "0.004,0.1\n" * rows)
    found = divide(sorted(map(str, tmp_path.glob("*.csv"))), tmp_path)
    assert len(found.held_out) == 1
    assert names(found.held_out) != ["e"]


def test_a_thousand_recordings_are_divided(folder, tmp_path: Path) -> None:
    named = [str(tmp_path / f"{i}") for i in range(1000)]
    assert len(divide(named, tmp_path).held_out) == 200
