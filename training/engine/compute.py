"""How a fit computes: on how many threads, and how it comes out the same on every processor.

The libraries choose instructions by the processor that they find. Wider ones sum in another order, and
fused ones round once less, so that the same fit ends in slightly other weights elsewhere. Most of them read
what they may use from the environment when they are loaded: the process has to be started anew with it.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys

from models.contract.children import search_path

_ANYWHERE = {"ATEN_CPU_CAPABILITY": "default"}
_X86 = {
    "ONEDNN_MAX_CPU_ISA": "SSE41",
    # "Compatible" gives the same bits on every x86 processor, of any maker.
    "MKL_CBWR": "COMPATIBLE",
    "MKL_ENABLE_INSTRUCTIONS": "SSE4_2",
    "OPENBLAS_CORETYPE": "Nehalem",
    # The C library's own exp, log and tanh; it has variants with fused multiplication.
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX512F,-AVX2,-AVX,-FMA,-FMA4,-AVX2_Usable,-FMA_Usable,-FMA4_Usable",
}
_ARM = {"OPENBLAS_CORETYPE": "ARMV8"}
_NUMPY = "NPY_DISABLE_CPU_FEATURES"


def pins(threads: int) -> dict[str, str]:
    """Give the environment under which a fit on so many threads depends on the processor no more."""
    x86 = platform.machine().lower() in ("x86_64", "amd64")
    counts = dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), str(threads))
    return {**_ANYWHERE, **(_X86 if x86 else _ARM), **counts, "MKL_DYNAMIC": "FALSE"}


def pinned(threads: int) -> bool:
    """Whether this process runs under `pins`, and NumPy as it was built at the least."""
    return all(os.environ.get(name) == value for name, value in pins(threads).items()) and not _extensions()


def start_pinned(command: list[str], threads: int, *, replace: bool) -> int:
    """Run a command under `pins`; give its exit status.

    Parameters
    ----------
    command : list of str
        Program and arguments.
    threads : int
        Threads of torch.
    replace : bool
        Whether it takes this process's place, where the system can do that: whoever stops this process then
        stops the command.
    """
    environment = {**os.environ, "PYTHONPATH": search_path(), **pins(threads)}
    # NumPy takes either a list of what it may use or one of what it may not.
    environment.pop("NPY_ENABLE_CPU_FEATURES", None)
    environment[_NUMPY] = " ".join([*environment.get(_NUMPY, "").replace(",", " ").split(), *_extensions()])
    if not environment[_NUMPY]:
        del environment[_NUMPY]
    if replace and os.name == "posix":
        sys.stdout.flush()
        os.execve(command[0], command, environment)
    return subprocess.run(command, env=environment, check=False).returncode


def prepare(threads: int, *, reproducible: bool = False) -> None:
    """Set how torch computes in this process.

    Parameters
    ----------
    threads : int
        Threads of torch.
    reproducible : bool
        Whether the fit shall come out the same on every processor; the process must be `pinned` then.

    Raises
    ------
    ValueError
        If it shall and the process is not.
    """
    import torch

    torch.set_num_threads(threads)
    if not reproducible:
        return
    if not pinned(threads):
        raise ValueError("A reproducible fit needs a process that was started for it: use ecg-train.")
    torch.use_deterministic_algorithms(True)
    # Both choose how to cut a convolution by the processor and its caches.
    torch.backends.mkldnn.set_flags(False)
    torch.backends.nnpack.set_flags(False)


def versions(*packages: str) -> dict[str, str]:
    """Give what a fit depends on, for its card: Python, torch, NumPy, other packages, pinned instructions."""
    import torch

    found = {"python": platform.python_version(), **{name: _version(name) for name in ("numpy", *packages)}}
    # torch names its build in its own version ("2.13.0+cpu"), not in the package's.
    found["torch"] = str(torch.__version__)
    return {**found, "instructions": "pinned"} if reproducible() else found


def reproducible() -> bool:
    """Whether `prepare` has been told that the fit shall come out the same on every processor."""
    import torch

    return torch.are_deterministic_algorithms_enabled()


def _version(package: str) -> str:
    from importlib.metadata import version

    return version(package)


def _extensions() -> list[str]:
    """The processor's instructions that NumPy uses beyond those that every processor has."""
    import numpy as np

    found: list[str] = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    return found
