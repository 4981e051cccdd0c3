"""Names and keys."""

import pytest

from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.learners import KEY_ROWS, MOST, LearnerError, checked_names


def test_names_are_kept_as_plain_words():
    assert checked_names(["  Ada\tLovelace ", "", "<b>Bob</b>\n", "=1+1"]) == (
        "Ada Lovelace",
        "<b>Bob</b>",
        "=1+1",
    )


@pytest.mark.parametrize(
    "names", [[], [" ", "\n"], ["Ada", "ada"], ["x" * 41], [f"n{i}" for i in range(MOST + 1)]]
)
def test_names_that_cannot_be_told_apart_are_refused_in_a_sentence(names):
    with pytest.raises(LearnerError, match=r"\.$"):
        checked_names(names)


def test_nobody_shares_a_key_and_each_finding_has_one():
    keys = [key for row in KEY_ROWS for key in (*row.findings, row.now)]
    assert len(keys) == len(set(keys))
    assert all(len(row.findings) == len(Finding) for row in KEY_ROWS)
    assert KEY_ROWS[0].key_of(Finding.SINUS) == "1"
    assert KEY_ROWS[0].key_of(Finding.ARTEFACT) == "0"
