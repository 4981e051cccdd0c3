"""Classified beats become alerts, the same however they come, and each alert says why."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.alerts.kinds import Kind
from models.alerts.reasons import CHANNELS, Channel, Reason
from models.alerts.watcher import Block
from models.alerts.watchers.ectopy import BeatWatch
from models.beats.scores import BeatScores
from models.running.channels import ChannelRows
from models.signal.faults import Fault, FaultKind
from models.signal.states import State, StateKind

FS = 360.0
DELAY = 126
THRESHOLDS = dict.fromkeys(Channel, 1.0)


def beats(scores, premature=None, rr=300, pause=None, from_above=None, **verdicts):
    """Beats; unless said otherwise what came early by more than 20 % and is not ectopic comes from above."""
    n = len(scores)
    premature = np.asarray(premature if premature is not None else np.zeros(n), np.float32)
    if from_above is None:
        from_above = np.where(np.asarray(scores, np.float32) >= 1, 0.0, premature / 0.2)
    index = 1000 + rr * np.arange(n, dtype=np.int64)
    given = {name: np.full(n, verdicts.get(name, 0.0), np.float32) for name in VERDICTS}
    return BeatScores(
        index,
        index + DELAY,
        np.asarray(scores, np.float32),
        premature=premature,
        amplitude=np.ones(n, np.float32),
        rr_s=np.full(n, rr / FS, np.float32),
        pause_s=np.asarray(pause if pause is not None else np.full(n, np.nan), np.float32),
        supraventricular=np.asarray(from_above, np.float32),
        **given,
    )


VERDICTS = ("forecast", "reconstruction", "template", "autoencoder")


def take(found, part):
    return BeatScores(*(getattr(found, name)[part] for name in BeatScores.__dataclass_fields__))


def block(found, stop, states=()):
    """What brought these beats, and at each R peak a row of the lanes as high as the verdict."""
    lanes = {
        channel: ChannelRows(found.index, found.emitted, *[getattr(found, channel.value)] * 2)
        for channel in CHANNELS
    }
    return Block(np.zeros(0), stop, lanes, found, THRESHOLDS, states=tuple(states))


def run(found, cuts=(), counted=tuple(Reason), states=()):
    watch = BeatWatch(FS, counted)
    events, at, before = [], 0, 0
    for now in [*sorted(cuts), 40_000]:
        until = int(np.searchsorted(found.emitted, now))
        told = [
            s if s.over < now else replace(s, over=None) for s in states if s.known < now and s.over >= before
        ]
        events += watch.push(block(take(found, slice(at, until)), now, told))
        at, before = max(at, until), now
    return events + watch.finish()


def test_one_ectopic_beat_is_an_alert_about_its_r_peak():
    (event,) = run(beats([0, 2, 0]))
    assert event.kind is Kind.ECTOPIC
    assert event.beats == (1300,)
    assert (event.start, event.peak, event.end) == (1300 - 36, 1300, 1300 + 108)
    assert event.emitted == 1600 + DELAY, "complete once the next beat is known not to belong to it"
    assert event.scores == {Channel.ECTOPY: 2.0}
    assert event.title() == "Ectopic beat?"


def test_two_in_a_row_are_a_pair_and_more_are_a_run_each_with_its_rate():
    pair, run_ = run(beats([0, 2, 3, 0, 2, 3, 4, 0], rr=150))
    assert pair.title() == "Ectopic pair: 2 beats at 144/min"
    assert run_.title() == "Ectopic run: 3 beats at 144/min"
    assert run_.peak == run_.beats[-1], "the most unusual one"


def test_an_alert_ends_without_another_beat():
    watch = BeatWatch(FS)
    assert watch.push(block(beats([2.0]), 1200)) == []
    assert watch.open is not None
    (event,) = watch.push(block(BeatScores.none(), 1000 + DELAY + 721))
    assert event.emitted == 1000 + DELAY + 720
    assert watch.open is None


def test_the_reasons_are_put_in_words():
    both = beats([0, 2, 0], premature=[0, 0.41, 0], forecast=1.4, template=2.0, autoencoder=0.3)
    (event,) = run(both)
    assert event.why() == (
        "its shape is unlike the patient's usual beat; the forecast missed it; premature by 41 %"
    )
    assert event.reasons[Reason.TEMPLATE] == 2.0
    assert event.reasons[Reason.RHYTHM] == pytest.approx(2.05)
    (alone,) = run(beats([0, 2, 0], premature=[0, -0.3, 0], template=2.0))
    assert alone.why() == "its shape is unlike the patient's usual beat; late by 30 %"
    (none,) = run(beats([0, 2, 0]))
    assert none.why() == "no model fails alone, but together they find it unusual"
    (everyone,) = run(beats([0, 2, 0], **dict.fromkeys(VERDICTS, 1.0)))
    assert everyone.why() == (
        "its shape is unlike the patient's usual beat and unlike learnt normal beats; "
        "the forecast missed it and the autoencoder could not redraw it"
    )


def test_where_no_model_fails_what_counted_is_said():
    (early,) = run(beats([0, 2, 0], premature=[0, 0.3, 0], from_above=np.zeros(3), template=0.9))
    assert early.why() == "its shape alone fails in no model, but it came early too; premature by 30 %"
    uncounted = [r for r in Reason if r is not Reason.RHYTHM]
    (shape,) = run(beats([0, 2, 0], premature=[0, 0.3, 0], from_above=np.zeros(3)), counted=uncounted)
    assert shape.why() == "no model fails alone, but together they find it unusual"


@pytest.mark.parametrize(("template", "why"), [
    (0.5, "its score of 0.80 is over the line, which was lowered to 0.70"),
    (1.5, "its shape is unlike the patient's usual beat"),
])  # fmt: skip
def test_a_line_that_was_lowered_is_said_to_be_the_reason(template, why):
    found = beats([0, 0.8, 0], template=template)
    lowered = replace(block(found, 40_000), thresholds={**THRESHOLDS, Channel.ECTOPY: 0.7})
    watch = BeatWatch(FS)
    (event,) = [*watch.push(lowered), *watch.finish()]
    assert event.why() == why


def test_a_verdict_without_weight_is_no_reason_of_an_ectopic_beat():
    counted = [r for r in Reason if r not in (Reason.RECONSTRUCTION, Reason.RHYTHM)]
    failing = beats([0, 2, 0, 0, 0], premature=[0, 0.4, 0, 0.4, 0], **dict.fromkeys(VERDICTS, 1.0))
    ectopic, premature = run(failing, counted=counted)
    assert ectopic.reasons == {Reason.FORECAST: 1.0, Reason.TEMPLATE: 1.0, Reason.AUTOENCODER: 1.0}
    assert ectopic.why() == (
        "its shape is unlike the patient's usual beat and unlike learnt normal beats; the forecast missed it"
    )
    assert Reason.RECONSTRUCTION not in premature.reasons
    assert premature.why() == ("its shape alone raises no alert; premature by 40 %"), (
        "there the rhythm is what counted"
    )


def test_a_premature_beat_of_usual_shape_is_an_alert_of_its_own():
    (event,) = run(beats([0, 0, 0], premature=[0, 0.3, 0]))
    assert event.kind is Kind.PREMATURE
    assert event.why() == "its shape is usual; premature by 30 %"
    assert event.scores == {Channel.PREMATURE: pytest.approx(1.5)}


def test_premature_beats_in_a_row_are_one_alert_with_their_number_and_rate():
    found = beats(np.zeros(9), premature=[0, 0.3, 0.3, 0, 0.3, 0.4, 0.3, 0.3, 0], rr=150)
    pair, row = run(found)
    assert pair.title() == "Supraventricular pair: 2 beats at 144/min"
    assert row.title() == "Supraventricular run: 4 beats at 144/min"
    assert row.peak == 1000 + 5 * 150, "the earliest one"
    assert row.emitted == 1000 + 8 * 150 + DELAY, "complete with the first beat that is none of them"


def test_a_run_of_premature_beats_is_open_from_its_first_beat_and_grows():
    found = beats(np.zeros(6), premature=[0, *[0.3] * 5], rr=150)
    watch, told = BeatWatch(FS), []
    for i in range(6):
        watch.push(block(take(found, slice(i, i + 1)), int(found.emitted[i]) + 1))
        told.append(watch.open)
    assert told[0] is None
    assert [len(e.beats) for e in told[1:]] == [1, 2, 3, 4, 5]
    assert [e.kind for e in told[1:4]] == [Kind.PREMATURE, Kind.PREMATURE_PAIR, Kind.PREMATURE_RUN]
    assert len({e.start for e in told[1:]}) == 1


def test_an_ectopic_and_a_premature_beat_are_two_alerts():
    told = run(beats([0, 2, 0, 2, 0], premature=[0, 0, 0.3, 0, 0]))
    assert [e.kind for e in told] == [Kind.ECTOPIC, Kind.PREMATURE, Kind.ECTOPIC]


@given(
    scores=st.lists(st.sampled_from([0.0, 2.0]), min_size=12, max_size=12),
    above=st.lists(st.sampled_from([0.0, 1.2]), min_size=12, max_size=12),
    cuts=st.lists(st.integers(1000, 6000), max_size=20),
)
def test_rows_of_either_do_not_depend_on_the_cuts(scores, above, cuts):
    found = beats(scores, from_above=above)
    assert run(found, cuts) == run(found)


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_shape_is_called_usual_only_where_no_verdict_on_it_fails(verdict):
    (event,) = run(beats([0, 0, 0], premature=[0, 0.3, 0], **{verdict: 1.0}))
    assert event.why() == "its shape alone raises no alert; premature by 30 %"
    (event,) = run(beats([0, 0, 0], premature=[0, 0.3, 0], **{verdict: 0.99}))
    assert event.why() == "its shape is usual; premature by 30 %"


def test_before_the_template_is_known_no_shape_is_called_usual():
    early = {"premature": [0, 0.3, 0], "template": np.nan}
    (event,) = run(beats([0, 0, 0], **early))
    assert event.why() == "the patient's usual shape is not known yet; premature by 30 %"
    (event,) = run(beats([0, 0, 0], forecast=1.5, **early))
    assert event.why() == (
        "its shape alone raises no alert and the patient's usual shape is not known yet; premature by 30 %"
    )


@given(cuts=st.lists(st.integers(1000, 12_000), max_size=20))
def test_where_the_rhythm_is_irregular_a_premature_beat_is_no_news(cuts):
    found = beats(np.zeros(30), premature=np.tile([0.3, 0.0], 15))
    first, last = found.index[6] + DELAY, found.index[20] + DELAY
    irregular = State(StateKind.IRREGULAR, 2000, 6000, int(first), int(last))
    told = [event.peak for event in run(found, cuts, states=[irregular])]
    assert told == [at for at in found.index[::2] if not first <= at + DELAY < last]


def test_a_beat_from_above_is_premature_and_not_ectopic():
    (event,) = run(beats([0, 1.4, 0], premature=[0, 0.3, 0], from_above=[0, 1.1, 0]))
    assert event.kind is Kind.PREMATURE
    assert event.scores == {Channel.PREMATURE: pytest.approx(1.1)}


def test_what_no_figure_of_the_interval_says_is_named_as_such():
    (event,) = run(beats([0, 0, 0], premature=[0, 0.05, 0], from_above=[0, 1.2, 0]))
    assert event.why() == "its shape is usual; its moment and what comes before it are not"


def test_a_beat_that_could_not_be_classified_raises_nothing():
    nothing = np.full(4, np.nan)
    assert run(beats(nothing, premature=nothing)) == []


@given(
    scores=st.lists(st.floats(0, 3, width=32), min_size=1, max_size=20),
    rr=st.sampled_from([120, 300, 900]),
    cuts=st.lists(st.integers(1000, 20_000), max_size=40),
)
def test_alerts_do_not_depend_on_the_cuts(scores, rr, cuts):
    found = beats(scores, rr=rr)
    assert run(found, cuts) == run(found)


def test_a_pause_is_an_alert_of_its_own_by_its_length():
    nan = np.nan
    (event,) = run(beats([0, 0, 0, 0], premature=[0, -0.7, -1.6, 0], pause=[nan, 1.9, 3.7, nan]))
    assert event.kind is Kind.PAUSE
    assert event.title() == "Pause of 3.7 s"
    assert event.why() == "no beat for 3.7 s, 2.6 times the usual interval"
    assert (event.start, event.end) == (max(0, 1600 - round(3.7 * FS)), 1600)


def test_a_pause_that_an_ectopic_beat_ends_is_told_in_its_alert_alone():
    (event,) = run(beats([0, 2, 0], premature=[0, -1.6, 0], pause=[np.nan, 2.1, np.nan], template=2.0))
    assert event.kind is Kind.ECTOPIC
    assert event.why().endswith("after a pause of 2.1 s")


def test_after_a_long_interval_only_a_real_pause_is_told():
    nan = np.nan
    (paused,) = run(beats([0, 2, 0], premature=[0, -1.6, 0], pause=[nan, 2.1, nan], template=2.0))
    assert paused.why() == "its shape is unlike the patient's usual beat; after a pause of 2.1 s"
    assert paused.pause_s == pytest.approx(2.1)
    (missed,) = run(beats([0, 2, 0], premature=[0, nan, 0], template=2.0))
    assert missed.why() == "its shape is unlike the patient's usual beat", (
        "beats may have been missed before it"
    )
    assert missed.pause_s is None


def test_a_beat_of_unknown_shape_is_not_premature():
    assert run(beats([0, np.nan, 0], premature=[0, 0.4, 0])) == []


def fault(start, end, known, over):
    return Fault(FaultKind.FLAT, start, end, known, over, 0.0)


@given(cuts=st.lists(st.integers(1000, 8000), max_size=20))
def test_beats_at_a_fault_are_withheld_however_the_stream_is_cut(cuts):
    found = beats([0, 2, 0, 2, 0, 0, 2, 0], premature=[0, 0, 0.4, 0, 0, 0.4, 0, 0])
    whole = fault(1450, 2500, 1700, 2550)
    watch, events, at = BeatWatch(FS), [], 0
    for first, now in pairwise([0, *sorted(cuts), 40_000]):
        until = int(np.searchsorted(found.emitted, now))
        there = (whole,) if first <= whole.over < now else ()
        if whole.known < now <= whole.over:
            there = (replace(whole, end=now - 1, over=None),)
        part = block(take(found, slice(at, until)), now)
        events += watch.push(replace(part, samples=np.sin(np.arange(first, now)), faults=there))
        at = max(at, until)
    told = [(e.kind, e.peak) for e in events + watch.finish()]
    assert told == [(Kind.ECTOPIC, 2800)], "the first was still open when the fault became known"


def test_the_step_to_a_still_line_is_held_back_until_it_is_known_what_it_was():
    x = np.where(np.arange(4000) < 1300, 0.0, 1.0)
    x[3500:] += 0.3
    found, watch = beats([0, 2]), BeatWatch(FS)
    watch.start_at(0)
    until = 1300 + DELAY + 750
    assert watch.push(Block(x[:until], until, {}, found, THRESHOLDS)) == []
    assert watch.open is None
    (event,) = watch.push(Block(x[until:], 4000, {}, BeatScores.none(), THRESHOLDS))
    assert (event.peak, event.emitted) == (1300, 1300 + round(5.4 * FS)), "it was none; it is told"
