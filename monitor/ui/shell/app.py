"""Starting the window: for people, and for pictures."""

from __future__ import annotations

import argparse
import gc
import locale
import sys
from functools import partial
from pathlib import Path, PurePath

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from assets.causes import words_of
from assets.databases.fetch import tell_downloads
from assets.databases.telling import on_stderr
from assets.errors import AssetError, RecordError
from assets.icons import icon_path
from assets.lines import one_line
from assets.phrase import joined, phrase
from assets.sources.open import open_source
from assets.sources.source import Source
from assets.write import check_folder, check_target
from models.alerts.muting import AlertOn
from models.leads.choice import TOGETHER
from models.scenario.opening import open_any
from monitor.desktop import NAME
from monitor.mishaps.log import Log, log_folder
from monitor.retraining.home import Home, user_home
from monitor.ui.kit.language import LANGUAGES, language, speak, wanted
from monitor.ui.kit.speaking import tell_roles
from monitor.ui.pages.settings import Settings, user_settings
from monitor.ui.session.session import Session
from monitor.ui.shell.commands.language import chosen
from monitor.ui.shell.mishaps import Mishaps
from monitor.ui.shell.signals import ClosingSignals, watch_display
from monitor.ui.shell.stage import PictureError, Stage, refuse_unknown_page
from monitor.ui.shell.window import MainWindow
from monitor.ui.shell.wishes import follow_desktop

SWITCH_S = 0.0005
"""Longest turn of a thread in the interpreter while another one waits, in seconds."""


SOUND_MS = 500
"""The trace moves before the audio output is opened, ms."""

AT_S = 20.0
"""A picture is taken after so much of the source, in seconds, unless another time is asked for."""


def application() -> QApplication:
    """The one application object."""
    QGuiApplication.setDesktopFileName(NAME)  # desktops find the entry's icon and name by it
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        # Qt brings the system's own: to libraries in C, "0.5" in a file would be 0 where the mark is a comma.
        locale.setlocale(locale.LC_NUMERIC, "C")
        app.setApplicationName("ECG Monitor")
        app.setStyle("Fusion")
        tell_roles()
        # A frame takes and gives the interpreter's lock many times; at the usual 5 ms a turn, a thread that
        # is busy in Python would hold up a frame for several turns.
        sys.setswitchinterval(SWITCH_S)
        app.setWindowIcon(QIcon(str(icon_path("monitor"))))
    speak(language())  # English, too, has forms of plurals to bring
    return app


class StartError(AssetError):
    """The window ended for no reason that anybody expected; the message says where to look."""


def run(options: argparse.Namespace) -> int:
    """Show the window until it is closed; the exit status.

    Raises
    ------
    StartError
        If it could not be shown; the log has the details.
    WriteError
        If nothing can be recorded where that is asked for.
    """
    check_folder(options.record_to)
    app = application()
    gc.freeze()  # what has been imported is no garbage: each search for some is shorter
    home = user_home()
    session = Session(home.scorer)
    names = partial(_names, session)
    log, mishaps = Log(log_folder(), names), Mishaps(names)
    mishaps.watch()
    try:
        return _show(options, app, home, session, log, mishaps)
    except AssetError:
        raise
    except Exception as error:
        what = mishaps.take(error).what
        _destroy_window(app)
        raise StartError(
            f"The window could not be shown ({what}); the log in {log.folder} says more."
        ) from error
    finally:
        mishaps.leave()
        log.close()


def _destroy_window(app: QApplication) -> None:
    """Destroy what stands of the window in Qt's order, in which each part still has what it takes leave with.

    Python, to which it is garbage, takes a part's attributes away before Qt asks that part.
    """
    for widget in app.topLevelWidgets():
        if isinstance(widget, MainWindow):
            shiboken6.delete(widget)


def _names(session: Session) -> list[str]:
    """What the open record is called: it has no place in a log."""
    info = session.info
    return [] if info is None else [info.name, info.identity, *PurePath(info.identity).parts]


