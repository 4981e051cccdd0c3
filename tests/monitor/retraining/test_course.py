"""The course of a fit that is kept beside it."""

from monitor.retraining.course import Course, read_course


def test_a_course_is_read_as_it_was_written(tmp_path):
    course = Course([(1, 0.5), (2, 0.25)], [(1, 0.9)], 2)
    course.write(tmp_path / "c.json")
    assert read_course(tmp_path / "c.json") == course


def test_only_what_the_kept_fit_holds_is_shown():
    course = Course([(i, 1.0) for i in range(1, 10)], [(1, 0.8), (2, 0.9), (3, 0.95)], 3)
    assert course.up_to(6) == Course(course.losses[:6], course.aucs[:2], 3)
    assert course.up_to(0) == Course([], [], 3)


def test_what_is_no_course_is_as_good_as_none(tmp_path):
    path = tmp_path / "c.json"
    assert read_course(path) == Course()
    for text in ("", "[]", '{"losses": "x"}', "\0"):
        path.write_text(text)
        assert read_course(path) == Course()
    path.unlink()
    path.mkdir()
    assert read_course(path) == Course()
