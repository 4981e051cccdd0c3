"""The digit lab as a learner meets it: every pane on real weights, hostile input, no thread left."""

import gzip
import os
import signal
import struct
import threading
import time as wall
from pathlib import Path

import numpy as np
import pytest

from models.digits import catalogue
from monitor.ui.lab import page as lab_page
from monitor.ui.lab.draw import DrawCanvas
from monitor.ui.lab.map_view import MapView
from monitor.ui.lab.page import PANES, LabPage
from monitor.ui.lab.pictures import difference, grey, heat
from monitor.ui.lab.state import LabState
from monitor.ui.lab.training import VaeTraining
from monitor.ui.theme import DARK, LIGHT

INDEX = {name: i for i, (name, _) in enumerate(PANES)}


@pytest.fixture
def lab(qtbot, tmp_path):
    import torch  # noqa: F401 - the monitor's worker has loaded it by the time the lab is opened

    page = LabPage(tmp_path, DARK)
    qtbot.addWidget(page)
    page.resize(1280, 688)
    page.show()
    page.activate()
    yield page
    page.stop()


def pane(lab, name):
    lab.show_pane(INDEX[name])
    return lab.pane


@pytest.mark.parametrize("name", [name for name, _ in PANES])
def test_every_pane_opens_offline_with_words_and_a_formula(lab, name):
    shown = pane(lab, name)
    assert shown.words.count(".") + shown.words.count("?") >= 2
    assert shown.formula
    assert not shown.picture().isNull()
    shown.restyle(LIGHT)


def test_pointing_at_the_map_decodes_that_place(lab):
    shown = pane(lab, "Map")
    shown.view.point(0.6, -1.2)
    expected = grey(catalogue.load("vae").decode(np.array([0.6, -1.2], np.float32))[0])
    assert shown._here.image == expected
    assert "z = (+0.60, -1.20)" in shown._place.text()
    assert "judge:" in shown._judged.text()


def test_map_places_and_codes_are_inverse_with_z2_upwards(qtbot):
    view = MapView(DARK, "map")
    qtbot.addWidget(view)
    view.resize(600, 600)
    for z in ((0.0, 0.0), (-3.0, 3.0), (1.25, -2.5)):
        assert view.code(view.place(z)) == pytest.approx(z, abs=1e-6)
    assert view.place((0, 2)).y() < view.place((0, -2)).y()


def test_two_pins_make_a_morph_from_one_to_the_other(lab):
    shown = pane(lab, "Map")
    shown.put_pin(-2, 1)
    assert not shown._slide.isEnabled()
    shown.put_pin(1, 2)
    network = catalogue.load("vae")
    shown._slide.setValue(0)
    assert shown._morphing.image == grey(network.decode(np.array([-2, 1], np.float32))[0])
    shown._slide.setValue(100)
    assert shown._morphing.image == grey(network.decode(np.array([1, 2], np.float32))[0])
    assert len(shown.view.marks.path) == 60


def test_a_drawing_becomes_the_input_and_lands_as_a_cloud(lab):
    shown = pane(lab, "Map")
    canvas = lab._input.canvas
    canvas.add_stroke([(100, 30), (100, 160)])
    assert lab.state.source.startswith("Your drawing")
    assert lab.state.picture.shape == (28, 28)
    _, std = shown.view.marks.cloud
    assert np.all(std > 0)
    assert "a cloud, not a point" in shown._landed.text() or "off the map" in shown._landed.text()


@pytest.mark.parametrize(
    ("strokes", "words"),
    [
        ([], "Nothing is drawn yet."),
        ([[(98, 98)]], "dot"),
        ([[(0, y), (196, y)] for y in range(0, 197, 6)], "all ink"),
    ],
)
def test_drawings_without_a_digit_are_a_sentence_and_keep_the_input(lab, strokes, words):
    before = lab.state.picture
    canvas = lab._input.canvas
    canvas.blockSignals(True)
    for stroke in strokes:
        canvas.add_stroke(stroke)
    canvas.blockSignals(False)
    canvas.changed.emit()
    assert words in lab._input._words.text()
    assert lab.state.picture is before


def test_undo_takes_the_last_stroke_back(qtbot):
    canvas = DrawCanvas(DARK)
    qtbot.addWidget(canvas)
    canvas.add_stroke([(20, 20), (60, 60)])
    one = canvas.ink()
    canvas.add_stroke([(100, 20), (100, 90)])
    canvas.undo()
    assert np.array_equal(canvas.ink(), one)
    canvas.undo()
    assert canvas.empty


def test_the_plain_autoencoder_has_more_unreadable_places_than_the_vae(lab):
    plain, cloud = pane(lab, "Point or cloud").unsure
    assert plain > cloud


def test_the_family_rebuilds_one_input_side_by_side(lab):
    shown = pane(lab, "Family")
    lab._input.pick_card(3)
    assert set(shown.errors) == {e.name for e in catalogue.FAMILY}
    assert shown.errors["conv-ae"] < shown.errors["vae"], "sixteen numbers lose less than two"


