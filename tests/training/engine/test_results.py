from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.__main__ import parser
from training.engine.results import RESULTS, read_section, write_section

LINES = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1).map(str.strip).filter(bool)


def test_a_command_replaces_its_own_section_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "RESULTS.md"
    file.write_text(
        "# Results\n\nBy hand.\n\n<!-- begin a: old -->\n\n1\n\n<!-- end a -->\n\n## B\n\n"
        "<!-- begin a-b: other -->\n\n2\n\n<!-- end a-b -->\n\nThe end.\n"
    )
    write_section(file, "a", "ecg-train a --now", "| 3 |\n")
    assert file.read_text() == (
        "# Results\n\nBy hand.\n\n<!-- begin a: ecg-train a --now -->\n\n| 3 |\n\n<!-- end a -->\n\n## B\n\n"
        "<!-- begin a-b: other -->\n\n2\n\n<!-- end a-b -->\n\nThe end.\n"
    )
    assert read_section(file, "a-b") == "2"


def test_a_new_section_comes_at_the_end_and_a_new_file_is_made(tmp_path: Path) -> None:
    file = tmp_path / "new.md"
    write_section(file, "one", "x", "1")
    write_section(file, "two", "y", "2")
    write_section(file, "one", "x", "3")
    assert [line for line in file.read_text().splitlines() if line] == [
        "# Results",
        "<!-- begin one: x -->",
        "3",
        "<!-- end one -->",
        "<!-- begin two: y -->",
        "2",
        "<!-- end two -->",
    ]


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "a-b"]), LINES, LINES), max_size=8))
def test_what_was_written_last_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, written: list[tuple[str, str, str]]
) -> None:
    file = tmp_path_factory.mktemp("results") / "r.md"
    last: dict[str, str] = {}
    for name, command, text in written:
        if "-->" in command:
            continue
        write_section(file, name, command, text)
        last[name] = text
    for name, text in last.items():
        assert read_section(file, name) == text


@pytest.mark.parametrize(
    "broken",
    [
        "<!-- begin a: x -->\n1\n",
        "<!-- end a -->\n<!-- begin a: x -->\n",
        "<!-- begin a: x -->\n<!-- end a -->\n<!-- begin a: x -->\n<!-- end a -->\n",
    ],
)
def test_broken_markers_are_refused_and_the_file_stays(tmp_path: Path, broken: str) -> None:
    file = tmp_path / "r.md"
    file.write_text(broken)
    with pytest.raises(ValueError, match=r"r\.md has \d beginnings and \d ends of the section a, not"):
        write_section(file, "a", "x", "2")
    assert file.read_text() == broken


@pytest.mark.parametrize(
    ("name", "command", "text"),
    [("a b", "x", "1"), ("a", "x --> y", "1"), ("a", "x\ny", "1"), ("a", "x", "1\n<!-- end a -->\n")],
)
def test_what_would_break_the_markers_is_refused(tmp_path: Path, name: str, command: str, text: str) -> None:
    with pytest.raises(ValueError, match="cannot be named"):
        write_section(tmp_path / "r.md", name, command, text)
    assert not (tmp_path / "r.md").exists()


def test_a_missing_section_is_named(tmp_path: Path) -> None:
    write_section(tmp_path / "r.md", "a", "x", "1")
    with pytest.raises(ValueError, match="has no section b"):
        read_section(tmp_path / "r.md", "b")


SECTIONS = (
    "evaluation-DS2",
    "robustness-DS2",
    "evaluation-DS1",
    "noise",
    "alarms-DS1",
    "alarms-DS2",
    "alarms-SVDB",
    "qrs",
    "qrs-DS1",
    "seed-lstm",
    "digits",
    "digits-codes",
    "digits-diffusion",
    "digits-likelihood",
    "digits-memory",
    "digits-refit",
    "digits-samplers",
    "digits-times",
    "digits-unseen",
    "digits-vlae",
    "heartbeats",
    "benchmarks",
    "patients",
    "formats",
    "lsl",
    "soak",
)


@pytest.mark.parametrize("name", SECTIONS)
def test_the_checkouts_results_hold_a_table_of_every_measuring_command(name: str) -> None:
    assert re.search(r"^\|( ?:?-+:? ?\|)+$", read_section(RESULTS, name), re.MULTILINE)


def test_the_checkouts_results_come_of_commands_that_there_are() -> None:
    """Nothing is measured here: the commands are read as if typed, the option that writes added."""
    begun = re.findall(r"^<!-- begin (\S+): (.*) -->$", RESULTS.read_text(encoding="utf-8"), re.MULTILINE)
    assert {name for name, _ in begun} == set(SECTIONS)
    for name, command in begun:
        program, *argv = command.split()
        if program == "ecg-train":
            assert parser().parse_args([*argv, "--results"]).results == RESULTS
        else:
            assert program == "python"
            assert argv[0] == "-m"
            assert name in ("benchmarks", "lsl", "soak")
            assert importlib.util.find_spec(argv[1]) is not None
