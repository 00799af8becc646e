"""Follow-up by mouse and keyboard: a case goes its way, the board, the wall, the ledger, who complained."""

import dataclasses
import datetime as dt
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.clipping import clipped
from ui import translation
from ui.changes import Lately
from ui.dialogs.case_act import Asks, CaseActForm
from ui.dialogs.case_form import CaseForm
from ui.dialogs.case_key import CaseKeyForm
from ui.dialogs.case_many import CaseManyDialog
from ui.dialogs.case_private import AmendForm, PetitionerDialog, UnmaskForm
from ui.dialogs.case_rules import CaseRulesForm
from ui.dialogs.form import Question
from ui.dialogs.printout import PrintoutDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.pages.followup.board import CaseBoard
from ui.pages.followup.page import FollowUpPage
from ui.pages.followup.views import BOARD, LEDGER, TABLE, WALL
from ui.widgets.chips import StateChip
from xcdesk.codes import CaseKind, CaseResult, CaseState, Role
from xcdesk.services import cases
from xcdesk.services.cases import Action, CaseFilter, NewCase, Petitioner, Private, Request, keys, private
from xcdesk.services.cases.keys import KeyPlace
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.office import people

UNIT, OTHER = "市教育局", "市公安局"
PICTURE = NewFile("现场.png", lambda: io.BytesIO(b"picture"))
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def front() -> str:
    return "followup"


@pytest.fixture
def page(desk, monkeypatch, show_alone) -> FollowUpPage:
    """The page of a clerk on a Monday, without the window around it."""
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-04")
    return show_alone(FollowUpPage(desk))


def form(kind):
    """The form or dialog of this kind that is open."""
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def case(page, title: str = "窗口无人值守", kind: CaseKind = CaseKind.FINDING, unit: str = UNIT, **more):
    """A case of the office; the page shows it."""
    row = cases.register(page.desk.actor, NewCase(kind, title, unit, **more))
    page.reload()
    page.open(row.id)
    return row


def act(page, row, action: Action, **given):
    """One act of the clerk, then the page again."""
    done = cases.act(page.desk.actor, row.id, action, Request(**given))
    page.reload()
    return done


def accepted(page, row):
    """The department has it."""
    act(page, row, Action.FILE)
    act(page, row, Action.DISPATCH)
    return act(page, row, Action.ACCEPT, person="示例·签某")


def words(widget) -> str:
    """All labels of a widget."""
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if not part.isHidden())


def buttons(widget) -> list[QPushButton]:
    """Buttons of a widget as it stands now."""
    return [made for made in widget.findChildren(QPushButton) if not made.isHidden()]


def test_an_empty_page_leads_to_the_first_case(qtbot, page):
    assert page.focusWidget().text() == "登记事项"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    asked = form(CaseForm)
    asked.title.setText("窗口无人值守")
    asked.unit.setText("许昌日报")
    qtbot.mouseClick(asked.save_button, Qt.MouseButton.LeftButton)
    assert "媒体单位" in words(asked)  # refused, and the words stay
    asked.unit.setText(UNIT)
    qtbot.mouseClick(asked.save_button, Qt.MouseButton.LeftButton)
    assert page.seen.row.title == "窗口无人值守"
    assert page.views.board.lanes[0].current_case().id == page.seen.row.id
    page.desk.undo.undo()
    assert not cases.count()


def test_like_cases_are_shown_while_one_registers_and_opened_instead(qtbot, page):
    there = case(page)
    case(page, "村道路灯损坏", unit=OTHER)
    page.verbs.trigger("case_new")
    asked = form(CaseForm)
    asked.kind.choose(CaseKind.COMPLAINT)
    bad = [part for part in asked.findChildren(QLabel) if part.property("tone") == "bad"]
    assert all(part.isHidden() for part in bad)  # no room is left for refusals that are not there
    asked.title.setText("政务窗口无人值守")
    asked.title.textEdited.emit(asked.title.text())
    qtbot.waitUntil(asked.like.isVisible)
    line = asked.like.layout().itemAt(1).widget()
    assert there.title in line.text()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert page.seen.row.id == there.id
    assert cases.count() == 2


