"""The library's face: watch a source step by step, to the end, and a part of it."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

import models
from assets.errors import AssetError
from assets.records.demo import load_demo
from assets.records.lead import Lead, LeadKind
from assets.sources.record import RecordSource
from models.leads.stream import shipped_stream

ROOT = Path(__file__).parents[3]


def test_the_face_is_imported_when_it_is_asked_for():
    code = (
        "import sys, models; assert not {'numpy', 'torch', 'matplotlib'} & set(sys.modules); "
        "print(sorted(set(models.__all__) - set(dir(models))), models.Watch.__name__, "
        "'matplotlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=240)
    assert done.stdout.strip() == "[] Watch False", done.stderr


def test_a_name_that_there_is_not_is_an_attribute_error():
    with pytest.raises(AttributeError, match="Wacth"):
        _ = models.Wacth


@pytest.fixture(scope="module")
def account():
    return models.Watch("demo", duration_s=60).run()


def test_what_is_said_is_the_same_in_steps_and_by_the_pipeline_at_once(account):
    demo = load_demo()
    n = account.stop
    scores = shipped_stream(demo.fs, 1).push(demo.signals[:n, 0])
    assert n == 60 * 360
    np.testing.assert_array_equal(account.beats.index, scores.beats.index)
    assert account.alerts
    assert [e.start for e in account.alerts] == sorted(e.start for e in account.alerts)
    assert {e.source for e in account.alerts} == {"mitdb/208"}


def test_steps_follow_each_other_and_bring_the_alerts_once():
    watch = models.Watch("demo", duration_s=25)
    steps = list(watch)
    assert [s.start for s in steps[1:]] == [s.stop for s in steps[:-1]]
    told = [e for s in steps for e in s.alerts]
    account = watch.account()
    assert told
    assert [e for e in account.alerts if e in told] == sorted(told, key=lambda e: e.start)
    np.testing.assert_array_equal(account.samples(), load_demo().signals[: account.stop])


def test_a_part_holds_what_lies_in_it(account):
    part = account.cut(15, 21)
    assert (part.start, part.stop) == (15 * 360, 21 * 360)
    assert part.seconds == part.analysed_s == 6
    assert ((part.beats.index >= part.start) & (part.beats.index < part.stop)).all()
    assert all(e.end >= part.start and e.start < part.stop for e in part.alerts)
    assert len(part.alerts) < len(account.alerts)
    assert len(part.classes()) == len(part.beats)
    np.testing.assert_array_equal(part.samples(), account.samples()[15 * 360 : 21 * 360])


def test_a_part_that_was_not_watched_is_refused(account):
    with pytest.raises(ValueError, match="Nothing was watched between 61 s and the end"):
        account.cut(61)


def test_a_source_that_keeps_nothing_is_kept():
    watch = models.Watch("patient:sinus?seed=3", duration_s=9)
    heard = np.concatenate([step.samples for step in watch])
    np.testing.assert_array_equal(watch.account().samples(), heard)
    assert np.isfinite(heard).all()
    assert len(watch.account().reference(0, len(heard)).sample) > 5


def test_the_source_is_let_go_of_at_the_end(monkeypatch):
    source, closed = RecordSource(load_demo()), []
    monkeypatch.setattr(source, "close", lambda: closed.append(True))
    with models.Watch(source, duration_s=2) as watch:
        assert watch.run().seconds == 2
        assert not closed
    assert closed == [True]


def test_what_cannot_be_watched_is_refused_in_a_sentence():
    with pytest.raises(AssetError, match=r"has no end: .* duration_s=60"):
        models.Watch("patient:sinus")
    with pytest.raises(ValueError, match="no lead 'V9'"):
        models.Watch(RecordSource(load_demo()), lead="V9")
    with pytest.raises(ValueError, match="no profile 'giant'"):
        models.Watch("demo", profile="giant")


def test_a_path_is_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = "\n".join(f"{np.sin(i / 10):.3f}" for i in range(1000))
    (tmp_path / "r.csv").write_text(f"II [mV]\n{rows}\n")
    (tmp_path / "demo").mkdir()
    assert models.open_source("r.csv?rate=250").info.fs == 250
    with pytest.raises(AssetError, match=r"its sampling rate"):
        models.Watch(Path("r.csv"))
    with pytest.raises(AssetError, match="demo"):
        models.Watch(Path("demo"))


@pytest.mark.parametrize("wrong", [0, -3, float("nan")])
def test_no_time_is_no_time_to_watch(wrong):
    with pytest.raises(ValueError, match="it must be more than 0"):
        models.Watch("demo", duration_s=wrong)


def test_the_picture_shows_alerts_and_beats(account, tmp_path):
    figure = models.plot(account, 15, 21)
    (axes,) = figure.axes
    words = [text.get_text() for text in axes.texts]
    part = account.cut(15, 21)
    assert [w for w in words if len(w) == 1] == [c.value for c in part.classes()]
    assert part.alerts[0].title() in words
    assert axes.get_xlim() == (15, 21)
    width_mm = axes.get_position().width * figure.get_figwidth() * 25.4
    assert width_mm == pytest.approx(6 * 25)
    figure.savefig(tmp_path / "p.svg")
    assert (tmp_path / "p.svg").stat().st_size > 5000
    assert figure._repr_png_().startswith(b"\x89PNG")


def test_a_long_stretch_keeps_its_extremes(account):
    figure = models.plot(account, 0, 60)
    (line,) = figure.axes[0].lines
    drawn = line.get_ydata()
    assert len(drawn) <= 20_100
    assert np.nanmax(drawn) == account.cut(0, 60).samples().max()


def test_a_lead_that_there_is_not_is_refused(account):
    with pytest.raises(ValueError, match="no lead 'aVF'"):
        models.plot(account, lead="aVF")


EXAMPLES = re.findall(
    r"```python\n(.*?)```", (ROOT / "models/library/README.md").read_text("utf-8"), re.DOTALL
)


def test_no_words_of_the_picture_go_over_its_edge(account):
    event = max(account.alerts, key=lambda e: len(e.title()))
    stop_s = event.start / account.fs + 0.3
    figure = models.plot(account, stop_s - 8, stop_s)
    figure.draw_without_rendering()
    shown = [text for text in figure.axes[0].texts if text.get_text() == event.title()]
    assert shown
    assert all(text.get_window_extent().x1 <= figure.bbox.x1 for text in shown)


def test_figures_of_neighbouring_rows_do_not_touch(tmp_path):
    figure = models.plot(models.Watch("patient:pvc?leads=12", duration_s=12).run(), 4, 10)
    figure.draw_without_rendering()
    assert len(figure.axes) == 12
    places = [
        label.get_window_extent()
        for axes in figure.axes
        for label in axes.get_yticklabels()
        if label.get_text() and label.get_visible()
    ]
    assert len(places) >= 12, "each row has one at least"
    places.sort(key=lambda place: place.y0)
    assert all(low.y1 < high.y0 for low, high in pairwise(places))
    figure.savefig(tmp_path / "twelve.png", dpi=80)


@pytest.mark.parametrize("code", EXAMPLES, ids=["alerts", "account", "picture"])
def test_the_examples_run_as_they_stand(code, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert len(code.splitlines()) <= 10
    example = tmp_path / "example.py"
    example.write_text(code, encoding="utf-8")
    runpy.run_path(str(example))
    told = capsys.readouterr().out
    assert told or (tmp_path / "demo.svg").stat().st_size > 5000


def test_a_pressure_is_not_watched_as_an_ecg():
    record = load_demo()
    leads = (Lead("II"), Lead("ABP", "mmHg", LeadKind.PRESSURE))
    both = replace(record, leads=("II", "ABP"), signals=record.signals[:, [0, 0]], described=leads)
    with pytest.raises(ValueError, match=r"^ABP of 208 is no ECG lead, and .* those alone: II\.$"):
        models.Watch(RecordSource(both), lead="abp")
    alone = replace(both, leads=("ABP",), signals=both.signals[:, :1], described=leads[1:])
    with pytest.raises(ValueError, match="208 has no ECG lead to watch"):
        models.Watch(RecordSource(alone), lead="ABP")
