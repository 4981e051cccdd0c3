"""Words of mathematics are explained where they stand."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip

from monitor.ui.lab.formulas.terms import TERMS, explained
from monitor.ui.lab.registry import pane_spec


def test_a_word_is_known_in_a_sentence_and_not_within_another_word():
    assert explained("AUROC 0.93, and 12.1 nats").count("\n") == 1
    assert explained("1文字あたり152 nat").startswith("Nats count")
    assert explained("−ELBO") == explained("ELBO")
    assert explained("a natural, unkind KLM") == ""


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.name)
def test_each_is_one_line_and_leads_to_a_pane_that_there_is(term):
    assert "\n" not in term.means
    assert term.means.endswith(".")
    assert pane_spec(term.pane)
    assert term.means in explained(term.name)


def test_who_rests_the_mouse_on_such_a_word_is_told_what_it_means(qtbot, open_pane):
    shown = open_pane("anomaly")
    for fold in shown._folds:
        fold.button.setChecked(True)
    (label,) = (one for one in shown.findChildren(QLabel) if one.text() == "AUROC of this score")
    at = label.rect().center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, label.mapToGlobal(at))
    QApplication.sendEvent(label, event)
    assert QToolTip.text() == explained("AUROC")
    QToolTip.hideText()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(1, 1), shown.mapToGlobal(QPoint(1, 1)))
    assert not shown.event(event) or not event.isAccepted()


def test_the_list_leads_to_where_each_is_seen(lab, open_pane):
    shown = open_pane("glossary")
    texts = {label.text() for label in shown.findChildren(QLabel)}
    assert {term.means for term in TERMS} <= texts
    (there,) = (one for one in shown.findChildren(QPushButton) if one.text() == pane_spec("race").text)
    there.click()
    assert lab.pills.pane == "race"
