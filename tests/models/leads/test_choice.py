import pytest

from assets.sources.source import Lead, LeadKind
from models.leads.choice import MOST_LEADS, leads_together

TWELVE = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")


def of(*names: str) -> list[Lead]:
    return [Lead(name) for name in names]


def test_all_leads_of_a_record_of_few_are_analysed_together() -> None:
    assert leads_together(of("MLII", "V1")) == (0, 1)
    assert leads_together(of("ECG1")) == (0,)


def test_of_twelve_leads_three_views_are() -> None:
    chosen = leads_together(of(*TWELVE))
    assert [TWELVE[i] for i in chosen] == ["II", "V1", "V5"]


def test_without_the_usual_names_the_first_are() -> None:
    assert leads_together(of("a", "b", "c", "d", "V5")) == (4, 0, 1)


@pytest.mark.parametrize("kind", [LeadKind.PRESSURE, LeadKind.RESPIRATION])
def test_what_is_no_ecg_is_left_out(kind: LeadKind) -> None:
    assert leads_together([Lead("ABP", "mmHg", kind), *of("II", "V1")]) == (1, 2)
    assert leads_together([Lead("ABP", "mmHg", kind)]) == ()


def test_no_more_are_chosen_than_said() -> None:
    for n in range(16):
        chosen = leads_together(of(*(f"lead {i}" for i in range(n))))
        assert len(chosen) == min(n, MOST_LEADS)
        assert len(set(chosen)) == len(chosen)
