"""What is asked of a training."""

from pathlib import Path

import pytest

from monitor.retraining.request import Request, comparison
from training.__main__ import parser


def request(**changes):
    usual = {
        "kind": "forecaster",
        "records": None,
        "held_out": "106",
        "folder": None,
        "seed": None,
        "quick": False,
        "labels": None,
        "data_dir": None,
        "out": Path("w.safetensors"),
    }
    return Request(**{**usual, **changes})


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"records": ("101", "106"), "quick": True, "seed": 3, "labels": Path("m.json")},
        {"kind": "autoencoder", "folder": Path("mine"), "data_dir": Path("data")},
        {"kind": "beats", "quick": True},
    ],
)
def test_the_command_line_understands_what_is_asked(changes):
    asked = request(**changes)
    parsed = parser().parse_args(asked.arguments(fresh=True))
    assert parsed.command == asked.kind
    assert parsed.progress == "json"
    assert parsed.out == asked.out
    assert parsed.data == asked.folder
    assert parsed.seed == asked.seed
    assert parsed.labels == asked.labels
    assert parsed.fresh
    if asked.records is not None:
        assert parsed.records == ["101"]
        assert parsed.held_out == ["106"]


def test_the_command_line_understands_a_comparison():
    parsed = parser().parse_args(
        comparison("beats", Path("n"), None, "106", Path("d"), Path("f.json"), Path("s.npz"))
    )
    assert (parsed.command, parsed.kind, parsed.new, parsed.old) == ("compare", "beats", Path("n"), None)


def test_nothing_to_learn_from_is_refused():
    with pytest.raises(ValueError, match="at least one record"):
        request(records=("106",))
    with pytest.raises(ValueError, match="no model of kind"):
        request(kind="oracle")
    with pytest.raises(ValueError, match="at least two records"):
        request(kind="beats", records=("101", "106"))


def test_the_held_out_record_is_kept_from_the_beats_which_learn_from_all_they_are_given():
    parsed = parser().parse_args(request(kind="beats", records=("101", "108", "106")).arguments())
    assert parsed.records == ["101", "108"]
    assert not parsed.held_out
