"""Exit statuses that `ecg-monitor` and `ecg-train` have in common, told in the help of both."""

from __future__ import annotations

NOT_ALL = 3
"""Not all was done that was asked for, and what was done is whole: a recording that lacks some of the signal,
a bed of a ward that failed, a recording of an archive that could not be analysed."""
