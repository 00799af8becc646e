"""One report, one text, one case: each is printed from its page, and nobody who complained is named."""

import datetime as dt

import pytest

from ui.dialogs.printout import PrintoutDialog
from xcdesk.codes import CaseKind, MaterialKind, Role
from xcdesk.services import approvals, cases
from xcdesk.services.cases import NewCase, Petitioner, keys
from xcdesk.services.cases.keys import KeyPlace
from xcdesk.services.log import coverage
from xcdesk.services.office import people
from xcdesk.services.record.entries import NewItem

DAY = dt.date(2019, 3, 12)
WAIT_MS = 20_000
TEXT = "按时报送。三月共刊播{{pieces 2019-03-01 2019-03-31}}篇。\n"


@pytest.fixture
def window(monkeypatch, desk, make_window):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-12")
    coverage.log_items(desk.actor, [NewItem(DAY, "许昌日报", "示例窗口延时")])
    approvals.create(desk.actor, approvals.NewMaterial(MaterialKind.NOTICE, "示例通知", TEXT))
    keeper = next(one for one in people.actors() if one.role == Role.ADMINISTRATOR)
    keys.make(keeper, KeyPlace.FILE)
    complainer = Petitioner(name="示例·王某某", phone="0374-0000000")
    new = NewCase(CaseKind.COMPLAINT, "示例公交改线", "禹州市", body="站牌没有换。", petitioner=complainer)
    cases.register(desk.actor, new)
    return make_window()


def printed(qtbot, page, verb):
    """What stands on the pages that a verb shows."""
    page.verbs.trigger(verb)
    dialog = next(one for one in page.window().findChildren(PrintoutDialog) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.preview.drawn, timeout=WAIT_MS)
    document = dialog.preview.document
    words = "".join(document.getAllText(at).text() for at in range(document.pageCount()))
    dialog.reject()
    return "".join(words.split()), dialog.windowTitle()


def test_a_report_a_text_and_a_case_are_printed_from_their_pages(qtbot, window):
    window.show_page("coverage")
    page = window.page()
    qtbot.waitUntil(lambda: page.log.model.rowCount() == 1, timeout=WAIT_MS)
    page.log.table.select_row(0)
    words, title = printed(qtbot, page, "item_print")
    assert title == "示例窗口延时"
    assert "宣传报道登记单" in words

    window.show_page("approvals")
    words, title = printed(qtbot, window.page(), "material_print")
    assert title == "示例通知"
    assert "按时报送。三月共刊播1篇。" in words

    window.show_page("followup")
    words, title = printed(qtbot, window.page(), "case_print")
    assert "督办事项登记单" in words
    assert "站牌没有换。" in words
    assert title in words
    assert "王某某" not in words
    assert "0374" not in words
