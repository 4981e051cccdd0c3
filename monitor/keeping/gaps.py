"""Where signals of a stretch are missing, told by those that are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from assets.edf.gaps import no_signal


class Gaps:
    """The gaps of a stretch, as its pieces come one after the other.

    Parameters
    ----------
    labels : sequence of str
        What each signal is called, in the order of the columns.
    """

    def __init__(self, labels: Sequence[str]) -> None:
        self._found: dict[str, list[tuple[int, int]]] = {name: [] for name in ("", *labels)}

    def take(self, samples: npt.NDArray[np.floating], start: int) -> None:
        """Look through a piece, shape (n, n_leads), that begins with the sample `start` of the source."""
        missing = ~np.isfinite(samples)
        none = missing.all(axis=1)
        alone = (missing & ~none[:, None]).T if missing.shape[1] > 1 else ()
        for found, where in zip(self._found.values(), (none, *alone), strict=False):
            for a, b in _runs(where):
                begun = found.pop()[0] if found and found[-1][1] == start + a else start + a
                found.append((begun, start + b))

    def told(self) -> Iterator[tuple[str, int, int]]:
        """Give each gap: the words that tell it, its first sample, and the one after its last.

        Where other signals go on, the words name the one that is missing.
        """
        for label, found in self._found.items():
            for start, stop in found:
                yield no_signal(label), start, stop


def _runs(where: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], where.view(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]
