"""Workers of this machine and of a scheduler; one that is killed loses nothing."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import numpy as np
import pytest

from models.contract.statuses import NOT_ALL
from tests.training.archive.conftest import Pieces, job
from training.__main__ import main
from training.archive.cluster import NEEDS, check_installed
from training.archive.recordings import find
from training.archive.tasks import work

pytestmark = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in NEEDS), reason="needs the extra [archive]"
)

ROOT = Path(__file__).parents[3]


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "training", *map(str, arguments)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}


@contextmanager
def started(*arguments: object) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command(*arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment(),
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def done(out: Path) -> int:
    return len(list((out / "done").glob("*/*.json")))


def wait_until_done(out: Path, n: int, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 150
    while done(out) < n:
        assert time.monotonic() < until, "it takes too long"
        assert process.poll() is None, process.communicate()
        time.sleep(0.02)


def workers(process: subprocess.Popen[str]) -> list[int]:
    import psutil

    children = psutil.Process(process.pid).children(recursive=True)
    return [child.pid for child in children if "spawn_main" in " ".join(child.cmdline())]


def contents(out: Path) -> dict[str, bytes]:
    """Every result by its place; the lock is none."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_worker_killed_in_the_middle_loses_nothing(pieces: Pieces, tmp_path: Path) -> None:
    folder = pieces(12, seconds=120)
    (folder / "p005.dat").write_bytes(b"short")
    out = tmp_path / "out"
    with started("annotate", folder, "--workers", 2, "--out", out) as process:
        wait_until_done(out, 3, process)
        first, _ = workers(process)
        os.kill(first, signal.SIGKILL)
        said, told = process.communicate(timeout=400)
    assert process.returncode == NOT_ALL, told
    assert "Wrote 12 rows" in said
    assert "1 of 12 could not be analysed; their rows say why." in told
    assert done(out) == 12
    there = contents(out)
    for recording in find([str(folder)]):
        work(recording, job("annotate", out))
    assert contents(out) == there, "what each task leaves by itself"


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.usefixtures("heard_ctrl_c")
def test_a_run_that_was_ended_goes_on_where_it_was(pieces: Pieces, tmp_path: Path) -> None:
    folder = pieces(10, seconds=120)
    out = tmp_path / "out"
    with started("annotate", folder, "--workers", 1, "--out", out) as process:
        wait_until_done(out, 2, process)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=240)
    assert process.returncode == 130, told
    assert "ecg-train: interrupted." in told
    there = {path: path.stat().st_mtime_ns for path in out.glob("done/*/*.json")}
    assert 2 <= len(there) < 10
    again = subprocess.run(
        command("annotate", folder, "--workers", 2, "--out", out),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment(),
        check=True,
    )
    assert f"{len(there)} of 10 recordings are done already." in again.stderr
    assert done(out) == 10
    assert there.items() <= {p: p.stat().st_mtime_ns for p in out.glob("done/*/*.json")}.items()


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_other_options_begin_anew_and_it_is_said(
    pieces: Pieces, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = pieces(2), tmp_path / "out"
    asked = ["score", str(folder), "--workers", "1", "--out", str(out)]
    assert main([*asked, "--duration", "10"]) == 0
    capsys.readouterr()
    assert main(asked) == 0
    said = capsys.readouterr().err
    assert "What is asked has changed (options): begun anew." in said
    assert "done already" not in said
    values = [np.load(path, allow_pickle=False) for path in out.glob("scores/*/*.npy")]
    assert [len(value) for value in values] == [7200, 7200]


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_another_dask_at_its_usual_port_is_no_matter(pieces: Pieces, tmp_path: Path) -> None:
    with closing(socket.socket()) as other:
        with suppress(OSError):  # somebody is there already, which is as good
            other.bind(("127.0.0.1", 8787))
            other.listen()
        ran = subprocess.run(
            command("score", pieces(1), "--workers", 1, "--out", tmp_path / "out"),
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=environment(),
            check=False,
        )
    assert ran.returncode == 0, ran.stderr
    assert "Port" not in ran.stderr
    assert "Warning" not in ran.stderr


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_scheduler_s_workers_are_used(pieces: Pieces, tmp_path: Path) -> None:
    folder, out = pieces(3), tmp_path / "out"
    of_dask = [sys.executable, "-m"]
    scheduler = subprocess.Popen(
        [*of_dask, "distributed.cli.dask_scheduler", "--host=127.0.0.1", "--port=0", "--no-dashboard"],
        cwd=ROOT,
        env=environment(),
        stderr=subprocess.PIPE,
        text=True,
    )
    assert scheduler.stderr is not None
    worker = None
    try:
        address = None
        for line in scheduler.stderr:
            if (found := re.search(r"Scheduler at:\s+(tcp://\S+)", line)) is not None:
                address = found[1]
                break
        assert address is not None
        worker = subprocess.Popen(
            [*of_dask, "distributed.cli.dask_worker", address, "--nthreads=1", "--no-dashboard"],
            cwd=ROOT,
            env={**environment(), "DASK_TEMPORARY_DIRECTORY": str(tmp_path / "scratch")},
            stderr=subprocess.DEVNULL,
        )
        assert main(["annotate", str(folder), "--scheduler", address, "--out", str(out)]) == 0
    finally:
        for process in (worker, scheduler):
            if process is not None:
                process.terminate()
                process.wait(120)
        scheduler.stderr.close()
    assert done(out) == 3


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("workers", [1, 2])
def test_a_recording_that_ends_every_worker_becomes_a_row_and_no_other_does(
    pieces: Pieces, tmp_path: Path, workers: int
) -> None:
    asked = ["annotate", str(pieces(3)), "--workers", str(workers), "--out", str(tmp_path / "out")]
    script = f"""
import os, signal
from training.archive import cluster
from training.__main__ import main
real = cluster.work
def deadly(recording, job):
    if recording.key.endswith("p001"):
        os.kill(os.getpid(), signal.SIGKILL)
    return real(recording, job)
if __name__ == "__main__":
    cluster.work = deadly
    raise SystemExit(main({asked!r}))
"""
    file = tmp_path / "deadly.py"
    file.write_text(script, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, str(file)], capture_output=True, text=True, env=environment(), check=False
    )
    assert ran.returncode == NOT_ALL, ran.stderr
    assert "1 of 3 could not be analysed" in ran.stderr
    rows = {
        path.stem: json.loads(path.read_text(encoding="utf-8"))["row"]
        for path in (tmp_path / "out" / "done").glob("*/*.json")
    }
    assert {name: row["status"] for name, row in rows.items()} == {
        "p000": "done",
        "p001": "failed",
        "p002": "done",
    }
    assert "ended 4 workers, 2 of them while nothing else was under way" in rows["p001"]["reason"]


def test_a_scheduler_that_does_not_answer_is_named(
    pieces: Pieces, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.archive.cluster.WAIT_S", 1)
    asked = ["annotate", str(pieces(1)), "--scheduler", "tcp://127.0.0.1:9", "--out", str(tmp_path / "out")]
    assert main(asked) == 2
    assert "There is no scheduler that answers at tcp://127.0.0.1:9." in capsys.readouterr().err


def test_workers_and_a_scheduler_are_not_both_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    asked = ["score", "demo", "--workers", "2", "--scheduler", "tcp://a:1", "--out", str(tmp_path)]
    assert main(asked) == 2
    assert "not both" in capsys.readouterr().err


def test_without_the_extra_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "distributed" else real(name)
    )
    with pytest.raises(ValueError, match=r"needs distributed, which is not installed: pip install"):
        check_installed()
