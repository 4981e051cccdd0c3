"""A run without a window writes what it watched, of a record and of a source that keeps nothing alike."""

import os
import re

import edfio
import numpy as np
import pandas as pd
import pytest
import wfdb

from assets.records.demo import load_demo
from models.contract.marks import MarksError
from monitor.__main__ import main
from monitor.retraining.store import WeightsStore


@pytest.fixture(autouse=True)
def own(tmp_path_factory, monkeypatch):
    store = WeightsStore(tmp_path_factory.mktemp("own"))
    monkeypatch.setattr("monitor.headless.user_weights", lambda: store)
    monkeypatch.setattr("monitor.headless.user_marks", lambda: ())


def run(*args):
    return main(["--headless", "--json", os.devnull, *(str(a) for a in args)])


def test_all_formats_of_a_record_in_one_run(tmp_path, capsys):
    files = [tmp_path / f"d{ending}" for ending in (".edf", ".hea", ".csv")]
    assert run("demo", "--duration", 12, *(f"--export={file}" for file in files)) == 0
    x = load_demo().signals[: 12 * 360]
    np.testing.assert_array_equal(wfdb.rdrecord(str(tmp_path / "d")).p_signal.astype(np.float32), x)
    assert edfio.read_edf(files[0]).num_data_records == 12
    assert len(pd.read_csv(files[2])) == len(x)
    assert capsys.readouterr().err.count("written to") == 3


def test_a_patient_is_kept_while_it_is_watched(tmp_path):
    assert run("patient:sinus?seed=4", "--duration", 8, "--export", tmp_path / "p.hea") == 0
    record = wfdb.rdrecord(str(tmp_path / "p"))
    assert np.isfinite(record.p_signal).all()
    assert record.sig_len == 8 * record.fs
    assert len(wfdb.rdann(str(tmp_path / "p"), "atr").sample) >= 8, "the generator's own labels"


def test_what_cannot_be_written_is_said_before_anything_is_analysed(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("monitor.headless.open_any", lambda *_, **__: pytest.fail("opened"))
    assert run("demo", "--export", tmp_path / "x.mat") == 2
    assert run("demo", "--export", tmp_path / "no" / "x.edf") == 2
    assert run("demo", "--export", tmp_path / "x.csv", "--csv", tmp_path / "x.csv") == 2
    assert run("demo", "--export", tmp_path / "x.hea", "--export", tmp_path / "x.hea") == 2
    said = capsys.readouterr().err.splitlines()
    assert ["format" in said[0], "no folder" in said[1], "same file" in said[2], "same" in said[3]] == [
        True
    ] * 4


def test_marks_that_cannot_be_read_keep_nothing_from_being_written(tmp_path, capsys, monkeypatch):
    def refuse():
        raise MarksError("marks.json is broken.")

    monkeypatch.setattr("monitor.headless.user_marks", refuse)
    assert run("demo", "--duration", 5, "--export", tmp_path / "x.csv") == 0
    assert (tmp_path / "x.csv").is_file()
    assert "marks.json is broken. What is exported has no marks." in capsys.readouterr().err


def test_the_window_has_its_own_exports(capsys):
    assert main(["demo", "--export", "x.edf"]) == 2
    assert "--export goes with --headless" in capsys.readouterr().err


def test_a_report_needs_no_window(tmp_path, capsys, qapp):
    assert run("demo", "--duration", 12, "--report", tmp_path / "r.pdf", "--disclosure") == 0
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    assert "pages written to" in capsys.readouterr().err
    assert run("demo", "--report", tmp_path / "r.doc") == 2
    assert main(["--headless", "demo", "--disclosure"]) == 2
    assert "name a file with --report" in capsys.readouterr().err


def test_the_report_is_in_the_language_that_is_asked_for(tmp_path, capsys, qapp):
    from PySide6.QtCore import QLocale
    from PySide6.QtPdf import QPdfDocument

    from monitor.ui.kit.language import LANGUAGES, speak

    before = QLocale()
    file = tmp_path / "r.pdf"
    assert run("demo", "--duration", 90, "--speed", "max", "--report", file, "--language", "ja") == 0
    speak(LANGUAGES[0])
    QLocale.setDefault(before)
    assert "Report of 208 on" in capsys.readouterr().err, "the command line is in English"
    document = QPdfDocument()
    document.load(str(file))
    pages = [document.getAllText(i).text() for i in range(document.pageCount())]
    assert "報告書" in pages[0]
    assert "優先度" in "".join(pages)
    allowed = "SDNN|RMSSD|pNN|mitdb|MLII|ECG|Monitor|min|PVC|LF|HF|AF|Hz|mm|mV|ms"
    left = [
        word
        for page in pages
        for word in re.findall(r"[A-Za-z]{2,}", page)
        if not re.fullmatch(allowed, word)
    ]
    assert left == []
    assert run("demo", "--duration", 9, "--language", "ja") == 2
    assert "--language goes with the window, --screenshot or --report" in capsys.readouterr().err
