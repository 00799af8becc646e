"""Old ledgers in the window: seen, said otherwise, brought through their previews, compared, taken up."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from tests.ledgers import HEAD, ROSTER_HEAD, SENT_HEAD, keep
from tests.ui.roster_hands import in_front
from ui.dialogs.importing.queue import ImportQueue
from ui.dialogs.moving_over.window import MeaningForm, MoveOverDialog
from ui.dialogs.pasted_manuscripts import PastedManuscripts
from ui.dialogs.printout import PrintoutDialog
from ui.dialogs.setting_up.proposals import ProposalsDialog
from xcdesk.importers.move_over import Meaning
from xcdesk.services.counts import counting
from xcdesk.services.roster import outlets


@pytest.fixture
def ledgers(tmp_path):
    folder = tmp_path / "台账"
    months = {
        f"{number}月": (HEAD, (dt.date(2019, number, 3), "许昌日报", f"稿件{number}", "禹州市"))
        for number in (1, 2)
    }
    roster = (ROSTER_HEAD, ("许昌手机台", "网站", "钱七"))
    sent = (SENT_HEAD, ("2019-01-08", "禹州市", "一稿", "许昌日报"))
    keep(folder / "2019年台账.xlsx", {**months, "通讯录": roster, "来稿": sent})
    return folder


def looked(qtbot, dialog, count):
    qtbot.waitUntil(lambda: dialog.model.rowCount() == count, timeout=30_000)


def standing(dialog):
    return {one.name: (one.meaning, one.done) for one in dialog.model.rows()}


def test_ledgers_are_looked_through_brought_and_taken_up_where_they_were_left(qtbot, window, desk, ledgers):
    window.menus.verbs.trigger("move_over")
    dialog = window.findChild(MoveOverDialog)
    assert not dialog.verbs.action("next").isEnabled()
    dialog.choose([ledgers])
    looked(qtbot, dialog, 4)
    assert standing(dialog) == {
        "1月": (Meaning.COVERAGE, False),
        "2月": (Meaning.COVERAGE, False),
        "通讯录": (Meaning.OUTLETS, False),
        "来稿": (Meaning.MANUSCRIPTS, False),
    }
    dialog.listing.choose(1)
    qtbot.keyClick(in_front(qtbot, dialog), Qt.Key.Key_F2)
    form = dialog.findChild(MeaningForm)
    form.meaning.choose(Meaning.NOTHING.value)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: standing(dialog)["2月"] == (Meaning.NOTHING, True), timeout=30_000)
    bring(qtbot, window, dialog)
    assert counting.tally(dt.date(2019, 1, 1), dt.date(2019, 12, 31), ()).totals.placements == 1
    assert not dialog.verbs.action("next").isEnabled()
    dialog.verbs.trigger("print")
    pages = dialog.findChild(PrintoutDialog)
    qtbot.waitUntil(lambda: bool(pages.pdf))
    pages.reject()
    again = MoveOverDialog(desk, window)
    looked(qtbot, again, 4)
    assert standing(again)["2月"] == (Meaning.NOTHING, True)


def bring(qtbot, window, dialog):
    """Go on until nothing is left: names before rows, each through the preview that belongs to it."""
    dialog.verbs.trigger("next")
    qtbot.waitUntil(lambda: dialog.findChild(ProposalsDialog) is not None, timeout=30_000)
    qtbot.mouseClick(dialog.findChild(ProposalsDialog).act_button, Qt.MouseButton.LeftButton)
    assert "许昌手机台" in [row.name for row in outlets.outlets()]
    qtbot.waitUntil(lambda: standing(dialog)["通讯录"][1], timeout=30_000)
    dialog.verbs.trigger("next")
    qtbot.waitUntil(lambda: dialog.findChild(PastedManuscripts) is not None, timeout=30_000)
    qtbot.mouseClick(dialog.findChild(PastedManuscripts).enter_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: standing(dialog)["来稿"][1], timeout=30_000)
    dialog.verbs.trigger("next")
    queue = window.findChild(ImportQueue)
    qtbot.waitUntil(lambda: queue.verbs.action("import_rows").isEnabled(), timeout=30_000)
    queue.verbs.trigger("import_rows")
    qtbot.waitUntil(lambda: standing(dialog)["1月"][1], timeout=60_000)
