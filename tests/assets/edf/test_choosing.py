"""Which signals are an ECG."""

import pytest

from assets.edf.choosing import choose
from assets.edf.header import EdfSignal
from assets.records.lead import LeadKind


def signals(*named):
    return [EdfSignal(label, unit, (-5, 5), (-2048, 2047), 256) for label, unit in named]


@pytest.mark.parametrize(
    ("labels", "leads"),
    [
        (("ECG I", "ECG II", "ECG V2-V3"), ["I", "II", "ECG V2-V3"]),
        (("EKG1", "EKG2"), ["EKG1", "EKG2"]),
        (("EEG Fpz-Cz", "EOG horizontal", "ECG"), ["ECG"]),
        (("C3-A2", "C4-A1", "LOC", "ROC", "chin", "ECG1-ECG2"), ["ECG1-ECG2"]),
        (("I", "II", "aVR", "V1"), ["I", "II", "aVR", "V1"]),
        (("MLII", "V5"), ["MLII", "V5"]),
        (("Fp1", "Fp2", "O1", "O2"), []),
        (("Channel 1", "Channel 2", "EMG1"), ["Channel 1", "Channel 2"]),
        (("ECG", "ECG"), ["ECG", "ECG (2)"]),
        (("ECG", "ECG", "ECG (2)"), ["ECG", "ECG (2)", "ECG (2) (2)"]),
    ],
)
def test_voltages(labels, leads):
    chosen = choose(signals(*((label, "uV") for label in labels)))
    assert [lead.name for lead in chosen.leads.values()] == leads


def test_what_stands_beside():
    chosen = choose(
        signals(
            ("ECG", "mV"),
            ("Resp oro-nasal", ""),
            ("Pleth", ""),
            ("ABP", "mmHg"),
            ("SaO2 SpO2", "%"),
            ("Temp rectal", "degC"),
        )
    )
    assert [lead.kind for lead in chosen.leads.values()] == [
        LeadKind.ECG, LeadKind.RESPIRATION, LeadKind.PLETH, LeadKind.PRESSURE, LeadKind.NUMERIC
    ]  # fmt: skip
    assert chosen.left_out == ("Temp rectal",)
    assert not chosen.guessed
