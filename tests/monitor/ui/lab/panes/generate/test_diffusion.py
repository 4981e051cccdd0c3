"""Noise in, noise out, and half a picture filled in: what is said holds for what is drawn."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from models.digits.diffusion.masks import MASKS
from models.digits.diffusion.schedule import linear_schedule
from monitor.ui.lab.widgets.diffusion import filling, noise_out
from monitor.ui.lab.widgets.diffusion.filling import measured_words

IN, OUT, FILL = range(3)


@pytest.fixture
def shown(open_pane, monkeypatch):
    monkeypatch.setattr(filling, "BREATH_S", 0.0)
    monkeypatch.setattr(filling, "SETTLE_MS", 0)
    monkeypatch.setattr(noise_out, "TICK_MS", 0)
    monkeypatch.setattr(noise_out, "STEPS", 15)
    return open_pane("diffusion")


def ink(view):
    image = view.image
    return np.array([[image.pixelColor(x, y).red() for x in range(28)] for y in range(28)]) / 255


def test_noise_covers_the_digit_as_the_slider_moves(shown, lab):
    part = shown.section
    picture = lab.state.picture
    part.go_to(0)
    np.testing.assert_allclose(ink(part.pixels), picture, atol=1 / 255)
    np.testing.assert_array_equal(part.bars.code, part.bars.before)
    assert "100 % of the variance is the digit's, 0 % is noise" in part.said.text()
    apart = []
    for t in (50, 400, 1000):
        part.go_to(t)
        apart.append(np.abs(part.bars.code - part.bars.before).mean())
        assert f"After {t} of 1000 steps" in part.said.text()
    assert apart == sorted(apart)
    assert part.reads[part.guessed].text() == "from noise alone: chance"
    share = 100 * float(linear_schedule().alpha_bar[-1])
    assert f"{share:.3g} % of the variance is the digit's" in part.said.text()


def test_the_slider_reaches_all_steps(shown):
    part = shown.section
    part.slide.setValue(part.slide.maximum())
    assert part.t == 1000
    part.slide.setValue(0)
    assert part.t == 0


def test_where_there_is_room_the_whole_way_stands_side_by_side(shown, lab, qtbot):
    part = shown.section
    assert part._strip.isHidden()
    lab.resize(1900, 1000)
    qtbot.waitUntil(lambda: not part._strip.isHidden())
    first, last = (ink(pair[0]) for pair in (part.line[0], part.line[-1]))
    part.go_to(0)
    np.testing.assert_array_equal(first, ink(part.drawn))
    assert np.abs(first - last).mean() > 0.02


def test_the_film_ends_in_the_digit_that_was_asked_for(shown, qtbot):
    shown.show_section(OUT)
    part = shown.section
    qtbot.waitUntil(lambda: not part.running)
    assert "The judge reads the upper row as 7, 7" in part.said.text()
    first = part.stages[0].noisy
    part.ask(0)
    qtbot.waitUntil(lambda: not part.running)
    assert "The judge reads the upper row as 0, 0" in part.said.text()
    assert part.stages[0].noisy is first, "the same chance"
    part.slide.setValue(0)
    assert "1000 of 1000 steps of noise are left" in part.said.text()


def test_any_digit_may_be_drawn_and_the_digit_pressed_before_be_asked_for_again(shown, qtbot):
    shown.show_section(OUT)
    part = shown.section
    part.any.click()
    assert part.digit is None
    assert part.running
    part.digits._group.button(7).click()
    assert part.digit == 7
    assert not part.any.isChecked()


def test_half_a_digit_is_filled_in_and_the_known_half_is_kept(shown, lab, qtbot):
    shown.show_section(FILL)
    part = shown.section
    qtbot.waitUntil(lambda: part.done)
    picture = lab.state.picture
    np.testing.assert_allclose(ink(part._answers[0])[:14], picture[:14], atol=1 / 255)
    assert ink(part._views["mean"])[14:].max() > 0.3, "something stands where it was missing"
    assert part.errors["mean"] < part.errors["known"]
    assert part._notes["mean"].text() == f"MSE {part.errors['mean']:.4f}"
    assert "The judge reads them as" in part.said.text()

    lab.state.show(np.roll(picture, 1, axis=1), "moved")
    part.take_away("middle")
    qtbot.waitUntil(lambda: part.done and part._thread is not None and part.kind == "middle")
    np.testing.assert_allclose(ink(part._answers[3])[21:], np.roll(picture, 1, axis=1)[21:], atol=1 / 255)


def test_what_is_erased_with_the_mouse_is_filled_in(shown, lab, qtbot):
    shown.show_section(FILL)
    part, view = shown.section, shown.section._views["known"]
    qtbot.waitUntil(lambda: part.done)
    side = view.width()
    middle = QPoint(round(14.5 * side / 28), round(14.5 * side / 28))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle)
    assert part.kind == filling.OWN
    assert (~part._known).sum() == 25
    assert not part._known[14, 14]
    qtbot.waitUntil(lambda: part.done)
    picture = lab.state.picture.copy()
    mean = ink(part._views["mean"])
    mean[12:17, 12:17] = picture[12:17, 12:17] = 0
    np.testing.assert_allclose(mean, picture, atol=1 / 255)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(0, 0))
    assert (~part._known).sum() == 25 + 9, "the rubber ends at the edge, and what was erased stays so"
    part.take_away("middle")
    part.missing.setCurrentIndex(part.missing.count() - 1)
    assert part._known.all(), "it begins with the whole digit"


@pytest.mark.parametrize("missing", MASKS)
def test_what_was_measured_is_said_of_the_mask_that_it_was_measured_with(missing):
    words = measured_words(missing)
    named = [name for name in MASKS if f"{name} missing" in words]
    assert len(named) == 1
    assert words.endswith("too sure."), "that is what was measured"
    if missing in ("lower half", "right half", "half of the pixels"):
        assert named == [missing]


def test_a_part_that_is_not_seen_does_nothing(shown, lab, qtbot):
    shown.show_section(OUT)
    film = shown.section
    assert film.running
    shown.show_section(FILL)
    assert not film.running
    qtbot.waitUntil(lambda: shown.section._thread is not None)
    thread = shown.section._thread
    lab.show_pane("map")
    qtbot.waitUntil(thread.isFinished)
    assert shown.section._thread is None
    lab.show_pane("diffusion")
    qtbot.waitUntil(lambda: shown.section.done)


def test_without_a_digit_it_says_what_to_do(shown, lab):
    lab.state.show(None, "")
    assert shown.message.text() == "Draw a digit, or pick an example."
    for number in (FILL, OUT, IN):
        shown.show_section(number)
