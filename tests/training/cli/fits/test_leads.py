"""`ecg-train leads`: records that fits may use, heard, kept, chosen on and laid out."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.__main__ import main


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (["--records", "208", "801"], "801 is not one of DS1 and SVDB"),
        (["--databases", "svdb", "--records", "208"], "208 is not one of SVDB"),
        (["--records", "208", "--results", "r.md"], "--results goes without --records"),
        (["--measures", __file__], "holds nothing that leads say of beats"),
        (["--measures", "/nowhere/at/all"], "There is no folder /nowhere/at"),
    ],
)
def test_a_wrong_request_is_refused_in_a_sentence(
    argv: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["leads", *argv]) == 2
    assert why in capsys.readouterr().err


@pytest.mark.slow
def test_three_records_are_chosen_on_and_read_again(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "heard"
    argv = ["leads", "--records", "106", "119", "208", "--measures", str(kept)]
    assert main([*argv, "--data-dir", str(data_dir)]) == 0
    told = capsys.readouterr().out
    assert "| as shipped | 0.6 |" in told
    rows = {
        cells[2]: cells
        for line in told.splitlines()
        if len(cells := [c.strip() for c in line.split("|")]) == 10
    }
    assert float(rows["as shipped"][3]) > 0.99
    assert float(rows["as shipped"][4]) >= float(rows["first lead alone"][4]), "two leads say more than one"
    assert main([*argv, "--data-dir", "/nowhere"]) == 0, "no record is read any more"
    assert capsys.readouterr().out == told
    assert main(["leads", "--records", "106", "119", "--measures", str(kept)]) == 2
    assert "is of other records" in capsys.readouterr().err
