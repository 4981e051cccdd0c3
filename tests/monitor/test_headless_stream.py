"""A stream of the network is watched without a window, as it comes."""

import json
import threading

import pytest

from models.scenario.opening import open_any
from monitor.__main__ import main
from tests.streams import Sender, unique


@pytest.fixture
def heart():
    """A patient's heart, sent at its own pace until the test ends."""
    sender, stop = Sender(unique("heart"), labels=("I",), units=("mV",)), threading.Event()
    patient = open_any("patient:sinus?fs=250&leads=1")

    def send():
        while not stop.wait(0.02):
            due = int((sender.lsl.local_clock() - sender.at) * sender.fs)
            if due > 0:
                sender.send(patient.read(due).samples[:, 0])

    thread = threading.Thread(target=send)
    thread.start()
    yield sender
    stop.set()
    thread.join()


@pytest.mark.slow
def test_a_stream_is_watched_at_its_own_pace_and_the_line_is_told(heart, tmp_path, capsys):
    told, name = tmp_path / "told.json", f"lsl:{heart.name}"
    assert main(["--headless", name, "--duration", "4", "--shipped-weights", "--json", str(told)]) == 0
    report = json.loads(told.read_text())
    assert report["record"] == heart.name
    assert report["source"].startswith(f"{name}@")
    assert report["duration_s"] == 4
    assert len(report["beats"]) >= 2
    assert report["link"]["connected"]
    assert report["link"]["rate"] == pytest.approx(250, rel=0.05)


def test_without_a_duration_it_has_no_end(heart, capsys):
    assert main(["--headless", f"lsl:{heart.name}"]) == 2
    assert "has no end; say how long with --duration" in capsys.readouterr().err
