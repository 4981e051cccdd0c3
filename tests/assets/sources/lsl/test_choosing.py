"""What is shown of a stream is what its description and its name say, and what neither says is asked for."""

from dataclasses import replace

import pytest

from assets.errors import RecordError
from assets.records.lead import LeadKind
from assets.sources.lsl.choosing import channel_word, choose
from assets.sources.lsl.described import Channel, Described
from assets.sources.lsl.naming import StreamName


def a_stream(*channels, rate=250.0, fmt=1, kind="EEG"):
    return Described("Amp", kind, "host", "id", "uid", rate, len(channels), fmt, 0.0, tuple(channels))


ECG = Channel("I", "uV", "ECG")


def chosen(stream, text="Amp"):
    return choose(stream, StreamName.of(text))


def test_channels_that_say_ecg_are_taken_in_millivolts():
    stream = a_stream(Channel("Fz", "uV", "EEG"), ECG, Channel("II", "V", ""), Channel("Trigger", "", "Misc"))
    choice = chosen(stream)
    assert choice.columns == (1, 2)
    assert [lead.unit for lead in choice.leads] == ["mV", "mV"]
    assert choice.factors == (1e-3, 1e3)


def test_all_of_a_small_stream_are_taken_where_none_says_ecg():
    stream = a_stream(Channel("Ch1", "uV"), Channel("Resp", "L", "Resp"))
    assert chosen(stream).columns == (0, 1)
    assert chosen(stream).leads[1].kind is LeadKind.RESPIRATION


def test_vital_signs_are_taken_along_and_need_no_unit_where_they_are_mostly_told_without():
    stream = a_stream(
        Channel("Trigger", "", "Misc"), ECG, Channel("ABP", "mmHg"), Channel("Pleth"), Channel("A1")
    )
    assert chosen(stream).columns == (1, 2, 3)
    assert [lead.kind for lead in chosen(stream).leads] == [LeadKind.ECG, LeadKind.PRESSURE, LeadKind.PLETH]


def test_channels_are_named_by_label_or_number():
    stream = a_stream(*(Channel(f"E{i}", "uV") for i in range(64)))
    assert chosen(stream, "Amp?channels=e7,1,E7").columns == (7, 0)


def test_each_channel_has_a_word_that_means_it_whatever_the_others_are_labelled():
    stream = a_stream(*(Channel(label, "uV") for label in ("0", "1", "2", "I", "5")))
    words = [channel_word(stream, i) for i in range(5)]
    assert words == ["#1", "#2", "3", "4", "5"]
    for column, word in enumerate(words):
        assert chosen(stream, str(StreamName("Amp", (word,)))).columns == (column,)


def test_a_unit_is_taken_for_what_tells_none_and_for_voltages_alone():
    stream = a_stream(Channel("I"), ECG, Channel("Resp", "L", "Resp"))
    assert chosen(stream, "Amp?unit=mV&channels=I").factors == (1.0,)
    assert chosen(stream, "Amp?unit=V&channels=1,Resp").factors == (1e3, 1.0)


@pytest.mark.parametrize(
    ("stream", "text", "said"),
    [
        (a_stream(Channel("I", "")), "Amp", "tells no unit of I; say it behind its name, as ?unit=uV"),
        (a_stream(ECG, rate=0.0), "Amp", "tells no rate; say it behind its name, as ?rate=250"),
        (a_stream(ECG, rate=5000.0), "Amp", "runs at 5000 Hz; 100 to 1000 Hz can be shown"),
        (a_stream(ECG, rate=10.0), "Amp", "runs at 10 Hz"),
        (a_stream(ECG, fmt=3), "Amp", "cannot be shown: it carries texts, not samples"),
        (a_stream(ECG), "Amp?channels=V9", "has no channel 'V9'; there are I"),
        (a_stream(ECG), "Amp?channels=0", "has no channel '0'"),
        (a_stream(*(Channel(f"E{i}", "uV") for i in range(64))), "Amp", "64 channels and does not say which"),
        (
            a_stream(*(Channel(f"E{i}", "uV") for i in range(64))),
            "Amp?channels=" + ",".join(f"E{i}" for i in range(13)),
            "12 channels can be shown at most, not 13",
        ),
        (replace(a_stream(ECG), n_channels=100_000), "Amp", "it has 100000 channels"),
    ],
)
def test_what_cannot_be_told_is_a_sentence(stream, text, said):
    with pytest.raises(RecordError, match=r"^[A-Z0-9].*\.$") as refused:
        chosen(stream, text)
    assert said in str(refused.value)


def test_a_rate_is_taken_from_the_name_where_the_stream_tells_none():
    assert chosen(a_stream(ECG, rate=0.0), "Amp?rate=250").fs == 250
    assert chosen(a_stream(ECG, rate=500.0), "Amp?rate=250").fs == 500
