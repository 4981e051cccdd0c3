"""What a user asks a training for, as the command line that does it, and what it tells as it goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assets.phrase import phrase
from models.contract.fits import RETRAINED

QUICK_STEPS = {"forecaster": 25, "autoencoder": 40, "beats": 150}
"""Batches a pass of the quick fit, which takes a minute or two."""

QUICK_EPOCHS = 3


@dataclass(frozen=True)
class Request:
    """A fit.

    Attributes
    ----------
    kind : str
        One of `models.contract.fits.RETRAINED`.
    records : tuple of str or None
        Catalogue numbers to learn from; None for those of the shipped fit, or for all of `folder`.
    held_out : str
        The held-out record, where `records` are named.
    folder : Path or None
        Folder of WFDB recordings of the user's own.
    seed : int or None
        Seed; None for the shipped fit's.
    quick : bool
        Whether a short fit will do.
    labels : Path or None
        File of marks.
    data_dir : Path or None
        Local mirror.
    out : Path
        Weights file to write.
    """

    kind: str
    records: tuple[str, ...] | None
    held_out: str
    folder: Path | None
    seed: int | None
    quick: bool
    labels: Path | None
    data_dir: Path | None
    out: Path

    def __post_init__(self) -> None:
        if self.kind not in RETRAINED:
            raise ValueError(phrase("There is no model of kind {kind!r} to fit.", kind=self.kind))
        if self.kind == "beats" and len(self.learnt) == 1:
            raise ValueError(
                phrase(
                    "Tick at least two records besides the held-out one: beats are learnt from two or more."
                )
            )
        if self.records is not None and not self.learnt:
            raise ValueError(phrase("Tick at least one record to learn from, besides the held-out one."))

    @property
    def learnt(self) -> tuple[str, ...]:
        """The named records that are learnt from."""
        return tuple(name for name in self.records or () if name != self.held_out)

    @property
    def kept(self) -> Path:
        """Where the fit is kept while it is under way."""
        return self.out.with_name(self.out.name + ".kept")

    @property
    def course(self) -> Path:
        """Where its course is kept."""
        return self.out.with_name(self.out.name + ".course.json")

    def arguments(self, *, fresh: bool = False) -> list[str]:
        """Give the arguments of `models.contract.fits.FIT_PROGRAM`.

        Parameters
        ----------
        fresh : bool
            Whether to begin anew even if a fit was kept.
        """
        said = [self.kind, "--progress", "json", "--out", str(self.out)]
        if self.folder is not None:
            said += ["--data", str(self.folder)]
        if self.records is not None:
            said += ["--records", *self.learnt]
            # The fit of the beats learns from all records it is given: it must not be given the held-out one.
            said += ["--held-out", self.held_out] if self.kind != "beats" else []
        elif self.folder is None:
            said += ["--databases", "mitdb"]  # DS1, as it says: also where the shipped fit learnt from more
        if self.seed is not None:
            said += ["--seed", str(self.seed)]
        if self.quick:
            said += ["--steps", str(QUICK_STEPS[self.kind])]
            if self.kind != "beats":
                said += ["--epochs", str(QUICK_EPOCHS)]
        if self.labels is not None:
            said += ["--labels", str(self.labels)]
        if self.data_dir is not None:
            said += ["--data-dir", str(self.data_dir)]
        if fresh:
            said.append("--fresh")
        return said


def comparison(
    kind: str, new: Path, old: Path | None, record: str, data_dir: Path | None, figures: Path, scores: Path
) -> list[str]:
    """Give the arguments of the program that fits which compare two sets of weights on a record."""
    said = ["compare", kind, "--progress", "json", "--new", str(new), "--record", record]
    if old is not None:
        said += ["--old", str(old)]
    if data_dir is not None:
        said += ["--data-dir", str(data_dir)]
    return [*said, "--json", str(figures), "--scores", str(scores)]
