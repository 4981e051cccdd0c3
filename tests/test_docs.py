"""What the texts say is so: links lead somewhere, what is named exists, commands have their options."""

from __future__ import annotations

import ast
import contextlib
import functools
import importlib
import io
import os
import re
import shlex
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("assets", "models", "training", "monitor", "tests")
README = ROOT / "README.md"
TEXTS = sorted(
    [README, *(ROOT / ".github").glob("*.md"), *(p for name in PACKAGES for p in (ROOT / name).rglob("*.md"))]
)
LONGEST = {README: 150, **{p: 60 for p in TEXTS if p.name == "README.md" and p != README}}
"""Lines that a text may have."""

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"[\w.-]+(/[\w.-]+)*/?")
SUFFIXES = (".py", ".md", ".json", ".toml", ".yml", ".yaml", ".txt", ".dat", ".safetensors", ".png", "/")
PLACEHOLDER = re.compile(r"(^|[/_.])[A-Z]{2,}([/_.]|$)")
"""What stands for a name of the reader's own: ``test_NAME.py``, ``DIR/mitdb``."""

ELSEWHERE = ("scipy/misc/ecg.dat",)
"""Files of others that a text tells of."""

COMMAND = re.compile(
    r"(?<![\w./-])(?:\S*/)?(?P<program>ecg-monitor|ecg-train|python3? -m (?:monitor|training|tests)[\w.]*)"
    r"(?P<rest>[^\n;#]*)"
)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def spans(path: Path) -> list[str]:
    """Code within lines of text."""
    return [span for span in SPAN.findall(FENCE.sub("", read(path)))]


@functools.cache
def files() -> tuple[str, ...]:
    """Every file and folder of the project; a folder ends with a slash."""
    tops = [*(ROOT / name for name in PACKAGES), ROOT / ".github", ROOT / ".ci"]
    below = [p for top in tops for p in (top, *top.rglob("*")) if "__pycache__" not in p.parts]
    return tuple(named(p) + "/" * p.is_dir() for p in [*below, *(p for p in ROOT.iterdir() if p.is_file())])


@pytest.mark.parametrize("path", LONGEST, ids=named)
def test_a_readme_is_short(path: Path) -> None:
    assert len(read(path).splitlines()) <= LONGEST[path]


def test_every_package_has_a_readme_to_which_readme_leads() -> None:
    leads = {(README.parent / link).resolve() for link in LINK.findall(read(README))}
    for package in PACKAGES:
        assert ROOT / package / "README.md" in leads
    assert leads > {ROOT / ".github" / "CONTRIBUTING.md", ROOT / "training" / "RESULTS.md", ROOT / "LICENSE"}


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_links_lead_somewhere(path: Path) -> None:
    for link in LINK.findall(FENCE.sub("", read(path))):
        if not link.startswith(("https://", "http://", "mailto:")):
            target, _, heading = link.partition("#")
            there = (path.parent / target).resolve() if target else path
            assert there.exists(), f"{link} of {named(path)}"
            assert not heading or heading in slugs(there), f"{link} of {named(path)}"


