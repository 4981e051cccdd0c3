"""What a fit says of itself at a terminal."""

import pytest

from training.engine.progress import NAMED, Plan, ProgressBar


def said(capsys: pytest.CaptureFixture[str], done: int = 0, **plan: tuple[str, ...]) -> list[str]:
    bar = ProgressBar(Plan("forecaster", plan["learn"], plan["held_out"], epochs=2, steps=5))
    bar.start(done)
    bar.close()
    return [line.strip() for line in capsys.readouterr().err.replace("\r", "\n").splitlines()]


def test_the_recordings_of_both_sides_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, learn=("a", "b"), held_out=("c",))
    assert "Learns from a b; held out: c." in lines
    assert not [line for line in lines if line.startswith("Going on")]


def test_a_fit_that_goes_on_names_them_as_well(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, 4, learn=("a",), held_out=())
    assert lines.index("Learns from a; none is held out.") < lines.index("Going on after 4 of 10 batches.")


def test_an_archive_does_not_fill_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    names = tuple(f"r{i:04}" for i in range(1000))
    lines = said(capsys, learn=names[:900], held_out=names[900:])
    [line] = [line for line in lines if line.startswith("Learns from")]
    assert line.startswith("Learns from r0000 r0001 ")
    assert f"r{NAMED - 1:04} and {900 - NAMED} more; held out: r0900 " in line
    assert line.endswith(f"r{900 + NAMED - 1:04} and {100 - NAMED} more.")
