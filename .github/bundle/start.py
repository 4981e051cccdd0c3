"""Where the bundle starts: either program by the name it was called by, or a process that one of them starts.

A bundle has no interpreter of its own to be asked for: ``sys.executable`` is the program. What
`models.contract.children` asks of an interpreter, ``-P -m MODULE``, is done here for our own modules.
"""

from __future__ import annotations

import multiprocessing
import runpy
import sys
from pathlib import Path

from ecg_monitor import PACKAGES, monitor, train

CHILD = ["-P", "-m"]

if __name__ == "__main__":
    multiprocessing.freeze_support()
    if sys.argv[1:3] == CHILD and sys.argv[3:4] and sys.argv[3].partition(".")[0] in PACKAGES:
        module = sys.argv[3]
        del sys.argv[1:4]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    else:
        sys.exit(train() if Path(sys.executable).stem == "ecg-train" else monitor())
