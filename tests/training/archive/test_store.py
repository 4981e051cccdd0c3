from __future__ import annotations

import json
from pathlib import Path

import pytest

from assets.errors import WriteError
from tests.training.archive.conftest import Pieces
from training.archive.recordings import find, stamp
from training.archive.store import DONE, RECORDS, Store

ASKED = {"command": "annotate", "weights": {"beats": "a"}}


def test_what_was_done_for_the_same_counts_and_for_something_else_goes(
    tmp_path: Path, pieces: Pieces
) -> None:
    (one,) = find([str(pieces(1))])
    store = Store(tmp_path / "out")
    with store.held():
        assert store.begin(ASKED) == ""
        store.keep(one.key, stamp(one.spec), {"key": one.key, "status": "done"})
        store.gather()
        assert store.begin(ASKED) == ""
        assert store.is_done(one)
        said = store.begin({**ASKED, "weights": {"beats": "b"}})
        assert said == "What is asked has changed (weights): begun anew."
        assert not store.is_done(one)
        assert not (store.folder / RECORDS).exists()
        assert store.begin({**ASKED, "weights": {"beats": "b"}}) == ""


@pytest.mark.parametrize("left", [b"", b"{", b"[]", b'{"row": {"status": "failed"}}'])
def test_what_was_left_half_or_failed_is_not_done(tmp_path: Path, pieces: Pieces, left: bytes) -> None:
    (one,) = find([str(pieces(1))])
    store = Store(tmp_path / "out")
    with store.held():
        store.begin(ASKED)
        store.room(DONE, one.key, "json").write_bytes(left)
        assert not store.is_done(one)


def test_a_recording_whose_files_have_changed_is_not_done(tmp_path: Path, pieces: Pieces) -> None:
    (one,) = find([str(pieces(1))])
    store = Store(tmp_path / "out")
    with store.held():
        store.begin(ASKED)
        store.keep(one.key, stamp(one.spec), {"key": one.key, "status": "done"})
        Path(one.spec).with_suffix(".dat").write_bytes(b"")
        assert not store.is_done(one)


def test_two_runs_do_not_share_a_folder(tmp_path: Path) -> None:
    with Store(tmp_path).held(), pytest.raises(ValueError, match="Another run is writing into"):
        with Store(tmp_path).held():
            raise AssertionError("both have it")


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with Store(tmp_path).held(), pytest.raises(WriteError, match="no archive's results"):
        Store(tmp_path).begin(ASKED)
    (tmp_path / "archive.json").write_text("{")
    with Store(tmp_path).held(), pytest.raises(WriteError, match="not what a run wrote"):
        Store(tmp_path).begin(ASKED)
    assert (tmp_path / "thesis.txt").read_text() == "mine"


def test_rows_of_different_columns_become_one_table(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs pyarrow, of the extra [archive]")
    store = Store(tmp_path / "out")
    with store.held():
        store.begin(ASKED)
        store.keep("a/1", [], {"key": "a/1", "status": "done", "beats": 3, "share": 1, "warnings": ["w"]})
        store.keep("a/2", [], {"key": "a/2", "status": "failed", "reason": "why", "share": 0.5})
        store.gather()
    table = parquet.read_table(store.folder / RECORDS).to_pylist()
    assert table == [
        {"key": "a/1", "status": "done", "beats": 3, "share": 1.0, "warnings": ["w"], "reason": None},
        {"key": "a/2", "status": "failed", "beats": None, "share": 0.5, "warnings": None, "reason": "why"},
    ]
    assert json.loads((store.folder / "archive.json").read_text()) == ASKED
