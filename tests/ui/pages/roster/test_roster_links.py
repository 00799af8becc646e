"""Sites that must carry the link: entered, checked by one key, opened only after asking."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from tests.ui.clipping import clipped
from tests.ui.roster_hands import CONTROL, LEFT, form, press, said, show, undo, write
from ui.dialogs.form import Question
from ui.dialogs.link_forms import LinkCheckForm, LinkForm
from ui.pages.roster.link_keeper import open_address
from xcdesk.codes import LinkState
from xcdesk.services.roster import links
from xcdesk.services.roster.links import NewLink

DAY = dt.date(2019, 3, 5)


@pytest.fixture
def page(qtbot, window, clerk, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", DAY.isoformat())
    links.add_link(clerk, NewLink("许昌廉政网首页", "https://example.cn/", outlet_id=5))
    show(qtbot, window.page(), "专题链接")
    return window.page()


@pytest.fixture
def opened(monkeypatch) -> list[str]:
    found = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toString()))
    return found


def site():
    return links.links(everyone=True)[0]


def test_f9_says_that_the_link_is_there_and_undo_takes_it_back(qtbot, page):
    press(qtbot, page, Qt.Key.Key_F9)
    assert (site().state, site().checked_on) == (LinkState.PRESENT, DAY)
    assert site().checked_by in said(page)
    press(qtbot, page, Qt.Key.Key_F9, shift=True)
    assert site().state == LinkState.MISSING
    undo(qtbot, page)
    undo(qtbot, page)
    assert (site().state, site().checked_on) == (LinkState.UNCHECKED, None)


def test_a_check_with_a_screenshot_is_on_record(qtbot, page):
    press(qtbot, page, Qt.Key.Key_F9, ctrl=True)
    dialog = form(qtbot, page, LinkCheckForm)
    qtbot.keyClicks(dialog.evidence, "D:/0305.png")
    assert dialog.captured.known.isChecked()
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert (site().evidence, site().captured_on) == ("D:/0305.png", DAY)
    assert "D:/0305.png" in said(page)


def test_a_site_is_added_by_keyboard_and_goes_out_of_use(qtbot, page):
    press(qtbot, page, Qt.Key.Key_N, ctrl=True)
    dialog = form(qtbot, page, LinkForm)
    write(dialog.site, "市政府网站")
    dialog.url.setText("javascript:alert(1)")
    qtbot.mouseClick(dialog.save_button, LEFT)
    shown = [part.text() for part in dialog.findChildren(QLabel) if part.isVisible()]
    assert any("不是以 http:// 或 https:// 开头的网址" in words for words in shown)
    dialog.url.setText("https://example.gov.cn/")
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert page.view().row().name == "市政府网站"
    press(qtbot, page, Qt.Key.Key_Delete)
    assert len(links.links()) == 1
    undo(qtbot, page)
    assert len(links.links()) == 2
    assert clipped(page) == []


def test_an_address_is_opened_only_after_it_was_read(qtbot, page, opened):
    page.verbs.trigger("site_open")
    asked = form(qtbot, page, Question)
    assert any("https://example.cn/" in part.text() for part in asked.findChildren(QLabel))
    qtbot.mouseClick(asked.keep_button, LEFT)
    assert opened == []
    page.verbs.trigger("site_open")
    qtbot.mouseClick(form(qtbot, page, Question).act_button, LEFT)
    assert opened == ["https://example.cn/"]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "ftp://example.cn", "http:"])
def test_nothing_but_the_web_is_ever_opened(opened, url):
    open_address(url)
    assert all(found.startswith("http") for found in opened)


def test_chips_narrow_the_list_and_an_empty_answer_offers_a_way_back(qtbot, page):
    press(qtbot, page, Qt.Key.Key_F9)
    qtbot.mouseClick(page.view().only_due, LEFT)
    assert page.view().ids() == []
    assert page.main_view().text() == "清除筛选"
    qtbot.mouseClick(page.main_view(), LEFT)
    assert len(page.view().ids()) == 1
