"""A window with a scenario on, and what the instructor has of it."""

from models.scenario.opening import source_of
from models.scenario.text.reading import read_scenario

COURSE = """title = "He will fibrillate"
about = "Nobody may read this."
bed = "Bed 7"
[[step]]
name = "quiet"
patient = "sinus"
options = { rate = 80 }
lasts_s = 20
say = "Watch the monitor."
note = "Nothing yet."
ask = { question = "What is it?", answers = ["A & B", "<b>VT</b>"], right = "A & B" }
[[step.on]]
does = "acknowledge"
go = "fibrillation"
[[step.on]]
answer = "A & B"
go = "fibrillation"
[[step]]
name = "fibrillation"
patient = "vf"
lasts_s = 20
say = "The patient does not answer."
[[step.on]]
does = "shock"
after_s = 1
go = "end"
"""


def course():
    return source_of(read_scenario(COURSE, "course.toml"))


def conducted(make_window):
    """A window that the class sees, with the course on, and the instructor's."""
    window = make_window()
    window.instructor.show_instructor()
    window.put_on(course())
    return window, window.instructor.shown


def look(window):
    """What the desk would do within the next fifth of a second."""
    window.instructor.desk._look()
