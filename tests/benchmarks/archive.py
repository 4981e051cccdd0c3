"""An archive on two workers against one, and what memory it holds after many recordings."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil

from assets.records.demo import ADC_GAIN, ADC_ZERO, load_demo

LONG, LONG_S = 14, 200.0
"""Recordings of which the speed is measured, and how long each is, s."""

MANY, SHORT_S = 500, 8.0
"""Recordings over which memory is measured, and how long each is, s: pieces that take hardly any time."""

EARLY = 100
"""Memory is compared from so many recordings on: by then every worker has loaded what it needs."""

COUNT_S = 10.0
"""For so long processes count, s."""

_COUNT = """
import sys, time
until, n = time.monotonic() + float(sys.argv[1]), 0
while time.monotonic() < until:
    n += sum(range(1000)) > 0
print(n)
"""

STEADY = 3
"""Recordings a worker after which it is at full speed: until then it imports, and reads its weights."""


def rows():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "long", LONG, LONG_S)
        (one, alone), (two, both) = (_measured(folder / "long", folder / f"speed {n}", n) for n in (1, 2))
        faster, given = two / one, both / alone
        yield (
            f"archive: two local workers against one, {LONG} recordings of {LONG_S:g} s, once they run, as a "
            "share of what the machine gave two processes against one just then",
            f"{faster / given:.2f} ({faster:.2f}× where it gave {given:.2f}×; {two * LONG_S:.0f}× against "
            f"{one * LONG_S:.0f}× real time)",
            "≥ 0.9",
            faster >= 0.9 * given,
        )
        _write(folder / "many", MANY, SHORT_S)
        early, late = _memory(folder / "many", folder / "memory")
        yield (
            f"archive: resident memory of all processes after {MANY} recordings against after {EARLY}",
            f"{late / early:.3f} ({late:.0f} MiB against {early:.0f} MiB)",
            "≤ 1.05",
            late / early <= 1.05,
        )


def _write(folder, n, seconds):
    """Cut `n` recordings from the demo."""
    folder.mkdir()
    demo = load_demo()
    digital = np.round(demo.signals[:, 0] * ADC_GAIN + ADC_ZERO).astype("<i2")
    length = round(seconds * demo.fs)
    for i in range(n):
        start = i * 997 % (len(digital) - length)
        (folder / f"p{i:03}.dat").write_bytes(digital[start : start + length].tobytes())
        (folder / f"p{i:03}.hea").write_text(
            f"p{i:03} 1 {demo.fs:g} {length}\np{i:03}.dat 16 {ADC_GAIN:g}({ADC_ZERO})/mV 16 0 0 0 0 MLII\n"
        )


def _run(folder, out, workers):
    return subprocess.Popen(
        [sys.executable, "-m", "training", "annotate", folder, "--workers", str(workers), "--out", out],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )


def _done(out):
    return sorted(path.stat().st_mtime for path in out.glob("done/*/*.json"))


def _measured(folder, out, workers):
    """Recordings a second, and what so many processes that only count get done just before and after."""
    before = _counted(workers)
    speed = _speed(folder, out, workers)
    return speed, before + _counted(workers)


def _counted(processes):
    """How far so many processes count together in `COUNT_S`: what the machine has to give, others beside."""
    counting = [
        subprocess.Popen([sys.executable, "-c", _COUNT, str(COUNT_S)], stdout=subprocess.PIPE, text=True)
        for _ in range(processes)
    ]
    return sum(int(process.communicate()[0]) for process in counting)


def _speed(folder, out, workers):
    """Recordings a second, from the moment on at which every worker runs steadily."""
    if _run(folder, out, workers).wait(1200):
        raise RuntimeError(f"The archive on {workers} workers failed.")
    at = _done(out)[STEADY * workers - 1 :]
    return (len(at) - 1) / (at[-1] - at[0])


def _memory(folder, out):
    """Resident memory of the process and its workers, MiB, after `EARLY` and after nearly all recordings."""
    process = _run(folder, out, 2)
    held = {}
    while process.poll() is None:
        held[len(_done(out))] = _resident(process.pid) or held.get(len(_done(out)), 0)
        time.sleep(0.1)
    if process.returncode:
        raise RuntimeError("The archive of many recordings failed.")
    early = [memory for n, memory in held.items() if EARLY <= n < EARLY + MANY // 10]
    late = [memory for n, memory in held.items() if MANY - MANY // 10 <= n < MANY]
    return float(np.median(early)), float(np.median(late))


def _resident(pid):
    try:
        parent = psutil.Process(pid)
        return sum(p.memory_info().rss for p in (parent, *parent.children(recursive=True))) / 2**20
    except psutil.NoSuchProcess:
        return 0
