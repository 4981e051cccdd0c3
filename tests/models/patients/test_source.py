"""``patient:KIND`` is a source as any other: named, validated, with an end or without."""

import numpy as np
import pytest

from assets.errors import RecordError
from assets.sources.open import open_source
from models.patients.naming import PatientName
from models.patients.source import SCHEMES, PatientSource


def opened(text):
    return open_source(text, schemes=SCHEMES)


def test_it_says_what_it_is():
    info = opened("patient:vt?rate=180&seed=7").info
    assert info.name == "vt-7"
    assert info.identity == "patient:vt?rate=180&seed=7&leads=3&fs=250"
    assert (info.fs, info.n_samples, info.seekable, info.live, info.annotated) == (
        250,
        None,
        False,
        False,
        True,
    )
    assert info.lead_names == ("II", "I", "III")
    assert info.notes == "Simulated: Ventricular tachycardia."


def test_whose_signal_it_is_does_not_depend_on_how_it_was_typed():
    same = ["patient:vt", "patient:vt?seed=1", " patient:vt?rate=170&fs=250 ", "patient:vt?fs=250.0&leads=3"]
    assert len({opened(text).info.identity for text in same}) == 1
    others = ["patient:vt?seed=2", "patient:vt?rate=171", "patient:vt?leads=12", "patient:vt?vitals=yes"]
    assert len({opened(text).info.identity for text in others}) == 4


def test_it_goes_on_and_can_be_steered():
    source = opened("patient:sinus")
    assert isinstance(source, PatientSource)
    assert source.read(1000).stop == 1000
    source.steer("asystole")
    source.read(1000)
    assert source.kind == "asystole"
    assert not source.ended
    assert source.between(0, 10) is None


def test_of_some_minutes_it_is_a_recording_with_the_same_signal():
    record, endless = opened("patient:pvc?minutes=0.5"), opened("patient:pvc")
    assert record.info.identity == endless.info.identity
    assert (record.info.n_samples, record.info.seekable) == (7500, True)
    whole = endless.read(7500)
    assert np.array_equal(record.read(10_000).samples, whole.samples)
    assert record.ended
    record.seek(100)
    assert np.array_equal(record.read(50).samples, whole.samples[100:150])
    assert record.annotations(0, 7500).symbol == whole.annotations.symbol


def test_its_vital_signs_have_units():
    info = opened("patient:sinus?vitals=yes&leads=II,v5").info
    assert [(lead.name, lead.unit) for lead in info.leads] == [
        ("II", "mV"),
        ("V5", "mV"),
        ("ABP", "mmHg"),
        ("PLETH", "NU"),
        ("RESP", "Ohm"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sinos", "There is no patient 'sinos'; there are sinus, pvc, "),
        ("", "There is no patient ''; there are sinus, "),
        ("sinus?rate", "Options of a patient are NAME=VALUE"),
        ("sinus?rate=", "Options of a patient are NAME=VALUE"),
        ("sinus?rate=60&rate=70", "Options of a patient are NAME=VALUE, each once"),
        ("sinus?rate=fast", "The option rate of a patient must be a number, not 'fast'."),
        ("sinus?rate=nan", "The option rate of a patient must be a number, not 'nan'."),
        ("sinus?rate=300", "must be from 20 to 220 .a minute., not 300."),
        (
            "sinus?speed=3",
            "has no option 'speed'; its options are rate, beside seed, leads, fs, minutes, vitals, spo2, "
            "nibp, breaths.",
        ),
        ("sinus?spo2=60", "The option spo2 of a patient is a number from 70 to 100, not '60'."),
        ("sinus?nibp=0", "The option nibp of a patient is a number from 1 to 60, not '0'."),
        ("sinus?breaths=-1", "The option breaths of a patient is a number from 0 to 60, not '-1'."),
        ("sinus?leads=4", "A patient's leads are 1, 3, 5, 12, or some of I, II"),
        ("sinus?leads=II,II", "each once, not 'II,II'"),
        ("sinus?fs=50", "The option fs of a patient is a number from 100 to 1000, not '50'."),
        ("sinus?seed=1.5", "The option seed of a patient is a whole number from 0 to"),
        ("sinus?seed=-1", "The option seed of a patient is a whole number from 0 to"),
        ("sinus?vitals=1", "The option vitals of a patient is yes or no, not '1'."),
        ("sinus?minutes=0", "The option minutes of a patient is a number from 0.1 to 1440"),
        ("sinus?minutes=1440&leads=12", "1440 minutes of 12 leads at 250 Hz are more than are held at once"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(text, said):
    with pytest.raises(RecordError, match=said) as error:
        opened(f"patient:{text}")
    assert str(error.value).endswith(".")
    assert "\n" not in str(error.value)


def test_a_name_taken_apart_and_put_together_is_the_same():
    name = PatientName.of("wenckebach?conducted=3&leads=5&seed=12")
    assert PatientName.of(str(name)) == name
