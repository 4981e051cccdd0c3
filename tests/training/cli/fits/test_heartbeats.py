import pytest

from models.heartbeats.figures import read_figures
from training.__main__ import main


def test_it_fits_measures_and_writes_its_own_section(tmp_path, monkeypatch, make_record, capsys):
    monkeypatch.setattr(
        "training.heartbeats.data.open_record",
        lambda name, **_: make_record(150, ectopic_every=6, name=name, seed=int(name)),
    )
    asked = ["heartbeats", "--records", "101", "106", "--others", "--steps", "5"]
    results = tmp_path / "results.md"
    assert main([*asked, "--out", str(tmp_path / "out"), "--results", str(results)]) == 0
    figures = read_figures(tmp_path / "out" / "heartbeats.json")
    assert {row["database"] for row in figures["measures"]} == {"DS1"}
    assert figures["joining"] == []
    assert "<!-- begin heartbeats: ecg-train heartbeats -->" in results.read_text(encoding="utf-8")
    assert "| DS1 | error | V |" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (["--records", "100", "101"], "of DS1 alone, and 100 is not of it"),
        (["--others", "801"], "and 801 is not of it"),
        (["--records", "101", "--others"], "At least two records"),
        (["--alarm", "--others"], "name one after --others"),
        (["--alarm", "--joining"], "--joining and --results do not go with it"),
        (["--alarm", "--results", "tables.md"], "--joining and --results do not go with it"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(asked, why, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["heartbeats", *asked]) == 2
    assert why in capsys.readouterr().err
