"""The words of each language, collected from the source by Qt's own tools.

``python -m tests.languages`` brings ``assets/languages`` up to date: what is new stands in the ``.ts`` files
as unfinished, what is said no more is gone, and each ``.qm`` is what its ``.ts`` says. Words are put into the
``.ts`` files by hand, or with Qt Linguist (``pyside6-linguist FILE.ts``).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

from assets.shipped import languages_folder
from monitor.ui.kit.language import LANGUAGES, PARTS

ROOT = Path(__file__).parents[2]

_LAB = ("monitor/ui/lab", "models/digits", "models/heartbeats")


def sources(part: str) -> list[Path]:
    """Files of a part of the program; ``plurals`` is all of them."""
    found = sorted(
        path
        for folder in ("assets", "models", "monitor", "training")
        for path in (ROOT / folder).rglob("*.py")
    )

    def part_of(path: Path) -> str:
        where = path.relative_to(ROOT).as_posix()
        if where.startswith(tuple(f"{folder}/" for folder in _LAB)):
            return "lab"
        return "window" if where.startswith("monitor/ui/") else "models"

    return [path for path in found if part in ("plurals", part_of(path))]


def files() -> Iterator[tuple[str, str, Path]]:
    """Language, part and ``.ts`` file of whatever there is to translate."""
    for language in LANGUAGES:
        for part in ("plurals",) if language is LANGUAGES[0] else PARTS:
            yield language.name, part, languages_folder() / language.name / f"{part}.ts"


def update(language: str, part: str, file: Path) -> None:
    """Bring a ``.ts`` file up to date with the source."""
    listed = file.with_suffix(".lst")
    listed.write_text("\n".join(str(path) for path in sources(part)), encoding="utf-8")
    try:
        _tool(
            "lupdate", "-silent", "-no-obsolete", "-locations", "none", "-sort-messages",
            "-disable-heuristic", "similartext", "-tr-function-alias", "tr+=phrase",
            *(("-pluralonly",) if part == "plurals" else ()),
            f"@{listed}", "-source-language", "en", "-target-language", language, "-ts", str(file),
        )  # fmt: skip
    finally:
        listed.unlink()


def release(file: Path, to: Path) -> None:
    """Make the file that the program reads of a ``.ts`` file.

    It takes the place of the one before whole: a program that runs has that one mapped into its memory, and
    would die were it written over.
    """
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=f".{to.stem}-") as folder:
        made = Path(folder) / to.name
        _tool("lrelease", "-silent", str(file), "-qm", str(made))
        made.replace(to)


def _tool(name: str, *arguments: str) -> None:
    import PySide6  # its tools lie beside it

    folder = Path(PySide6.__file__).parent
    found = next(
        path
        for path in (folder / name, folder / f"{name}.exe", folder / "Qt/libexec" / name)
        if path.exists()
    )
    done = subprocess.run([str(found), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name}: {done.stderr or done.stdout}")


def messages(file: Path) -> list[tuple[str, str, list[str], bool]]:
    """Source, note, translated forms of each message of a ``.ts`` file, and whether it is finished."""
    found = []
    for message in ElementTree.parse(file).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        note = message.findtext("comment") or ""
        finished = "type" not in translation.attrib and all(forms)
        found.append((message.findtext("source") or "", note, forms, finished))
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Bring every language up to date, and say what is left to translate."""
    argparse.ArgumentParser(prog="python -m tests.languages", description=main.__doc__).parse_args(argv)
    left = 0
    for language, part, file in files():
        file.parent.mkdir(parents=True, exist_ok=True)
        update(language, part, file)
        release(file, file.with_suffix(".qm"))
        rows = messages(file)
        unfinished = sum(not finished for *_, finished in rows)
        left += unfinished
        sys.stdout.write(f"{language}/{part}: {len(rows)} texts, {unfinished} to translate\n")
    return 1 if left else 0
