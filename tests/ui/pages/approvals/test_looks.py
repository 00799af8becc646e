"""How the approvals page looks: the picture, the steps, nothing cut off, either theme."""

from collections import defaultdict
from dataclasses import replace

import pytest

from tests.ui.clipping import clipped
from tests.ui.pages.approvals.hands import OTHER, TITLE, approved, draft, in_review, settle
from ui import translation
from ui.pages.approvals.picture import main_line, next_words, picture
from ui.tablemodels.material_steps import STEP_COLUMNS, step_lines
from ui.tablemodels.materials import MaterialListModel, RecordsModel
from ui.theme import theme
from ui.theme.theme import Choice
from ui.widgets.state_picture import Stage
from xcdesk.codes import MaterialKind, MaterialState, Role
from xcdesk.models import ReviewStep
from xcdesk.services import approvals
from xcdesk.services.approvals import TextChange
from xcdesk.services.office import people


def test_the_picture_follows_the_transition_table(clerk, leader):
    line = main_line()
    assert line == tuple(MaterialState(each) for each in ("draft", "in_review", "approved", "issued"))
    row = in_review(clerk)
    seen = approvals.detail(clerk, row.id)
    drawn = picture(seen)
    assert [box.stage for box in drawn.boxes] == [Stage.DONE, Stage.HERE, Stage.TO_COME, Stage.TO_COME]
    assert drawn.sentence == f"送审中，第 1 / 1 环节，等{leader.name}"
    alone = replace(seen, steps=tuple(replace(step, people=(), seats=()) for step in seen.steps))
    assert picture(alone).sentence == "送审中，第 1 / 1 环节，等领导"
    assert next_words(alone, defaultdict(str)).startswith("“签发”这一环节还没有能签的人：请登记纸质签批")
    assert STEP_COLUMNS[1].text(step_lines(alone)[0]) == "领导（待定）"
    assert drawn.back
    approvals.agree(leader, row.id, seen_hash=row.text_hash)
    approvals.void(leader, row.id, reason="有误")
    drawn = picture(approvals.detail(clerk, row.id))
    assert [box.word for box in drawn.boxes] == ["起草", "送审中", "已签发", "已作废"]
    assert not drawn.back


def test_steps_are_a_table_where_there_is_room_and_a_line_where_not(qtbot, open_page, clerk):
    in_review(clerk)
    page = open_page(clerk)
    assert page.detail.steps_line.isVisible()
    assert not page.detail.steps.isVisible()
    page.window().resize(1440, 900)
    qtbot.waitUntil(page.detail.steps.isVisible)
    assert not page.detail.steps_line.isVisible()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("height", [728, 900])
def test_nothing_is_cut_off_whatever_the_state(open_page, clerk, leader, hire, language, height):
    hire("zhou", "示例·周某", "主任", Role.LEADER)
    ReviewStep.create(kind=MaterialKind.NOTICE, position=2, name="主任签发", role=Role.LEADER)
    row = in_review(clerk)
    approvals.edit(leader, in_review(clerk, "自己改过的").id, TextChange("自己改过的", OTHER))
    draft(clerk, "空的", "")
    voided = approved(clerk, leader)
    approvals.agree(people.actor("zhou"), voided.id, seen_hash=voided.text_hash)
    approvals.void(leader, voided.id, reason="有误")
    returned = in_review(clerk, "退回的")
    approvals.send_back(leader, returned.id, seen_hash=returned.text_hash, opinion="请补充数字")
    translation.install(language)
    page = open_page(leader)
    page.window().resize(1366, height)
    for each in approvals.queue(leader):
        page.open(each.id)
        settle()
        assert clipped(page.window()) == [], each.title
        assert page.detail.stamp.width() >= page.detail.stamp.sizeHint().width(), each.title
    page.open(row.id)
    page.verbs.trigger("material_edit")
    settle()
    assert clipped(page.window()) == []


def test_a_long_title_does_not_widen_the_window(open_page, clerk):
    page = open_page(clerk)
    page.open(draft(clerk, TITLE * 15).id)
    page.verbs.trigger("material_edit")
    settle()
    assert page.window().minimumSizeHint().width() <= 1366


def test_a_theme_switch_recolours_the_picture_and_the_text(bare_page, clerk):
    in_review(clerk)
    page = bare_page(clerk)
    settle()
    light = page.detail.picture.grab().toImage()
    theme.current().apply(Choice.DARK)
    dark = page.detail.picture.grab().toImage()
    colour = page.detail.text.text.palette().text().color()
    theme.current().apply(Choice.LIGHT)
    assert light.size() == dark.size()
    assert light != dark
    assert colour.lightness() > 128


def test_models_keep_the_rules_of_item_models(qtmodeltester, clerk, leader):
    in_review(clerk)
    model = MaterialListModel()
    model.set_rows(approvals.queue(clerk))
    qtmodeltester.check(model)
    steps = RecordsModel(STEP_COLUMNS)
    steps.set_rows(step_lines(approvals.detail(clerk, approvals.queue(clerk)[0].id)))
    qtmodeltester.check(steps)
