from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest
import torch

from assets.shipped import weights_file
from assets.text_output import TextOutput
from assets.version import app_version
from models.running.weights import AUTOENCODER
from training.__main__ import main, parser
from training.engine.results import RESULTS, read_section


@pytest.fixture(autouse=True)
def _threads() -> object:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (["forecaster", "--out", "/nowhere/at/all.safetensors"], "There is no folder /nowhere/at"),
        (["evaluate", "--json", "/nowhere/at/all.json"], "There is no folder /nowhere/at"),
        (
            ["evaluate", "--forecaster", "/nowhere.safetensors"],
            "There is no weights file /nowhere.safetensors",
        ),
        (["seed-lstm", "--figure", "/nowhere/f.png"], "There is no folder /nowhere"),
        (["seed-lstm", "--results", "/nowhere/r.md"], "There is no folder /nowhere"),
        (["qrs", "--results", "/nowhere/r.md"], "There is no folder /nowhere"),
        (["digits", "vae", "--results", "r.md"], "--results goes with all, figures"),
        (["evaluate", "--autoencoder", str(weights_file("forecaster"))], "kind 'forecaster'"),
    ],
)
def test_bad_input_is_named_in_one_sentence(
    argv: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    error = capsys.readouterr().err
    assert error.startswith("ecg-train: ")
    assert why in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    "argv",
    [
        ["forecaster", "--out", "-"],
        ["autoencoder", "--keep", "-"],
        ["weighing", "--measures", "-"],
        ["leads", "--measures", "-"],
        ["compare", "forecaster", "--new", "a", "--record", "106", "--scores", "-"],
        ["evaluate", "--report", "-"],
        ["qrs", "--results", "-"],
        ["seed-lstm", "--figure", "-"],
        ["score", "208", "--out", "-"],
        ["digits", "all", "--out", "-"],
        ["heartbeats", "--out", "-"],
        ["all", "--out", "-"],
    ],
    ids=" ".join,
)
def test_what_is_no_json_does_not_go_to_standard_output(
    argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as caught:
        main(argv)
    assert caught.value.code == 2
    assert f"argument {argv[-2]}: only --json takes - for standard output" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "argv", [[], ["nonsense"], ["forecaster", "--epochs", "0"], ["autoencoder", "--seed", "-1"]]
)
def test_wrong_arguments_end_with_the_usage(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(argv)
    assert caught.value.code == 2
    assert "usage: ecg-train" in capsys.readouterr().err


def test_the_json_of_any_command_goes_to_standard_output_by_a_dash() -> None:
    (commands,) = (
        action.choices
        for action in parser()._actions
        if isinstance(action, argparse._SubParsersAction)  # argparse has no public way to them
    )
    kinds = {
        name: action.type
        for name, command in commands.items()
        for action in command._actions
        if "--json" in action.option_strings
    }
    assert len(kinds) >= 8
    assert set(kinds.values()) == {TextOutput}


def test_json_has_standard_output_for_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "r.dat").write_bytes(bytes(200))
    (tmp_path / "records" / "r.hea").write_text("r 1 250 100\nr.dat 16 200/mV 16 0 0 0 0 II\n")
    monkeypatch.chdir(tmp_path)
    assert main(["formats", "records", "--json", "-"]) == 0
    out, err = capsys.readouterr()
    assert [one["name"] for one in json.loads(out)] == ["r.hea"]
    assert "1 of 1 files open" in err
    assert not (tmp_path / "-").exists()


def test_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("training.evaluation.detectors.run.ScoreRun", interrupt)
    assert main(["evaluate"]) == 130
    assert "interrupted" in capsys.readouterr().err


@pytest.mark.slow
def test_the_lesson_is_told_and_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figure = tmp_path / "lesson.png"
    results = tmp_path / "RESULTS.md"
    assert main(["seed-lstm", "--figure", str(figure), "--results", str(results)]) == 0
    told = capsys.readouterr().out
    assert "  100    0.00057  0.00057" in told
    assert "AR(50)  1.0e-04" in told
    assert figure.read_bytes().startswith(b"\x89PNG")
    assert read_section(results, "seed-lstm") == read_section(RESULTS, "seed-lstm")


@pytest.mark.slow
def test_a_short_fit_on_real_records_writes_usable_weights(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.safetensors"
    argv = ["autoencoder", "--data-dir", str(data_dir), "--epochs", "1", "--steps", "5", "--out", str(out)]
    assert main(argv) == 0
    assert AUTOENCODER.load(out).card.epochs == 1
    assert f"Wrote {out}." in capsys.readouterr().out


def test_it_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"ecg-train {app_version()}\n"
