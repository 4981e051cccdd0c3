"""Files dropped on the window are opened; text files are asked about once."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from monitor.ui.records.dropping import choices_among, record_among


def drop(window, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (QDragEnterEvent(window.rect().center(), *how), QDropEvent(QPointF(20, 20), *how)):
        QApplication.sendEvent(window, event)
        assert event.isAccepted()


def test_a_header_goes_before_the_files_beside_it():
    assert record_among(["/a/r.dat", "/a/r.hea", "/a/r.atr"]) == "/a/r.hea"
    assert record_among(["/a/r.dat"]) == "/a/r.dat"
    assert record_among(["/a/r.pdf"]) == ""


def test_a_text_file_is_dropped_asked_about_opened_and_known_again(make_window, qtbot, tmp_path):
    window = make_window()
    for name in ("first", "second"):
        rows = "".join(f"{i % 90},{i}\n" for i in range(2000))
        (tmp_path / f"{name}.csv").write_text(f"ECG,sample\n{rows}")
    drop(window, tmp_path / "first.csv")
    qtbot.waitUntil(lambda: window.records.asking is not None)
    dialog = window.records.asking
    dialog.rate.setValue(250)
    dialog.unit.setCurrentIndex(dialog.unit.findData("uV"))
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.info is not None and window.session.info.name == "first")
    assert window.session.info.fs == 250
    drop(window, tmp_path / "second.csv")
    qtbot.waitUntil(lambda: window.session.info.name == "second")
    assert window.records.asking is None
    assert window.session.info.fs == 250
    assert window.records.recents.listed() == tuple(
        f"{tmp_path / name}.csv?rate=250&unit=uV" for name in ("second", "first")
    )
    window.records.read_otherwise()
    qtbot.waitUntil(lambda: window.records.asking is not None)
    assert window.records.asking.rate.value() == 250
    window.records.asking.reject()
    assert window.records.asking is None
    assert window.session.info.name == "second"


def test_what_is_no_record_is_said(make_window, tmp_path):
    window = make_window()
    drop(window, tmp_path / "report.pdf")
    assert window.messages.text.startswith("report.pdf is no record")


def test_of_several_records_and_of_a_folder_one_is_chosen(tmp_path):
    files = [str(tmp_path / name) for name in ("a.csv", "b.edf", "b.pdf")]
    assert choices_among(files[:1]) == []
    assert [path.name for path in choices_among(files)] == ["a.csv", "b.edf"]
    assert choices_among([str(tmp_path)]) == [tmp_path]
    assert choices_among(["/a/r.dat", "/a/r.hea", "/a/r.atr"]) == [], "files of one record"


def test_a_folder_that_is_dropped_offers_its_records(make_window, qtbot, tmp_path):
    window = make_window()
    (tmp_path / "night\n1").mkdir()
    rows = "".join(f"{i % 90}\n" for i in range(2000))
    (tmp_path / "night\n1" / "first.csv").write_text(f"sampling rate: 250 Hz\nunit: uV\nECG\n{rows}")
    (tmp_path / "LICENSE.txt").write_text("Do with it what you like.\n")
    (tmp_path / ".0123456789ab.part").mkdir()  # an export under way, or broken off
    (tmp_path / ".0123456789ab.part" / "half.csv").write_text(f"ECG\n{rows}")
    (tmp_path / "second.csv").write_text(f"ECG\n{rows}")
    drop(window, tmp_path)
    dialog = window.records.found
    qtbot.waitUntil(lambda: not dialog.looking and len(dialog.names) == 2)
    assert dialog.names == ["second.csv", "night␊1/first.csv"]
    dialog.search.setText("first")
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert window.records.found is None
    qtbot.waitUntil(lambda: window.session.info is not None and window.session.info.name == "first")


def test_several_files_that_are_dropped_are_offered_by_name(make_window, qtbot, tmp_path):
    window = make_window()
    drop(window, tmp_path / "a.csv", tmp_path / "b.edf")
    dialog = window.records.found
    qtbot.waitUntil(lambda: not dialog.looking and len(dialog.names) == 2)
    assert dialog.names == ["a.csv", "b.edf"]
    qtbot.keyClick(dialog.records, Qt.Key.Key_Down)
    assert dialog.records.currentIndex().data() == "b.edf"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.records.found is None


def test_an_empty_folder_is_said(make_window, qtbot, tmp_path):
    window = make_window()
    window.records.choose_among([tmp_path])
    dialog = window.records.found
    qtbot.waitUntil(lambda: "no record" in dialog.said.text())
    assert not dialog.open_button.isEnabled()
    dialog.reject()


def test_no_more_are_listed_than_can_be_looked_at(make_window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("monitor.ui.records.found.MOST", 3)
    for name in "abcde":
        (tmp_path / f"{name}.edf").touch()
    window = make_window()
    window.records.choose_among([tmp_path])
    dialog = window.records.found
    qtbot.waitUntil(lambda: "there are more" in dialog.said.text())
    assert len(dialog.names) == 3
    dialog.reject()


def test_a_tree_of_many_folders_does_not_keep_the_window_busy(make_window, qtbot, tmp_path):
    for i in range(300):
        (tmp_path / f"{i:03}").mkdir()
        if not i % 3:
            (tmp_path / f"{i:03}" / "r.edf").touch()
    window = make_window()
    window.records.choose_among([tmp_path])
    dialog = window.records.found
    made = []
    dialog._model.modelReset.connect(lambda: made.append(1))
    qtbot.waitUntil(lambda: dialog.said.text() == "100 records")
    assert len(dialog.names) == 100
    assert len(made) < 20
    dialog.reject()


def test_the_others_of_a_file_name_with_a_line_break_are_told_in_one_line(make_window, tmp_path, qtbot):
    window = make_window()
    drop(window, tmp_path / "re\nport.pdf")
    assert window.messages.text.startswith("re␊port.pdf is no record")
    rows = "".join(f"{i % 90}\n" for i in range(2000))
    (tmp_path / "fi\nrst.csv").write_text(f"sampling rate: 250 Hz\nunit: uV\nECG\n{rows}")
    drop(window, tmp_path / "fi\nrst.csv")
    qtbot.waitUntil(lambda: "fi␊rst" in window.windowTitle())
    assert "fi␊rst" in "".join(window.header._facts.shown_lines)
    assert "fi\nrst" not in window.header._facts.whole_tip + "\n".join(window.header._facts.shown_lines)
