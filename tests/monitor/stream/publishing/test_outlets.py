"""A client that is not ours reads what is published."""

import sys
import threading

import numpy as np
import pytest

from assets.records.lead import Lead, LeadKind
from assets.sources.lsl.library import NoLibraryError
from assets.sources.source import SourceInfo
from monitor.__main__ import main
from monitor.stream.publishing.outlets import Outlets, PublishError, checked_name
from tests.streams import PATIENCE_S, pylsl, unique, wait_for

INFO = SourceInfo(
    "rec",
    "db/rec",
    500,
    (Lead("I"), Lead("ABP", "mmHg", LeadKind.PRESSURE), Lead("Resp", "", LeadKind.RESPIRATION)),
)


class Client(threading.Thread):
    """Plain pylsl: finds both streams and reads them to the marker that ends them."""

    def __init__(self, name):
        super().__init__()
        self.lsl, self.name_ = pylsl(), name
        self.samples, self.stamps, self.marks = [], [], []
        self.info = None

    def run(self):
        (found,) = self.lsl.resolve_byprop("name", self.name_, timeout=PATIENCE_S)
        (markers,) = self.lsl.resolve_byprop("name", f"{self.name_}-markers", timeout=PATIENCE_S)
        signal, marks = self.lsl.StreamInlet(found), self.lsl.StreamInlet(markers)
        self.info = signal.info()
        for inlet in (marks, signal):
            inlet.open_stream()
        while not any(text == "end" for text, _ in self.marks):
            text, stamp = marks.pull_sample(timeout=0.01)
            if text:
                self.marks.append((text[0], stamp))
            self._take(*signal.pull_chunk())
        self._take(*signal.pull_chunk(timeout=2.0, max_samples=100_000))  # each stream has a line of its own

    def _take(self, samples, stamps):
        self.samples += samples
        self.stamps += stamps


@pytest.fixture
def heard_from_the_start(monkeypatch):
    """Nothing is played before somebody listens: how soon he finds it says how busy the machine is."""
    made = Outlets.__init__

    def heard(self, *given):
        made(self, *given)
        wait_for(lambda: self._samples.have_consumers() and self._markers.have_consumers())

    monkeypatch.setattr(Outlets, "__init__", heard)


@pytest.mark.slow
@pytest.mark.usefixtures("heard_from_the_start")
def test_a_record_is_read_as_it_is_played_by_a_client_that_is_not_ours(tmp_path):
    from assets.sources.open import open_source

    name = unique("published")
    client = Client(name)
    client.start()
    arguments = ["--headless", "demo", "--publish", name, "--duration", "12", "--shipped-weights"]
    assert main([*arguments, "--json", str(tmp_path / "out.json")]) == 0
    client.join()
    assert client.info.get_channel_labels() == ["MLII"]
    assert client.info.get_channel_units() == ["millivolts"]
    assert client.info.get_channel_types() == ["ECG"]
    assert client.info.nominal_srate() == 360
    assert client.info.type() == "ECG"
    got = np.array(client.samples, dtype=np.float32)[:, 0]
    assert np.array_equal(got, open_source("demo").read(12 * 360).samples[:, 0]), "all of it, in order"
    assert np.median(np.diff(client.stamps)) == pytest.approx(1 / 360, rel=0.01)
    beats = [stamp for text, stamp in client.marks if text.startswith("beat/")]
    assert len(beats) > 3
    # Each beat's stamp is that of a sample at an R peak.
    at = np.searchsorted(client.stamps, np.array(beats) - 1e-6)
    inside = [i for i in at if 20 < i < len(got) - 20]
    assert all(np.ptp(got[i - 20 : i + 20]) > 0.5 for i in inside)


def test_channels_are_described_as_what_they_measure():
    lsl, name = pylsl(), unique()
    outlets = Outlets(INFO, name)
    (found,) = lsl.resolve_byprop("name", name, timeout=PATIENCE_S)
    info = lsl.StreamInlet(found).info()
    assert info.get_channel_types() == ["ECG", "Pressure", "Respiration"]
    assert info.get_channel_units() == ["millivolts", "mmHg", None]
    assert not outlets.heard
    inlet = lsl.StreamInlet(found)
    inlet.open_stream()
    wait_for(lambda: outlets.heard)
    outlets.close()


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\nb"])
def test_what_is_no_name_is_a_sentence(name):
    with pytest.raises(PublishError, match="published under a name of 1 to 80 letters"):
        checked_name(name)


def test_without_pylsl_the_sentence_names_what_to_install(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "pylsl", None)
    with pytest.raises(NoLibraryError, match=r"pip install 'ecg-monitor\[lsl\]'"):
        Outlets(INFO, "N")
    assert main(["--headless", "demo", "--publish", "N", "--duration", "1"]) == 2
    assert "pip install 'ecg-monitor[lsl]'" in capsys.readouterr().err
