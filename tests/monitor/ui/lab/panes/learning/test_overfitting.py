import numpy as np

from models.contract.messages.lab import Series


def tell(shown, train, others):
    at = tuple(float(i) for i in range(len(train)))
    shown.told(Series("train", at, train))
    shown.told(Series("others", at, others))


def test_it_marks_the_best_moment_to_stop_and_says_what_came_after(open_pane):
    shown = open_pane("overfitting")
    tell(shown, (0.2, 0.1, 0.05, 0.01), (0.2, 0.12, 0.1, 0.12))
    assert shown.errors.mark == (2.0, "stop here")
    assert "12.0 times that on its own digits, and 20 % above its best, at batch 2" in shown.note.text()


def test_where_the_error_on_others_still_falls_it_says_so(open_pane):
    shown = open_pane("overfitting")
    tell(shown, (0.2, 0.1, 0.09), (0.2, 0.12, 0.1))
    assert "it has not turned so far" in shown.note.text()


def test_the_learner_s_own_digit_goes_with_what_is_asked_for(open_pane, tmp_path):
    shown = open_pane("overfitting")
    picture = np.zeros((28, 28), np.float32)
    picture[3, 4] = 1
    shown.state.show(picture, "drawn")
    asked = shown.request(tmp_path)
    assert asked.ink[3 * 28 + 4] == 255
    assert sum(asked.ink) == 255
    assert asked.digits == shown.digits.currentData() == 100
