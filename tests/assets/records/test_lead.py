"""What a signal is, by its name and its unit."""

import pytest

from assets.records.lead import LeadKind, factor_of, lead_of


@pytest.mark.parametrize(
    ("name", "unit", "kind"),
    [
        ("MLII", "mV", LeadKind.ECG),
        ("V", "", LeadKind.ECG),
        ("lead 2", "uV", LeadKind.ECG),
        ("ABP", "mmHg", LeadKind.PRESSURE),
        ("PAP", "mmHg", LeadKind.PRESSURE),
        ("CVP", "kPa", LeadKind.PRESSURE),
        ("p1", "mmHg", LeadKind.PRESSURE),
        ("PLETH", "", LeadKind.PLETH),
        ("Pleth", "NU", LeadKind.PLETH),
        ("RESP", "mV", LeadKind.RESPIRATION),
        ("Resp (abdominal)", "l", LeadKind.RESPIRATION),
        ("SpO2", "%", LeadKind.NUMERIC),
        ("NBPSys", "mmHg", LeadKind.NUMERIC),
        ("HR", "bpm", LeadKind.NUMERIC),
        ("CO2", "mmHg", LeadKind.OTHER),
        ("EEG (C4-A1)", "mV", LeadKind.OTHER),
        ("C4-A1", "uV", LeadKind.OTHER),
        ("Fp2-F4", "uV", LeadKind.OTHER),
        ("ECG1-ECG2", "uV", LeadKind.ECG),
        ("C4", "mV", LeadKind.ECG),
        ("F", "mV", LeadKind.ECG),
        ("Event marker", "", LeadKind.OTHER),
        ("marker", "", LeadKind.OTHER),
    ],
)
def test_the_names_of_physionets_databases(name, unit, kind):
    assert lead_of(name, unit).kind is kind


def test_pressures_come_in_mmhg_and_voltages_in_mv():
    assert lead_of("ABP", "kPa").unit == "mmHg"
    assert factor_of("kPa") == pytest.approx(7.5006, abs=1e-3)
    assert (lead_of("II", "uV").unit, factor_of("uV")) == ("mV", 1e-3)
    assert (lead_of("PLETH", "NU").unit, factor_of("NU")) == ("NU", 1.0)
