"""The command that draws every page at every size."""

import argparse
import os

import pytest
from PySide6.QtGui import QImage

from monitor.ui.pictures.__main__ import main
from monitor.ui.pictures.sizes import SIZES, ScreenSize, parse_size
from tests.monitor.conftest import make_record


def test_a_size_is_read_as_it_is_written():
    assert [parse_size(str(size)) for size in SIZES] == list(SIZES)
    assert parse_size("960x600@1.5") == ScreenSize(960, 600, 1.5)


@pytest.mark.parametrize("text", ["", "960", "960x", "0x600", "960x600@0", "960x600@", "-960x600"])
def test_what_is_no_size_is_refused(text):
    with pytest.raises(argparse.ArgumentTypeError, match="is no size such as"):
        parse_size(text)


@pytest.fixture
def quick(monkeypatch):
    """A short record in place of the demo, in which nothing has to be waited for."""
    monkeypatch.setattr("assets.records.demo.load_demo", lambda: make_record(seconds=3))
    monkeypatch.setattr("monitor.ui.pictures.gallery.SETTLE_S", 0.05)
    for name in ("QT_QPA_PLATFORM", "QT_SCALE_FACTOR"):
        monkeypatch.setenv(name, os.environ.get(name, ""))  # the command's own settings end with the test


def test_a_page_is_drawn_in_both_themes_and_laid_out_on_a_sheet(quick, tmp_path, capsys):
    folder = tmp_path / "new" / "pictures"
    assert main(["--all", str(folder), "--size", "1024x600", "--size", "1100x640", "--page", "mon"]) == 0
    names = {
        f"monitor--{size}--{theme}.png" for size in ("1024x600", "1100x640") for theme in ("dark", "light")
    }
    assert {path.name for path in folder.glob("*.png")} == names
    sizes = {path.name: QImage(str(path)).size() for path in folder.glob("*.png")}
    assert all(f"{size.width()}x{size.height()}" in name for name, size in sizes.items())
    sheet = (folder / "index.html").read_text(encoding="utf-8")
    assert all(f'src="{name}"' in sheet for name in names)
    assert "twelve" not in capsys.readouterr().err


@pytest.mark.slow
def test_a_dialog_is_drawn_over_the_window(quick, tmp_path):
    assert main(["--all", str(tmp_path), "--size", "1024x600", "--page", "dialog-about"]) == 0
    images = [QImage(str(path)) for path in tmp_path.glob("*.png")]
    assert [(i.width(), i.height()) for i in images] == [(1024, 600)] * 2


def test_that_there_is_no_record_of_twelve_leads_is_said(quick, tmp_path, capsys):
    assert main(["--all", str(tmp_path), "--size", "1024x600", "--page", "twelve"]) == 0
    assert "none of a record of twelve leads; --twelve RECORD names one" in capsys.readouterr().err
    assert main(["--all", str(tmp_path), "--size", "1024x600", "--page", "tw", "--twelve", "absent.hea"]) == 2
    assert "absent.hea" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_a_sentence(quick, tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["--all", str(tmp_path / "file" / "folder")]) == 2
    assert "pictures: " in capsys.readouterr().err
