"""The other series of the bulletins page: the daily brief, and issues that correct one another."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.clipping import clipped
from ui import translation
from ui.dialogs.register import RegisterDialog
from ui.widgets.empty_state import EmptyState
from xcdesk import office
from xcdesk.codes import Series
from xcdesk.services import approvals
from xcdesk.services.issuing import bulletins, numbering, pieces
from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem
from xcdesk.texts.documents import from_text

MONDAY = dt.date(2019, 3, 11)
TUESDAY = dt.date(2019, 3, 12)
WAIT_MS = 20_000


def put_out(clerk, leader, material):
    row = office.submit_material(clerk, material)
    approvals.agree(leader, material, seen_hash=row.text_hash)
    office.issue_material(clerk, material)


def links(page):
    return {one.text(): one for one in page.contents.findChildren(QPushButton) if "更正" in one.text()}


def foot(page):
    return "\n".join(one.text() for one in page.contents.findChildren(QLabel) if one.isVisible())


def test_the_brief_of_a_day_is_started_followed_and_numbered(qtbot, open_page, clerk, leader):
    coverage.log_items(clerk, [NewItem(TUESDAY, "许昌日报", "窗口延时"), NewItem(MONDAY, "许昌日报", "昨日")])
    page = open_page()
    page.series.choose(Series.DAILY)
    assert page.period.bounds() == (TUESDAY, TUESDAY)
    assert not page.tray.isVisible()
    page.verbs.trigger("new_issue")
    draft = page.hand().draft
    assert "窗口延时" in draft.text
    assert "昨日" not in draft.text
    qtbot.waitUntil(lambda: page.preview.view.drawn, timeout=WAIT_MS)
    assert "每日简报" in "".join(page.preview.view.document.getAllText(0).text().split())
    put_out(clerk, leader, draft.material)
    page.reload()
    assert "2019年第1期（总第1期）" in foot(page)
    page.period.back()
    page.verbs.trigger("new_issue")
    assert from_text(page.hand().draft.text).titles == ("2019年3月11日宣传报道情况",)
    assert numbering.next_numbers(Series.DAILY, TUESDAY).number == 2
    page.open(draft.id)
    assert (page.series.key, page.hand().draft.id) == (Series.DAILY, draft.id)


def test_the_days_of_a_bulletin_are_told_in_the_language_of_the_window(open_page, clerk, issue):
    translation.install("en")
    try:
        page = open_page()
        assert "11 March to 17 March" in foot(page)
        assert "年" not in foot(page)
    finally:
        translation.install("zh")


def test_a_circular_shows_no_piece_of_the_tray_that_is_out_of_sight(qtbot, open_page, three):
    page = open_page()
    page.tray.table.setFocus()
    qtbot.keyClick(page.tray.table, Qt.Key.Key_Down)
    assert page.editor.row.name == page.tray.row().name
    page.series.choose(Series.CIRCULAR)
    page.verbs.trigger("new_issue")
    assert page.contents.row() is not None
    assert page.editor.row == page.contents.row()
    page.series.choose(Series.DAILY)
    assert page.hand().draft is None
    assert page.editor.row is None


def test_an_issue_and_its_correction_lead_to_each_other(qtbot, open_page, clerk, leader, issue):
    put_out(clerk, leader, issue.material)
    made = office.correct_material(clerk, issue.material, reason="示例：数字有误")
    page = open_page()
    draft = bulletins.of_material(made.id)
    assert page.hand().draft.id == draft.id
    page.contents.tree.setFocus()
    assert page.contents.choose(next(row.key for row in pieces.in_bulletin(draft.id) if row.name == "甲"))
    page.editor.title.selectAll()
    qtbot.keyClicks(page.editor.title, "A2")
    assert page.editor.flush()
    assert "A2" in from_text(bulletins.get(draft.id).text).titles
    put_out(clerk, leader, made.id)
    page.reload()
    qtbot.mouseClick(links(page)["更正2019年第1期"], Qt.MouseButton.LeftButton)
    assert page.hand().draft.id == issue.id
    qtbot.mouseClick(links(page)["已由2019年第2期更正"], Qt.MouseButton.LeftButton)
    assert page.hand().draft.id == draft.id
    page.verbs.trigger("register")
    dialog = page.window().findChild(RegisterDialog)
    told = []
    for at in range(2):
        dialog.listing.table.select_row(at)
        told.append(dialog.note.text())
    notes, faces = zip(*(words.split("  ") for words in told), strict=True)
    assert sorted(notes) == ["已由2019年第2期更正", "更正2019年第1期"]
    assert all("排版字体：" in words and "自带仿宋" in words for words in faces)


def test_what_was_said_of_one_issue_is_not_said_of_the_next(qtbot, open_page, clerk, issue):
    coverage.log_items(clerk, [NewItem(TUESDAY, "许昌日报", "省里刊发", tier="provincial")])
    page = open_page()
    page.series.choose(Series.CIRCULAR)
    page.verbs.trigger("new_issue")
    page.reload()
    assert page.notice.isVisible()
    page.series.choose(Series.EXTRA)
    assert not page.notice.isVisible()


def test_nothing_of_the_series_is_cut_off_in_english(qtbot, make_window, monkeypatch):
    translation.install("en")
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-12")
    window = make_window()
    window.page().series.choose(Series.DAILY)
    qtbot.waitUntil(lambda: clipped(window) == [])


def test_a_page_without_candidates_or_issue_begins_with_its_way_in(open_page):
    page = open_page()
    page.focus_first()
    begun = page.window().focusWidget()
    assert isinstance(begun, QPushButton)
    assert begun in {way for empty in page.findChildren(EmptyState) for way in empty.ways_in}