def slugs(path: Path) -> set[str]:
    """Headings as links name them."""
    headings = re.findall(r"^#+ (.*)$", FENCE.sub("", read(path)), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_named_files_and_folders_exist(path: Path) -> None:
    for span in spans(path):
        if PATH.fullmatch(span) and span.endswith(SUFFIXES) and not PLACEHOLDER.search(span):
            found = any(f"/{file}".endswith(f"/{span}") for file in files())
            assert found or span in ELSEWHERE, f"{span} of {named(path)}"


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_named_modules_and_what_is_in_them_exist(path: Path) -> None:
    for span in spans(path):
        dotted = re.fullmatch(rf"(?:{'|'.join(PACKAGES)})(?:\.\w+)+", span)
        if dotted and not span.endswith(SUFFIXES):
            assert is_there(span.split(".")), f"{span} of {named(path)}"


def is_there(parts: Sequence[str]) -> bool:
    """Whether this is a package, a module, or something that a module defines."""
    place = ROOT
    for i, part in enumerate(parts):
        place = place / part
        if place.with_suffix(".py").is_file():
            inside = parts[i + 1 :]
            return not inside or inside[0] in definitions(place.with_suffix(".py"))
        if not place.is_dir():
            return False
    return True


def definitions(path: Path) -> set[str]:
    found = set()
    for node in ast.parse(read(path)).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


def commands(path: Path) -> list[tuple[str, str]]:
    """Programs that a text starts, and what follows the program's name."""
    text = read(path)
    lines = [
        line for language, block in FENCE.findall(text) if language != "python" for line in block.splitlines()
    ]
    results = re.findall(r"^<!-- begin [\w-]+: (.*) -->$", text, re.MULTILINE)
    found = [match for line in [*lines, *spans(path), *results] for match in COMMAND.finditer(line)]
    return [(match["program"], match["rest"]) for match in found]


@functools.cache
def help_of(program: str, sub: str = "") -> str:
    """What a program says of its options; of a sub-command, where one is named."""
    if program == "ecg-monitor":
        program = "python -m monitor"
    elif program == "ecg-train":
        program = "python -m training"
    module = program.rpartition(" ")[2]
    if (ROOT / module.replace(".", "/")).is_dir():
        module += ".__main__"
    main: Callable[[list[str]], int] = importlib.import_module(module).main
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said), pytest.raises(SystemExit) as end:
        main([*([sub] if sub else []), "--help"])
    assert end.value.code == 0, f"{program} {sub}: {said.getvalue()}"
    return said.getvalue()


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_commands_exist_with_their_options(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.setattr(os, "environ", os.environ.copy())
    for program, rest in commands(path):
        sub = ""
        if program == "ecg-train":
            words = [
                word for word in shlex.split(rest.replace("'", "")) if re.fullmatch(r"[a-z][a-z-]*", word)
            ]
            sub = words[0] if words else ""
        offered = OPTION.findall(help_of(program, sub))
        for option in OPTION.findall(rest):
            assert option in offered, f"{program} {sub} has no {option}, of which {named(path)} speaks"


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_an_option_named_alone_is_one_of_some_command(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    for span in spans(path):
        if OPTION.match(span):
            assert OPTION.findall(span)[0] in every_option(), f"{span} of {named(path)}"


@functools.cache
def every_option() -> frozenset[str]:
    subs = re.search(r"^  COMMAND\n(.*)", help_of("ecg-train"), re.MULTILINE | re.DOTALL)
    assert subs is not None
    helps = [help_of("ecg-train", sub) for sub in re.findall(r"^    ([a-z][a-z-]*)", subs[1], re.MULTILINE)]
    modules = ("monitor.ui.pictures", "tests.quick")
    helps += [help_of("ecg-monitor"), *(help_of(f"python -m {module}") for module in modules)]
    return frozenset(option for text in helps for option in OPTION.findall(text))


def test_readme_s_figures_are_those_of_the_results() -> None:
    results = read(ROOT / "training" / "RESULTS.md")
    sections = dict(
        re.findall(r"^<!-- begin ([\w-]+): .*? -->$(.*?)^<!-- end ", results, re.MULTILINE | re.DOTALL)
    )
    # What raises alerts: the score of all leads together, once the tables have it.
    table = sections["evaluation-DS2"]
    score = "fused" if "\n| fused |" in table else "ectopy"
    rows = re.findall(rf"^\| {score} \| (.*) \|$", table, re.MULTILINE)
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    ranked = cells[0]
    found = next(row for row in cells if re.fullmatch(r"\d+/\d+", row[1]))
    (peaks,) = re.findall(
        r"^\| \*\*all\*\* \|(?:[^|]*\|){3} (\S+) \| (\S+) \|", sections["qrs"], re.MULTILINE
    )
    auc, average_precision = ranked[1].split(" / ")
    said = " ".join(read(README).split("## How good it is")[1].split("## ")[0].split())
    assert (
        f"ROC-AUC {auc}, average precision {average_precision}; {found[0]} of the ventricular beats" in said
    )
    assert f"all {found[1].split('/')[0]} runs" in said
    assert f"it is {found[2]} and {found[3].split('/')[0]} runs" in said
    assert f"sensitivity {peaks[0]} %, +P {peaks[1]} %" in said


def test_what_the_readmes_say_is_looked_at() -> None:
    """The tests above find something to look at: patterns that match nothing would pass."""
    assert ("ecg-train", " evaluate --split DS1 --freeze --only NAME") in commands(
        ROOT / "training" / "evaluation" / "README.md"
    )
    assert {program for program, _ in commands(README)} == {"ecg-monitor", "ecg-train"}
    assert "--shipped-weights" in every_option()
    assert sum(len(spans(path)) for path in TEXTS) > 300
    assert not is_there(["models", "beats", "nothing"])
    assert is_there(["assets", "records", "record", "Record"])
