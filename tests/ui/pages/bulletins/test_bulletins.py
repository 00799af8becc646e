"""The bulletins page as a clerk uses it: contributions in, the issue laid out, its pages seen and written."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.clipping import clipped
from tests.ui.pages.bulletins.hands import WAIT_MS, click, key, named, see, wait_for_page, words
from ui import translation
from ui.dialogs.contribution import ContributionForm
from ui.dialogs.large_text import LargeText
from ui.dialogs.material_forms import SubmitForm
from ui.dialogs.section_name import SectionForm
from ui.theme import theme
from ui.theme.theme import Choice
from xcdesk.codes import ContributionState, MaterialState, PieceKind, Series
from xcdesk.errors import StaleRowError
from xcdesk.services import approvals
from xcdesk.services.issuing import bulletins, pieces, tray
from xcdesk.services.issuing.pieces import Piece
from xcdesk.services.issuing.tray import PieceText
from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution
from xcdesk.texts.documents import from_text

MONDAY = dt.date(2019, 3, 11)
TUESDAY = dt.date(2019, 3, 12)
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def receive(clerk, title, outlet="许昌日报", unit=""):
    return contributions.receive(
        clerk, NewContribution(MONDAY, title, "示例正文。", outlet="" if unit else outlet, unit=unit)
    )


class OwnDrop(QDropEvent):
    """A drop that comes from the view itself, as a drag by mouse makes it."""

    def __init__(self, place, action, data, buttons, modifiers, source):
        super().__init__(place, action, data, buttons, modifiers)
        self._source = source

    def source(self):
        """The view that the drag began in."""
        return self._source


def titles(page):
    return list(from_text(bulletins.get(page.hand().draft.id).text).titles)


def test_an_empty_week_offers_the_two_ways_in(qtbot, open_page):
    page = open_page()
    see(qtbot, page.tray, "还没有备选稿")
    click(qtbot, next(one for one in page.contents.findChildren(QPushButton) if one.text() == "新一期"))
    assert page.hand().draft.state == MaterialState.DRAFT
    see(qtbot, page.contents, "印发时取号")


def test_a_contribution_is_received_through_the_form(qtbot, open_page):
    page = open_page()
    page.verbs.trigger("receive")
    form = page.findChild(ContributionForm)
    form.source.setCurrentText("许昌晨报")
    qtbot.keyClicks(form.title, "Window hours")
    form.body.setPlainText("正文。")
    click(qtbot, form.save_button)
    assert [row.title for row in contributions.listed(TUESDAY, TUESDAY)] == ["Window hours"]
    assert page.tray.row().source == "许昌晨报"


def test_a_form_without_a_text_stays_open_and_says_so(qtbot, open_page):
    page = open_page()
    page.verbs.trigger("receive")
    form = page.findChild(ContributionForm)
    form.source.setCurrentText("许昌晨报")
    qtbot.keyClicks(form.title, "Window hours")
    click(qtbot, form.save_button)
    assert form.isVisible()
    see(qtbot, form, "标题和正文都要有")


def test_space_takes_a_contribution_in_and_out(qtbot, open_page, three):
    page = open_page()
    page.verbs.trigger("new_issue")
    page.tray.choose(key(three[0]))
    page.tray.table.setFocus()
    see(qtbot, page.tray, "许昌日报")
    qtbot.keyClick(page.tray.table, Qt.Key.Key_Space)
    assert titles(page) == ["甲"]
    assert page.tray.model.index(0, 2).data() == "本期"
    assert page.tray.row().id == three[0]
    assert "许昌日报" not in words(page.tray)
    qtbot.keyClick(page.tray.table, Qt.Key.Key_Space)
    assert titles(page) == []


def test_one_piece_is_in_hand_wherever_it_stands(qtbot, open_page, three):
    page = open_page()
    page.verbs.trigger("new_issue")
    figure = pieces.in_bulletin(page.hand().draft.id)[0]
    assert figure.kind == PieceKind.FIGURE
    page.tray.table.setFocus()
    page.tray.choose(key(three[0]))
    assert (page.editor.row.key, page.contents.row()) == (key(three[0]), None)
    page.verbs.trigger("include")
    wait_for_page(qtbot, page)
    here = [page.editor.row.key, page.contents.row().key, page.tray.row().key]
    assert here == [key(three[0])] * 3
    qtbot.waitUntil(lambda: len(page.preview.view.lit) == 1, timeout=WAIT_MS)
    page.contents.tree.setFocus()
    page.contents.choose(figure.key)
    assert (page.editor.row.key, page.contents.row().key, page.tray.row()) == (figure.key, figure.key, None)
    page.tray.table.setFocus()
    assert page.editor.row.key == page.contents.row().key == key(three[0])
    page.tray.choose(key(three[1]))
    assert (page.editor.row.key, page.contents.row(), page.preview.view.lit) == (key(three[1]), None, ())
    page.contents.tree.setFocus()
    assert page.editor.row.key == page.contents.row().key != key(three[1])
    assert page.tray.row() is None or page.tray.row().key == page.editor.row.key


def test_alt_and_the_arrows_move_a_piece(qtbot, open_page, issue, three):
    page = open_page()
    page.contents.choose(key(three[0]))
    page.contents.tree.setFocus()
    qtbot.keyClick(page.contents.tree, Qt.Key.Key_Down, ALT)
    assert titles(page) == ["乙", "甲", "丙"]
    qtbot.keyClick(page.contents.tree, Qt.Key.Key_Right, ALT)
    assert titles(page) == ["乙", "丙", "甲"]
    assert page.contents.row().id == three[0]
    qtbot.keyClick(page.contents.tree, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(page.contents.tree, Qt.Key.Key_Z, CTRL)
    assert titles(page) == ["甲", "乙", "丙"]


def test_what_was_taken_out_comes_back_by_undo(qtbot, open_page, desk, issue, three):
    page = open_page()
    page.contents.choose(key(three[1]))
    page.contents.tree.setFocus()
    qtbot.keyClick(page.contents.tree, Qt.Key.Key_Delete)
    assert titles(page) == ["甲", "丙"]
    assert desk.undo.undo_name() == "移出“乙”"
    desk.undo.undo()
    assert titles(page) == ["甲", "乙", "丙"]


def test_undo_leaves_alone_what_somebody_else_did_since(open_page, desk, leader, issue, three):
    page = open_page()
    page.contents.choose(key(three[0]))
    page.verbs.trigger("down")
    now = Piece(three[0], contributions.get(three[0]).version)
    tray.place(leader, issue.id, now, "群众意见办理")
    with pytest.raises(StaleRowError):
        desk.undo.undo()
    assert contributions.get(three[0]).section == "群众意见办理"


def test_a_piece_is_dragged_to_another_place(open_page, issue, three):
    page = open_page()
    tree = page.contents.tree
    page.contents.choose(key(three[0]))
    second = tree.model().index(1, 0, tree.model().index(0, 0))
    place = tree.visualRect(second).bottomLeft().toPointF()
    data = tree.model().mimeData([tree.currentIndex()])
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    page.contents.tree.dropEvent(OwnDrop(place, move, data, left, Qt.KeyboardModifier.NoModifier, tree))
    assert titles(page) == ["乙", "甲", "丙"]


def test_a_declined_contribution_is_put_back_by_the_same_verb(open_page, three):
    page = open_page()
    page.tray.choose(key(three[0]))
    page.verbs.trigger("decline")
    assert page.tray.row().state == ContributionState.DECLINED
    page.verbs.trigger("decline")
    assert page.tray.row().state == ContributionState.RECEIVED


def test_a_text_is_edited_where_it_stands_and_its_saves_are_one_act(qtbot, open_page, desk, issue, three):
    page = open_page()
    page.contents.choose(key(three[1]))
    page.contents.tree.setFocus()
    page.verbs.trigger("edit")
    assert QApplication.focusWidget() is page.editor.title
    qtbot.keyClicks(page.editor.title, "Hours")
    assert page.editor.flush()
    assert titles(page) == ["甲", "Hours", "丙"]
    assert page.contents.row().title == "Hours"
    qtbot.keyClicks(page.editor.title, " of the window")
    page.editor.author.setFocus()
    qtbot.keyClicks(page.editor.author, "Li")
    page.contents.tree.setFocus()
    assert "> 许昌日报　Li" in bulletins.get(issue.id).text
    assert titles(page) == ["甲", "Hours of the window", "丙"]
    assert desk.undo.done_names() == ("改“乙”",)
    desk.undo.undo()
    assert titles(page) == ["甲", "乙", "丙"]
    assert (page.editor.title.text(), page.editor.author.text()) == ("乙", "")
    desk.undo.redo()
    assert page.editor.title.text() == "Hours of the window"


def test_what_is_typed_stays_when_somebody_else_saved_meanwhile(qtbot, open_page, leader, issue, three):
    page = open_page()
    page.contents.choose(key(three[0]))
    page.editor.body.plain.setPlainText("我的正文。")
    other = PieceText("甲", "别人的正文。")
    tray.rewrite(leader, Piece(three[0], contributions.get(three[0]).version), other)
    assert not page.editor.flush()
    page.contents.choose(key(three[1]))
    assert page.editor.body.plain.toPlainText() == "我的正文。"
    see(qtbot, page.editor, "没有保存")
    click(qtbot, next(one for one in page.editor.findChildren(QPushButton) if one.text() == "保留我的"))
    assert contributions.get(three[0]).body == "我的正文。"


def test_sections_and_own_items_are_made_by_keyboard(qtbot, open_page, desk, issue, three):
    page = open_page()
    page.verbs.trigger("section_new")
    form = page.findChild(SectionForm)
    qtbot.keyClicks(form.name, "Orders")
    click(qtbot, form.save_button)
    assert page.contents.section() == "Orders"
    page.verbs.trigger("own_new")
    qtbot.keyClicks(page.editor.title, "Our item")
    page.contents.tree.setFocus()
    assert titles(page) == ["甲", "乙", "Our item", "丙"]
    page.contents.tree.choose_section("Orders")
    qtbot.keyClick(page.contents.tree, Qt.Key.Key_Up, ALT)
    assert titles(page) == ["Our item", "甲", "乙", "丙"]
    qtbot.keyClick(page.contents.tree, Qt.Key.Key_Delete)
    assert page.contents.tree.section() != "Orders"
    assert titles(page) == ["Our item", "甲", "乙", "丙"]
    while desk.undo.undo_name() is not None:
        desk.undo.undo()
    assert titles(page) == ["甲", "乙", "丙"]
    assert candidates_left(page) == []


def test_our_own_text_is_edited_in_plain_structure(qtbot, open_page, issue):
    page = open_page()
    page.verbs.trigger("own_new")
    body = page.editor.body
    qtbot.keyClicks(body.structured, "First line.")
    body.structured.insert_document(from_text("| a | b |\n| 1 | 2 |\n"))
    page.contents.tree.setFocus()
    blocks = from_text(bulletins.get(issue.id).text).blocks
    assert next(block.rows for block in blocks if block.rows) == (("a", "b"), ("1", "2"))
    page.verbs.trigger("large")
    large = page.findChild(LargeText)
    assert large.composer.text() == "First line.\n\n| a | b |\n| 1 | 2 |\n"
    large.composer.set_text("Another text.")
    click(qtbot, large.save_button)
    assert page.editor.body.text() == "Another text."


def candidates_left(page):
    return [row.name for row in page.tray.model.rows() if row.kind == PieceKind.OWN]


def test_a_note_and_a_table_are_put_in_and_what_to_look_at_leads_there(qtbot, open_page, issue, three):
    page = open_page()
    page.verbs.trigger("note_new")
    qtbot.keyClicks(page.editor.body.plain, "Please read.")
    page.contents.tree.setFocus()
    assert bulletins.get(issue.id).text.startswith("编者按：Please read.")
    page.verbs.trigger("own_new")
    page.contents.tree.setFocus()
    page.verbs.trigger("look")
    view = page.contents.remarks.view
    qtbot.waitUntil(lambda: view.model().rowCount() == 1, timeout=WAIT_MS)
    view.activated.emit(view.model().index(0, 0))
    assert QApplication.focusWidget() is page.editor.body.structured
    page.verbs.trigger("submit")
    assert any("还没有正文：新稿件" in one.text() for one in page.findChild(SubmitForm).findChildren(QLabel))


def test_under_review_the_verbs_are_grey_with_their_reason(open_page, issue):
    page = open_page()
    page.verbs.trigger("submit")
    form = page.findChild(SubmitForm)
    assert any("统计期到3月17日" in one.text() for one in form.findChildren(QLabel))
    form.save_button.click()
    assert page.hand().draft.open
    for box in form.points.values():
        box.setChecked(True)
    form.save_button.click()
    assert page.hand().draft.state == MaterialState.IN_REVIEW
    reasons = {one.text: one.reason for one in page.verbs.refused()}
    for verb in ("收入本期", "移出", "送审…", "上移"):
        assert "正在审签或已签发" in reasons[verb]
    assert "已有“内部参考（2019年第11周）”" in reasons["新一期"]


def test_the_missing_outlets_can_be_copied(qtbot, open_page, three):
    page = open_page()
    copy = next(one for one in page.tray.findChildren(QPushButton) if one.accessibleName() == "复制催报文字")
    click(qtbot, copy)
    assert QGuiApplication.clipboard().text().startswith("许昌日报、许昌晨报")


def test_a_filter_without_a_hit_offers_to_clear_it(qtbot, open_page, three):
    page = open_page()
    page.search.setText("没有这篇")
    see(qtbot, page.tray, "没有符合")
    click(qtbot, named(page, "清除筛选"))
    assert page.tray.model.rowCount() == 3


def test_a_circular_follows_the_log_only_when_told(qtbot, open_page, desk, clerk):
    page = open_page()
    page.series.choose(Series.CIRCULAR)
    page.verbs.trigger("new_issue")
    assert not page.tray.isVisible()
    coverage.log_items(clerk, [NewItem(MONDAY, "许昌日报", "一")])
    page.reload()
    see(qtbot, page, "文中数字与报道登记不一致")
    click(qtbot, named(page, "更新数字"))
    assert "报道1篇、1次" in bulletins.get(page.hand().draft.id).text
    assert "收入本期" in {one.text for one in page.verbs.refused()}


def test_a_text_edited_by_hand_is_told_and_can_be_rebuilt(qtbot, open_page, clerk, issue):
    before = bulletins.get(issue.id)
    approvals.edit(clerk, issue.material, approvals.TextChange(before.title, before.text + "\n手工一段。\n"))
    page = open_page()
    see(qtbot, page, "正文已手工改过")
    click(qtbot, named(page, "按目录重排"))
    assert "手工一段" not in bulletins.get(issue.id).text


def test_another_page_can_open_a_bulletin(open_page, clerk, issue):
    later = bulletins.draft(clerk, Series.CIRCULAR, dt.date(2019, 5, 2))
    page = open_page()
    page.open(later.id)
    assert (page.hand().series, page.hand().draft.id) == (Series.CIRCULAR, later.id)
    page.open(issue.id)
    assert page.hand().draft.id == issue.id
    assert page.tray.isVisible()


@pytest.mark.parametrize(("language", "series"), [("zh", Series.INTERNAL_REFERENCE), ("en", Series.CIRCULAR)])
def test_nothing_is_cut_off(qtbot, open_page, issue, language, series):
    translation.install(language)
    theme.current().apply(Choice.DARK)
    page = open_page()
    page.series.choose(series)
    if series == Series.INTERNAL_REFERENCE:
        wait_for_page(qtbot, page)
    qtbot.waitUntil(lambda: clipped(page.window()) == [])


def test_every_bulletin_in_the_making_is_one_click_away(qtbot, open_page, clerk, issue):
    extra = bulletins.draft(clerk, Series.EXTRA, MONDAY)
    page = open_page()
    assert page.contents.making.text() == "在编 2"
    shown = page.contents.making.menu().actions()
    next(one for one in shown if one.data() == extra.id).trigger()
    assert (page.series.key, page.hand().draft.id) == (Series.EXTRA, extra.id)
    assert page.tray.isVisible()
