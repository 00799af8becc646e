"""The window of the backups: taken, looked into, rehearsed, carried outside and gone back to by keyboard."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.clipping import clipped
from ui.dialogs.backups.look import LookDialog
from ui.dialogs.backups.records import RecordsDialog
from ui.dialogs.backups.window import BackupsDialog
from ui.dialogs.form import Question
from ui.safekeeping import Safekeeping
from xcdesk import store
from xcdesk.models import CoverageItem
from xcdesk.services.backups import keeping, listing
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record.entries import ItemChange, NewItem

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sitter() -> str:
    return "chen"


@pytest.fixture
def dialog(qtbot, desk):
    made = BackupsDialog(desk, None)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def said(dialog) -> str:
    return " ".join(part.accessibleName() for part in dialog.notice.findChildren(QWidget))


def done(qtbot, dialog) -> None:
    qtbot.waitUntil(lambda: not dialog.desk.runner.busy())


def test_a_day_with_the_backups(qtbot, dialog, desk, tmp_path):
    assert dialog.listing.is_empty()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    done(qtbot, dialog)
    assert "已备份并核验" in said(dialog)
    (row,) = dialog.model.rows()
    assert dialog.model.index(0, 1).data() == "手动备份"
    assert clipped(dialog) == []
    dialog.verbs.trigger("carry")
    done(qtbot, dialog)
    assert "还没有设第二备份位置" in said(dialog)
    stick = tmp_path / "stick"
    stick.mkdir()
    keeping.set_outside(stick)
    dialog.verbs.trigger("carry")
    done(qtbot, dialog)
    assert (stick / row.path.name).is_file()
    assert dialog.model.index(0, 5).data() == "本机和第二位置"
    dialog.verbs.trigger("rehearse")
    done(qtbot, dialog)
    # Tables are told by the names of the office; none that only the program knows.
    assert ("演练还原完好" in said(dialog), "_" in said(dialog)) == (True, False)
    assert "全部完好" in dialog.state.text()
    qtbot.keyClick(dialog.listing.table, Qt.Key.Key_Return)
    done(qtbot, dialog)
    look = dialog.findChild(LookDialog)
    assert look.tables.model.index(0, 1).data() == look.tables.model.index(0, 2).data()
    look.accept()
    row.path.write_bytes(row.path.read_bytes()[:-4096])
    dialog.verbs.trigger("check")
    done(qtbot, dialog)
    assert "不可用" in said(dialog)


def test_one_record_is_found_and_brought_back(qtbot, dialog, desk):
    item = coverage.log_item(desk.actor, NewItem(dt.date(2019, 3, 5), "许昌日报", "改坏的一篇"))
    dialog.verbs.trigger("now")
    done(qtbot, dialog)
    coverage.change_item(desk.actor, ItemVersion(item, 1), ItemChange(title="错了"))
    dialog.verbs.trigger("records")
    done(qtbot, dialog)
    records = dialog.findChild(RecordsDialog)
    done(qtbot, dialog)
    assert [row.title for row in records.model.rows()] == ["改坏的一篇"]
    assert records.model.index(0, 2).data() == "已改动"
    assert clipped(records) == []
    qtbot.keyClick(records.listing.table, Qt.Key.Key_Return)
    assert CoverageItem.get_by_id(item).title == "改坏的一篇"
    assert "已取回" in said(records)
    done(qtbot, dialog)


def test_going_back_makes_a_new_file_and_leaves_the_present_one(qtbot, dialog, desk, db):
    dialog.verbs.trigger("now")
    done(qtbot, dialog)
    dialog.verbs.trigger("go_back")
    question = dialog.findChild(Question)
    with qtbot.waitSignal(dialog.gone_back) as told:
        qtbot.mouseClick(question.act_button, Qt.MouseButton.LeftButton)
    gone = told.args[0]
    assert gone.target.is_file()
    assert gone.target.parent == Path(db).parent
    assert (gone.left.place, gone.by) == ("desk.db", desk.actor.name)


def test_a_failed_backup_stands_in_red_with_what_to_do(qtbot, desk, db):
    folder = store.backup_folder(store.where())
    folder.write_text("no folder")
    keeper = Safekeeping(desk, desk.runner)
    keeper.keep()
    qtbot.waitUntil(lambda: not desk.runner.busy())
    dialog = BackupsDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "定时备份" in said(dialog)
    assert "写不进去" in said(dialog)
    folder.unlink()
    keeper.keep()
    qtbot.waitUntil(lambda: not desk.runner.busy())
    assert [each.reason for each in listing.backups()] == [Reason.AUTOMATIC]
    assert listing.standing().memory.rehearsed_rows > 100  # the first one is rehearsed at once
