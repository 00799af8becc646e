"""The record of acts in the window: read in pages, filtered, told in full, verified, written out."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.tampering import drop_trigger
from tests.ui.clipping import clipped
from ui.dialogs.record import RecordDialog
from ui.widgets.banner import Banner
from xcdesk.db.base import database
from xcdesk.models import AuditEntry
from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record import audit, record_book
from xcdesk.services.record.entries import ItemChange, NewItem

CONTROL = Qt.KeyboardModifier.ControlModifier
DAY = dt.date(2019, 3, 5)


@pytest.fixture
def acts(desk) -> int:
    """A report that was logged and changed."""
    item = coverage.log_item(desk.actor, NewItem(DAY, "许昌日报", "一号稿"))
    coverage.change_item(desk.actor, ItemVersion(item, 1), ItemChange(slot="3版"))
    coverage.log_item(desk.actor, NewItem(DAY, "许昌晨报", "二号稿"))
    return item


@pytest.fixture
def dialog(qtbot, desk, acts):
    made = RecordDialog(desk, None)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def column(dialog, at):
    return [dialog.model.index(row, at).data() for row in range(dialog.model.rowCount())]


def said(dialog):
    (banner,) = dialog.notice.findChildren(Banner)
    return banner.accessibleName()


def test_entries_are_told_in_words_and_the_chosen_one_in_full(dialog):
    assert clipped(dialog) == []
    assert column(dialog, 2)[:3] == ["报道：登记", "报道：修改", "报道：登记"]
    assert column(dialog, 3)[:2] == ["报道 二号稿", "报道 一号稿"]
    dialog.listing.choose(1)
    assert "版面：（空） → 3版" in dialog.told.toPlainText()
    assert dialog.last.text() == "还没有校验过"


def test_it_is_filtered_and_the_filters_are_cleared_by_keyboard(qtbot, dialog):
    assert "没有设置筛选" in dialog.verbs.action("clear").toolTip()
    dialog.filters.search.setText("一号")
    qtbot.waitUntil(lambda: column(dialog, 3) == ["报道 一号稿"])
    dialog.filters.action.choose("coverage.changed")
    assert dialog.listing.is_empty()
    qtbot.keyClick(dialog, Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert (dialog.filters.search.text(), len(column(dialog, 3))) == (
        "",
        record_book.count(dialog.chosen_filter),
    )
    dialog.filters.until.known.setChecked(True)
    dialog.filters.until.field.set_day(dt.date(2019, 1, 1))
    assert dialog.listing.is_empty()


def test_one_subject_alone_is_shown_by_its_key(qtbot, dialog):
    dialog.listing.choose(1)
    qtbot.keyClick(dialog.listing.table, Qt.Key.Key_R, CONTROL)
    assert column(dialog, 2) == ["报道：修改", "报道：登记"]
    assert dialog.filters.only.text() == "只看：报道 一号稿"


def test_a_long_record_is_read_on_as_it_is_scrolled(qtbot, desk, dialog):
    with database.atomic():
        for number in range(record_book.PAGE + 50):
            audit.record(desk.actor, "coverage.noted", f"desk_user:{number + 100}")
    dialog.reload()
    assert dialog.model.rowCount() == record_book.PAGE
    dialog.listing.table.scrollToBottom()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == audit.anchor().count)
    numbers = [row.id for row in dialog.model.rows()]
    assert numbers == sorted(set(numbers), reverse=True)


def test_the_verification_is_told_and_kept(qtbot, dialog, desk):
    with qtbot.waitSignal(desk.runner.busy_changed, check_params_cb=lambda busy: not busy):
        dialog.verbs.trigger("verify")
        assert "正在校验" in dialog.verbs.action("xlsx").toolTip()
    assert "记录完好" in said(dialog)
    assert dialog.last.text().startswith("上次校验：")
    assert column(dialog, 2)[0] == "操作记录：校验记录"


def test_a_faulty_record_is_told_with_its_row(qtbot, dialog, desk):
    drop_trigger("audit_entry", "update")
    AuditEntry.update(who_name="x").where(AuditEntry.id == 2).execute()
    with qtbot.waitSignal(desk.runner.busy_changed, check_params_cb=lambda busy: not busy):
        dialog.verbs.trigger("verify")
    assert "记录有问题" in said(dialog)
    assert "第 2 条对不上" in said(dialog)
    assert "当时有问题" in dialog.last.text()


def test_the_filtered_record_is_exported(qtbot, dialog, desk, tmp_path, monkeypatch):
    target = tmp_path / "记录.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    dialog.filters.action.choose("coverage.changed")
    with qtbot.waitSignal(desk.runner.busy_changed, check_params_cb=lambda busy: not busy):
        dialog.verbs.trigger("xlsx")
    assert "已写出 1 条到 记录.xlsx" in said(dialog)
    assert target.exists()


def test_the_record_opens_from_the_menu(window):
    window.menus.verbs.trigger("record")
    assert window.findChild(RecordDialog).isVisible()