def _show(
    options: argparse.Namespace, app: QApplication, home: Home, session: Session, log: Log, mishaps: Mishaps
) -> int:
    settings, problem = user_settings()
    kept = Settings(settings)
    speak(wanted(options.language or chosen(kept)))
    window = MainWindow(session, kept, options.data_dir, home)
    mishaps.tell_to(window.context.messages, log)
    if log.problem:
        window.context.say(phrase("There is no log this time ({why}).", why=log.problem))
    if problem:
        window.context.fail(problem)

    def tell_problems() -> None:
        if problems := home.take_problems():
            window.context.fail(joined(" ", problems))

    signals = ClosingSignals(window)
    watch_display(window.end, mishaps.on_qt_message)
    tell_problems()
    window.session.analysis_changed.connect(tell_problems)
    window.show()
    if greets(options, app.platformName()):
        QTimer.singleShot(0, window.welcome.greet)
    if options.record_to is not None:
        window.recording.record_to(options.record_to)
    if options.publish is not None:
        window.publishing.publish(options.publish)
    QTimer.singleShot(SOUND_MS, window.open_sound)
    follow_desktop(window.context)
    if options.speed is not None:
        window.context.set_speed(options.speed)
    if options.alert_on is not None:
        window.session.set_alert_on(AlertOn(options.alert_on))
    last = "" if options.named else window.records.recents.last
    if options.record == "demo" and not last:
        # At hand at once, so that the first trace moves before anything else is loaded.
        source = open_source("demo")
        window.put_on(source, _lead(source, options.lead))
    else:
        if options.named:
            window.records.failed.connect(partial(_tell_terminal, options.record))
        window.records.open_spec(last or options.record, options.lead)
    return signals.status(app.exec())


def _tell_terminal(named: str, spec: str, why: str) -> None:
    """Say on standard error, too, that what the command line named could not be opened.

    In the window the next error takes the sentence's place; who typed the name looks here.
    """
    if spec == named:
        sys.stderr.write(f"ecg-monitor: {one_line(why)}\n")


def greets(options: argparse.Namespace, platform: str) -> bool:
    """Whether a start may show the three doors: nothing was asked for, and somebody may see them."""
    asked = (options.record_to, options.publish, options.speed, options.alert_on)
    nothing_asked = not options.named and all(one is None for one in asked)
    return nothing_asked and platform not in ("offscreen", "minimal")


def run_screenshot(options: argparse.Namespace) -> int:
    """Write a picture of the window as it is `options.at` seconds into the source; the exit status.

    Raises
    ------
    PictureError, WriteError
        If there is no such page, pane or moment, or if the picture cannot be made or written.
    """
    page = options.page or "monitor"
    refuse_unknown_page(page)
    _check_picture(options.screenshot)
    tell_downloads(on_stderr)
    source = open_any(options.record, data_dir=options.data_dir)
    lead = _lead(source, options.lead)
    length = source.info.duration
    if options.at is not None and length is not None and options.at > length:
        name = source.info.name
        source.close()
        raise PictureError(f"{name} is {length:.1f} s long: there is nothing at {options.at:g} s (--at).")
    application()
    # Nothing of the user's is read or written: the same command gives the same picture.
    speak(wanted(options.language or LANGUAGES[0].name))
    with Stage(source, lead) as stage:
        if options.alert_on is not None:
            stage.session.set_alert_on(AlertOn(options.alert_on))
        stage.go_to(AT_S if options.at is None else options.at)
        stage.show(page, options.pane)
        stage.save(options.screenshot)
    return 0


def _check_picture(file: Path) -> None:
    """Refuse a picture that cannot be written, before anything is analysed for it."""
    if file.suffix.lower() not in (".png", ".svg"):
        raise PictureError(f"A picture is written as PNG or SVG, and {file.name} ends in neither.")
    check_target(file)


def _lead(source: Source, name: str | None) -> int:
    try:
        return source.info.ecg_lead(name) if name else TOGETHER
    except ValueError as error:
        raise RecordError(words_of(error)) from error
