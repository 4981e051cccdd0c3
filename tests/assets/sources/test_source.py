"""What a source says of itself."""

import pytest

from assets.sources.source import Lead, SourceInfo

TWELVE = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")


@pytest.mark.parametrize(
    ("names", "usual"),
    [
        (TWELVE, "II"),
        (("i", "ii"), "ii"),
        (("MLII", "V1"), "MLII"),
        (("V5", "II"), "V5"),
        (("ECG",), "ECG"),
    ],
)
def test_the_usual_lead_is_ii_of_limb_leads_and_else_the_first(names, usual):
    info = SourceInfo("made", "test:made", 360.0, tuple(map(Lead, names)))
    assert names[info.usual_lead] == usual
