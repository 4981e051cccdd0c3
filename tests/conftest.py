"""Fixtures for all tests."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

# Before anything imports Qt: machines without a screen draw in memory.
if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Small networks run many times slower on several threads than on one, above all where cores are shared.
os.environ.setdefault("OMP_NUM_THREADS", "1")

# Streams of the network stay on this machine: liblsl reads this when it is first used.
os.environ["LSLAPICFG"] = str(Path(__file__).with_name("lsl_api.cfg"))

import numpy as np
import pytest
from hypothesis import HealthCheck, settings

# The first example pays for imports, and shared machines stall; pytest's own time-out catches what hangs.
# The examples are the same each time: whether a change breaks something is no matter of luck. Others are
# looked for with HYPOTHESIS_PROFILE=search.
PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("ecg-monitor", derandomize=True, **PATIENT)
settings.register_profile("search", **PATIENT)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ecg-monitor"))

WriteRecord = Callable[..., Path]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Let each test draw the same by chance: torch begins elsewhere in each process."""
    if "torch" in sys.modules:
        import torch  # a thread of the test before may still be at it: this waits

        torch.manual_seed(1)


def _mirror() -> Path | None:
    named = os.environ.get("ECG_MONITOR_DATA")
    beside = Path(__file__).resolve().parents[1] / ".." / "shared" / "data"
    folder = Path(named) if named else beside.resolve()
    return folder if (folder / "mitdb" / "100.hea").is_file() else None


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """Return the local mirror of MIT-BIH and MNIST; skip where there is none."""
    folder = _mirror()
    if folder is None:
        pytest.skip("no local mirror of the MIT-BIH database (set ECG_MONITOR_DATA to one)")
    return folder


@pytest.fixture
def heard_ctrl_c() -> Iterator[None]:
    """Let programs that a test starts hear Ctrl-C, as those that a user starts do.

    Where the tests themselves were started with it ignored, as a script's background work is, their children
    would ignore it as well.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def write_record(tmp_path: Path) -> WriteRecord:
    """Return a function that writes a small WFDB record and returns its header's path.

    ``write_record(digital, name="r", fs=360, leads=None, gain="200(0)/mV", folder=None, comments=())``:
    `digital` is an integer array of shape (n_samples, n_leads), stored in format 16.
    """

    def write(
        digital: np.ndarray,
        *,
        name: str = "r",
        fs: float = 360,
        leads: Sequence[str] | None = None,
        gain: str = "200(0)/mV",
        folder: Path | None = None,
        comments: Sequence[str] = (),
    ) -> Path:
        place = folder if folder is not None else tmp_path
        place.mkdir(parents=True, exist_ok=True)
        digital = np.atleast_2d(np.asarray(digital))
        n_samples, n_leads = digital.shape
        names = list(leads) if leads is not None else [f"L{i + 1}" for i in range(n_leads)]
        lines = [f"{name} {n_leads} {fs:g} {n_samples}"]
        lines += [f"{name}.dat 16 {gain} 16 0 0 0 0 {lead}" for lead in names]
        lines += [f"# {comment}" for comment in comments]
        (place / f"{name}.dat").write_bytes(digital.astype("<i2").tobytes())
        header = place / f"{name}.hea"
        header.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return header

    return write
