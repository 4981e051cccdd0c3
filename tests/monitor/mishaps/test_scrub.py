"""What goes into the log tells what the program did, and not whose signal it was."""

import pytest

from assets.errors import RecordError
from monitor.mishaps.scrub import CAUSES, FRAMES, LONGEST, clean, line_of, traceback_of


@pytest.mark.parametrize(
    "said",
    [
        "cannot open /data/Smith_John/rec1.hea: broken",
        r"cannot open C:\Users\Smith_John\rec1.hea: broken",
        "cannot open 'Records of Smith_John/rec1.hea': broken",
        "cannot open ~/Smith_John.hea: broken",
    ],
)
def test_names_of_files_are_left_out(said):
    assert "Smith" not in clean(said)
    assert clean(said).startswith("cannot open ")
    assert clean(said).endswith("broken")


def test_the_open_record_is_not_named():
    assert clean("lead II of Smith-1950 is flat", ["Smith-1950", "II"]) == "lead II of <record> is flat"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (RecordError("smith.hea is broken."), "RecordError"),
        (FileNotFoundError(2, "Not there", "/x/smith.dat"), "FileNotFoundError: Not there"),
        (ValueError("no number: 'Smith'"), "ValueError: no number: '…'"),
        (AttributeError("'X' has no attribute 'info'"), "AttributeError: 'X' has no attribute 'info'"),
        (RuntimeError(), "RuntimeError"),
    ],
)
def test_an_error_says_what_it_is_and_nothing_of_a_file(error, told):
    assert line_of(error) == told


def test_the_errors_behind_an_error_are_told_the_first_one_first():
    try:
        try:
            1 / 0  # noqa: B018
        except ZeroDivisionError as error:
            raise RuntimeError("later") from error
    except RuntimeError as error:
        told = traceback_of(error)
    assert told.index("ZeroDivisionError: division by zero") < told.index("RuntimeError: later")
    assert "test_scrub.py" in told
    assert "1 / 0" in told


def test_an_endless_recursion_and_a_long_chain_are_told_in_bounds():
    def deeper(n):
        return deeper(n + 1)

    with pytest.raises(RecursionError) as caught:
        deeper(0)
    assert len(traceback_of(caught.value).splitlines()) < 3 * FRAMES
    error = ValueError("0")
    for i in range(1, 20):
        later = ValueError(str(i) * 1000)
        later.__cause__ = error
        error = later
    told = traceback_of(error)
    assert told.count("ValueError") == CAUSES
    assert len(told) < CAUSES * (LONGEST + 100)


def test_a_long_word_takes_no_long_time():
    for text in ("x" * 10_000_000, "'" * 10_000_000, "/'" * 5_000_000):
        assert len(clean(text)) <= LONGEST + 2
