"""Order and layouts of leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.ui.strips.leads.arrangement import STANDARD_ORDER, Layout, columns, standard_order

TWELVE = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")


def ordered(*names):
    return [names[i] for i in standard_order(names)]


def test_leads_stand_in_the_standard_order_whatever_the_records_is():
    assert ordered(*reversed(TWELVE)) == list(TWELVE)
    assert ordered("v6", "AVF", "i", "avr", "ECG II", "Lead III") == [
        "i",
        "ECG II",
        "Lead III",
        "avr",
        "AVF",
        "v6",
    ]


def test_other_leads_follow_as_the_record_has_them():
    assert ordered("vz", "vx", "V1", "ABP", "II") == ["II", "V1", "vz", "vx", "ABP"]


def test_the_trunk_leads_of_mit_bih_stand_where_limb_leads_would():
    assert ordered("V5", "MLII") == ["MLII", "V5"]
    assert ordered("MLII", "V1") == ["MLII", "V1"]


@given(st.lists(st.sampled_from([*STANDARD_ORDER, "MLII", "", "ABP", "lead", "ECG"]), max_size=16))
def test_no_lead_is_lost_or_doubled(names):
    assert sorted(standard_order(names)) == list(range(len(names)))


@pytest.mark.parametrize("n", range(1, 16))
@pytest.mark.parametrize("layout", Layout)
def test_columns_hold_every_lead_in_its_order(n, layout):
    cut = columns(range(n), layout)
    assert [lead for column in cut for lead in column] == list(range(n))
    if layout.suits(n) and layout is not Layout.ROWS:
        assert len(cut) > 1
        assert all(len(column) == layout.depth for column in cut[:-1])
    else:
        assert len(cut) == 1


def test_twelve_leads_stand_as_on_the_printout():
    order = [TWELVE[i] for i in standard_order(TWELVE)]
    cut = [[order[i] for i in column] for column in columns(range(12), Layout.THREES)]
    assert cut == [["I", "II", "III"], ["aVR", "aVL", "aVF"], ["V1", "V2", "V3"], ["V4", "V5", "V6"]]
    assert Layout.THREES.words(12) == "3×4 with rhythm strip"
    assert Layout.ROWS.words(12) == "12×1, one under another"