def test_the_denoising_network_gives_back_less_noise_than_it_got(lab):
    shown = pane(lab, "Denoise")
    for kind in range(shown.kind.count()):
        shown.kind.setCurrentIndex(kind)
        assert shown.errors["denoised"] < shown.errors["noisy"]
        assert shown.errors["denoised"] < shown.errors["plain"]


def test_the_asked_digit_is_written_whatever_the_style(lab):
    shown = pane(lab, "Write me a 7")
    for digit in (7, 2):
        shown.ask(digit)
        shown.view.point(0.3, 0.2)
        assert f"the judge reads a {digit}" in shown._said.text()


def test_the_anomaly_pane_says_where_the_method_fails(lab):
    shown = pane(lab, "Anomaly")
    worst = min(shown.figures, key=lambda d: shown.figures[d]["auroc"])
    assert shown.figures[worst]["auroc"] < 0.5
    shown.leave_out(worst)
    assert "Worse than chance" in shown._said.text()
    assert "ECG tab" in shown.words


def test_the_search_climbs_and_says_where_it_leaves_the_cloud(lab):
    shown = pane(lab, "Search")
    shown.climb_from(1.4, -1.6)
    assert np.all(np.diff(shown.found.score) >= 0)
    assert "rises from" in shown._verdict.text()
    left = shown.found.left_at is not None
    assert ("leaves the cloud" in shown._verdict.text()) == left


def test_a_corrupt_weights_file_is_a_sentence_and_the_other_panes_go_on(lab, monkeypatch, tmp_path):
    broken = tmp_path / "cvae.safetensors"
    broken.write_bytes(b"\x10\x00\x00\x00\x00\x00\x00\x00not json at all!")
    original = catalogue.Entry.path
    monkeypatch.setattr(
        catalogue.Entry, "path", property(lambda e: broken if e.name == "cvae" else original.fget(e))
    )
    catalogue.load.cache_clear()
    lab.show_pane(INDEX["Write me a 7"])
    assert lab.pane is None
    assert "cvae.safetensors" in lab._waiting.text()
    assert pane(lab, "Map") is not None
    catalogue.load.cache_clear()


# Training ---------------------------------------------------------------------------------------------


@pytest.fixture
def digits(tmp_path):
    """Give a folder with MNIST's four files, but 512 invented pictures in each."""
    rng = np.random.default_rng(1)
    for part in ("train", "t10k"):
        images = (rng.random((512, 28, 28)) * 255).astype(np.uint8)
        for name, magic, values in (
            ("images-idx3", 0x0803, images),
            ("labels-idx1", 0x0801, np.arange(512, dtype=np.uint8) % 10),
        ):
            head = struct.pack(f">{1 + values.ndim}I", magic, *values.shape)
            with gzip.open(tmp_path / f"{part}-{name}-ubyte.gz", "wb") as file:
                file.write(head + values.tobytes())
    return tmp_path


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def make_training(digits):
    made = []

    def make(folder=digits, **settings):
        training = VaeTraining(folder, **settings)
        training.messages, training.maps, training.problems = [], [], []
        training.told.connect(training.messages.append)
        training.drawn.connect(training.maps.append)
        training.failed.connect(training.problems.append)
        made.append(training)
        training.start()
        return training

    yield make
    for training in made:
        training.stop()


def test_a_training_tells_pauses_steps_and_stops(qtbot, make_training):
    training = make_training()

    def steps():
        return sum(len(p.at) for p in training.messages)

    qtbot.waitUntil(lambda: bool(training.messages and training.maps), timeout=30_000)
    assert training.maps[0].shape == (560, 560), "the course's twenty by twenty tiles"
    training.pause()
    qtbot.wait(400)
    n = steps()
    qtbot.wait(300)
    assert steps() == n
    training.step_once()  # tells of what had not been told before the pause as well
    qtbot.waitUntil(lambda: steps() > n, timeout=5000)
    n = steps()
    training.step_once()
    qtbot.waitUntil(lambda: steps() > n, timeout=5000)
    assert steps() == n + 1
    training.resume()
    qtbot.waitUntil(lambda: steps() > n + 5, timeout=5000)
    pid = training.job.pid
    began = wall.monotonic()
    assert training.stop()
    assert wall.monotonic() - began < 1
    assert not alive(pid)


def test_a_training_of_so_many_epochs_ends_by_itself(qtbot, make_training):
    training = make_training(epochs=2)
    with qtbot.waitSignal(training.ended, timeout=30_000):
        pass
    assert len(training.messages[-1].epoch_losses) == 2
    assert not training.job.running
    assert not training.problems


def test_beta_can_be_turned_while_it_learns(qtbot, make_training):
    training = make_training(beta=1.0)
    qtbot.waitUntil(lambda: bool(training.messages), timeout=30_000)
    training.set_beta(64.0)
    qtbot.waitUntil(lambda: any(p.collapsed for p in training.messages), timeout=60_000)


