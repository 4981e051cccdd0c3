"""Whose turn it is, and what was taken for what."""

from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.quiz import Quiz
from monitor.bedside.teaching.strips import Place

PLACES = [
    Place("208", 0, 100, 100.0, finding, "as annotated")
    for finding in (Finding.VT, Finding.SINUS, Finding.VT, Finding.ATRIAL)
]


def test_learners_take_turns():
    quiz = Quiz(PLACES, ["Ada", "Bob"])
    assert quiz.asked == ("Ada",)
    assert quiz.answer("Bob", Finding.VT, 1.0) is None
    assert quiz.answer("Ada", Finding.VT, 2.0) is not None
    assert quiz.asked == ()
    assert quiz.answer("Ada", Finding.SVT, 3.0) is None
    quiz.go_on()
    assert quiz.asked == ("Bob",)


def test_together_all_answer_each_strip_once():
    quiz = Quiz(PLACES, ["Ada", "Bob"], together=True)
    quiz.answer("Bob", Finding.VT, 1.0)
    assert quiz.asked == ("Ada",)
    assert quiz.answer("Bob", Finding.VT, 1.5) is None


def test_results_and_the_table_of_what_was_taken_for_what():
    quiz = Quiz(PLACES, ["Ada"])
    for told, seconds in ((Finding.VT, 2.0), (Finding.SINUS, 4.0), (Finding.SVT, 9.0)):
        quiz.answer("Ada", told, seconds)
        quiz.go_on()
    (result,) = quiz.results()
    assert (result.right, result.answered, result.seconds) == (2, 3, 3.0)
    assert quiz.confusion() == {
        (Finding.VT, Finding.VT): 1,
        (Finding.SINUS, Finding.SINUS): 1,
        (Finding.VT, Finding.SVT): 1,
    }
    assert quiz.confusion("Bob") == {}
    quiz.go_on()
    quiz.go_on()
    assert quiz.place is None
    assert quiz.asked == ()