def test_a_case_goes_its_way_by_keys_and_each_refusal_stays_in_its_form(qtbot, page):
    row = case(page)
    qtbot.keyClick(page, Qt.Key.Key_L, CTRL | SHIFT)
    assert page.seen.row.state == CaseState.FILED
    qtbot.keyClick(page, Qt.Key.Key_D, CTRL | SHIFT)
    asked = form(CaseActForm)
    assert asked.fields[Asks.DUE].day() == dt.date(2019, 3, 18)  # ten working days
    asked.fields[Asks.HELPERS].setText("市财政局、市公安局")
    qtbot.mouseClick(asked.save_button, Qt.MouseButton.LeftButton)
    assert page.seen.helpers == ("市财政局", "市公安局")
    assert page.views.board.lanes[1].current_case().id == row.id  # chosen still, in its new lane
    qtbot.keyClick(page, Qt.Key.Key_A, CTRL | SHIFT)
    asked = form(CaseActForm)
    qtbot.mouseClick(asked.save_button, Qt.MouseButton.LeftButton)
    assert "签收人" in words(asked)
    asked.fields[Asks.PERSON].setText("示例·签某")
    qtbot.mouseClick(asked.save_button, Qt.MouseButton.LeftButton)
    assert page.seen.row.receiver == "示例·签某"
    assert [event.action for event in page.seen.events] == ["register", "file", "dispatch", "accept"]
    assert "交办单〔2019〕1号" in [made.text() for made in buttons(page.detail)]


def test_who_entered_the_answer_is_told_why_he_does_not_judge_it(qtbot, page):
    row = accepted(page, case(page))
    qtbot.keyClick(page, Qt.Key.Key_R, CTRL | SHIFT)
    asked = form(CaseActForm)
    asked.fields[Asks.WORDS].setPlainText("已经整改")
    asked.accept()
    assert "要附证据" in words(asked)
    asked.reject()
    act(page, row, Action.ANSWER, words="已经整改", result=CaseResult.SOLVED, files=(PICTURE,))
    assert not page.verbs.action("case_pass").isEnabled()
    assert "为什么不能“审核通过”" in words(page.detail)
    leader = next(one for one in people.actors() if one.role == Role.LEADER)
    page.desk = dataclasses.replace(page.desk, actor=leader)
    page.reload()
    assert page.verbs.action("case_pass").isEnabled()


def test_arrow_keys_move_over_the_board_and_skip_empty_lanes(qtbot, page):
    first, second = case(page), case(page, "村道路灯损坏", unit=OTHER)
    accepted(page, first)
    page.open(second.id)
    lane = page.views.board.lanes[0]
    lane.setFocus()
    qtbot.keyClick(lane, Qt.Key.Key_Right)
    assert page.focusWidget() is page.views.board.lanes[2]
    assert page.seen.row.id == first.id
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Left)
    assert page.seen.row.id == second.id


def test_filters_narrow_every_view_and_say_so_when_nothing_is_left(qtbot, page, monkeypatch):
    row = accepted(page, case(page))
    case(page, "村道路灯损坏", unit=OTHER)
    monkeypatch.setenv("XCDESK_TODAY", "2019-04-04")
    page.reload()
    assert page.filters.red.text().endswith("1")
    fresh = CaseBoard(Lately())
    qtbot.addWidget(fresh)
    fresh.show_cases(CaseFilter())
    assert fresh.current().id == row.id  # what is overdue is looked at first
    page.filters.red.setChecked(True)
    assert [lane.model_of_cases.rowCount() for lane in page.views.board.lanes] == [0, 0, 1, 0, 0]
    page.views.segments.choose(TABLE)
    assert [one.id for one in page.views.table.model.rows()] == [row.id]
    page.filters.kinds[CaseKind.COMMITMENT].setChecked(True)
    assert page.views.table.list.is_empty()
    qtbot.keyClick(page.views.table.place(), Qt.Key.Key_Space)
    assert len(page.views.table.model.rows()) == 2


