"""Sixty-four beds without a window on one core, by processor time."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

BEDS, SECONDS = 64, 60


def rows():
    from monitor.bedside.ward.presets import MIXED

    # Electrode motion and muscle noise need a record of noise that may not be at hand.
    names = [name.split("+")[0] for name in MIXED]
    beds = [f"{names[i % len(names)].split('&seed')[0].split('?seed')[0]}" for i in range(BEDS)]
    beds = [f"{bed}{'&' if '?' in bed else '?'}seed={i}" for i, bed in enumerate(beds)]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "ward.json"
        command = [sys.executable, "-m", "monitor", "--headless", "--shipped-weights", "--ward", *beds]
        command += ["--duration", str(SECONDS), "--json", str(target)]
        if sys.platform == "linux":
            command = ["taskset", "-c", str(min(os.sched_getaffinity(0))), *command]
        subprocess.run(command, check=True)
        report = json.loads(target.read_text())
    factor = report["duration_s"] / report["cpu_s"]
    lag = f"lag p99 {report['lag_p99_s']:.2f} s, {report['real_time_factor']:.2f}× by the clock"
    what = f"headless ward, {BEDS} simulated patients, on one core, by processor time"
    yield what, f"{factor:.2f}× real time; {lag}", "≥ 1×", factor >= 1
