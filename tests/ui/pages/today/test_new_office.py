"""Today of an office that has set nothing up yet: it says what comes first and ticks nothing off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import open_window
from tests.ui.roster_hands import form, in_front
from ui.desk import Desk
from ui.dialogs.setting_up.proposals import ProposalsDialog
from ui.messages import text
from ui.theme.tokens import LOOKS, State
from ui.undo import UndoStack
from ui.widgets.marks import MarkBox
from xcdesk import store
from xcdesk.codes import OutletKind, Tier
from xcdesk.services.office import founding, people
from xcdesk.services.roster import outlet_changes
from xcdesk.services.roster.outlet_changes import NewOutlet


@pytest.fixture
def page(qtbot, desk, tmp_path, monkeypatch):
    """The page of an office with nothing on its roster, on a Tuesday."""
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-05")
    store.close_store()
    store.open_store(tmp_path / "new.db", create=True)
    founding.found(sample=False, roster=False)
    theirs = Desk(people.actors()[0], desk.runner, desk.changes, UndoStack(), desk.preferences)
    shown = open_window(qtbot, theirs, "today").page()
    shown.reload()
    return shown


def said(page):
    return [line.accessibleName().split("，")[1] for line in page.cards.lines()]


def ticked(page):
    done = text(LOOKS[State.DONE].word)
    boxes = [box for box in page.cards.findChildren(MarkBox) if box.accessibleName() == done]
    return {box.parentWidget().accessibleName() for box in boxes}


def test_it_says_what_is_to_be_set_up_first_and_opens_it(qtbot, page):
    assert said(page) == ["名册里还没有媒体单位", "名册里还没有媒体单位", "名册里还没有应报送的单位"]
    assert ticked(page) == {"3  等我签的", "6  未了事项"}
    for line, opened in ((0, "媒体单位参考名单"), (2, "单位参考名单")):
        in_front(qtbot, page.window())
        page.cards.lines()[line].setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        proposed = form(qtbot, page, ProposalsDialog)
        assert proposed.windowTitle() == opened
        proposed.reject()
    outlet_changes.add_outlet(page.desk.actor, NewOutlet("人民日报", OutletKind.NEWSPAPER, Tier.NATIONAL))
    page.reload()
    assert said(page)[:2] == ["还没有媒体定了每日刊播指标", "还没有媒体定了每周来稿指标"]
    page.cards.lines()[0].verb.click()
    assert page.window().page().segments.key == "quotas"
