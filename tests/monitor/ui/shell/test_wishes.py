"""What the desktop asks for is done, unless the user has said otherwise."""

import shutil
import subprocess
import sys

import pytest

from monitor.ui.kit.drawing.motion import set_still, still
from monitor.ui.shell import wishes
from monitor.ui.shell.wishes import follow_desktop

PORTAL = """
import sys
from gi.repository import Gio, GLib
told = {tuple(one.split("=")[0].split(":")): one.split("=")[1] for one in sys.argv[2:]}
about = "<node><interface name='org.freedesktop.portal.Settings'><method name='%s'>"
about += "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='v' direction='out'/>"
about += "</method></interface></node>"
def answer(bus, sender, path, interface, method, asked, call):
    value = told.get(asked.unpack())
    if value is None:
        call.return_dbus_error("org.freedesktop.portal.Error.NotFound", "Requested setting not found")
        return
    truth = value in ("true", "false")
    found = GLib.Variant("b", value == "true") if truth else GLib.Variant("u", int(value))
    call.return_value(GLib.Variant("(v)", (GLib.Variant("v", found) if method == "Read" else found,)))
def ready(bus, name):
    interface = Gio.DBusNodeInfo.new_for_xml(about % sys.argv[1]).interfaces[0]
    bus.register_object("/org/freedesktop/portal/desktop", interface, answer, None, None)
def owned(bus, name):
    print("ready", flush=True)
Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.portal.Desktop", 0, ready, owned, None)
GLib.MainLoop().run()
"""

ASK = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication
from monitor.ui.shell import wishes
app = QCoreApplication([])
portal = subprocess.Popen([sys.argv[1], "-c", sys.argv[2], *sys.argv[3:]], stdout=subprocess.PIPE, text=True)
assert portal.stdout.readline() == "ready\\n"
wishes.ANSWER_MS = 60_000  # however slow the machine is
print(wishes.asks_for_stillness())
portal.kill()
portal.wait()
"""


@pytest.fixture(autouse=True)
def moving():
    set_still(False)
    yield
    set_still(False)


@pytest.fixture
def desktop():
    """Ask a desktop that has some settings, each ``GROUP:KEY=VALUE``; its portal has one method."""
    python = shutil.which("python3", path="/usr/bin")
    has_gi = python and not subprocess.run([python, "-c", "import gi"], capture_output=True).returncode
    if shutil.which("dbus-run-session") is None or not has_gi:
        pytest.skip("no D-Bus, or no Python with gi, to make a desktop of")

    def ask(method, *settings):
        command = ["dbus-run-session", "--", sys.executable, "-c", ASK, python, PORTAL, method, *settings]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout.strip()

    return ask


@pytest.mark.slow
@pytest.mark.parametrize(
    ("method", "settings", "asks"),
    [
        ("ReadOne", ["org.gnome.desktop.interface:enable-animations=false"], "True"),
        ("ReadOne", ["org.gnome.desktop.interface:enable-animations=true"], "False"),
        ("Read", ["org.gnome.desktop.interface:enable-animations=false"], "True"),
        ("ReadOne", ["org.freedesktop.appearance:reduced-motion=1"], "True"),
        (
            "ReadOne",
            [
                "org.freedesktop.appearance:reduced-motion=0",
                "org.gnome.desktop.interface:enable-animations=false",
            ],
            "False",
        ),
        ("ReadOne", [], "False"),
    ],
)
def test_the_portal_is_asked(desktop, method, settings, asks):
    assert desktop(method, *settings) == asks


def test_without_a_desktop_nobody_is_asked(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr("os.path.exists", lambda path: False)
    assert not wishes.asks_for_stillness()


def test_its_wish_is_done_and_said(make_window, qtbot, monkeypatch):
    monkeypatch.setattr(wishes, "asks_for_stillness", lambda: True)
    window = make_window()
    assert follow_desktop(window.context) is not None
    qtbot.waitUntil(still)
    assert window.context.actions["toggle_still"].isChecked()
    assert "the desktop asks for it" in " ".join(m.text for m in window.context.messages.said)


def test_a_user_who_wants_movement_is_not_overruled(make_window, monkeypatch):
    monkeypatch.setattr(wishes, "asks_for_stillness", lambda: True)
    window = make_window()
    for _ in range(2):
        window.context.actions["toggle_still"].trigger()
    assert not still()
    assert follow_desktop(window.context) is None


def test_a_desktop_that_fails_is_noted_and_changes_nothing(make_window, qtbot, monkeypatch):
    noted = []

    def fails():
        raise RuntimeError("no bus")

    monkeypatch.setattr(wishes, "asks_for_stillness", fails)
    monkeypatch.setattr(wishes, "note", lambda words, error: noted.append(str(error)))
    wish = follow_desktop(make_window().context)
    qtbot.waitUntil(wish.isFinished)
    assert noted == ["no bus"]
    assert not still()
