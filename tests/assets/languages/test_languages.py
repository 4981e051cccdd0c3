"""Each language has all words, with the source's places, and the program reads what the files say."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from monitor.ui.kit.language import LEFT_OUT_BY_QT
from tests.languages.collect import files, messages, release, update

EACH = pytest.mark.parametrize(
    ("language", "part", "file"), [pytest.param(*row, id=f"{row[0]}-{row[1]}") for row in files()]
)
ROOT = Path(__file__).parents[3]
PLACE = re.compile(r"\{[^{}]*\}|%n")


@EACH
def test_nothing_is_left_out(language: str, part: str, file: Path, tmp_path: Path) -> None:
    fresh = shutil.copy(file, tmp_path / file.name)
    update(language, part, fresh)
    kept, found = ({(source, note) for source, note, *_ in messages(path)} for path in (file, fresh))
    assert sorted(found - kept) == [], "said, and not in the file: python -m tests.languages"
    assert sorted(kept - found) == [], "in the file, and said no more: python -m tests.languages"
    unfinished = [source for source, _, _, finished in messages(file) if not finished]
    assert unfinished == []


@EACH
def test_no_text_is_kept_where_the_program_does_not_look(language: str, part: str, file: Path) -> None:
    # `lupdate` takes a figure with an underscore, such as 14_400.0, for a class whose texts follow.
    contexts = {name.text or "" for name in ElementTree.parse(file).iter("name")}
    assert contexts <= {"", *(context for context, _ in LEFT_OUT_BY_QT)}


@EACH
def test_each_place_of_the_source_is_in_the_words(language: str, part: str, file: Path) -> None:
    for source, _, forms, _ in messages(file):
        for form in forms:
            places, wanted = set(PLACE.findall(form)), set(PLACE.findall(source))
            if language == "en":  # "1 beat" needs no figure
                assert places <= wanted, source
            else:
                assert places == wanted, source


@EACH
def test_what_is_read_is_what_the_file_says(language: str, part: str, file: Path, tmp_path: Path) -> None:
    release(file, tmp_path / "fresh.qm")
    assert file.with_suffix(".qm").read_bytes() == (tmp_path / "fresh.qm").read_bytes(), (
        "python -m tests.languages"
    )


def test_a_word_is_one_in_all_parts() -> None:
    """Two parts of a language would lend each other their words, and an alarm be called as a button is."""
    told: dict[tuple[str, str, str], set[tuple[str, ...]]] = {}
    for language, _, file in files():
        for source, note, forms, _ in messages(file):
            told.setdefault((language, source, note), set()).add(tuple(forms))
    assert {key: words for key, words in told.items() if len(words) > 1} == {}


def said(source: str) -> set[str]:
    """The literals that `tr` and `phrase` are given in a source."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args)
    return {
        call.args[0].value
        for call in calls
        if getattr(call.func, "id", "") in ("tr", "phrase")
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


@pytest.mark.parametrize("package", ["monitor", "models", "assets"])
def test_every_text_is_collected(package: str) -> None:
    """What stands within an f-string is not seen by those who collect: it is put together outside of it."""
    kept = {source for language, _, file in files() if language != "en" for source, *_ in messages(file)}
    found = {
        text: path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / package).rglob("*.py"))
        for text in said(path.read_text(encoding="utf-8")) - kept
    }
    assert found == {}


WORDS = {
    "ja": {
        r"第[1-3１-３一二三]度|[1-3１-３]度房室|(?<![A-Za-z])I{1,3}度": "Ⅰ度、Ⅱ度、Ⅲ度",
        r"モニタ(?!ー|リン)": "モニター",
        r"閾値": "しきい値",
        r"警報": "アラーム",
        r"心室性(?:期外収縮|頻拍|細動|粗動)": "心室期外収縮、心室頻拍",
        r"ユーザ(?!ー)": "ユーザー",
        r"フォルダー|パラメーター|エンコーダー|デコーダー": "フォルダ、パラメータ",
        r"再構築": "再構成",
        r"ショートラン": "連発",
    }
}
"""Terms of which another one stands in this language's texts everywhere, and that one."""


@pytest.mark.parametrize("language", WORDS)
def test_one_thing_has_one_term(language: str) -> None:
    texts = [
        (file.name, form)
        for own, _, file in files()
        if own == language
        for *_, forms, _ in messages(file)
        for form in forms
    ]
    texts += [
        (path.name, path.read_text(encoding="utf-8"))
        for path in (ROOT / "monitor" / "ui" / "lab").rglob(f"*.{language}.toml")
    ]
    found = [
        f"{name}: {each[0]}, and not {term}"
        for name, text in texts
        for other, term in WORDS[language].items()
        if (each := re.search(other, text))
    ]
    assert found == []
