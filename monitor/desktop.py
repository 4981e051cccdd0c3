"""An entry in the menu of a Linux desktop, by the Desktop Entry and the Icon Theme Specification.

Whatever installs the wheel puts it into an environment of its own, where no desktop looks; so the program
writes its entry itself, into the user's folder of data, and takes it away again.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from platformdirs import user_data_path

from assets.causes import reason
from assets.errors import AssetError, WriteError
from assets.icons import icon_path
from assets.phrase import phrase
from assets.write import write_text
from models.contract.children import installed
from monitor.about import DISCLAIMER

NAME = "ecg-monitor"
"""The entry's identifier, its icon's name, and what the window calls itself to the desktop."""

ICONS = {"scalable": "monitor.svg", "48x48": "monitor-48.png", "256x256": "monitor-256.png"}
"""Folders of the theme hicolor, and the shipped icon for each."""

ENTRY = """[Desktop Entry]
Type=Application
Version=1.1
Name=ECG Monitor
GenericName=ECG replay and teaching monitor
GenericName[ja]=心電図の再生・学習モニタ
Comment=Replay ECG records, watched by a forecaster and an autoencoder. {disclaimer}
Comment[ja]=心電図の記録を再生し、予測器とオートエンコーダが見守ります。教育・研究用で、医療機器ではありません。
Exec={program} %f
Icon={name}
Terminal=false
Categories=Education;Biology;
Keywords=ECG;EKG;WFDB;EDF;arrhythmia;
StartupWMClass={name}
StartupNotify=true
"""


class DesktopError(AssetError):
    """There is no desktop whose menu could have an entry; the message says why."""


def install(program: str | None = None, folder: Path | None = None) -> list[Path]:
    """Write the entry and its icons for this user; what was there of an earlier version is replaced.

    Parameters
    ----------
    program : str, optional
        What the entry starts: the program that runs, if left out.
    folder : Path, optional
        The user's folder of data (``$XDG_DATA_HOME``), for a test.

    Returns
    -------
    list of Path
        What was written, the entry first.

    Raises
    ------
    DesktopError
        On another system than Linux, or if the program's own place is not known.
    WriteError
        If a file cannot be written.
    """
    files = _files(folder)
    command = quoted(program or this_program())
    for path in files:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteError(
                phrase("{parent} could not be made: {why}.", parent=path.parent, why=reason(error))
            ) from error
    entry, *icons = files
    for path, shipped in zip(icons, ICONS.values(), strict=True):
        try:
            shutil.copyfile(icon_path("monitor").with_name(shipped), path)
        except OSError as error:
            raise WriteError(
                phrase("{path} could not be written: {why}.", path=path, why=reason(error))
            ) from error
    write_text(entry, ENTRY.format(program=command, name=NAME, disclaimer=DISCLAIMER))
    return files


def remove(folder: Path | None = None) -> list[Path]:
    """Take the entry and its icons away; give what there was of them.

    Raises
    ------
    DesktopError
        On another system than Linux.
    WriteError
        If a file cannot be taken away.
    """
    gone = []
    for path in _files(folder):
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise WriteError(
                phrase("{path} could not be taken away: {why}.", path=path, why=reason(error))
            ) from error
        gone.append(path)
    return gone


def quoted(program: str) -> str:
    """Give a program's path as the key ``Exec`` has it: an argument in quotes, in a string with escapes.

    Raises
    ------
    DesktopError
        If no desktop could start it: a line break has no place in an entry.
    """
    if any(ord(character) < 32 for character in program):
        raise DesktopError("The program's own path has a line break in it, which no menu can hold.")
    for character in '\\"`$':
        program = program.replace(character, f"\\{character}")
    # The second reading, as a string, takes half of the backslashes away; %% stands for one %.
    return '"{}"'.format(program.replace("\\", "\\\\").replace("%", "%%"))


def this_program() -> str:
    """Path of the command that starts this program again.

    Raises
    ------
    DesktopError
        If there is none, as where it runs from source.
    """
    # Beside the interpreter, wherever a link on the path leads to it.
    beside = installed(NAME)
    if not beside.is_file():
        raise DesktopError(
            f"There is no command {beside} that an entry could start: install ECG Monitor first."
        )
    return str(beside)


def _files(folder: Path | None) -> list[Path]:
    if not sys.platform.startswith("linux"):
        raise DesktopError("Entries of this kind belong to desktops of Linux; this is another system.")
    share = user_data_path() if folder is None else folder
    icons = [
        share / "icons" / "hicolor" / size / "apps" / f"{NAME}{Path(file).suffix}"
        for size, file in ICONS.items()
    ]
    return [share / "applications" / f"{NAME}.desktop", *icons]
