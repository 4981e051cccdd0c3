"""``ecg-train digits refit``: fit everything that the lab ships anew in a folder, and measure nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from assets.databases.mnist import Mnist
from assets.shipped import digits_folder, weights_file
from models.digits.catalogue import FAMILY, JUDGE, KNOWS_ALL, NORMAL_ONLY, UNPUNISHED
from models.digits.diffusion.entries import DENOISERS
from models.digits.lossy.catalogue import ALL as LOSSY
from models.digits.sampling.entries import RACED
from models.digits.sampling.shipped import FILE as GROUND
from models.digits.space.codes import FILE as CODES
from models.kinds import LAB
from training.digits.times import MOST_S, Took, times

FAMILYS, RACE, UNSEEN, DIFFUSION, LOSSY_ONES, MADE, HEART = (
    "the family, its maps, the judge, and what it is compared with",
    "networks that only the race needs",
    "networks that never saw one digit, and the one that knows all",
    "diffusion",
    "lossy autoencoders",
    "codes of the test digits, mixtures of the race",
    "heartbeats, with the fits that leave patients out",
)

GROUPS: dict[str, tuple[str, ...]] = {
    FAMILYS: (*(entry.name for entry in FAMILY), JUDGE.name, UNPUNISHED.name),
    RACE: tuple(entry.name for entry in RACED),
    UNSEEN: (*(entry.name for entry in NORMAL_ONLY), KNOWS_ALL.name),
    DIFFUSION: tuple(entry.name for entry in DENOISERS.values()),
    LOSSY_ONES: tuple(entry.name for entry in LOSSY),
    MADE: (Path(CODES).stem, Path(GROUND).stem),
    HEART: LAB,
}
"""All files that ship with the lab, without their ending, by what they are for."""

Say = Callable[[str], None]


def refit(mnist: Mnist, out: Path, *, data_dir: Path | None, seed: int, fresh: bool, say: Say) -> None:
    """Fit all of `GROUPS`; what is already fitted in the folder with this seed is taken as it is.

    Denoisers learn the codes of the networks that ship, and mixtures those of the networks in the folder.

    Parameters
    ----------
    mnist : Mnist
        The digits.
    out : Path
        Folder for the files; not the one that ships.
    data_dir : Path or None
        Folder that holds the records of DS1, for the heartbeats.
    seed : int
        Fixes everything.
    fresh : bool
        Begin anew, whatever is there.
    say : callable
        Told what is being fitted.

    Raises
    ------
    ValueError
        If the folder is the one that ships, a fit runs away, or weights are damaged.
    assets.errors.AssetError
        If a record cannot be had.
    OSError
        If a file cannot be written.
    """
    from training.digits.diffusion.fit import fit_denoiser
    from training.digits.fits.fit import fit
    from training.digits.lossy.fitting import fit_shipped

    if out.resolve() == digits_folder().resolve():
        raise ValueError(f"{out} is what ships: fitted anew is in a folder of its own.")
    out.mkdir(parents=True, exist_ok=True)
    for name in (*GROUPS[FAMILYS], *GROUPS[RACE], *GROUPS[UNSEEN]):
        say(f"fitting {name}")
        fit(name, mnist, out, seed=seed, fresh=fresh)
    for model in DENOISERS:
        fit_denoiser(model, mnist.train, out, seed=seed, fresh=fresh, say=say)
    _made(mnist, out, seed=seed, fresh=fresh, say=say)
    _heartbeats(out, data_dir, seed=seed, fresh=fresh, say=say)
    fit_shipped(mnist.train, out, seed=seed, fresh=fresh, say=say)


def _made(mnist: Mnist, out: Path, *, seed: int, fresh: bool, say: Say) -> None:
    """Write the codes and the mixtures of the networks in a folder."""
    import torch

    from models.digits.networks.judge import JudgeNetwork
    from models.digits.sampling.racers import RACERS
    from models.digits.sampling.score import Tally
    from training.digits.figures.codes import write_codes
    from training.digits.fits.fit import read_fitted
    from training.digits.sampling.ground import chain_of, ground_fits, write_ground

    judge = read_fitted(JUDGE.name, out).network
    assert isinstance(judge, JudgeNetwork)
    if fresh or not (out / CODES).is_file():
        say("codes of the test digits")
        networks = {entry.name: read_fitted(entry.name, out).network for entry in FAMILY}
        write_codes(out, {**networks, JUDGE.name: judge}, mnist.test)
    chains = {racer.name: chain_of(racer, out) for racer in RACERS}
    if fresh or not ground_fits(mnist, out / GROUND, chains, seed):
        real = Tally(judge)
        real.add(torch.from_numpy(mnist.test.pixels()))
        write_ground(mnist, out, chains, real.moments, seed, say)


def _heartbeats(out: Path, data_dir: Path | None, *, seed: int, fresh: bool, say: Say) -> None:
    """Fit the heartbeats' autoencoder and the lines of its measures."""
    from assets.databases.mitbih import DS1
    from models.heartbeats.weights import HEARTBEATS
    from training.heartbeats.fit import HeartbeatFitSettings
    from training.heartbeats.study import study, write

    settings = HeartbeatFitSettings(seed=seed)
    path = out / HEARTBEATS.shipped_file.name
    if path.is_file() and not fresh:
        card = HEARTBEATS.load(path).card
        if (card.seed, card.steps, card.records) == (seed, settings.steps, DS1):
            return
    trained, figures = study(DS1, (), settings, data_dir, joining=False, say=say)
    write(out, trained, figures)