def test_the_wall_counts_to_95_and_registers_what_is_missing(qtbot, page):
    promised = {"promise": "三日办结", "promised_on": dt.date(2019, 6, 28)}
    row = case(page, "全程网办", CaseKind.COMMITMENT, **promised, interviewed_on=dt.date(2019, 3, 1))
    page.views.segments.choose(WALL)
    assert "已采访 1 / 95" in page.views.wall.figures.text()
    assert page.views.wall.current().id == row.id
    page.views.wall.as_table.setChecked(True)
    assert page.views.wall.records.rows()[0].row.promise == "三日办结"
    page.views.wall.as_table.setChecked(False)
    page.views.wall.tiles.keyboardSearch(OTHER)
    assert (page.seen, page.views.wall.unit()) == (None, OTHER)
    qtbot.mouseClick(buttons(page.detail)[-1], Qt.MouseButton.LeftButton)
    asked = form(CaseForm)
    assert (asked.chosen_kind(), asked.unit.name()) == (CaseKind.COMMITMENT, OTHER)


def test_the_ledger_shows_its_rule_and_opens_the_cases_of_a_unit(qtbot, page):
    accepted(page, case(page))
    case(page, "村道路灯损坏", unit=OTHER)
    page.views.segments.choose(LEDGER)
    page.views.ledger.period.setFocus()
    assert page.focusWidget().accessibleName() == "往前"  # a button: a frame is drawn around it
    assert [(row.unit, row.dispatched) for row in page.views.ledger.records.rows()] == [(UNIT, 1), ("", 1)]
    assert "统计口径" in words(page.views.ledger)
    qtbot.keyClick(page.views.ledger.table.table, Qt.Key.Key_Return)
    assert (page.views.segments.key, page.filters.unit.value()) == (TABLE, UNIT)
    assert [row.unit for row in page.views.table.model.rows()] == [UNIT]


def test_who_complained_is_shown_for_a_reason_and_nowhere_else(qtbot, page):
    keys.make(next(one for one in people.actors() if one.role == Role.ADMINISTRATOR), KeyPlace.FILE)
    row = case(page, kind=CaseKind.COMPLAINT, petitioner=Petitioner("示例·来某", "13812345678"))
    assert "个人信息已遮蔽" in [chip.word for chip in page.detail.findChildren(StateChip)]
    qtbot.keyClick(page, Qt.Key.Key_U, CTRL | Qt.KeyboardModifier.AltModifier)
    asked = form(UnmaskForm)
    asked.accept()
    assert "查看个人信息的理由" in words(asked)
    asked.reason.setPlainText("电话核实地点")
    asked.accept()
    shown = form(PetitionerDialog)
    assert "13812345678" in words(shown)
    shown.accept()
    assert "电话核实地点" in words(page.detail)
    line = page.views.board.lanes[0].currentIndex()
    tips = "".join(str(line.data(role)) for role in Qt.ItemDataRole)
    texts = words(page.detail) + words(page.views.board) + tips
    assert "13812345678" not in texts
    assert "来某" not in texts
    assert cases.detail(page.desk.actor, row.id).events[-1].action == "unmask"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_cut_off_in_any_view(qtbot, make_window, monkeypatch, language):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-04")
    translation.install(language)
    window = make_window()
    page = window.page()
    accepted(page, case(page, important=False))
    for view in (BOARD, TABLE, WALL, LEDGER):
        page.views.segments.choose(view)
        qtbot.wait(1)
        assert clipped(window) == [], view


def test_the_key_is_made_once_and_its_recovery_key_shown_once(qtbot, page):
    case(page)
    page.verbs.trigger("case_key")
    asked = form(CaseKeyForm)
    asked.place.choose(KeyPlace.FILE)
    qtbot.mouseClick(asked.save_button, Qt.MouseButton.LeftButton)
    shown = form(RecoveryDialog)
    qtbot.waitUntil(shown.print_button.isEnabled)
    keys.restore(page.desk.actor, shown.code.text().lower(), KeyPlace.FILE)  # it is the right one
    shown.reject()
    assert shown.isVisible()  # not before somebody has said that it is kept
    shown.kept.setChecked(True)
    shown.reject()
    page.verbs.refresh()
    assert not page.verbs.action("case_key").isEnabled()


