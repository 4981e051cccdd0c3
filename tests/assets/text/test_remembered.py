"""What was said of a text file serves the next one of its shape."""

import numpy as np
import pytest

from assets.text.answers import Answers, Untold
from assets.text.plan import plan
from assets.text.remembered import MOST, Remembered
from assets.text.shape import shape_of


@pytest.fixture
def kept(tmp_path):
    return Remembered(tmp_path / "user" / "text-files.json")


def written(path, header):
    path.write_text(header + "".join(f"{np.sin(i / 20):.3f},{i}\n" for i in range(500)))
    return path


def asked(path):
    with pytest.raises(Untold) as caught:
        plan(shape_of(path), Answers())
    return caught.value


def test_a_file_of_the_same_shape_is_read_alike(kept, tmp_path):
    first, second = (written(tmp_path / name, "ECG,n\n") for name in ("a.csv", "b.csv"))
    assert kept.doing(asked(first)) is None
    kept.keep(shape_of(first), Answers(250.0, "mV"))
    assert kept.doing(asked(second)) == Answers(250.0, "mV")
    assert kept.doing(asked(written(tmp_path / "c.csv", "ECG,other\n"))) is None


def test_what_does_not_do_here_is_asked(kept, tmp_path):
    file = written(tmp_path / "a.csv", "ECG,n\n")
    kept.keep(shape_of(file), Answers(250.0, "mV", columns=("absent",)))
    assert kept.doing(asked(file)) is None


def test_a_file_without_names_is_always_asked_about(kept, tmp_path):
    file = written(tmp_path / "a.csv", "")
    kept.keep(shape_of(file), Answers(250.0, "mV"))
    assert kept.doing(asked(file)) is None
    assert kept.of(shape_of(file)) == Answers(250.0, "mV"), "and the question begins with it"


def test_the_newest_are_kept_and_nothing_twice(kept, tmp_path):
    for i in range(MOST + 5):
        kept.keep(shape_of(written(tmp_path / "a.csv", f"ECG,{'x' * (i + 1)}\n")), Answers(unit="mV"))
    newest = shape_of(tmp_path / "a.csv")
    kept.keep(newest, Answers(unit="uV"))
    assert kept.of(newest) == Answers(unit="uV")
    assert len(kept._said()) == MOST
    assert kept.of(shape_of(written(tmp_path / "a.csv", "ECG,x\n"))) is None


@pytest.mark.parametrize("content", ["", "[1]", "{", '{"a": 1}', "\0", "9" * 5000])
def test_a_file_that_makes_no_sense_is_as_good_as_none(kept, tmp_path, content):
    kept._path.parent.mkdir()
    kept._path.write_text(content)
    shape = shape_of(written(tmp_path / "a.csv", "ECG,n\n"))
    assert kept.of(shape) is None
    kept.keep(shape, Answers(unit="mV"))
    assert kept.of(shape) == Answers(unit="mV")


def test_what_was_kept_elsewhere_is_taken_over_once(kept, tmp_path):
    shape = shape_of(written(tmp_path / "a.csv", "ECG,n\n"))
    kept.take_over(["", f"{shape.fingerprint} unit=mV"])
    assert kept.of(shape) == Answers(unit="mV")
    kept.take_over([f"{shape.fingerprint} unit=uV"])
    assert kept.of(shape) == Answers(unit="mV")
