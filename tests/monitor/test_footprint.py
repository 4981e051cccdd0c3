"""The most memory taken, in MiB, on every system; nothing is imported that a system has not got."""

import ast
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from monitor import footprint

ROOT = Path(__file__).parents[2]
UNIX_ONLY = {"resource", "fcntl", "pwd", "grp", "termios", "tty", "pty", "syslog", "readline"}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its own count")
def test_what_was_taken_stays_counted():
    before = footprint.peak_rss_mib()
    assert 20 < before < 100_000, "a Python with NumPy takes tens of MiB"
    block = np.ones(int(before + 64) * footprint.MIB, dtype=np.uint8)
    after = footprint.peak_rss_mib()
    assert after > before + 32
    del block
    assert footprint.peak_rss_mib() >= after


def test_on_windows_the_peak_working_set_is_taken(monkeypatch):
    told = SimpleNamespace(rss=1, peak_wset=300 * footprint.MIB)
    process = SimpleNamespace(memory_info=lambda: told)
    monkeypatch.setitem(sys.modules, "psutil", SimpleNamespace(Process=lambda: process))
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.setattr(sys, "platform", "win32")
    assert footprint.peak_rss_mib() == 300


def test_on_macos_the_count_is_in_bytes(monkeypatch):
    usage = SimpleNamespace(ru_maxrss=300 * footprint.MIB)
    fake = SimpleNamespace(getrusage=lambda _: usage, RUSAGE_SELF=0)
    monkeypatch.setitem(sys.modules, "resource", fake)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert footprint.peak_rss_mib() == 300


@pytest.mark.slow
def test_headless_starts_where_there_are_no_unix_modules():
    """As on Windows: none of these modules can be imported while the program is."""
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({sorted(UNIX_ONLY)!r})); "
        "import monitor.__main__, monitor.headless, training.__main__"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=240)


@pytest.mark.slow
def test_no_module_is_imported_at_the_top_that_windows_has_not_got():
    found = []
    for package in ("assets", "models", "monitor", "training"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                found += [f"{path.relative_to(ROOT)}: {name}" for name in names if name in UNIX_ONLY]
    assert not found
