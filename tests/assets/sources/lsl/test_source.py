"""A stream of another program is a source: live, in millivolts, with gaps where something was lost."""

import numpy as np
import pytest

from assets.errors import DownloadCancelled, RecordError
from assets.sources.lsl import finding, receiving
from assets.sources.lsl.source import open_stream
from assets.sources.source import SourceBlock
from monitor.stream.recording.recorder import Recorder
from tests.streams import Sender, pylsl, read_some, unique, wait_for


@pytest.fixture
def opened(monkeypatch):
    monkeypatch.setattr(receiving, "STALLED_S", 60.0)  # on a busy machine no sender is taken for stalled
    made = []

    def open_(text):
        made.append(open_stream(text))
        return made[-1]

    yield open_
    for source in made:
        source.close()


def begin(source, sender):
    """Let the source listen, and the sender know that it does."""
    source.read(1)
    wait_for(sender.outlet.have_consumers)
    sender.at = sender.lsl.local_clock()


def test_a_stream_is_a_live_source_in_millivolts(opened):
    sender = Sender(labels=("I", "II", "Sound"), units=("microvolts", "mV", "Pa"), types={2: "Audio"})
    source = opened(sender.name)
    info = source.info
    assert info.live
    assert not info.seekable
    assert info.n_samples is None
    assert info.fs == 250
    assert info.lead_names == ("I", "II")  # those that say ECG
    begin(source, sender)
    ramp = np.arange(500.0)
    sender.end_now(2)
    sender.send(ramp)
    found = read_some(source, 500)
    assert np.allclose(found[:, 0], ramp / 1000)
    assert np.allclose(found[:, 1], ramp)
    assert source.link.lost == 0

    def known():
        sender.end_now(0)
        sender.send([1.0])
        link = source.link
        return link if link.connected and link.clock_offset_s is not None else None

    link = wait_for(known)
    assert abs(link.clock_offset_s) < 1  # both clocks are this machine's, however late it answers


def test_what_the_stamps_leave_out_is_a_gap(opened):
    sender = Sender(fs=500)
    source = opened(sender.name)
    begin(source, sender)
    sender.end_now(2.9)
    for _ in range(100):
        sender.send(np.ones(10))
    found = read_some(source, 1000)
    sender.send(np.ones(400), skip=50)
    found = np.concatenate([found, read_some(source, 450)])
    assert np.flatnonzero(np.isnan(found[:, 0])).tolist() == list(range(1000, 1050))
    assert source.link.lost == 50


def test_hostile_samples_are_gaps_and_hostile_words_are_short(opened):
    bad = "<b>" + "x" * 5000 + "\n\u202e"
    sender = Sender(labels=(bad, bad), units=("mV", "mV"), name=unique("a <name> & \"quote' +"))
    source = opened(sender.name.replace("&", "%26").replace("+", "%2B"))
    assert all(len(name) <= 40 and name.isprintable() for name in source.info.lead_names)
    assert len(set(source.info.lead_names)) == 2
    begin(source, sender)
    sender.send([1.0, np.nan, np.inf, -np.inf, 1e30, 2.0])
    found = read_some(source, 6)[:, 0]
    assert found.tolist()[0::5] == [1.0, 2.0]
    assert np.isnan(found[1:5]).all()


def test_a_stream_that_stops_is_a_gap_that_grows_and_comes_back_by_itself(opened, monkeypatch):
    monkeypatch.setattr(receiving, "MARGIN_S", 3.0)  # busy machines send late
    sender = Sender()
    source = opened(sender.name)
    begin(source, sender)
    sender.end_now(1)
    sender.send(np.full(250, 7.0))
    assert np.allclose(read_some(source, 250), 0.007)
    last = sender.at
    sender.close()
    assert np.isnan(read_some(source, 20)).all()
    assert not source.link.connected
    back = Sender(name=sender.name)

    def send_on():
        if back.outlet.have_consumers():
            if not back.sent:
                back.at = back.lsl.local_clock()
                send_on.first = back.at
            back.send(np.full(10, 9.0))

    seen = 250 + 20
    while True:
        block = read_some(source, 1, each=send_on)
        seen += 1
        if np.isfinite(block).all():
            break
    assert np.allclose(block, 0.009)
    # It stands where its stamp says, as far from the last sample before.
    assert seen - 1 - 250 == pytest.approx((send_on.first - last) * 250, abs=5)
    link = source.link
    assert link.connected
    assert link.returns == 1
    assert link.lost == seen - 1 - 250


