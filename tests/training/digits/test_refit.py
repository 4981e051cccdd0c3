"""All that the lab ships is fitted anew by one command, and what that took is told group by group."""

from dataclasses import replace

import pytest

from assets.databases.mnist import DigitSet, Mnist
from assets.shipped import digits_folder
from models.kinds import LAB
from training.__main__ import main
from training.digits import refit as module
from training.digits.diffusion import fit as denoising
from training.digits.lossy import fitting as lossy
from training.digits.refit import GROUPS, MADE, fitted, markdown, refit
from training.digits.sampling import ground
from training.digits.times import Took
from training.engine.results import read_section
from training.heartbeats import fit as heartbeats


def test_the_groups_are_all_files_that_ship():
    named = [name for names in GROUPS.values() for name in names]
    assert sorted(named) == sorted([*(path.stem for path in digits_folder().glob("*.safetensors")), *LAB])


def test_the_table_adds_up_and_says_how_many_are_missing():
    table = markdown({"a": [Took("x", 1, 10.0), Took("y", 1, 20.0)], "b": [Took("z", 1, None), None]})
    assert "| a | 2 | 30 | 2 |" in table
    assert "| b | 2 | 0 | 0 |" in table
    assert "| all | 4 | 30 | 2 |" in table
    assert "30 s of processor time of at most 7200" in table
    assert "What 2 of the files take is not in it" in table
    whole = markdown({"a": [Took("x", 1, 10.0)]})
    assert "is not in it" not in whole
    assert "as shipped" not in whole


def test_what_ships_is_not_fitted_over(mnist, tmp_path):
    with pytest.raises(ValueError, match="is what ships"):
        refit(mnist, digits_folder(), data_dir=None, seed=1, fresh=False, say=print)


@pytest.fixture
def little(blobs, monkeypatch, make_record):
    """Invented pictures and beats, and fits that take a moment."""
    monkeypatch.setattr(ground, "HEAPS", (2,))
    monkeypatch.setattr(ground, "LEARNT", 60)
    monkeypatch.setattr(ground, "HELD", 20)
    monkeypatch.setattr(denoising, "UPDATES", dict.fromkeys(denoising.UPDATES, 2))
    monkeypatch.setattr(lossy, "LONG", replace(lossy.LONG, steps=1, batch=4, warm=1))
    monkeypatch.setattr(lossy, "NARROWED", replace(lossy.NARROWED, steps=1, batch=4, warm=1))
    settings = heartbeats.HeartbeatFitSettings
    monkeypatch.setattr(heartbeats, "HeartbeatFitSettings", lambda seed: settings(3, 16, seed=seed))
    made = {f"p{i}": make_record(130, ectopic_every=5, name=f"p{i}", seed=i) for i in range(2)}
    monkeypatch.setattr("assets.databases.mitbih.DS1", tuple(made))
    monkeypatch.setattr("training.heartbeats.data.open_record", lambda name, **_: made[name])
    digits = DigitSet(blobs[0][:100], blobs[1][:100])
    monkeypatch.setattr("assets.databases.fetch.fetch_mnist", lambda **_: None)
    monkeypatch.setattr("assets.databases.mnist.load_mnist", lambda _: Mnist(digits, digits))


@pytest.mark.slow
def test_one_command_fits_all_of_it_and_takes_what_is_there(little, tmp_path, capsys):
    out, results = tmp_path / "out", tmp_path / "r.md"
    assert main(["digits", "refit", "--out", str(out), "--results", str(results)]) == 0
    table = read_section(results, "digits-refit")
    assert f"| all | {sum(map(len, GROUPS.values()))} |" in table
    assert "is not in it" not in table
    assert table in capsys.readouterr().out
    assert all(one is not None and one.seconds is not None for rows in fitted(out).values() for one in rows)
    before = {path: path.read_bytes() for path in out.rglob("*.safetensors")}
    assert main(["digits", "refit", "--out", str(out)]) == 0
    assert {path: path.read_bytes() for path in out.rglob("*.safetensors")} == before
    assert main(["digits", "times", "--out", str(out)]) == 0
    assert capsys.readouterr().out.endswith(f"{table}\n")


def test_a_folder_in_which_some_are_missing_says_so(tmp_path, capsys):
    name = f"{GROUPS[MADE][0]}.safetensors"
    (tmp_path / name).write_bytes((digits_folder() / name).read_bytes())
    assert main(["digits", "times", "--out", str(tmp_path)]) == 0
    assert "of the files take is not in it" in capsys.readouterr().out
    assert module.fitted(tmp_path)[MADE][0].name == "codes"


def test_what_was_not_fitted_there_is_named(tmp_path, capsys):
    for name in ("lossy-6", "vae"):
        (tmp_path / f"{name}.safetensors").write_bytes((digits_folder() / f"{name}.safetensors").read_bytes())
    (tmp_path / "pca.safetensors").write_bytes((digits_folder() / "linear.safetensors").read_bytes())
    assert module.earlier(tmp_path) == ("vae", "lossy-6")
    assert main(["digits", "times", "--out", str(tmp_path)]) == 0
    assert "Taken as shipped, with what their cards say: vae, lossy-6." in capsys.readouterr().out
