"""Evidence in the window: dropped on a row, pasted, described, opened after a question, taken away."""

import datetime as dt

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.ui.clipping import clipped
from tests.ui.roster_hands import in_front
from ui.dialogs import evidence as shown
from ui.dialogs.evidence import EvidenceDialog
from ui.dialogs.evidence_form import EvidenceForm
from ui.dialogs.form import Question
from xcdesk.models import StoredChunk
from xcdesk.services import trash
from xcdesk.services.log import coverage, evidence
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.record.entries import NewItem

CONTROL = Qt.KeyboardModifier.ControlModifier
DAY = dt.date(2019, 3, 5)


@pytest.fixture
def item(desk):
    return coverage.log_item(desk.actor, NewItem(DAY, "许昌日报", "示例报道", tier="provincial"))


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "版面.png"
    path.write_bytes(b"\x89PNG")
    return path


@pytest.fixture
def dialog(qtbot, desk, item):
    made = EvidenceDialog(desk, (item, "示例报道"), None)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def save(qtbot, dialog, item, count: int) -> None:
    form = dialog.findChildren(EvidenceForm)[-1]
    assert clipped(form) == []
    form.source.setText("报社")
    form.save_button.click()
    qtbot.waitUntil(lambda: len(evidence.of_item(item)) == count)
    qtbot.waitUntil(lambda: not dialog.desk.runner.busy())


def test_a_file_is_attached_described_and_removed_by_keyboard(qtbot, dialog, desk, item, scan, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(scan)], ""))
    assert clipped(dialog) == []
    qtbot.keyClick(in_front(qtbot, dialog), Qt.Key.Key_N, CONTROL)
    save(qtbot, dialog, item, 1)
    (row,) = dialog.model.rows()
    assert (row.label, row.source, desk.undo.undo_name()) == ("版面.png", "报社", "附上 1 件")
    qtbot.keyClick(in_front(qtbot, dialog), Qt.Key.Key_F2)
    form = dialog.findChildren(EvidenceForm)[-1]
    form.name.setText("头版")
    form.save_button.click()
    assert dialog.model.rows()[0].label == "头版.png"
    qtbot.keyClick(in_front(qtbot, dialog), Qt.Key.Key_Delete)
    assert dialog.listing.is_empty()
    for _ in range(3):
        desk.undo.undo()
    assert evidence.of_item(item) == ()
    for _ in range(2):
        desk.undo.redo()
    assert [one.label for one in evidence.of_item(item)] == ["头版.png"]


def test_a_picture_is_pasted(qtbot, dialog, item):
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    QGuiApplication.clipboard().setImage(picture)
    qtbot.keyClick(in_front(qtbot, dialog), Qt.Key.Key_V, CONTROL)
    save(qtbot, dialog, item, 1)
    assert evidence.of_item(item)[0].kind == "picture"
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(in_front(qtbot, dialog), Qt.Key.Key_V, CONTROL)
    assert dialog.notice.isVisible()


def test_a_program_is_refused_in_the_list(qtbot, dialog, item, tmp_path):
    program = tmp_path / "证据.exe"
    program.write_bytes(b"MZ")
    dialog.attach([NewFile.at(program)])
    form = dialog.findChildren(EvidenceForm)[-1]
    form.save_button.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    said = " ".join(part.accessibleName() for part in dialog.notice.findChildren(QWidget))
    assert "不收" in said
    assert evidence.of_item(item) == ()


def test_a_copy_is_opened_after_a_question_and_a_damaged_file_never(qtbot, dialog, item, scan, monkeypatch):
    opened = []
    monkeypatch.setattr(shown, "show_file", opened.append)
    dialog.attach([NewFile.at(scan)])
    save(qtbot, dialog, item, 1)
    dialog.verbs.trigger("open")
    dialog.findChildren(Question)[-1].act_button.click()
    assert (opened[0].name, opened[0].read_bytes()) == ("版面.png", b"\x89PNG")
    StoredChunk.update(content=b"other").execute()
    dialog.verbs.trigger("open")
    dialog.findChildren(Question)[-1].act_button.click()
    assert len(opened) == 1
    assert dialog.notice.isVisible()


def test_files_are_dropped_on_the_row_of_a_report(qtbot, window, item, scan, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", DAY.isoformat())
    window.show_page("coverage")
    page = window.page()
    page.open(DAY)
    qtbot.waitUntil(lambda: page.log.model.rowCount() == 1)
    viewport = page.log.table.viewport()
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(scan))])
    place = QPointF(page.log.table.visualRect(page.log.model.index(0, 0)).center())
    copy = Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(viewport, QDragEnterEvent(place.toPoint(), copy, held, buttons, keys))
    event = QDropEvent(place, copy, held, buttons, keys)
    QApplication.sendEvent(viewport, event)
    dialog = window.findChild(EvidenceDialog)
    assert dialog.windowTitle() == "证据：示例报道"
    save(qtbot, dialog, item, 1)


def test_what_counts_without_evidence_is_shown_in_the_log(qtbot, window, item, scan, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-28")
    window.show_page("coverage")
    page = window.page()
    page.verbs.trigger("lacking")
    qtbot.waitUntil(lambda: page.log.model.rowCount() == 1)
    assert "1 篇" in page.log.scope.text()
    evidence.attach(window.desk.actor, item, [NewFile.at(scan)], evidence.Particulars())
    with qtbot.waitSignal(page.said):
        page.verbs.trigger("lacking")


def test_evidence_lies_in_the_trash_with_its_report(desk, item, scan):
    (made,) = evidence.attach(desk.actor, item, [NewFile.at(scan)], evidence.Particulars())
    evidence.remove(desk.actor, made)
    assert [row.title for row in trash.page(kind="evidence").rows] == ["版面.png"]
