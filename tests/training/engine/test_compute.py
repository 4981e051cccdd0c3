"""A reproducible fit does not depend on the processor's instructions; an ordinary one does."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open

from assets.records.record import Record
from training.__main__ import main
from training.engine.compute import pinned, pins, prepare, reproducible, versions

MakeRecord = Callable[..., Record]

SETTINGS = (
    # As a user, or another processor, would have it; torch heeds no more than what its processor can do.
    {"ATEN_CPU_CAPABILITY": "default", "ONEDNN_MAX_CPU_ISA": "SSE41", "MKL_ENABLE_INSTRUCTIONS": "SSE4_2"},
    {"ATEN_CPU_CAPABILITY": "avx2", "ONEDNN_MAX_CPU_ISA": "AVX2", "NPY_DISABLE_CPU_FEATURES": "X86_V4"},
)


@pytest.fixture(scope="module")
def recordings(make_record: MakeRecord, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of three recordings without annotations."""
    folder = tmp_path_factory.mktemp("recordings")
    for i in range(3):
        record = make_record(400, name=f"p{i}", seed=i)
        digital = np.round(record.signals * 1000).astype("<i2")
        (folder / f"p{i}.dat").write_bytes(digital.tobytes())
        leads = "".join(f"p{i}.dat 16 1000(0)/mV 16 0 0 0 0 {lead}\n" for lead in record.leads)
        (folder / f"p{i}.hea").write_text(f"p{i} 2 360 {len(digital)}\n{leads}")
    return folder


def fit(kind: str, recordings: Path, out: Path, settings: dict[str, str], *flags: str) -> bytes:
    command = [sys.executable, "-m", "training", kind, "--data", str(recordings), "--out", str(out)]
    command += ["--steps", "6", "--epochs", "1", "--progress", "json", *flags]
    done = subprocess.run(command, env={**os.environ, **settings}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["event"] == "done"
    return out.read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(platform.machine() != "x86_64", reason="the settings are those of an x86 processor")
@pytest.mark.parametrize("kind", ["forecaster", "autoencoder"])
def test_a_fit_depends_on_the_instructions_unless_it_is_reproducible(
    kind: str, recordings: Path, tmp_path: Path
) -> None:
    import torch

    if torch.backends.cpu.get_cpu_capability() not in ("AVX2", "AVX512"):
        pytest.skip("this processor has no second set of instructions to compare with")
    ordinary = [fit(kind, recordings, tmp_path / f"o{i}", s) for i, s in enumerate(SETTINGS)]
    assert ordinary[0] != ordinary[1], "nothing is shown if these are the same"
    pinned = [fit(kind, recordings, tmp_path / f"p{i}", s, "--reproducible") for i, s in enumerate(SETTINGS)]
    assert pinned[0] == pinned[1]
    with safe_open(tmp_path / "p0", framework="np") as file:
        card = json.loads(file.metadata()["ecg-monitor"])["card"]
    assert card["versions"]["instructions"] == "pinned"


START = """
import sys
from training.engine.compute import start_pinned
asked = "import sys; from training.engine.compute import pinned; sys.exit(not pinned(2))"
sys.exit(start_pinned([sys.executable, "-c", asked], 2, replace=bool(int(sys.argv[1]))))
"""


@pytest.mark.parametrize("replace", ["0", "1"])
def test_a_command_is_started_pinned(replace: str) -> None:
    assert subprocess.run([sys.executable, "-c", START, replace], check=False).returncode == 0


def test_a_process_is_pinned_only_under_its_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATEN_CPU_CAPABILITY", "avx2")
    assert not pinned(1)
    assert pins(1)["ATEN_CPU_CAPABILITY"] == "default"


def test_a_process_that_is_not_pinned_claims_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATEN_CPU_CAPABILITY", "avx2")
    with pytest.raises(ValueError, match="started for it"):
        prepare(1, reproducible=True)
    assert not reproducible()
    assert set(versions("scipy")) == {"python", "torch", "numpy", "scipy"}


def test_a_gpu_and_reproducible_exclude_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forecaster", "--reproducible", "--device", "cuda"]) == 2
    assert "computes on the processor" in capsys.readouterr().err
