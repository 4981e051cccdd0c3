"""Files dropped on the window are opened; text files are asked about once."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from monitor.ui.records.dropping import record_among


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