def fitted(out: Path) -> dict[str, list[Took | None]]:
    """Read what the fits in a folder took, by group; None for a file that is not there.

    Raises
    ------
    WeightsError
        If a file cannot be read.
    """
    found: dict[str, list[Took | None]] = {}
    for group, names in GROUPS.items():
        paths = [_path(out, name) for name in names]
        found[group] = [times(path)[0] if path.is_file() else None for path in paths]
    return found


def earlier(out: Path) -> tuple[str, ...]:
    """Names of the files in a folder that are the shipped ones themselves, and so were not fitted there."""
    found = []
    for name in (name for names in GROUPS.values() for name in names):
        here = _path(out, name)
        ships = weights_file(name) if name in LAB else digits_folder() / f"{name}.safetensors"
        if here.is_file() and here.read_bytes() == ships.read_bytes():
            found.append(name)
    return tuple(found)


def _path(out: Path, name: str) -> Path:
    """Where a file of `GROUPS` lies in a folder: what is only compared with is fitted into one inside it."""
    apart = out / "comparison" / f"{name}.safetensors"
    return apart if name == UNPUNISHED.name and apart.is_file() else out / f"{name}.safetensors"


def markdown(found: Mapping[str, list[Took | None]], before: Sequence[str] = ()) -> str:
    """Lay out what each group took, and the sum; `before` names what was not fitted there (`earlier`)."""
    lines = ["| fitted anew | files | processor s | of it known of |", "| --- | ---: | ---: | ---: |"]
    whole, files, known = 0.0, 0, 0
    for group, rows in found.items():
        seconds = [one.seconds for one in rows if one is not None and one.seconds is not None]
        lines.append(f"| {group} | {len(rows)} | {sum(seconds):.0f} | {len(seconds)} |")
        whole, files, known = whole + sum(seconds), files + len(rows), known + len(seconds)
    lines += [
        f"| all | {files} | {whole:.0f} | {known} |",
        "",
        f"{whole:.0f} s of processor time of at most {MOST_S} (an hour on two cores), one thread a fit.",
    ]
    if before:
        lines.append(f"Taken as shipped, with what their cards say: {', '.join(before)}.")
    if missing := files - known:
        lines.append(f"What {missing} of the files take is not in it: they are not fitted there yet.")
    return "\n".join(lines)
