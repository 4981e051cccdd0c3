"""Beds together: each is analysed as it is alone, and none disturbs the others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
import wfdb

from assets.errors import RecordError
from assets.sources.record import RecordSource
from assets.sources.source import Source
from models.alarms.conditions import Condition
from models.alarms.limits import PROFILES
from models.alarms.watch import AlarmWatch
from models.alerts.analyzer import Analyzer
from models.alerts.kinds import Priority
from models.leads.stream import shipped_stream
from models.patients.source import open_patient
from models.scenario.conducted import Disturbed
from models.scenario.opening import source_of
from models.scenario.text.reading import read_scenario
from monitor.alarms.chains import covered_by
from monitor.alarms.lifecycle import State
from monitor.alarms.setup import AlarmSetUp
from monitor.bedside.ward.pace import NoWaiting
from monitor.bedside.ward.ward import MOST_BEDS, Ward, by_priority
from tests.monitor.bedside.ward.conftest import ByHand, Stretch

Opener = Callable[[str], Source]


def opener(**sources: Source) -> Opener:
    def open_one(name: str) -> Source:
        if name not in sources:
            raise RecordError(f"There is no {name}.")
        return sources[name]

    return open_one


def ran(ward: Ward, store, sources: Opener, seconds: float | None = None) -> Ward:
    ward.open(sources)
    ward.begin(store.ward)
    while ward.step(seconds):
        pass
    return ward


@pytest.mark.slow
def test_each_bed_is_analysed_as_its_source_is_alone_and_no_sample_is_lost(store) -> None:
    patient = "sinus?rate=150&leads=3&seed=3"
    sources = {"one": Stretch(24), "two": open_patient(patient), "three": Stretch(24, 60)}
    again = (Stretch(24), open_patient(patient), Stretch(24, 60))
    ward = ran(Ward(list(sources), NoWaiting(), keep=None, kept_s=5), store, opener(**sources), 24)
    for bed, source in zip(ward.beds, again, strict=True):
        info = source.info
        names = [lead for lead in info.lead_names if lead in ("MLII", "II", "I", "III")]
        alone = Analyzer(
            info.fs,
            shipped_stream(info.fs, len(names)),
            source=info.identity,
            lead=names[0],
            together=names if len(names) > 1 else (),
        )
        watch = AlarmWatch(info.fs, names, source=info.identity)
        samples = source.read(int(24 * info.fs)).samples[:, : len(names)]
        analysis = alone.push(samples if len(names) > 1 else samples[:, 0])
        news = watch.push(analysis).news
        assert bed.said.analysed == len(samples)
        assert bed.beats == len(analysis.beats) > 20
        assert [(e.kind, e.start, e.emitted) for e in bed.events] == [
            (e.kind, e.start, e.emitted) for e in analysis.events
        ]
        assert list(bed.alarms) == [alarm for alarm in news if not alarm.goes_on]
        assert bed.going_on == watch.going_on
        assert bed.said.rhythm is not None
        assert bed.said.rhythm.rate_bpm == analysis.rhythm.rate_bpm
        going_on = [a.condition for a in watch.going_on if a.priority is not Priority.ADVISORY]
        covered = covered_by(going_on)
        assert {item.alarm.condition for item in bed.said.alarms if item.alarm.goes_on} == (
            set(going_on) - covered
        )
    assert [sources[name].given for name in ("one", "three")] == [24 * 360, 24 * 360]


def test_beds_that_end_break_or_cannot_be_opened_leave_the_others_alone(store) -> None:
    sources = {"whole": Stretch(None), "short": Stretch(3.05), "broken": Stretch(None, breaks_s=2)}
    asked = ["whole", "short", "nothing", "broken"]
    ward = ran(Ward(asked, NoWaiting()), store, opener(**sources), 6)
    whole, short, nothing, broken = ward.beds
    assert whole.said.analysed == 6 * 360
    assert whole.failure == ""
    assert short.said.analysed == int(3.05 * 360)
    assert short.ended
    assert short.failure == ""
    assert nothing.info is None
    assert nothing.failure == "There is no nothing."
    assert broken.failure == "stretch gives nothing any more: the cable is out."
    assert 1.5 * 360 < broken.said.analysed <= 2.2 * 360
    ward.close()
    assert all(source.closed for source in sources.values())


def test_a_source_of_a_rate_that_cannot_be_analysed_is_a_bed_with_the_reason(store) -> None:
    ward = ran(
        Ward(["slow", "usual"], NoWaiting()), store, opener(slow=Stretch(None, fs=50), usual=Stretch(1))
    )
    slow, usual = ward.beds
    assert slow.failure.startswith("slow cannot be analysed: fs must lie between 100")
    assert usual.said.analysed == 360


def test_the_lag_is_a_step_where_the_analysis_takes_no_time(store) -> None:
    ward = ran(Ward(["one"], ByHand(), hop_s=0.2), store, opener(one=Stretch(4)))
    assert 0.2 <= (ward.lags.quantile(0.99) or 0) <= 0.21
    assert ward.time_s == pytest.approx(4, abs=0.3)
    assert ward.lag_s == 0


def test_a_slow_analysis_takes_larger_steps_and_misses_nothing(store) -> None:
    pace, source = ByHand(), Stretch(8)
    ward = Ward(["one"], pace)
    ward.open(opener(one=source))
    ward.begin(store.ward)
    steps = 0
    while ward.step():
        pace.wait(0.9)  # what a step costs
        steps += 1
    assert steps < 12
    assert ward.beds[0].said.analysed == source.given == 8 * 360
    assert (ward.lags.quantile(0.99) or 0) > 0.85


def test_alarms_are_acknowledged_and_beds_put_in_order(store) -> None:
    sources = {"calm": open_patient("sinus"), "fast": open_patient("sinus?rate=150")}
    ward = ran(Ward(list(sources), NoWaiting(), kept_s=5), store, opener(**sources), 12)
    calm, fast = ward.beds
    assert fast.priority is not None
    assert calm.priority is None
    assert fast.said.last is not None
    assert ward.counts()[fast.priority] == 1
    assert by_priority(ward.beds) == [fast, calm]
    done = fast.acknowledge("the nurse")
    assert done
    assert {item.state for item in fast.said.alarms} == {State.ACKNOWLEDGED}
    assert fast.acknowledge() == ()


@pytest.mark.slow
def test_limits_are_changed_and_alarms_turned_off_while_the_streams_run(store) -> None:
    ward = Ward(["fast"], NoWaiting(), kept_s=5)
    ward.open(lambda name: open_patient("sinus?rate=130"))
    ward.begin(store.ward)
    bed = ward.beds[0]

    def conditions() -> set[Condition]:
        return {item.alarm.condition for item in bed.said.alarms}

    while ward.step() and bed.said.analysed < 8 * 250:
        pass
    assert conditions() == {Condition.RATE_HIGH}
    usual = AlarmSetUp()
    ward.change_alarms(AlarmSetUp(usual.limits, frozenset({Condition.RATE_HIGH})))
    ward.step()
    assert not conditions()
    ward.change_alarms(usual)
    ward.step()
    assert conditions() == {Condition.RATE_HIGH}
    ward.change_alarms(AlarmSetUp(PROFILES["neonate"]))
    while ward.step() and bed.said.analysed < 60 * 250:
        pass
    assert Condition.RATE_HIGH not in conditions(), "a newborn's heart beats as fast"
    ward.close()


def test_an_order_that_cannot_be_carried_out_is_told_and_the_ward_goes_on(store) -> None:
    def broken() -> None:
        raise OSError("no room for bed 1")

    ward = Ward(["one", "two"], NoWaiting())
    ward.open(opener(one=Stretch(6), two=Stretch(6)))
    ward.begin(store.ward)
    ward.order(broken)
    while ward.step():
        pass
    ward.close()
    assert ward.take_troubles() == ("no room for bed 1",)
    assert ward.take_troubles() == ()
    assert [bed.said.analysed for bed in ward.beds] == [6 * 360, 6 * 360]


def test_orders_are_carried_out_between_steps_and_a_bed_is_recorded(store, tmp_path) -> None:
    ward = Ward(["one", "two"], NoWaiting())
    ward.open(opener(one=Stretch(6), two=Stretch(6)))
    ward.begin(store.ward)
    bed = ward.beds[0]
    ward.order(partial(bed.record, tmp_path))
    while ward.step():
        pass
    ward.close()
    (header,) = tmp_path.glob("*.hea")
    assert header.name.startswith("bed1-stretch")
    from assets.records.open import open_record

    record = open_record(str(header))
    assert record.n_samples == 6 * 360
    assert isinstance(RecordSource(record), Source)
    assert bed.recording is not None
    assert (bed.recording.written, bed.recording.lost) == (6 * 360, 0)


def test_what_is_recorded_of_a_bed_names_the_artefacts_in_it(store, tmp_path) -> None:
    pace, source = ByHand(), Disturbed(Stretch(16))
    ward = Ward(["one"], pace)
    ward.open(lambda name: source)
    ward.begin(store.ward)
    ward.order(partial(ward.beds[0].record, tmp_path))
    for second, change in ((4, partial(source.disturb, "off")), (8, partial(source.calm, "off")), (12, None)):
        while pace.now() < second:
            if not ward.step():
                pace.wait(0.1)
        if change is not None:
            change()
    ward.close()
    (header,) = tmp_path.glob("*.hea")
    notes = wfdb.rdann(str(header.with_suffix("")), "alm")
    told = [
        (at, words)
        for at, words in zip(notes.sample.tolist(), notes.aux_note, strict=True)
        if words.startswith(("artefact: ", "no more: "))
    ]
    (own,) = source.disturbances(0, 12 * 360)
    assert 3.5 * 360 < own.start < own.stop < 9 * 360
    assert told == [(own.start, "artefact: Lead off (MLII)"), (own.stop, "no more: Lead off")]


def test_a_ward_has_beds_but_not_any_number() -> None:
    with pytest.raises(ValueError, match="1 to 256 beds, not 0"):
        Ward([])
    with pytest.raises(ValueError, match="not 257"):
        Ward(["demo"] * (MOST_BEDS + 1))


@pytest.mark.slow
def test_a_scenario_in_a_bed_hears_the_bed_s_alarms(store) -> None:
    text = """title = "A pause"
    [[step]]
    name = "quiet"
    patient = "sinus"
    lasts_s = 12
    [[step]]
    name = "nothing"
    patient = "asystole"
    [[step.on]]
    alarm = "asystole"
    go = "back"
    [[step]]
    name = "back"
    patient = "sinus"
    lasts_s = 60
    """
    source = source_of(read_scenario(text, "pause.toml"))
    ran(Ward(["one"], NoWaiting(), keep=None, kept_s=5), store, opener(one=source), 30)
    assert next(one.why for one in source.happened if one.step == "back") == "alarm “Asystole”"
