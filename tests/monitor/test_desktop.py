"""The entry in a desktop's menu is what the specification asks for, and goes as it came."""

import configparser
import shlex
import shutil
import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from assets.errors import WriteError
from monitor import desktop
from monitor.__main__ import main
from monitor.desktop import NAME, DesktopError, install, quoted, remove
from monitor.ui.shell.app import application

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="desktops of Linux")


def read(path):
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read(path, encoding="utf-8")
    assert parser.sections() == ["Desktop Entry"]
    return parser["Desktop Entry"]


def test_the_entry_has_what_the_specification_asks_for(tmp_path):
    entry, *icons = install("/opt/ecg monitor/bin/ecg-monitor", tmp_path)
    assert entry == tmp_path / "applications" / "ecg-monitor.desktop"
    said = read(entry)
    assert (said["Type"], said["Name"], said["Terminal"]) == ("Application", "ECG Monitor", "false")
    assert shlex.split(said["Exec"]) == ["/opt/ecg monitor/bin/ecg-monitor", "%f"]
    assert "Not a medical device." in said["Comment"]
    assert said["Categories"].endswith(";")
    assert "Education" in said["Categories"].split(";")
    assert said["Icon"] == NAME
    assert [icon.relative_to(tmp_path).as_posix() for icon in icons] == [
        "icons/hicolor/scalable/apps/ecg-monitor.svg",
        "icons/hicolor/48x48/apps/ecg-monitor.png",
        "icons/hicolor/256x256/apps/ecg-monitor.png",
    ]


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="there is no desktop-file-validate")
def test_the_desktop_s_own_tool_has_nothing_to_say(tmp_path):
    entry, *_ = install("/opt/ecg monitor/$x/50%/ecg-monitor", tmp_path)
    done = subprocess.run(["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_icons_are_of_the_size_of_their_folders(tmp_path, qapp):
    _, _, *pictures = install("/bin/true", tmp_path)
    for path in pictures:
        image = QImage(str(path))
        assert f"{image.width()}x{image.height()}" == path.parts[-3]


def test_the_window_calls_itself_as_the_entry_does(qapp):
    application()
    assert QGuiApplication.desktopFileName() == NAME


def test_special_characters_of_a_path_are_escaped_twice():
    # By the specification a literal dollar in a quoted argument is written with two backslashes.
    assert quoted("/a b/$x") == '"/a b/\\\\$x"'
    assert quoted("/100%/x") == '"/100%%/x"'
    assert quoted("/a\\b") == '"/a\\\\\\\\b"'
    with pytest.raises(DesktopError, match="line break"):
        quoted("/a\nExec=evil")


def test_it_goes_as_it_came(tmp_path):
    files = install("/bin/true", tmp_path)
    assert install("/bin/false", tmp_path) == files, "an earlier one is replaced"
    assert "/bin/false" in files[0].read_text(encoding="utf-8")
    other = tmp_path / "applications" / "other.desktop"
    other.write_text("")
    assert remove(tmp_path) == files
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [other]
    assert remove(tmp_path) == []


def test_the_command_line_writes_it_for_the_user(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(desktop, "this_program", lambda: "/bin/true")
    assert main(["--install-desktop"]) == 0
    assert f"Written: {tmp_path / 'applications' / 'ecg-monitor.desktop'}\n" in capsys.readouterr().out
    assert main(["--remove-desktop"]) == 0
    assert main(["--remove-desktop"]) == 0
    assert capsys.readouterr().out.endswith("There was no entry.\n")


def test_what_cannot_be_done_is_a_sentence(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError, match="could not be made"):
        install("/bin/true", tmp_path / "file")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(DesktopError, match="install ECG Monitor first"):
        install(folder=tmp_path)
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(DesktopError, match="another system"):
        remove(tmp_path)
