"""The line of a key, whatever TOML allows around it."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.scenario.text.places import line_of

TEXT = '''title = "a"  # one
about = """
step = 1
[[step]]
"""

[[step]]
name = "first"
options = { rate = 3 }

[[step]]
"name" = "second"

[step.ask]
question = "?"
answers = [
  "a",
  "b",
]

[[step.on]]
go = "x"

[[step.on]]
go = "y"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("about",), 2),
        (("step", 0), 7),
        (("step", 0, "name"), 8),
        (("step", 0, "options", "rate"), 9),
        (("step", 1, "name"), 12),
        (("step", 1, "ask"), 14),
        (("step", 1, "ask", "answers", 1), 16),
        (("step", 1, "on", 0), 21),
        (("step", 1, "on", 1, "go"), 25),
        (("step", 1, "on", 1, "nothing"), 24),
        (("nothing",), 1),
    ],
)
def test_the_line_in_which_it_begins(path, line):
    assert line_of(TEXT, path) == line


@given(st.lists(st.sampled_from(["", "# words", "x"]), min_size=1, max_size=30))
def test_every_key_of_its_own_line_is_found_there(kinds):
    lines = [f"key{i} = {i}" if kind == "x" else kind for i, kind in enumerate(kinds)]
    text = "\n".join(lines)
    for key in tomllib.loads(text):
        assert lines[line_of(text, (key,)) - 1].startswith(f"{key} ")
