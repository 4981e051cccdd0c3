"""The vital signs in the report."""

from __future__ import annotations

import pytest
from PySide6.QtPdf import QPdfDocument

import models
from models.vitals.figures import vital_figures
from models.vitals.signs import Sign
from monitor.ui.report.watched.document import write_report


@pytest.fixture(scope="module")
def account():
    return models.Watch("patient:sinus?vitals=yes&spo2=97&breaths=0", duration_s=110).run()


def words(path):
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    return "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))


def test_a_desaturation_is_in_the_report_with_its_lowest_figure(qapp, account, tmp_path):
    write_report(tmp_path / "r.pdf", account)
    told = {one.sign: one for one in vital_figures(account.vitals)}
    lowest = told[Sign.SPO2].lowest
    assert lowest < 85
    said = words(tmp_path / "r.pdf")
    assert "Vital signs" in said
    assert "SpO2 [%]" in said
    assert f"{lowest:.0f} at 01:" in said
    assert "ABP systolic [mmHg]" in said
    assert Sign.BREATHLESS in told
    assert Sign.BREATHLESS.title not in said, "a count that begins anew at each breath has no median"


def test_of_a_part_the_figures_of_the_part_stand(account):
    part = account.cut(0, 30)
    (told,) = [one for one in vital_figures(part.vitals) if one.sign is Sign.SPO2]
    assert told.lowest == 97


def test_without_a_vital_sign_there_is_no_table(qapp, tmp_path):
    write_report(tmp_path / "r.pdf", models.Watch("demo", duration_s=30).run())
    assert "Vital signs" not in words(tmp_path / "r.pdf")


def test_a_long_list_of_signals_hides_no_analysed_lead(qapp, tmp_path):
    account = models.Watch("patient:sinus?leads=12&vitals=yes&spo2=97&nibp=1&breaths=15", duration_s=12).run()
    write_report(tmp_path / "r.pdf", account)
    assert f"analysed: {account.lead}" in words(tmp_path / "r.pdf")
