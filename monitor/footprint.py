"""How much memory this process has taken at most, on each of the systems that it runs on."""

from __future__ import annotations

import sys

MIB = 1024 * 1024


def peak_rss_mib() -> float:
    """Largest resident set of this process so far, MiB.

    Returns
    -------
    float
        From ``getrusage`` where there is one (KiB on Linux, bytes on macOS), else what Windows calls the
        peak working set.
    """
    if sys.platform == "win32":
        import psutil

        return float(psutil.Process().memory_info().peak_wset) / MIB
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (MIB if sys.platform == "darwin" else 1024)