def test_a_stream_that_was_there_all_the_time_is_taken_again_when_the_network_is_back(opened, monkeypatch):
    monkeypatch.setattr(receiving, "SAME_S", 0.5)
    lsl, lost = pylsl(), []

    class Breaking(lsl.StreamInlet):
        def pull_chunk(self, *args, **options):
            if not lost:
                lost.append(True)
                raise RuntimeError("the network is gone")
            return super().pull_chunk(*args, **options)

    monkeypatch.setattr(lsl, "StreamInlet", Breaking)
    sender = Sender()
    source = opened(sender.name)

    def send_on():
        if lost and sender.outlet.have_consumers():
            sender.end_now(0.04)
            sender.send(np.full(10, 9.0))

    wait_for(lambda: np.isfinite(read_some(source, 1, each=send_on)).all())
    assert source.link.returns == 1


def test_what_comes_back_as_another_stream_is_not_taken(opened):
    sender = Sender()
    source = opened(sender.name)
    begin(source, sender)
    sender.send(np.ones(10))
    read_some(source, 10)
    sender.close()
    other = Sender(name=sender.name, labels=("I", "II", "III"), fs=500)
    problem = wait_for(lambda: source.link.problem)
    assert problem == (
        f"{sender.name} has come back with 3 channels at 500 Hz instead of 2 at 250 Hz: it is not taken."
    )
    other.close()


def test_what_comes_back_with_another_unit_is_not_taken_for_the_same(opened):
    sender = Sender()
    source = opened(sender.name)
    begin(source, sender)
    sender.send(np.ones(10))
    read_some(source, 10)
    sender.close()
    other = Sender(name=sender.name, units=("millivolts",) * 2)
    problem = wait_for(lambda: source.link.problem)
    assert problem == f"{sender.name} has come back with other channels or units: it is not taken."
    other.close()
    same = Sender(name=sender.name)

    def send_on():
        if same.outlet.have_consumers():
            same.end_now(0.04)
            same.send(np.full(10, 9.0))

    wait_for(lambda: np.isfinite(read_some(source, 1, each=send_on)).all())
    assert not source.link.problem


@pytest.mark.slow
def test_of_several_streams_of_a_device_the_newest_is_taken_and_that_is_said(opened, monkeypatch):
    monkeypatch.setattr(finding, "MORE_S", 3.0)  # busy machines answer late
    first = Sender(labels=("I",))
    second = Sender(name=first.name, labels=("I", "II"))
    source = opened(first.name)
    assert source.info.lead_names == ("I", "II")
    assert source.info.warnings[0].startswith(f"2 streams are called {first.name}; this is the newest")
    second.close()


@pytest.mark.slow
def test_streams_of_several_devices_with_one_name_are_listed_and_told_apart(opened, monkeypatch):
    monkeypatch.setattr(finding, "MORE_S", 3.0)  # busy machines answer late
    first = Sender(labels=("I",), source_id="one&two")
    second = Sender(name=first.name, labels=("I", "II"), source_id="another")
    with pytest.raises(RecordError) as told:
        open_stream(f"{first.name}?unit=mV")
    assert str(told.value) == (
        f"2 streams of the network are called {first.name}; say which one: "
        f"lsl:{first.name}?unit=mV&source_id=another, lsl:{first.name}?unit=mV&source_id=one%26two."
    )
    source = opened(f"{first.name}?source_id=one%26two")
    assert source.info.lead_names == ("I",)
    assert source.info.warnings == ()
    second.close()


def test_a_stream_that_is_not_there_is_a_sentence(monkeypatch):
    pylsl()
    monkeypatch.setattr("assets.sources.lsl.source.find.__defaults__", (lambda: False, 0.2))
    name = unique()
    with pytest.raises(RecordError, match=f"There is no stream {name} on the network"):
        open_stream(name)


def test_looking_for_a_stream_can_be_cancelled():
    pylsl()
    with pytest.raises(DownloadCancelled):
        open_stream(unique(), cancelled=lambda: True)


def test_markers_are_no_signal():
    lsl = pylsl()
    name = unique()
    outlet = lsl.StreamOutlet(lsl.StreamInfo(name, "Markers", 1, 0.0, "string", name))
    with pytest.raises(RecordError, match="cannot be shown: it carries texts, not samples"):
        open_stream(name)
    del outlet


def test_the_recorder_writes_it_and_gaps_stay_gaps(opened, tmp_path):
    wfdb = pytest.importorskip("wfdb")
    sender = Sender(labels=("I", "II"), units=("mV", "mV"))
    source = opened(sender.name)
    begin(source, sender)
    recorder = Recorder(source.info, tmp_path)
    sender.end_now(3)
    sender.send(np.linspace(-1, 1, 500))
    samples = read_some(source, 500)
    sender.send(np.ones(200), skip=50)
    samples = np.concatenate([samples, read_some(source, 250)])
    recorder.take(SourceBlock(0, samples))
    recorder.close()
    assert recorder.lost == 0
    found = wfdb.rdrecord(str(recorder.headers[0].with_suffix(""))).p_signal
    assert np.array_equal(np.isnan(found), np.isnan(samples))
    assert np.allclose(np.nan_to_num(found), np.nan_to_num(samples), atol=0.01)
