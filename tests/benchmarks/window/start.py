"""From start to the first moving sample, against importing torch alone."""

import os
import statistics
import subprocess
import sys
import time

REPEATS = 5

# The real start-up path, with a callback where the trace first moves.
FIRST_TRACE = """
import sys
sys.argv = ["ecg-monitor"]
from monitor.ui.session import session
from monitor import __main__
def moved(self):
    import os
    os._exit(0)
original = session.Session.open
def opened(self, *args):
    self.head_moved.connect(lambda: moved(self))
    original(self, *args)
session.Session.open = opened
__main__.main([])
"""


def rows():
    first, torch = [], []
    for _ in range(REPEATS):
        torch.append(_seconds("import torch"))
        first.append(_seconds(FIRST_TRACE))
    ratio = statistics.median(a / b for a, b in zip(first, torch, strict=True))
    yield (
        "from start to the first moving sample, against `python -c 'import torch'`",
        f"{ratio:.2f} ({statistics.median(first):.2f} s against {statistics.median(torch):.2f} s)",
        "≤ 0.6",
        ratio <= 0.6,
    )


def _seconds(code: str) -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=240,
    )
    return time.perf_counter() - began
