"""The test records (DS2) take no part in a fit, a threshold, a choice or a fast test."""

from __future__ import annotations

import argparse
import ast
import re
from pathlib import Path

import pytest

from assets.databases import svdb
from assets.databases.mitbih import DS1, DS2
from models.contract.fits import HELD_OUT
from training.__main__ import parser as all_commands
from training.data.dataset import LEARNT, training_records
from training.data.own import choose

TESTS = Path(__file__).parents[1]

READING = {
    "assets": "opens, searches, downloads and reads records, whichever they are",
    "monitor/ui/records": "lists and opens the records of the catalogue",
}
"""Folders of tests that may name any record, and what they do with it."""

NAMES_ONLY = {
    "training/cli/fits/test_weighing.py": "asks for a test record to see it refused",
    "training/cli/fits/test_heartbeats.py": "asks for a test record to see it refused",
    "monitor/ui/lab/widgets/alarm/test_board.py": "says how many in a hundred",
    "training/evaluation/scores/test_assess.py": "made records with the name that the protocol tells apart",
    "quality/test_test_records.py": "this file",
}
"""Files of tests that name test records without opening any."""


def test_the_default_fit_leaves_the_test_records_out() -> None:
    learnt, held_out = choose(None, [], [])
    assert not {*learnt, *held_out, *training_records(), *HELD_OUT} & set(DS2)
    assert {*learnt, *held_out} == set(DS1)


def test_no_fit_may_learn_from_what_is_kept_as_a_test() -> None:
    learnt, held_out = choose(None, [], [], tuple(LEARNT))
    assert not {*learnt, *held_out} & {*DS2, *svdb.TEST}


@pytest.mark.parametrize(
    "command", ["forecaster", "autoencoder", "beats", "all", "weighing", "qrs", "rhythm", "heartbeats"]
)
def test_no_command_that_fits_or_chooses_has_a_test_record_among_its_defaults(command: str) -> None:
    defaults = vars(all_commands().parse_args([command]))
    named = {word for value in defaults.values() for word in re.findall(r"\b\d{3}\b", str(value))}
    assert not named & set(DS2)


def test_the_commands_that_fit_are_all_looked_at() -> None:
    """A command that takes a seed fits something; one that is not in the list above is new."""
    (commands,) = (a for a in all_commands()._actions if isinstance(a, argparse._SubParsersAction))
    fits = {
        name
        for name, parser in commands.choices.items()
        if any("--seed" in a.option_strings for a in parser._actions)
    }
    assert fits <= {
        "forecaster",
        "autoencoder",
        "beats",
        "all",
        "weighing",
        "qrs",
        "rhythm",
        "heartbeats",
        "digits",
    }


@pytest.mark.slow
def test_no_test_names_a_test_record_where_models_are_fitted_or_judged() -> None:
    named: list[str] = []
    for path in sorted(TESTS.rglob("*.py")):
        place = path.relative_to(TESTS).as_posix()
        if place in NAMES_ONLY or any(place.startswith(f"{folder}/") for folder in READING):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and node.value in DS2:
                named.append(f"{place}:{node.lineno} names {node.value}")
    assert not named


def test_the_exceptions_are_still_there() -> None:
    missing = [place for place in (*READING, *NAMES_ONLY) if not (TESTS / place).exists()]
    assert not missing
