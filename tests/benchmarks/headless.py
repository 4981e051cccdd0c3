"""Headless analysis at maximal speed, by the processor time that it takes.

A second run that ends sooner is taken off: what is left is analysis, without the start. Processor time says
the same whatever else the machine does; the time that a hop takes is by the clock.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPEATS = 3
LONG_S, SHORT_S = 300, 60
MIRROR = Path(os.environ.get("ECG_MONITOR_DATA", Path(__file__).parents[2] / ".." / "shared" / "data"))


def rows():
    yield _row("one lead, the five-minute demo", 100, "demo")
    if (MIRROR / "mitdb").is_dir():
        yield _row("both leads, five minutes of record 208", 150, "208", "--data-dir", str(MIRROR))


def _row(what, bound, *of):
    factors, hops = [], []
    for _ in range(REPEATS):
        (long_s, report), (short_s, _) = _run(LONG_S, *of), _run(SHORT_S, *of)
        factors.append((LONG_S - SHORT_S) / (long_s - short_s))
        hops.append(report["latency_ms"])
    factor = statistics.median(factors)
    p50, p99 = (statistics.median(hop[name] for hop in hops) for name in ("p50", "p99"))
    return (
        f"headless `--speed max`, {what}, by processor time",
        f"{factor:.0f}× real time; a 20 ms hop takes {p50:.1f} ms (p99 {p99:.1f} ms)",
        f"≥ {bound}×",
        factor >= bound,
    )


def _run(seconds, *of):
    """Processor time of a process, s, and what it reports."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.json"
        command = ["-m", "monitor", "--headless", *of, "--duration", str(seconds), "--speed", "max", "--json"]
        before = _spent()
        subprocess.run([sys.executable, *command, str(target)], check=True)
        return _spent() - before, json.loads(target.read_text())


def _spent():
    """Processor time of the processes that were waited for, s; by the clock where that is not told."""
    spent = os.times()
    return spent.children_user + spent.children_system if os.name == "posix" else time.perf_counter()
