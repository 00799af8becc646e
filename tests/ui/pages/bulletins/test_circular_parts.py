"""A circular put together in the window: parts moved, sentences written anew, more of the log added."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu

from tests.ui.clipping import clipped
from ui import translation
from xcdesk.codes import FigureTable, PieceKind, Series
from xcdesk.services.issuing import bulletins, pieces
from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem
from xcdesk.texts.documents import BlockKind, from_text

MONDAY = dt.date(2019, 3, 11)
WAIT_MS = 20_000
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(open_page, clerk):
    """The circular of March, just begun, the keyboard in its contents."""
    coverage.log_items(clerk, [NewItem(MONDAY, "许昌日报", "一", unit="禹州市")])
    made = open_page()
    made.series.choose(Series.CIRCULAR)
    made.verbs.trigger("new_issue")
    made.contents.tree.setFocus()
    return made


def choose(page, figure):
    row = next(row for row in pieces.in_bulletin(page.hand().draft.id) if row.figure == figure)
    assert page.contents.choose(row.key)
    return row


def heads(page):
    blocks = from_text(bulletins.get(page.hand().draft.id).text).blocks
    return [block.text for block in blocks if block.kind in {BlockKind.HEADING_1, BlockKind.CAPTION}]


def test_parts_are_moved_by_keys_taken_out_and_put_back(qtbot, page, desk):
    assert not page.tray.isVisible()
    assert not page.search.isVisible()
    row = choose(page, FigureTable.FORMS)
    qtbot.keyClick(page.contents.tree, Qt.Key.Key_Up, ALT)
    assert heads(page)[8:10] == ["表3　报道形式与层级（次）", "表4　各媒体单位刊播情况"]
    qtbot.keyClick(page.contents.tree, Qt.Key.Key_Left, ALT)
    assert page.contents.row().section == "市直部门和企业情况"
    qtbot.keyClick(page.contents.tree, Qt.Key.Key_Space)
    assert row.key not in {one.key for one in pieces.in_bulletin(page.hand().draft.id)}
    desk.undo.undo()
    assert row.key in {one.key for one in pieces.in_bulletin(page.hand().draft.id)}
    page.contents.tree.choose_section("说明")
    qtbot.keyClick(page.contents.tree, Qt.Key.Key_Up, ALT)
    assert [head for head in heads(page) if head.startswith("五、")] == ["五、说明"]


def test_a_sentence_is_written_anew_and_counted_again(qtbot, page):
    choose(page, FigureTable.OVERALL)
    (shown,) = [
        one.text() for one in page.editor.findChildren(QLabel) if one.text().startswith("统计期内，各级")
    ]
    assert page.editor.title.isHidden()
    assert page.editor.body.isHidden()
    qtbot.mouseClick(page.editor.anew, Qt.MouseButton.LeftButton)
    assert page.editor.body.text() == shown
    assert page.editor.anew.isHidden()
    qtbot.keyClicks(page.editor.body.structured, "ABC")
    assert page.editor.flush()
    assert f"{shown}ABC" in bulletins.get(page.hand().draft.id).text
    page.editor.body.structured.selectAll()
    qtbot.keyClick(page.editor.body.structured, Qt.Key.Key_Delete)
    assert page.editor.flush()
    assert "ABC" not in bulletins.get(page.hand().draft.id).text
    page.contents.tree.setFocus()
    assert page.editor.anew.isVisible()
    assert page.editor.body.isHidden()


def test_a_table_says_the_rule_that_it_is_counted_by(page):
    choose(page, FigureTable.FORMS)
    told = [one.text() for one in page.editor.findChildren(QLabel) if one.isVisible()]
    assert any(words.startswith("口径：统计期2019年3月1日至3月31日。") for words in told)
    assert page.editor.body.isHidden()


def test_a_paragraph_and_a_table_are_added_and_the_page_follows(qtbot, page):
    choose(page, FigureTable.OVERALL)
    page.verbs.trigger("text_new")
    qtbot.keyClicks(page.editor.body.structured, "our words")
    assert page.editor.flush()
    draft = page.hand().draft
    written = next(one for one in pieces.in_bulletin(draft.id) if one.name == "our words")
    assert (written.kind, written.section) == (PieceKind.TEXT, "总体情况")
    page.verbs.trigger("figure_new")
    menu = page.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    names = [action.text() for action in menu.actions()]
    assert "本周市级媒体逐日刊播次数" not in names
    menu.actions()[names.index("报道形式与层级（次）")].trigger()
    menu.close()
    assert heads(page)[:3] == ["一、总体情况", "表1　报道形式与层级（次）", "图1　今年各月各层级刊播次数"]
    qtbot.waitUntil(lambda: page.preview.knows(written.key), timeout=WAIT_MS)
    last = pieces.in_bulletin(draft.id)[-1]
    page.contents.choose(last.key)
    qtbot.waitUntil(lambda: page.preview.view.page > 0, timeout=WAIT_MS)
    refused = {one.text: one.reason for one in page.verbs.refused()}
    assert "不收备选稿" in refused["自写一篇"]


def test_nothing_is_cut_off(qtbot, page):
    translation.install("en")
    choose(page, FigureTable.OVERALL)
    page.reload()
    qtbot.waitUntil(lambda: clipped(page.window()) == [])
