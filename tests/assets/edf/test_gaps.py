"""What tells a gap in a file of ours is no annotation when it is read; in a file of others it is one."""

import edfio
import numpy as np
import pytest

from assets.edf.gaps import ENDED, no_signal, told_by_samples
from assets.records.open import open_record
from tests.assets.edf.files import FS, signal, wave, write

OURS, OTHERS = "Startdate X X X ECG_Monitor_0.1.0", "Startdate X X X Holter_7"


@pytest.mark.parametrize("text", [no_signal(), no_signal("ECG V1"), ENDED])
def test_words_of_gaps_count_in_our_files_alone(text):
    assert told_by_samples(text, OURS)
    assert not told_by_samples(text, OTHERS)
    assert not told_by_samples(text, "my_ECG_Monitor_0.1.0")


@pytest.mark.parametrize("text", ["no signal", "gap: no signal at all", "beat: N", ""])
def test_any_other_words_stay(text):
    assert not told_by_samples(text, OURS)


def test_a_file_of_others_with_such_words_is_read_as_it_stands(tmp_path):
    data = wave(4 * FS, 3)
    told = [edfio.EdfAnnotation(1.0, 0.5, no_signal("ECG II")), edfio.EdfAnnotation(2.0, None, ENDED)]
    record = open_record(str(write(tmp_path / "r.edf", [signal(data)], told)))
    assert record.comments == ("1.0 s: gap: no signal@@ECG II", "2.0 s: end of the recording")
    np.testing.assert_allclose(record.signals[:, 0], data, atol=1e-3)
