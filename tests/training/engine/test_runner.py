"""A fit whose weights cannot be written is not lost."""

from __future__ import annotations

import argparse
import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

import assets.write
from assets.errors import RecordError, WriteError
from assets.records.identity import file_identity
from assets.records.record import Record
from assets.shipped import weights_file
from models.contract.marks import MISSED, Mark, MarkFile, write_marks
from training.__main__ import main
from training.engine.runner import Run

MakeRecord = Callable[..., Record]


@pytest.fixture(autouse=True)
def _threads() -> object:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.fixture
def recordings(make_record: Callable[..., Record], write_record: Callable[..., Path], tmp_path: Path) -> Path:
    for seed, name in enumerate("abc"):
        record = make_record(400, ectopic_every=15, name=name, seed=seed)
        digital = (record.signals * 200).round().astype(int)
        write_record(digital, name=name, leads=record.leads, folder=tmp_path / "mine")
    return tmp_path / "mine"


@pytest.mark.parametrize("kind", ["autoencoder", pytest.param("beats", marks=pytest.mark.slow)])
def test_a_full_disk_is_a_sentence_and_the_same_command_goes_on(
    kind: str,
    recordings: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "w.safetensors"
    argv = [kind, "--data", str(recordings), "--steps", "2", "--out", str(out), "--progress", "json"]
    argv += ["--epochs", "1"] if kind != "beats" else []
    replace = assets.write._replace

    def full(path: Path, content: bytes, there: os.stat_result | None) -> None:
        if path == out:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        replace(path, content, there)

    with monkeypatch.context() as disk:
        disk.setattr("assets.write._replace", full)
        assert main(argv) == 2
    told = capsys.readouterr()
    assert told.err == f"ecg-train: {out} could not be written: {os.strerror(errno.ENOSPC)}.\n"
    events = [json.loads(line) for line in told.out.splitlines()]
    assert events[-1].pop("words")["text"]["template"] == "{path} could not be written: {why}."
    assert events[-1] == {"event": "error", "text": told.err.removeprefix("ecg-train: ").strip()} | (
        {"kind": None} if "kind" in events[-1] else {}
    )
    assert events[-2]["text"] == f"The fit is kept in {out}.kept: the same command goes on from there."
    assert not out.exists()

    assert main(argv) == 0
    start = next(e for e in map(json.loads, capsys.readouterr().out.splitlines()) if e["event"] == "start")
    assert start["done"] == start["epochs"] * start["steps"], "nothing is fitted twice"
    assert out.exists()
    assert not out.with_name(f"{out.name}.kept").exists()


def test_a_fit_follows_the_marks_of_its_records_and_says_which_it_leaves_out(
    write_record: Callable[..., Path],
    make_record: MakeRecord,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    record = make_record(60)
    headers = [
        write_record(np.round(200 * record.signals), name=name, fs=record.fs, leads=record.leads)
        for name in ("a", "b")
    ]
    assert record.annotations is not None
    beat = int(record.annotations.sample[30])
    marks = (
        Mark(file_identity(headers[0]), beat, MISSED),
        Mark(f"file:/elsewhere/{headers[0].stem}", beat, MISSED),
        Mark("mitdb/101", beat, MISSED),
    )
    labels = tmp_path / "labels.json"
    write_marks(labels, MarkFile(marks, ({"record": "x", "sample": 1, "mark": MISSED},)))
    arguments = argparse.Namespace(
        data=headers[0].parent,
        records=[],
        held_out=[],
        databases=[],
        labels=labels,
        data_dir=None,
        out=tmp_path / "w.safetensors",
        keep=None,
        device="cpu",
        progress="text",
    )
    (learnt,), (held_out,) = Run(arguments, "forecaster").read()
    assert (learnt.beats.aami == "V").sum() == 1, "the mark that is of this very file"
    assert (held_out.beats.aami == "V").sum() == 0
    said = capsys.readouterr().err
    assert "Record a: 1 of 1 marks lie at a beat and are followed." in said
    assert "1 mark of a record that is not chosen is left out (101)." in said
    assert "1 mark is of file:/elsewhere/a, not of the chosen recording of that name: it is left out." in said
    assert "1 mark of an older version names only 'x' and cannot be placed" in said


def test_a_model_of_another_kind_is_not_replaced(tmp_path):
    arguments = _of_a_folder(tmp_path, tmp_path)
    shutil.copy(weights_file("autoencoder"), arguments.out)
    with pytest.raises(WriteError, match="holds a model of kind autoencoder; name another file"):
        Run(arguments, "forecaster")
    Run(arguments, "autoencoder")


def _of_a_folder(folder: Path, tmp_path: Path, records: tuple[str, ...] = ()) -> argparse.Namespace:
    return argparse.Namespace(
        data=folder,
        records=list(records),
        held_out=[],
        databases=[],
        labels=None,
        data_dir=None,
        out=tmp_path / "w.safetensors",
        keep=None,
        device="cpu",
        progress="text",
    )


def test_recordings_of_a_folder_that_are_broken_are_left_out_and_said(
    write_record: Callable[..., Path],
    make_record: MakeRecord,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    record = make_record(60)
    headers = [
        write_record(np.round(200 * record.signals), name=name, fs=record.fs, leads=record.leads)
        for name in ("a", "b", "c", "d")
    ]
    folder = headers[0].parent
    signal = next(folder.glob("d.dat"))
    signal.write_bytes(signal.read_bytes()[:1000])
    (folder / "b.hea").write_text("no header")
    learnt, held_out = Run(_of_a_folder(folder, tmp_path), "forecaster").read()
    assert [patient.name for patient in (*learnt, *held_out)] == ["a", "c"], "d would have been held out"
    said = capsys.readouterr().err
    assert "Left out: b. " in said
    assert "Left out: d. " in said
    assert "d.dat" in said
    with pytest.raises(RecordError, match=r"d\.dat"):
        Run(_of_a_folder(folder, tmp_path, ("a", "d")), "forecaster").read()
    (folder / "a.hea").write_text("no header")
    with pytest.raises(RecordError, match="At least two records"):
        Run(_of_a_folder(folder, tmp_path), "forecaster").read()
