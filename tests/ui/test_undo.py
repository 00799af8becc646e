"""Everything that is written can be taken back by its name, but for a list of what never is."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.clipping import clipped
from tests.ui.every_act import DAY, acts_of_all_pages, acts_of_the_trackers, office
from tests.ui.roster_hands import in_front
from ui.dialogs.acts import ActsDialog
from ui.dialogs.office_form import Typed
from ui.dialogs.returns.acts import ReturnsActs
from ui.pages.bulletins.piece_acts import PieceActs
from ui.pages.coverage.acts import CoverageActs
from ui.undo import Act
from ui.widgets.elided import Elided
from xcdesk.errors import StaleRowError
from xcdesk.services.grid import cells
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage_log
from xcdesk.services.office import office_settings, people
from xcdesk.services.office.office_settings import OfficeSettings
from xcdesk.services.record.entries import ItemChange, NewItem
from xcdesk.services.returns import returns_rules
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution

UNDONE = {
    "today": "item_log call matter_pin matter_edit matter_resolve",
    "roster": "add edit liaison_change verify programme_new leader_change check_list tenures exception_new "
    "stop programme_remove link_present link_missing link_check spelling_new retire reinstate merge "
    "duplicates merges up down",
    "coverage": "item_log none_today call group quick item_edit ungroup remove paste fill_down fill_right "
    "evidence items_edit items_fill log_views mark tracker_add tracker_edit tracker_remove advert_call "
    "use_confirm use_match manuscripts_paste activity_attach",
    "approvals": "material_discard material_mark",
    "followup": "case_new case_edit case_remove",
    "bulletins": "include remove up down section_next section_before section_new section_name own_new "
    "text_new note_new figure_new receive edit large decline unmark setup",
    "menus": "import imports move_over returns settings trash calendar counting_rules",
}
"""Verbs that write: each act of theirs is taken back and done again."""

NEVER = {
    "approvals": "material_new material_edit material_submit material_recall material_issue material_agree "
    "material_return material_void material_add material_advise material_archive material_chase "
    "material_check material_claim material_comment material_consult material_correct material_expedite "
    "material_hand_over "
    "material_paper material_restore material_terminate material_forms review_steps delegations",
    # a text goes its way by verbs of its own; its versions, steps and delegations are kept
    "bulletins": "new_issue submit figures anew",  # a text once begun is material
    "followup": "case_file case_decline case_merge case_dispatch case_accept case_return case_grant_return "
    "case_refuse_return case_report case_ask_extension case_extend case_refuse_extension case_chase "
    "case_notice case_answer case_send_back case_pass case_call_back case_close case_reopen case_withdraw "
    "case_transfer case_interview case_link case_unlink case_evidence case_reply case_publish "
    "case_unmask case_amend case_forget case_key case_rules case_erase "
    "case_many_file case_many_dispatch case_many_accept case_many_chase",
    # a case goes its way by acts that stay in its history
    # accounts are disabled, never deleted; a move leaves the file as it was
    "menus": "undo redo acts back_up backups export_everything accounts password pin move_to_server "
    "practice_anew",
}
"""Verbs that write what is never undone: sign-off, issue, number, the record, accounts, backups."""

SHOWS = {
    "today": "list_print remind remind_all chart_picture chart_table",
    "roster": "programme_reports book print_links print_programmes site_open record",
    "coverage": "earlier later today copy copy_all lacking record removed item_print log_filter log_unfilter "
    "log_day log_columns log_detail log_export items_copy items_all link_open log_whole trackers "
    "tracker_print tracker_record tracker_earlier tracker_later advert_reports advert_remind",
    "approvals": "material_file material_print material_scan material_sheet material_trace",
    "followup": "case_sheet case_print case_ledger case_many_sheets case_forms case_import",
    "bulletins": "print pdf docx xlsx record approvals register look fit_page fit_width two_pages "
    "larger smaller",
    "menus": "record practice switch_person lock leave find_here find_anywhere reload next_region "
    "previous_region "
    "help help_contents quick_guide news diagnostics shortcuts reasons roles about "
    "show_today show_roster show_coverage show_approvals "
    "show_followup show_bulletins",
}
"""Verbs that write nothing."""


@pytest.fixture
def sitter() -> str:
    """A leader may do everything that can be undone."""
    return "chen"


def test_every_verb_is_undone_or_named_as_never_undone(window):
    assert window.pages[2].trackers  # made when it is first needed
    verbs = {page.key: {verb.id for one in page.verb_sets() for verb in one} for page in window.pages}
    verbs["menus"] = {verb.id for verb in window.menus.verbs}
    for place, ids in verbs.items():
        lists = [set(listed.get(place, "").split()) for listed in (UNDONE, NEVER, SHOWS)]
        assert sum(map(len, lists)) == len(set().union(*lists)), place
        assert set().union(*lists) == ids, place


@pytest.fixture
def item(window, monkeypatch) -> int:
    """A report that was there before."""
    monkeypatch.setenv("XCDESK_TODAY", DAY.isoformat())
    made = CoverageActs(window.pages[2]).log(NewItem(DAY, "许昌日报", "示例报道"))
    window.desk.undo.clear()
    return made


@pytest.mark.parametrize("kept", ["pages", "trackers"])
def test_acts_of_all_pages_are_taken_back_and_done_again_in_turn(window, item, kept):
    stack = window.desk.undo
    window.show_page("followup")  # Today would be read anew after each of two hundred acts
    acts = acts_of_all_pages(window, item) if kept == "pages" else acts_of_the_trackers(window)
    before = office(item)
    states = []
    for count, act in enumerate(acts, 1):
        act()
        assert len(stack.done_names()) == count, stack.undo_name()
        states.append(office(item))
    after = states[-1]
    for state in [*reversed(states[:-1]), before]:
        stack.undo()
        assert office(item) == state, stack.redo_name()
    assert stack.undo_name() is None
    stack.redo_many(len(acts))
    assert office(item) == after
    stack.undo_many(len(acts))
    assert office(item) == before
    assert all(name for name in stack.undone_names())


def test_undo_outlives_reloading_the_pages(window, item):
    CoverageActs(window.pages[2]).change(coverage_log.item(item), ItemChange(slot="2版"))
    for page in window.pages:
        window.show_page(page.key)
        window.reload_page()
    window.desk.undo.undo()
    assert coverage_log.item(item).slot == ""


def other_person() -> Any:
    return people.actor("chen")


@pytest.mark.parametrize("what", ["none", "settings", "rules", "contribution"])
def test_another_persons_later_edit_is_not_overwritten_and_the_act_stays(window, item, what):
    page = {page.key: page for page in window.pages}
    chen, stack = other_person(), window.desk.undo
    if what == "none":
        CoverageActs(page["coverage"]).set_none(Cell(3, DAY), "off_air", None)
        cells.set_none_today(chen, Cell(3, DAY), "not_sent")
    elif what == "settings":
        before = Typed(office_settings.load(), "")
        window.tools._save(before, Typed(OfficeSettings(name="示例办公室"), ""))
        office_settings.save(chen, OfficeSettings(name="另一名称"))
    elif what == "rules":
        ReturnsActs(window.desk).save_rules(returns_rules.load(), replace(returns_rules.load(), due_day=7))
        returns_rules.save(chen, replace(returns_rules.load(), due_day=9))
    else:
        made = PieceActs(page["bulletins"]).receive(NewContribution(DAY, "稿", "正文", outlet="许昌日报"))
        contributions.decline(chen, made.id, made.version)
    before, name = office(item), stack.undo_name()
    with pytest.raises(StaleRowError):
        stack.undo()
    assert (office(item), stack.undo_name()) == (before, name)
    window.undo()
    assert (window.page().notice.isVisible(), stack.undo_name()) == (True, name)


def test_acts_are_listed_and_taken_back_up_to_one_by_keyboard(qtbot, window, item):
    log = CoverageActs(window.pages[2])
    for title in ("一", "二", "三"):
        log.log(NewItem(DAY, "许昌日报", title))
    window.menus.verbs.trigger("acts")
    dialog = window.findChild(ActsDialog)
    assert clipped(dialog) == []
    assert [row.name for row in dialog.model.rows()] == ["登记“三”", "登记“二”", "登记“一”"]
    dialog.listing.choose(1)
    qtbot.keyClick(in_front(qtbot, dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert {row.title for row in coverage_log.page().rows} == {"示例报道", "一"}
    assert [row.undone for row in dialog.model.rows()] == [True, True, False]
    dialog.listing.choose(0)
    dialog.verbs.trigger("redo_here")
    assert len(coverage_log.page().rows) == 4


def test_redo_has_both_of_its_usual_keys(qtbot, window, item):
    CoverageActs(window.pages[2]).log(NewItem(DAY, "许昌日报", "一"))
    window.desk.undo.undo()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(in_front(qtbot, window), Qt.Key.Key_Z, held)
    assert len(coverage_log.page().rows) == 2


def test_the_status_line_stays_as_high_and_offers_what_can_be_taken_back_alone(window):
    status, stack = window.status, window.desk.undo
    link = status.findChild(QPushButton)
    height = status.sizeHint().height()
    stack.push(Act("修改“窗口延时”" * 30, lambda: None, lambda: None))
    status.say("已保存")
    assert link.isVisible()
    assert link.accessibleName().startswith("撤销：修改")
    assert (status.sizeHint().height(), window.minimumSizeHint().width() < 1366) == (height, True)
    status.say("已送审，在审签页等候办理")
    assert link.isHidden()
    assert stack.undo_name() is not None
    stack.push(Act("登记", lambda: None, lambda: None))
    status.say("登记")
    assert link.text() == "撤销：登记"
    stack.undo()
    assert (status.findChild(Elided).text(), link.isHidden()) == ("已撤销：登记", True)
    stack.redo()
    assert (status.findChild(Elided).text(), link.text()) == ("已重做：登记", "撤销：登记")
    stack.undo()
    status.say("已写出")
    assert link.isHidden()  # what waits to be done again comes first


def test_an_act_that_the_status_line_offers_to_undo_is_refused_in_the_page(window, item):
    CoverageActs(window.pages[2]).set_none(Cell(3, DAY), "off_air", None)
    cells.set_none_today(other_person(), Cell(3, DAY), "not_sent")
    window.status.undo_asked.emit()
    assert window.page().notice.isVisible()


def test_what_is_done_during_the_backup_before_an_undo_is_not_undone_in_its_place(window, qtbot):
    page, stack, undone = window.page(), window.desk.undo, []
    stack.push(Act("导入", lambda: undone.append("导入"), lambda: None, ("before-undo", "before-import")))
    window.undo()
    stack.push(Act("登记", lambda: undone.append("登记"), lambda: None))
    qtbot.waitUntil(lambda: any("先做备份" in one.text() for one in page.notice.findChildren(QLabel)))
    assert (undone, stack.undo_name()) == ([], "登记")
    stack.undo()
    window.undo()
    qtbot.waitUntil(lambda: undone == ["登记", "导入"])
