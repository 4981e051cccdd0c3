"""Compare with the reference: told on strips, list and overview, renewed as the stream goes on."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from assets.sources.record import RecordSource
from monitor.alerts.comparison import Verdict
from monitor.ui.kit.theme import DARK
from monitor.ui.live.judged.summary import NO_REFERENCE
from monitor.ui.strips.signs.verdicts import draw_sign
from tests.monitor.conftest import FS, EndlessSource, make_record


@pytest.fixture
def annotated():
    """Spikes, each fifth raises an alert; the second of these is annotated as N, and one other spike as V."""
    record = make_record(seconds=40)
    notes = record.annotations
    symbols = list(notes.symbol)
    assert symbols[4] == symbols[9] == "V"
    symbols[9], symbols[6] = "N", "V"
    return replace(record, annotations=replace(notes, symbol=tuple(symbols)))


def page(window):
    return window.pages.made["monitor"]


def told(window):
    return sorted((round(s / FS), v) for s, v in page(window).comparing.between(0, 100 * FS))


def test_alerts_and_missed_beats_are_told_as_the_stream_goes_on(make_window, play, annotated):
    window = make_window()
    window.put_on(RecordSource(annotated))
    comparing = page(window).comparing
    window.session.play()
    play(window, 13)
    assert told(window) == [], "off at first"
    assert all(strip._told is None for strip in page(window).board.strips.values())
    window.context.actions["toggle_compare"].trigger()
    assert told(window) == [(5, Verdict.HIT), (7, Verdict.MISSED), (10, Verdict.FALSE)]
    assert comparing.compared.tally.coverage["V"].beats == 2
    play(window, 6)
    assert comparing.renew(at_once=True) is None, "no other beat is missed"
    assert told(window)[-1] == (15, Verdict.HIT)
    page(window).refresh()
    assert page(window).alerts._summary.text().startswith("V: Se 66.7 %, +P 66.7 %")
    shown = {lead for lead, strip in page(window).board.strips.items() if strip._told is not None}
    assert shown == {window.session.lead}, "over the analysed lead alone"
    window.context.actions["toggle_compare"].trigger()
    assert told(window) == []
    assert page(window).alerts._summary.isHidden()


def test_the_list_says_it_in_words_and_in_shapes(make_window, play, annotated):
    window = make_window()
    window.put_on(RecordSource(annotated))
    window.context.actions["toggle_compare"].trigger()
    window.session.play()
    play(window, 13)
    page(window).refresh()
    model = page(window).alerts._model
    words = [model.words(model.line(row)) for row in range(model.rowCount())]
    assert any(line.endswith("false by the annotations") for line in words)
    assert any(line.endswith("true by the annotations") for line in words)
    play(window, 24)
    page(window).refresh()
    words = [model.words(model.line(row)) for row in range(model.rowCount())]
    assert any("of" in line and line.endswith("true by the annotations") for line in words), "groups, too"


def test_a_legend_names_the_signs_with_how_many_there_are(make_window, play, annotated):
    window = make_window()
    window.put_on(RecordSource(annotated))
    alerts = page(window).alerts
    assert alerts.legend.isHidden()
    window.context.actions["toggle_compare"].trigger()
    play(window, 19)
    page(window).comparing.renew(at_once=True)
    page(window).refresh()
    assert not alerts.legend.isHidden()
    assert alerts.legend.said == ["true 2", "false 1", "missed 1"]
    assert "false 1" in alerts.legend.accessibleName()
    assert "2 of 3 ventricular" in " ".join(alerts.legend.toolTip().split())
    assert alerts.legend.sizeHint().width() < alerts.width() - 20
    alerts.set_short(True)
    assert alerts._summary.text() == "V Se 66.7% +P 66.7%  S Se – +P –"
    window.context.actions["toggle_compare"].trigger()
    assert alerts.legend.isHidden()


def test_going_back_shows_what_was_said(make_window, play, annotated):
    window = make_window()
    window.put_on(RecordSource(annotated))
    window.context.actions["toggle_compare"].trigger()
    window.session.play()
    play(window, 20)
    page(window).comparing.renew(at_once=True)
    before = told(window)
    window.session.seek(3 * FS)
    play(window, 1)
    page(window).comparing.renew(at_once=True)
    assert told(window) == before
    assert (7, Verdict.MISSED) in before


def test_without_annotations_a_sentence_says_so(make_window, play):
    window = make_window()
    window.put_on(RecordSource(make_record(annotations=False)))
    window.context.actions["toggle_compare"].trigger()
    window.session.play()
    play(window, 8)
    page(window).refresh()
    assert page(window).alerts._summary.text() == NO_REFERENCE
    assert told(window) == []
    said = [message.text for message in window.context.messages.said]
    assert "made has no reference annotations to compare with." in said


def test_a_stream_without_an_end_is_compared_as_far_as_it_has_come(make_window, play):
    window = make_window()
    window.put_on(EndlessSource())
    window.context.actions["toggle_compare"].trigger()
    window.session.play()
    play(window, 12)
    page(window).comparing.renew(at_once=True)
    assert (4, Verdict.HIT) in told(window)
    assert page(window).comparing.compared.tally.minutes == pytest.approx(12 / 60, abs=0.02)


def test_another_record_is_compared_with_its_own_annotations(make_window, play, annotated):
    window = make_window()
    window.put_on(RecordSource(annotated))
    window.context.actions["toggle_compare"].trigger()
    window.session.play()
    play(window, 13)
    window.put_on(RecordSource(make_record(name="other")))
    assert told(window) == []
    window.session.play()
    play(window, 13)
    page(window).comparing.renew(at_once=True)
    assert told(window) == [(5, Verdict.HIT), (10, Verdict.HIT)]


def test_the_choice_is_kept(make_window, annotated):
    window = make_window()
    window.put_on(RecordSource(annotated))
    window.context.actions["toggle_compare"].trigger()
    window.close()
    again = make_window()
    again.put_on(RecordSource(annotated))
    assert again.context.actions["toggle_compare"].isChecked()
    assert page(again).comparing.on
    assert page(again).board.strips[0]._told is not None


def test_signs_differ_by_shape():
    pictures = []
    for verdict in Verdict:
        image = QImage(22, 22, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        draw_sign(painter, DARK, verdict, 11, 11, 20)
        painter.end()
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(22, image.bytesPerLine())[:, :22]
        pictures.append(rows > 128)
    differences = [np.count_nonzero(a ^ b) for i, a in enumerate(pictures) for b in pictures[:i]]
    assert min(differences) > 20, "of 484 pixels"