@pytest.mark.parametrize(
    ("settings", "why"),
    [({"beta": -1.0}, "beta must be finite and not negative."), ({"folder": Path("nowhere")}, "no file")],
)
def test_what_goes_wrong_in_the_training_is_a_sentence(qtbot, make_training, settings, why):
    training = make_training(**settings)
    with qtbot.waitSignal(training.ended, timeout=30_000):
        pass
    (problem,) = training.problems
    assert why in problem
    assert "\n" not in problem


def test_a_training_whose_process_is_killed_says_so(qtbot, make_training):
    training = make_training()
    qtbot.waitUntil(lambda: bool(training.messages), timeout=30_000)
    with qtbot.waitSignal(training.ended, timeout=5000):
        os.kill(training.job.pid, signal.SIGTERM)
    assert training.problems == ["Its process ended before its work was done."]


def test_a_process_that_cannot_be_started_is_a_sentence(qtbot, make_training, monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    training = make_training()
    qtbot.waitUntil(lambda: bool(training.problems), timeout=5000)
    assert "could not be started" in training.problems[0]


def test_closing_while_training_leaves_nothing_running(qtbot, lab, digits, monkeypatch):
    monkeypatch.setattr("monitor.ui.lab.state.fetch_mnist", lambda **_: digits)
    before = threading.active_count()
    shown = pane(lab, "Tug-of-war")
    shown.start()
    qtbot.waitUntil(lambda: shown.running, timeout=30_000)
    pid = shown.training.job.pid
    qtbot.waitUntil(lambda: shown.where.text().startswith("epoch"), timeout=30_000)
    began = wall.monotonic()
    lab.stop()
    assert wall.monotonic() - began < 1
    assert not shown.running
    assert not alive(pid)
    assert threading.active_count() <= before


def test_a_training_cancelled_in_mid_epoch_keeps_what_is_on_the_screen(qtbot, lab, digits, monkeypatch):
    monkeypatch.setattr("monitor.ui.lab.state.fetch_mnist", lambda **_: digits)
    shown = pane(lab, "Tug-of-war")
    shown.start()
    qtbot.waitUntil(lambda: len(shown.curves["kl"].at) > 0, timeout=30_000)
    drawn = len(shown.curves["kl"].at)
    shown.stop()
    qtbot.wait(300)
    assert len(shown.curves["kl"].at) == drawn
    assert shown.where.text().startswith("stopped in epoch")
    shown.start()
    qtbot.waitUntil(lambda: shown.where.text().startswith("epoch"), timeout=30_000)


def test_without_mnist_and_network_a_training_says_so(qtbot, lab, monkeypatch):
    from assets.errors import DownloadError
    from monitor.ui.lab import state

    def refuse(**_):
        raise DownloadError("MNIST could not be downloaded: no connection.")

    monkeypatch.setattr(state, "fetch_mnist", refuse)
    shown = pane(lab, "The lesson")
    shown.start()
    qtbot.waitUntil(lambda: "could not be downloaded" in shown.message.text(), timeout=5000)
    assert not shown.running


def test_a_broken_idx_file_is_a_sentence(qtbot, tmp_path, monkeypatch):
    from monitor.ui.lab import state as lab_state

    for name in ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"):
        (tmp_path / f"{name}-ubyte.gz").write_bytes(b"no gzip at all")
    monkeypatch.setattr(lab_state, "fetch_mnist", lambda **_: tmp_path)
    state = LabState(None)
    state.fetch_mnist()
    qtbot.waitUntil(lambda: bool(state.mnist_problem), timeout=5000)
    assert "idx3-ubyte.gz" in state.mnist_problem
    assert state.mnist is None


@pytest.mark.slow
def test_the_lesson_is_reproduced_by_its_button(qtbot, lab, data_dir):
    lab.state.data_dir = data_dir
    shown = pane(lab, "The lesson")
    shown.start_button.click()
    qtbot.waitUntil(lambda: len(shown.losses) == 5, timeout=220_000)
    assert shown.losses[-1] == pytest.approx(159.3, abs=2.5)
    assert "Reproduced" in shown.verdict.text()


def test_pictures_keep_their_shapes_and_meaning():
    assert grey(np.array([[0.0, 1.0]])).pixelColor(1, 0).lightness() == 255
    lost = difference(np.array([[1.0, -1.0]]))
    assert lost.pixelColor(0, 0).red() > lost.pixelColor(0, 0).blue()
    assert lost.pixelColor(1, 0).blue() > lost.pixelColor(1, 0).red()
    hot = heat(np.array([[0.0, 1.0]]), 1.0)
    assert hot.pixelColor(1, 0).lightness() > hot.pixelColor(0, 0).lightness()


def test_the_page_waits_for_torch(qtbot, tmp_path, monkeypatch):
    monkeypatch.delitem(lab_page.sys.modules, "torch", raising=False)
    page = LabPage(tmp_path, DARK)
    qtbot.addWidget(page)
    page.activate()
    assert page.pane is None
    assert "Loading" in page._waiting.text()
    page.stop()
