"""Settings of the office: saved for all desks, refused at the field, and taken back by undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.clipping import clipped
from ui.dialogs.office_form import OfficeForm
from ui.widgets.scroll import ScrollColumn
from xcdesk import settings
from xcdesk.models import AuditEntry
from xcdesk.services.office import office_settings


@pytest.fixture
def sitter() -> str:
    """Settings are not for clerks."""
    return "chen"


@pytest.fixture
def form(window) -> OfficeForm:
    window.menus.verbs.trigger("settings")
    return window.findChild(OfficeForm)


def save(qtbot, form):
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)


def words(widget):
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


def test_what_is_typed_is_saved_with_its_audit_row_and_undone_by_name(qtbot, window, form):
    form.internal.clear()
    qtbot.keyClicks(form.internal, "neican")
    form.copies.setText("95")
    save(qtbot, form)
    saved = office_settings.load()
    assert (saved.internal_masthead, saved.copies) == ("neican", 95)
    assert AuditEntry.select().order_by(AuditEntry.id.desc()).first().action == "office.settings_saved"
    assert window.desk.undo.undo_name() == "修改设置"
    window.desk.undo.undo()
    assert office_settings.load() == office_settings.OfficeSettings()


def test_who_prints_follows_who_issues_until_another_is_named(qtbot, form):
    form.issuer.selectAll()
    qtbot.keyClicks(form.issuer, "shiban")
    assert form.imprint.text() == "shiban"
    form.imprint.setText("wenyinshi")
    qtbot.keyClicks(form.issuer, "gongshi")
    assert (form.issuer.text(), form.imprint.text()) == ("shibangongshi", "wenyinshi")


def test_empty_masthead_is_refused_at_its_field_and_nothing_is_lost(qtbot, form):
    form.circular.clear()
    form.copies.setText("12")
    save(qtbot, form)
    assert form.isVisible()
    assert "通报刊头" in words(form)
    assert form.circular.hasFocus()
    assert form.copies.text() == "12"
    assert office_settings.load().copies == 160


def test_font_folder_is_kept_on_this_machine_and_must_be_there(qtbot, form, tmp_path):
    qtbot.keyClicks(form.fonts.line, str(tmp_path / "none"))
    save(qtbot, form)
    assert "找不到字体文件夹" in words(form)
    form.fonts.line.setText(str(tmp_path))
    save(qtbot, form)
    assert settings.load().fonts == str(tmp_path)


def test_review_steps_are_shown_for_reading(form):
    assert "内部参考：" in words(form)
    assert "领导" in words(form)


def test_nothing_is_cut_off_and_a_low_screen_shows_all_of_it(form):
    assert clipped(form) == []
    assert (form.width() <= 1366 - 16, form.height() <= 768 - 48) == (True, True)
    assert form.findChild(ScrollColumn).verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("sitter", ["guo"])
def test_a_clerk_is_told_why_settings_and_accounts_are_grey_and_who_may(window):
    reasons = {refused.text: refused.reason for refused in window.menus.verbs.refused()}
    assert "由领导或管理员修改" in reasons["设置…"]
    assert "示例·陈某" in reasons["设置…"]
    assert "账号由管理员管理" in reasons["人员和账号…"]
    assert not window.menus.verbs.action("settings").isEnabled()