def test_rules_are_a_leaders_and_what_is_due_is_shown_before_it_is_erased(qtbot, page, monkeypatch):
    keys.make(next(one for one in people.actors() if one.role == Role.ADMINISTRATOR), KeyPlace.FILE)
    leader = next(one for one in people.actors() if one.role == Role.LEADER)
    row = case(page, kind=CaseKind.COMPLAINT, petitioner=Petitioner("示例·来某"))
    assert not page.verbs.action("case_rules").isEnabled()  # of a clerk
    cases.act(leader, row.id, Action.WITHDRAW, Request(words="来件人已撤回"))
    page.desk = dataclasses.replace(page.desk, actor=leader)
    page.verbs.trigger("case_rules")
    asked = form(CaseRulesForm)
    asked.numbers["private_days"].set_value(1)
    asked.accept()
    assert "30" in words(asked)  # so short is refused
    asked.numbers["private_days"].set_value(30)
    asked.accept()
    assert cases.load_rules().private_days == 30
    monkeypatch.setenv("XCDESK_TODAY", "2019-05-06")
    admin = next(one for one in people.actors() if one.role == Role.ADMINISTRATOR)
    page.desk = dataclasses.replace(page.desk, actor=admin)
    page.verbs.trigger("case_erase")
    question = form(Question)
    assert "群意〔2019〕1号" in words(question)
    qtbot.mouseClick(question.act_button, Qt.MouseButton.LeftButton)
    assert cases.row(row.id).private == Private.ERASED


def test_many_cases_are_dispatched_by_one_rule_and_what_cannot_go_is_named(qtbot, page):
    rows = [case(page, title) for title in ("窗口无人值守", "热线占线", "门牌缺失")]
    rows.append(case(page, "重要事项", important=True))
    for row in rows:
        act(page, row, Action.FILE)
    page.views.segments.choose(TABLE)
    page.verbs.trigger("case_many_dispatch")
    dialog = form(CaseManyDialog)
    assert [one.refusal and one.refusal.code for one in dialog.model.rows()].count("case.head_only") == 1
    assert dialog.act_button.text() == "交办 3 件"
    dialog.rule.choose("days")
    dialog.days.set_value(4)
    qtbot.waitUntil(lambda: {one.due for one in dialog.model.rows()} == {dt.date(2019, 3, 8)})
    goes = [one.refusal is None for one in dialog.model.rows()]
    dialog.table.select_row(goes.index(True))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.act_button.text() == "交办 2 件"
    qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.desk.runner.busy())
    sent = cases.page(CaseFilter(states=(CaseState.DISPATCHED,)))
    assert {row.due for row in sent} == {dt.date(2019, 3, 8)}
    assert len(sent) == 2
    slips = next(one for one in page.notice.findChildren(QPushButton) if "2" in one.text())
    qtbot.mouseClick(slips, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: form(PrintoutDialog).preview.pages >= 2)


def test_what_is_chosen_in_the_list_is_what_is_done(qtbot, page):
    for title in ("窗口无人值守", "热线占线", "门牌缺失"):
        case(page, title)
    page.views.segments.choose(TABLE)
    page.views.table.list.table.selectAll()
    page.views.table.list.table.selectRow(0)
    qtbot.keyClick(page.views.table.list.table, Qt.Key.Key_Down, SHIFT)
    assert len(page.views.table.selected()) == 2
    page.verbs.trigger("case_many_file")
    dialog = form(CaseManyDialog)
    assert len(dialog.model.rows()) == 2
    qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.desk.runner.busy())
    assert cases.count(CaseFilter(states=(CaseState.FILED,))) == 2


def test_private_details_are_corrected_for_a_reason_and_erased_at_request(qtbot, page, administrator):
    keys.make(administrator, KeyPlace.FILE)
    row = case(page, "补课收费", CaseKind.COMPLAINT, petitioner=Petitioner("示例·来某", "13812345678"))
    page.verbs.trigger("case_amend")
    amend = form(AmendForm)
    qtbot.keyClicks(amend.phone, "13900001111")
    qtbot.mouseClick(amend.save_button, Qt.MouseButton.LeftButton)
    assert amend.isVisible()  # without a reason it stays
    qtbot.keyClicks(amend.reason, "came in by telephone")
    qtbot.mouseClick(amend.save_button, Qt.MouseButton.LeftButton)
    assert cases.log(row.id)[-1].action == "amend"
    assert "13900001111" not in words(page)
    assert not page.verbs.action("case_forget").isEnabled()  # a leader decides
    chen = people.actor("chen")
    private.forget(chen, row.id, "来信要求删除")
    assert cases.row(row.id).private == Private.ERASED
