from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assets.errors import WriteError
from tests.training.archive.conftest import Pieces, job
from training.__main__ import main
from training.archive import tasks
from training.archive.recordings import find
from training.archive.store import Store
from training.archive.tasks import work
from training.evaluation.detectors.live import StreamMaker
from training.evaluation.detectors.score import write_scores

parquet = pytest.importorskip("pyarrow.parquet", reason="needs pyarrow, of the extra [archive]")


def test_annotating_leaves_the_file_of_the_plain_command_and_its_tables(
    pieces: Pieces, tmp_path: Path
) -> None:
    folder = pieces(1, seconds=60)
    (one,) = find([str(folder)])
    row = work(one, job("annotate", tmp_path / "out"))
    assert main(["annotate", one.spec, "--out", str(tmp_path / "plain")]) == 0
    written = tmp_path / "out" / row["file"]
    assert written.read_bytes() == (tmp_path / "plain" / "p000.ecgm").read_bytes()
    beats = parquet.read_table(tmp_path / "out" / "beats" / f"{one.key}.parquet").to_pylist()
    assert row["status"] == "done"
    assert len(beats) == row["beats"] > 50
    assert {beat["label"] for beat in beats} >= {"N", "V"}
    assert sum(beat["label"] == "V" for beat in beats) == row["beats_V"]
    alerts = parquet.read_table(tmp_path / "out" / "alerts" / f"{one.key}.parquet").to_pylist()
    assert {alert["kind"] for alert in alerts} >= {"ectopic"}
    assert all(alert["true"] is None and alert["why"] for alert in alerts)


def test_scoring_leaves_the_values_of_the_plain_command(pieces: Pieces, tmp_path: Path) -> None:
    from assets.sources.open import open_source

    (one,) = find([str(pieces(1))])
    row = work(one, job("score", tmp_path / "out"))
    maker = StreamMaker()
    write_scores([open_source(one.spec)], tmp_path / "plain", maker, maker.paths())
    ours = np.load(tmp_path / "out" / row["file"], allow_pickle=False)
    assert np.array_equal(ours, np.load(tmp_path / "plain" / "p000.npy"))
    assert row["highest"] == pytest.approx(float(ours.max()))


def test_what_cannot_be_read_is_a_row_with_the_reason(pieces: Pieces, tmp_path: Path) -> None:
    folder = pieces(2)
    (folder / "p000.dat").write_bytes(b"short")
    broken, whole = find([str(folder)])
    row = work(broken, job("annotate", tmp_path / "out"))
    assert (row["status"], row["path"]) == ("failed", broken.spec)
    assert "p000.dat is too short" in row["reason"]
    row = work(whole, job("evaluate", tmp_path / "out"))
    assert row["reason"] == "Record p001 has no annotations to hold scores against."
    assert not Store(tmp_path / "out").is_done(whole)


def test_an_error_nobody_foresaw_costs_one_recording(
    pieces: Pieces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def divide(*_: object) -> dict[str, object]:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setitem(tasks.COMMANDS, "annotate", divide)
    (one,) = find([str(pieces(1))])
    assert work(one, job("annotate", tmp_path / "out"))["reason"] == "ZeroDivisionError: division by zero"


def test_a_full_disk_is_no_fault_of_the_recording(
    pieces: Pieces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise WriteError("no room")

    monkeypatch.setattr("training.archive.tables.write_bytes", full)
    (one,) = find([str(pieces(1))])
    with pytest.raises(WriteError, match="no room"):
        work(one, job("annotate", tmp_path / "out"))
    assert not Store(tmp_path / "out").is_done(one)


def test_other_weights_are_refused(pieces: Pieces, tmp_path: Path) -> None:
    (one,) = find([str(pieces(1))])
    asked = job("annotate", tmp_path / "out")
    with pytest.raises(ValueError, match="The qrs of a worker"):
        work(one, replace(asked, weights={**asked.weights, "qrs": "another"}))


def test_a_recording_done_again_leaves_the_same_and_nothing_else(pieces: Pieces, tmp_path: Path) -> None:
    """A worker that was killed may have left any of the files; the one after it finds them there."""
    (one,) = find([str(pieces(1))])
    asked = job("annotate", tmp_path / "out")

    def files() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}

    work(one, asked)
    first = files()
    work(one, asked)
    assert files() == first


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_an_annotated_record_is_judged_as_the_evaluation_does(data_dir: Path, tmp_path: Path) -> None:
    import json

    (one,) = find([str(data_dir / "svdb" / "841")])
    row = work(one, job("evaluate", tmp_path / "out"))
    told = tmp_path / "figures.json"
    command = ["evaluate", "--records", one.spec, "--only", "fused", "--json", str(told)]
    assert main([*command, "--data-dir", str(data_dir)]) == 0
    figures = json.loads(told.read_text())
    assert row["v_auc"] == pytest.approx(figures["detectors"]["fused"]["rankings"]["V"]["auc"])
    assert (row["alerts_true"], row["alerts_false"]) == tuple(
        figures["alerts"]["all"][name] for name in ("true", "false")
    )
    matrix = figures["ec57"]["thresholds"]["1"]["matrix"]
    assert [row["V_as_N"], row["V_as_V"], row["N_as_V"]] == [matrix[2][0], matrix[2][2], matrix[0][2]]
    (alerts,) = (tmp_path / "out" / "alerts").rglob("*.parquet")
    assert {alert["true"] for alert in parquet.read_table(alerts).to_pylist()} >= {True}
