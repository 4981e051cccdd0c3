"""Headless analysis at maximal speed, on one core."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

REPEATS = 3


def rows():
    found = [_run() for _ in range(REPEATS)]
    best = sorted(found, key=lambda r: r["real_time_factor"])[REPEATS // 2]
    factor = best["real_time_factor"]
    yield (
        "headless `--speed max`, one lead on one core, the five-minute demo",
        f"{factor:.0f}× real time; a 20 ms hop takes {best['latency_ms']['p50']:.1f} ms (p99 "
        f"{best['latency_ms']['p99']:.1f} ms)",
        "≥ 100×",
        factor >= 100,
    )


def _run():
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.json"
        command = [sys.executable, "-m", "monitor", "--headless", "--speed", "max", "--json", str(target)]
        subprocess.run(["taskset", "-c", "0", *command] if sys.platform == "linux" else command, check=True)
        return json.loads(target.read_text())
