"""A fit whose weights cannot be written is not lost."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

import assets.write
from assets.records.record import Record
from training.__main__ import main


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
