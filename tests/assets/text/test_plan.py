"""A column is the one that was meant, whatever the columns are called."""

import pytest

from assets.errors import RecordError
from assets.text.answers import Answers
from assets.text.plan import column_named, column_word, plan
from assets.text.shape import shape_of


def shape(path, header):
    path.write_text(f"{header}\n" + "".join(f"{i % 7}.5,{i % 5}.25,{i % 3}.5\n" for i in range(400)))
    return shape_of(path)


@pytest.mark.parametrize("header", ["a,b,1", "a,1,c", "3,b,c", "a,b,c", "a,a,2"])
def test_each_column_has_a_word_that_means_it_alone(tmp_path, header):
    found = shape(tmp_path / "r.csv", header)
    assert [column.name for column in found.columns] == header.split(",")
    for i in range(3):
        word = column_word(found, i)
        assert column_named(found, word) == i
        said = Answers.of(str(Answers(250.0, "mV", (word,))))
        assert [one.index for one in plan(found, said).taken] == [i]


def test_a_number_is_a_name_where_a_column_is_called_so(tmp_path):
    found = shape(tmp_path / "r.csv", "a,b,1")
    assert [column_named(found, said) for said in ("a", "1", "2", "3", "#1", "#2")] == [0, 2, 1, 2, 0, 1]
    with pytest.raises(RecordError, match="has no column '#4'"):
        column_named(found, "#4")
