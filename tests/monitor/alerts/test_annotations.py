"""Annotation files are read by WFDB's own reader, to the sample, also on a real record and on an excerpt."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assets.records.annotation_writer import wfdb_name
from assets.records.demo import DEMO_START
from assets.records.open import open_record
from assets.sources.open import open_source
from assets.sources.source import Lead, SourceInfo
from models.alerts.analyzer import Analyzer
from models.alerts.kinds import Kind
from models.pipeline import ScoreStream
from monitor.alerts.annotations import alerts_file, beats_file, write_alerts, write_beat_labels
from monitor.alerts.export import ExportError
from tests.alerts import an_alert
from tests.beats import make_beats

INFO = SourceInfo("208", "mitdb/208", 360.0, (Lead("MLII"), Lead("V1")))
ALERTS = [an_alert(Kind.ECTOPIC, start) for start in (380, 910, 499_970)]


def read(path):
    import wfdb

    return wfdb.rdann(str(path.with_suffix("")), path.suffix[1:])


def test_alerts_are_read_back_in_order_with_their_reasons(tmp_path):
    path = write_alerts(tmp_path, ALERTS[::-1], INFO, lead=1)
    assert path == tmp_path / "208.alerts"
    back = read(path)
    assert back.sample.tolist() == [420, 950, 500_010]
    assert back.fs == 360
    assert back.aux_note[0].rstrip("\0").startswith("Ectopic beat? 0.39 s ectopy 2.0")
    assert set(back.symbol) == {'"'}
    assert set(back.chan) == {1}
    assert [p.name for p in tmp_path.iterdir()] == ["208.alerts"]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_exported_with_its_symbol(tmp_path, kind):
    back = read(write_alerts(tmp_path, [an_alert(kind)], INFO, lead=0))
    assert back.symbol == [kind.symbol]
    assert back.aux_note[0].rstrip("\0").startswith(f"{kind.title} 0.39 s")


def test_each_alert_stands_in_its_own_lead(tmp_path):
    events = [replace(ALERTS[0], lead="V1"), replace(ALERTS[1], lead="MLII")]
    assert read(write_alerts(tmp_path, events, INFO, lead=0)).chan.tolist() == [1, 0]


def test_every_beat_is_read_back_with_its_class(tmp_path):
    beats = make_beats([100, 400, 700, 650_000], score=[0.2, 1.4, np.nan, 0.1])
    events = [
        an_alert(Kind.ECTOPIC, beats=(400,), lead="V1"),
        an_alert(Kind.PREMATURE, beats=(100,), lead="MLII"),
    ]
    path = write_beat_labels(tmp_path, beats, events, INFO, lead=1)
    assert path == tmp_path / "208.ecgm"
    back = read(path)
    assert back.sample.tolist() == [100, 400, 700, 650_000]
    assert back.symbol == ["N", "V", "Q", "N"], "the other lead's alert says nothing of this one's beats"
    assert set(back.chan) == {1}


def analysed(source, seconds):
    info = source.info
    analyzer = Analyzer(
        info.fs,
        ScoreStream.shipped(info.fs),
        source=info.identity,
        offset=info.offset,
        lead=info.leads[0].name,
    )
    analysis = analyzer.push(source.read(round(seconds * info.fs)).samples[:, 0])
    return analysis.beats, [*analysis.events, *analyzer.finish()]


def test_beats_of_a_real_record_agree_with_its_own_annotations(tmp_path, data_dir):
    source = open_source("119", data_dir=data_dir)
    beats, events = analysed(source, 120)
    back = read(write_beat_labels(tmp_path, beats, events, source.info, 0))
    assert back.sample.tolist() == beats.index.tolist()
    truth = open_record("119", data_dir=data_dir).annotations
    true = {int(s): symbol for s, symbol in zip(truth.sample, truth.symbol, strict=True) if symbol in "NV"}
    found = [s for s in back.sample[60:].tolist() if min(abs(s - t) for t in true) <= 0.15 * 360]
    assert len(found) == len(back.sample[60:])
    agree = [
        symbol == true[min(true, key=lambda t: abs(t - s))]
        for s, symbol in zip(back.sample.tolist(), back.symbol, strict=True)
    ]
    assert np.mean(agree[60:]) > 0.95
    assert back.symbol.count("V") > 10


def test_beats_of_the_demo_lie_on_the_whole_record_s_beats(tmp_path, data_dir):
    source = open_source("demo")
    beats, events = analysed(source, 60)
    whole = open_record("208", data_dir=data_dir).annotations
    for path in (
        write_beat_labels(tmp_path, beats, events, source.info, 0),
        write_alerts(tmp_path, [e for e in events if e.beats], source.info, 0),
    ):
        sample = read(path).sample
        assert sample[0] >= DEMO_START
        near = np.abs(whole.sample[None, :] - sample[:, None]).min(axis=1)
        assert (near <= 0.15 * 360).mean() > 0.97
    labels = read(beats_file(tmp_path, source.info))
    assert (labels.sample - DEMO_START).tolist() == beats.index.tolist()


def test_records_that_wfdb_would_call_alike_have_names_of_their_own():
    assert wfdb_name("208") == "208"
    names = [wfdb_name(name) for name in ("a b", "a_b", "a.b", "", " ", "é")]
    assert len(set(names)) == len(names)
    assert names[0].startswith("a_b-")
    assert all(name.isascii() and " " not in name and name for name in names)
    one, two = (alerts_file(Path("x"), replace(INFO, name=name)) for name in ("a b", "a_b"))
    assert one != two


def test_nothing_to_export_and_nowhere_to_write_are_said_in_a_sentence(tmp_path):
    with pytest.raises(ExportError, match="no alerts"):
        write_alerts(tmp_path, [], INFO, lead=0)
    with pytest.raises(ExportError, match="no beats"):
        write_beat_labels(tmp_path, make_beats([5]).none(), [], INFO, lead=0)
    for write in (
        lambda: write_alerts(tmp_path / "no", ALERTS, INFO, lead=0),
        lambda: write_beat_labels(tmp_path / "no", make_beats([5]), [], INFO, lead=0),
    ):
        with pytest.raises(ExportError, match="could not be written"):
            write()
