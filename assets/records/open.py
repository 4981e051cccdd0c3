"""The one door to records: the demo, a catalogue number or a path."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assets.causes import words_of
from assets.databases.physionet.name import SCHEME, notes_of, record_name
from assets.databases.published import database_of, identity_of, listed
from assets.edf.header import is_edf
from assets.errors import RecordError
from assets.phrase import phrase, unstopped
from assets.records.demo import load_demo
from assets.records.headers.header import quoted
from assets.records.identity import file_identity
from assets.records.record import Record
from assets.text.answers import Answers, parted
from assets.together import found_below

if TYPE_CHECKING:
    from assets.databases.download import Cancelled, Progress
    from assets.records.headers.segments import Segmented
    from assets.records.headers.survey import Survey

#: Name of the embedded record.
DEMO: Final = "demo"


def open_record(
    spec: str,
    *,
    data_dir: str | Path | None = None,
    cache_dir: str | Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Record:
    """Open the record that `spec` names.

    Blanks around a name do not count, unless they belong to a file's. A bare ``208`` is the catalogue's
    record even where a file of that name exists; ``./208`` or ``208.hea`` is the file.

    Parameters
    ----------
    spec : str
        ``demo``, a name of the catalogue (``208``, ``800``, ``em``), a record of PhysioNet (``afdb/04015``,
        `assets.databases.physionet.name`), or the path of a WFDB record, an EDF or a BDF file.
    data_dir, cache_dir, progress, cancelled
        As for `assets.databases.fetch.fetch_record`.

    Returns
    -------
    Record
        Its ECG leads: what else it carries is for `assets.sources.open.open_source`.

    Raises
    ------
    RecordError
        If there is no such record, or it is broken.
    DownloadError
        If its files cannot be had.
    DownloadCancelled
        If `cancelled` said so.
    """
    if spec.strip() == DEMO:
        return load_demo()
    if (text := text_named(spec)) is not None:
        from assets.text.reading import read_text  # so that what is rarely read is loaded when it is

        return read_text(*text).ecg_only()
    # The readers bring wfdb, which the demo does without.
    from assets.records.reader import read_whole

    survey = survey_named(
        spec, data_dir=data_dir, cache_dir=cache_dir, progress=progress, cancelled=cancelled
    )
    return read_whole(survey).ecg_only()


def text_named(spec: str) -> tuple[Path, Answers] | None:
    """Part the path of a text file of numbers from what is said of it; None where `spec` names none.

    Raises
    ------
    RecordError
        If there is no such file, or what is said makes no sense.
    """
    spec = spec if _is_there(spec) else spec.strip()
    found = parted(spec)
    if found is None or database_of(spec) is not None:
        return None
    if not _is_there(str(found[0])):
        raise RecordError(phrase("There is no file {file} to be read.", file=quoted(str(found[0]))))
    return None if is_edf(found[0]) else found


def survey_named(
    spec: str,
    *,
    data_dir: str | Path | None = None,
    cache_dir: str | Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Survey | Segmented:
    """Find the files of the record that `spec` names and check them; as `open_record`, which reads it whole.

    Raises
    ------
    RecordError, DownloadError, DownloadCancelled
        As `open_record`.
    """
    # Around a name that was typed blanks mean nothing; within a file's name they count.
    spec = spec if _is_there(spec) else spec.strip()
    if not spec:
        raise RecordError(phrase("No record was named."))
    # It brings pooch, which a path does without.
    from assets.databases.fetch import fetch_record
    from assets.edf.survey import survey_edf
    from assets.records.headers.segments import survey_any

    if database_of(spec) is not None:
        path = fetch_record(
            spec, data_dir=data_dir, cache_dir=cache_dir, progress=progress, cancelled=cancelled
        )
        return replace(survey_any(path), identity=identity_of(spec))
    if (named := record_name(spec)) is not None and not _is_there(spec):
        if database_of(named.path) is not None and identity_of(named.path) == named.identity:
            return survey_named(
                named.path, data_dir=data_dir, cache_dir=cache_dir, progress=progress, cancelled=cancelled
            )
        from assets.databases.physionet.fetch import fetch_named

        path = fetch_named(
            named, data_dir=data_dir, cache_dir=cache_dir, progress=progress, cancelled=cancelled
        )
        return replace(survey_any(path), identity=named.identity, notes=notes_of(named))
    if spec.startswith(f"{SCHEME}:"):
        raise RecordError(
            phrase(
                "{spec} is no record of PhysioNet: one is named as {scheme}:afdb/04015.",
                spec=quoted(spec),
                scheme=SCHEME,
            )
        )
    # A short bare number is meant for the catalogue, unless it is the name of a file.
    if re.fullmatch(r"\d{1,9}", spec, re.ASCII) and not Path(spec + ".hea").is_file():
        raise RecordError(
            phrase(
                "There is no record {spec} in the catalogue, which has {listed}.", spec=spec, listed=listed()
            )
        )
    try:
        # First: it refuses what is no path at all.
        survey = survey_edf(spec) if _is_there(spec) and is_edf(Path(spec)) else survey_any(spec)
    except RecordError as error:
        name = Path(spec).name
        if not _is_there(spec) and "." not in spec and record_name(f"{SCHEME}:{spec}") is not None:
            raise RecordError(
                phrase(
                    "{error}; a record of PhysioNet's {database} would be {scheme}:{spec}.",
                    error=unstopped(words_of(error)),
                    database=spec.partition("/")[0],
                    scheme=SCHEME,
                    spec=spec,
                )
            ) from error
        if _is_there(spec) or database_of(name) is None:
            raise
        raise RecordError(
            phrase(
                "{error}; the catalogue's is {name}, without a folder.",
                error=unstopped(words_of(error)),
                name=name,
            )
        ) from error
    return replace(survey, identity=file_identity(spec))


def _is_there(spec: str) -> bool:
    """Whether files of a record lie there by this very name."""
    try:
        return any(Path(name).is_file() for name in (f"{spec}.hea", spec))
    except (OSError, ValueError):
        return False  # too long for a name, or with a byte of 0 in it


ENDINGS: Final = (".hea", ".edf", ".bdf")
"""How the file is named by which a record on the disk is opened without a word more."""


def records_in(folder: Path, *, below: bool = False) -> list[Path]:
    """Find the records in a folder, by the files that open them, in the order of their names.

    The segments of a record that lies beside them are no records of their own: what is in them is in it.

    Parameters
    ----------
    folder : Path
        Where to look.
    below : bool
        Whether in all folders within it, too.
    """
    found = found_below(folder) if below else folder.glob("*")
    files = [path for path in found if path.suffix.lower() in ENDINGS and path.is_file()]
    segments = {segment for path in files if path.suffix == ".hea" for segment in _segments_of(path)}
    return sorted(path for path in files if path not in segments)


def record_below(folder: Path, name: str) -> Path | None:
    """Find the record of a name in a folder, or else in those within it; None where there is none."""
    files = (folder / f"{name}{ending}" for ending in ENDINGS)
    if (here := next((path for path in files if path.is_file()), None)) is not None:
        return here  # without a look at all that lies below
    return next((path for path in records_in(folder, below=True) if path.stem == name), None)


def _segments_of(header: Path) -> list[Path]:
    from assets.records.headers.segments import segment_names

    try:
        names = segment_names(header) or []
    except RecordError:
        return []  # whoever opens it is told what is wrong with it
    return [header.with_name(f"{name}.hea") for name in names]
