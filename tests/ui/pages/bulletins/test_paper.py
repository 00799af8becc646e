"""The pages of a bulletin as they are shown, printed, written to files and found again in the register."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from tests.ui.pages.bulletins.hands import WAIT_MS, click, key, see, wait_for_page
from ui.dialogs.printout import PrintoutDialog
from ui.dialogs.register import RegisterDialog
from ui.printing import Order, send
from xcdesk import office
from xcdesk.codes import Series
from xcdesk.progress import Operation
from xcdesk.services import approvals
from xcdesk.services.issuing import bulletins, numbering
from xcdesk.services.targets import contributions


def test_the_page_shown_is_the_true_pdf_and_stays_until_the_next_is_there(qtbot, open_page, issue, three):
    page = open_page()
    wait_for_page(qtbot, page)
    first = page.preview.content
    assert first == office.proof_pdf(bulletins.get(issue.id)).pdf
    assert "第 1/" in page.preview.place.text()
    page.contents.choose(key(three[0]))
    page.verbs.trigger("remove")
    assert page.preview.view.drawn
    assert page.preview.content == first
    qtbot.waitUntil(lambda: page.preview.content != first, timeout=WAIT_MS)
    assert page.preview.content == office.proof_pdf(bulletins.get(issue.id)).pdf


def test_the_page_follows_the_piece_and_what_is_typed_into_it(qtbot, open_page, issue, three):
    page = open_page()
    wait_for_page(qtbot, page)
    page.contents.choose(key(three[2]))
    assert [each.page for each in page.preview.view.lit] == [1]
    page.editor.body.setFocus()
    typed, pages = page.editor.body.plain, page.preview.view.pages
    typed.selectAll()
    typed.insertPlainText("示例一行。\n" * 60)
    typed.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: page.preview.view.page > 2, timeout=WAIT_MS)
    assert contributions.get(three[2]).body == "示例正文。"
    typed.undo()
    qtbot.waitUntil(lambda: page.preview.view.pages == pages, timeout=WAIT_MS)
    typed.redo()
    page.contents.tree.setFocus()
    assert contributions.get(three[2]).body.count("示例一行。") == 60


def test_pages_are_turned_by_key_and_button_and_printed_whole(qtbot, open_page, tmp_path, issue):
    page = open_page()
    wait_for_page(qtbot, page)
    qtbot.keyClick(page.preview.view, Qt.Key.Key_PageDown)
    assert page.preview.view.page == 1
    click(qtbot, page.preview.back)
    assert page.preview.view.page == 0
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(96)
    send(page.preview.content, printer, Order(), Operation())
    printed = QPdfDocument()
    printed.load(str(tmp_path / "printed.pdf"))
    assert printed.pageCount() == page.preview.view.pages
    assert round(printed.pagePointSize(0).width()) == 595
    printed.close()


@pytest.fixture
def chosen_file(monkeypatch, tmp_path):
    """The file that the user names whenever a dialog asks where to save."""
    path = tmp_path / "chosen"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def test_files_are_written_where_the_user_says(qtbot, open_page, chosen_file, issue):
    page = open_page()
    with qtbot.waitSignal(page.said, timeout=WAIT_MS):
        page.verbs.trigger("docx")
    assert chosen_file.read_bytes().startswith(b"PK")


@pytest.fixture
def issued(clerk, leader, issue):
    """The week's issue after a leader has signed it and it went out."""
    row = bulletins.submit(clerk, issue.id)
    approvals.agree(leader, issue.material, seen_hash=row.text_hash)
    office.issue_material(clerk, issue.material)
    return issue


def test_the_register_saves_and_shows_what_went_out(qtbot, open_page, chosen_file, issued):
    page = open_page()
    page.verbs.trigger("register")
    dialog = page.window().findChild(RegisterDialog)
    assert dialog.model.index(0, 1).data() == "2019年第1期"
    assert "无缺号" in dialog.whole.text()
    dialog.filters.search.setText("没有这些字")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    assert {one.text for one in dialog.verbs.refused()} >= {"存为 PDF…", "打印目录…"}
    dialog.filters.search.setText("示例正文")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert "存为 Excel…" in {one.text for one in dialog.verbs.refused()}
    dialog.verbs.trigger("pdf")
    assert chosen_file.read_bytes() == numbering.content(issued.id, "pdf")
    dialog.verbs.trigger("again")
    pages = dialog.findChild(PrintoutDialog)
    assert pages.windowTitle() == "内部参考 2019年第1期"
    qtbot.waitUntil(lambda: pages.preview.drawn, timeout=WAIT_MS)
    pages.reject()
    page.series.choose(Series.CIRCULAR)
    dialog.verbs.trigger("open")
    assert page.hand().draft.id == issued.id
    see(qtbot, page.contents, "2019年第1期（总第1期）")


def test_a_file_in_use_offers_another_name(qtbot, open_page, chosen_file, issued, monkeypatch, tmp_path):
    page = open_page()
    chosen_file.mkdir()
    page.verbs.trigger("register")
    dialog = page.window().findChild(RegisterDialog)
    dialog.verbs.trigger("docx")
    other = next(one for one in dialog.findChildren(QPushButton) if one.text().startswith("另存为"))
    click(qtbot, other)
    written = [path for path in tmp_path.iterdir() if path.is_file() and path.name.startswith("chosen")]
    assert [path.read_bytes() for path in written] == [numbering.content(issued.id, "docx")]


def test_an_issue_opens_at_the_page_that_holds_the_words(qtbot, open_page, issued):
    page = open_page()
    page.open(("issue", issued.id, "刊播和来稿"))
    wait_for_page(qtbot, page)
    assert page.preview.view.page > 0
    held = page.preview.view.document.getAllText(page.preview.view.page).text()
    assert "刊播和来稿" in "".join(held.split())
    assert "与印出的一样" not in page.preview.place.text()
    assert any("已经印发" in part.text() for part in page.contents.remarks.findChildren(QLabel))
    page.preview.view.go_to(3)
    page.contents.choose(key(3))
    assert page.preview.view.page < 3
