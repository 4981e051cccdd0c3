"""From start to the first moving sample, against importing torch alone; bytecode is kept, as installed."""

import os
import statistics
import subprocess
import sys
import tempfile
import time

REPEATS = 5

# The real start-up path, with a callback where the trace first moves; hung in where the imports begin.
FIRST_TRACE = """
import sys
sys.argv = ["ecg-monitor"]
from monitor import __main__
look = __main__.why_no_window
def moved(self):
    import os
    os._exit(0)
def hang_in():
    from monitor.ui.session import session
    original = session.Session.open
    def opened(self, *args):
        self.head_moved.connect(lambda: moved(self))
        original(self, *args)
    session.Session.open = opened
    return look()
__main__.why_no_window = hang_in
__main__.main([])
"""


def rows():
    first, torch = [], []
    with tempfile.TemporaryDirectory() as bytecode:
        for code in ("import torch", FIRST_TRACE):
            _seconds(code, bytecode)  # compiles it, as an installer does
        for _ in range(REPEATS):
            torch.append(_seconds("import torch", bytecode))
            first.append(_seconds(FIRST_TRACE, bytecode))
    ratio = statistics.median(a / b for a, b in zip(first, torch, strict=True))
    yield (
        "from start to the first moving sample, against `python -c 'import torch'`",
        f"{ratio:.2f} ({statistics.median(first):.2f} s against {statistics.median(torch):.2f} s)",
        "≤ 0.6",
        ratio <= 0.6,
    )


def _seconds(code: str, bytecode: str) -> float:
    """How long a process takes that keeps its bytecode in this folder, s."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": bytecode}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=env, timeout=240)
    return time.perf_counter() - began
