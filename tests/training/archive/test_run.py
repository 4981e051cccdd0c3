"""What a command says of an archive at its end, and its exit status."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.contract.statuses import NOT_ALL
from tests.training.archive.conftest import Pieces
from training.__main__ import main
from training.archive.cluster import NEEDS
from training.archive.recordings import Recording
from training.archive.tasks import Job, Row, work

pytestmark = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in NEEDS), reason="needs the extra [archive]"
)


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do each recording in this process."""

    def results(recordings: list[Recording], job: Job, *_: object) -> Iterator[tuple[Recording, Row]]:
        for recording in recordings:
            yield recording, work(recording, job)

    monkeypatch.setattr("training.archive.run.results", results)


@pytest.mark.parametrize("command", ["annotate", "score"])
def test_a_recording_that_cannot_be_read_is_told_at_the_end_and_in_the_status(
    command: str, pieces: Pieces, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = pieces(3, seconds=5), tmp_path / "out"
    whole = (folder / "p001.dat").read_bytes()
    (folder / "p001.dat").write_bytes(b"short")
    asked = [command, str(folder), "--out", str(out)]
    assert main(asked) == NOT_ALL
    said, told = capsys.readouterr()
    assert said == f"Wrote 3 rows to {out / 'records.parquet'}.\n"
    assert told.splitlines()[-1] == "1 of 3 could not be analysed; their rows say why."
    assert main(asked) == NOT_ALL, "it is tried again"
    (folder / "p001.dat").write_bytes(whole)
    capsys.readouterr()
    assert main(asked) == 0
    assert "could not be analysed" not in capsys.readouterr().err


def test_where_none_can_be_read_it_is_a_sentence(
    pieces: Pieces, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = pieces(1, seconds=5)
    (folder / "p000.dat").write_bytes(b"short")
    assert main(["annotate", str(folder), "--out", str(tmp_path / "out")]) == 2
    assert "ecg-train: No recording could be analysed: " in capsys.readouterr().err


@pytest.mark.parametrize("command", ["annotate", "score", "evaluate"])
def test_the_help_tells_the_status(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert f"status {NOT_ALL} where not every recording of an archive could be analysed" in told
