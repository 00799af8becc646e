"""The words under tables, changed in their window and taken back."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.roster_hands import in_front
from ui.dialogs.counting_rules import CountingRulesDialog, RuleForm
from ui.pages.counted_by import rule_text
from xcdesk.services.office import counting_rules
from xcdesk.services.office.counting_rules import CountingRule


@pytest.fixture
def sitter():
    return "chen"


def test_a_rule_is_worded_refused_taken_back_and_done_again_by_keyboard(qtbot, desk):
    dialog = CountingRulesDialog(desk, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.listing.choose(list(CountingRule).index(CountingRule.OUTLETS))
    assert not dialog.verbs.action("as_shipped").isEnabled()
    qtbot.keyClick(in_front(qtbot, dialog), Qt.Key.Key_F2)
    form = dialog.findChild(RuleForm)
    assert form.wording.toPlainText() == counting_rules.shipped(CountingRule.OUTLETS)
    form.wording.setPlainText("口径：{本月}")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert "{统计期}" in form._problems["rule_wording"].text()
    form.wording.setPlainText("口径：{统计期}，照文件。")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert dialog.row().words == "口径：{统计期}，照文件。"
    assert dialog.row().own
    qtbot.keyClick(in_front(qtbot, dialog), Qt.Key.Key_Delete)
    assert counting_rules.load().own == {}
    qtbot.keyClick(in_front(qtbot, dialog), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert CountingRule.OUTLETS in counting_rules.load().own
    desk.undo.undo()
    assert not dialog.row().own
    counting_rules.reword(desk.actor, CountingRule.LOG, "按文件计。")
    assert rule_text(CountingRule.LOG) == "按文件计。"


@pytest.mark.parametrize("sitter", ["guo"])
def test_whoever_may_not_change_the_rules_still_reads_them(qtbot, desk, sitter):
    dialog = CountingRulesDialog(desk, None)
    qtbot.addWidget(dialog)
    assert not dialog.verbs.action("edit").isEnabled()
    assert dialog.model.rows()[0].words.startswith("口径")
