"""How a scenario is named and opened: ``scenario:NAME``, ``scenario:NAME?seed=2``, or the path of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from platformdirs import user_data_path

from assets.causes import words_of
from assets.errors import AssetError, DownloadCancelled, RecordError
from assets.phrase import listed, phrase
from assets.shipped import scenarios_folder
from assets.sources.lsl.library import SCHEME as NETWORK
from assets.sources.lsl.source import open_stream
from assets.sources.open import Opener, open_source
from assets.sources.source import Source
from models.patients import opening
from models.patients.artefacts.noise import Noises
from models.patients.source import SCHEMES
from models.scenario.body import JOIN_S, lead_names
from models.scenario.script import Scenario
from models.scenario.source import SCHEME, ScenarioSource
from models.scenario.stretch import Stretch
from models.scenario.text.reading import read_file

if TYPE_CHECKING:
    from assets.databases.download import Cancelled, Progress

ENDING = ".toml"
"""How a scenario's file is named."""

FOLDER = "scenarios"
"""Of the user's own ones, within the user's folder."""

OpenRecord = Opener
"""Opens a record by its name."""


def user_scenarios() -> tuple[Path, ...]:
    """Folders of the user's own scenarios on this system."""
    return (user_data_path("ecg-monitor", appauthor=False) / FOLDER,)


def on_the_shelf(folders: Iterable[Path] = ()) -> dict[str, Path]:
    """Give the files of the scenarios there are, by name: those that ship, then those in `folders`.

    One of a user's own takes the place of one that ships under the same name.
    """
    found: dict[str, Path] = {}
    for folder in (scenarios_folder(), *folders):
        if folder.is_dir():
            found |= {path.stem: path for path in sorted(folder.glob(f"*{ENDING}"))}
    return found


def open_scenario(
    text: str,
    *,
    data_dir: str | Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    folders: Iterable[Path] | None = None,
) -> ScenarioSource:
    """Open what stands after ``scenario:``, or the path of a file.

    Parameters
    ----------
    text : str
        A name on the shelf, or the path of a ``.toml`` file; ``?seed=2`` after it is another patient.
    data_dir, progress, cancelled
        As for `assets.sources.open.open_source`, for the records that it plays.
    folders : iterable of Path
        Where the user's own are; the user's folder where not given.

    Raises
    ------
    ScenarioError
        If it cannot be played; the message names file and line.
    RecordError
        If there is none of that name, or a record has not what is to be played.
    DownloadError, DownloadCancelled
        If a record cannot be had.
    """
    name, _, options = text.strip().partition("?")
    if name.lower().endswith(ENDING):
        path = Path(name)
    else:
        shelf = on_the_shelf(user_scenarios() if folders is None else folders)
        if name not in shelf:
            raise RecordError(
                phrase(
                    "There is no scenario {name!r}; there are {names}, or a path to a file.",
                    name=name,
                    names=listed(shelf),
                )
            )
        path = shelf[name]
    scenario = read_file(path)
    if options:
        scenario = msgspec.structs.replace(scenario, seed=_seed(options))
    files = partial(open_source, data_dir=data_dir, progress=progress, cancelled=cancelled)
    return source_of(scenario, files, Noises(data_dir))


def source_of(
    scenario: Scenario, open_record: OpenRecord = open_source, noises: Noises | None = None
) -> ScenarioSource:
    """Make a scenario's source; its records are read at once.

    Raises
    ------
    RecordError, DownloadError, DownloadCancelled
        As `open_scenario`.
    """
    leads, stretches = lead_names(scenario), {}
    opened: dict[str, Source] = {}
    try:
        for step in scenario.step:
            if step.record is None or step.lasts_s is None:
                continue
            try:
                if step.record not in opened:
                    opened[step.record] = open_record(step.record)
                stretches[step.name] = Stretch(
                    opened[step.record], leads, scenario.fs, step.start_s, step.lasts_s, JOIN_S
                )
            except DownloadCancelled:
                raise
            except AssetError as error:
                raise type(error)(
                    phrase("Step {name!r}: {error}", name=step.name, error=words_of(error))
                ) from error
    finally:
        for source in opened.values():
            source.close()
    return ScenarioSource(scenario, stretches, noises)


def open_any(
    name: str,
    *,
    data_dir: str | Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    folders: Iterable[Path] | None = None,
) -> Source:
    """Open whatever `name` names: a record, a patient, a scenario, each with artefacts behind it.

    Parameters
    ----------
    name : str
        As `models.patients.opening.open_any` takes it, or a scenario (`open_scenario`).
    data_dir, progress, cancelled, folders
        As `open_scenario`.

    Raises
    ------
    AssetError
        As `open_scenario` and `models.patients.opening.open_any`.
    """
    known = schemes(data_dir=data_dir, progress=progress, cancelled=cancelled, folders=folders)
    return opening.open_any(name, data_dir=data_dir, progress=progress, cancelled=cancelled, schemes=known)


def schemes(
    *,
    data_dir: str | Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    folders: Iterable[Path] | None = None,
) -> Mapping[str, Opener]:
    """What can be opened besides records, for `assets.sources.open.open_source`."""
    opener = partial(
        open_scenario,
        data_dir=data_dir,
        progress=progress,
        cancelled=cancelled,
        folders=None if folders is None else tuple(folders),
    )
    return {**SCHEMES, SCHEME: opener, ENDING: opener, NETWORK: partial(_open_stream, cancelled=cancelled)}


def _open_stream(text: str, cancelled: Cancelled | None) -> Source:
    return open_stream(text, cancelled=cancelled or (lambda: False))


def _seed(options: str) -> int:
    name, _, value = options.partition("=")
    if name != "seed" or not value.isdecimal() or not int(value) < 2**32:
        raise RecordError(
            phrase(
                "After a scenario's name may stand ?seed= and a whole number, not {options!r}.",
                options=options,
            )
        )
    return int(value)
