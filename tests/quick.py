"""The check of one minute: lint, format, types, and the fast tests of what changed against a branch.

A changed ``PACKAGE/PATH/MODULE.py`` brings ``tests/PACKAGE/PATH/test_MODULE.py``, with an aspect after the
name or without, and what is tested of the folder as a whole; all tests of that folder where there is none of
that name. Who may import whom and what the texts say is tested every time.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ALWAYS = ("tests/test_architecture.py", "tests/test_docs.py")
MANY = 8
"""From so many test files on, starting a process for each core is worth its second or two."""

SIDE_BY_SIDE = ("-n", "auto", "--dist", "loadfile")
TEXTS = (".md", ".yml", ".yaml")
NO_TESTS = 5
"""Exit status of pytest where nothing was chosen, as in a file of slow tests alone."""


class NoBase(Exception):
    """What changed cannot be told; the message says why in one sentence."""


def changed_files(root: Path, base: str) -> list[str]:
    """Name the files of a checkout that differ from where it left `base`, new ones included.

    Raises
    ------
    NoBase
        If git cannot tell.
    """
    left = _git(root, "merge-base", "HEAD", base).strip()
    tracked = _git(root, "diff", "--name-only", "-z", "--diff-filter=d", left)
    new = _git(root, "ls-files", "-z", "--others", "--exclude-standard")
    return sorted({name for name in (tracked + new).split("\0") if name})


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, text=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        raise NoBase("What changed is asked of git, which is not installed.") from None
    if done.returncode != 0:
        said = done.stderr.strip().splitlines() or ["it did not say why"]
        raise NoBase(f"git cannot tell what changed ({said[-1]}); --base names another branch.")
    return done.stdout


def tests_of(root: Path, name: str) -> list[str]:
    """Name the test files of a changed file; none where it has none of its own.

    Parameters
    ----------
    root : Path
        The checkout.
    name : str
        The file, from there, with ``/``.
    """
    path = Path(name)
    if path.suffix in TEXTS:
        return ["tests/test_docs.py"]
    if path.suffix != ".py":
        return []
    if path.parts[0] != "tests":
        return _mirrored(root, path)
    if path.name.startswith("test_"):
        return [name]
    # What all tests share would bring all of them, and more than a minute.
    return _mirrored(root, path.relative_to("tests")) if len(path.parts) > 2 else []


def _mirrored(root: Path, path: Path) -> list[str]:
    """Name the tests of a module and of its folder; all in the folder where none is the module's."""
    beside = sorted((root / "tests" / path.parent).glob("test_*.py"))
    own, folder = ([p for p in beside if _is_about(p, what)] for what in (path.stem, path.parent.name))
    return [p.relative_to(root).as_posix() for p in (sorted({*own, *folder}) if own else beside)]


def _is_about(test: Path, name: str) -> bool:
    """Whether a file of tests is named after a module or folder, an aspect of it included."""
    told = test.stem.removeprefix("test_")
    return told == name or told.startswith(f"{name}_")


def choose(root: Path, changed: Iterable[str]) -> tuple[list[str], list[str]]:
    """Choose the test files to run, and name the changed files for which no test stands."""
    found = {name: tests_of(root, name) for name in changed}
    always = [name for name in ALWAYS if (root / name).is_file()]
    return (
        sorted({*always, *(test for tests in found.values() for test in tests)}),
        [name for name, tests in found.items() if not tests],
    )


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run the check; the exit status is 0, 1 if something failed, 2 if it could not begin."""
    parser = argparse.ArgumentParser(prog="python -m tests.quick", description=__doc__)
    parser.add_argument(
        "--base", default="main", metavar="BRANCH", help="what to compare with (default main)"
    )
    options = parser.parse_args(argv)
    began = time.monotonic()
    try:
        changed = changed_files(root, options.base)
    except NoBase as error:
        sys.stderr.write(f"tests.quick: {error}\n")
        return 2
    tests, without = choose(root, changed)
    sys.stdout.write(f"{len(changed)} files changed, {len(tests)} test files\n")
    for name in without:
        sys.stdout.write(f"  no test of its own: {name}\n")
    sys.stdout.flush()
    python = [sys.executable, "-m"]
    failed = []
    for step in (["ruff", "check", "."], ["ruff", "format", "--check", "."]):
        if subprocess.run([*python, *step], cwd=root, check=False).returncode != 0:
            failed.append(" ".join(step))
    # The types take as long as the tests do, and both run at the same time.
    types = subprocess.Popen(
        [*python, "mypy"], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    command = [*python, "pytest", "-q", *(SIDE_BY_SIDE if len(tests) >= MANY else ()), *tests]
    tested = subprocess.run(command, cwd=root, check=False).returncode if tests else 0
    if tested not in (0, NO_TESTS):
        failed.append("pytest")
    sys.stdout.write(types.communicate()[0])
    if types.returncode != 0:
        failed.append("mypy")
    said = f"failed: {', '.join(failed)}" if failed else "all is well"
    sys.stdout.write(f"{said}, after {time.monotonic() - began:.0f} s\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
