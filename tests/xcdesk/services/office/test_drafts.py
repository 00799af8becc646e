"""Drafts and comments: kept whole, seen by whom they are for, followed through the text."""

import datetime as dt
import subprocess
import sys

import pytest

from tests.killing import KILLED
from xcdesk import office
from xcdesk.codes import MaterialKind, MaterialState, Series
from xcdesk.errors import BadTextError, MissingTextError, StaleRowError
from xcdesk.models import AuditEntry
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial, TextChange, comments, refusals
from xcdesk.services.approvals.comments import NewComment
from xcdesk.services.issuing import bulletins, live_figures
from xcdesk.services.log import coverage
from xcdesk.services.office import drafts, people
from xcdesk.services.office.drafts import DraftText
from xcdesk.services.record.entries import NewItem
from xcdesk.services.roster.outlets import outlets
from xcdesk.texts import live_fields
from xcdesk.texts.live_fields import Condition, Counted, LiveField

TEXT = "# 办结时限\n收件当日转办，办结时限由七个工作日压缩到五个工作日。\n"
MARCH = (dt.date(2019, 3, 1), dt.date(2019, 3, 31))

TYPIST = """
import sys
from xcdesk import store
from xcdesk.services.office import drafts, people
store.open_store(sys.argv[1])
clerk = people.actor("guo")
for turn in range(1, 100_000):
    drafts.keep(clerk, drafts.DraftText("material:new", str(turn), f"{turn}字 " * 4_000))
    print(turn, flush=True)
"""


@pytest.fixture
def clerk(db):
    return people.actor("guo")


@pytest.fixture
def leader(db):
    return people.actor("chen")


def draft(actor, text=TEXT):
    return approvals.create(actor, NewMaterial(MaterialKind.NOTICE, "通知", text))


def test_a_draft_is_kept_over_and_over_and_dropped(clerk, leader):
    before = AuditEntry.select().count()
    drafts.keep(clerk, DraftText("material:3", "", "一", {"kind": "notice"}, 4))
    drafts.keep(clerk, DraftText("material:3", "题\x00", "一二", {"kind": "notice"}, 4))
    drafts.keep(leader, DraftText("material:3", "", "别人的"))
    (found,) = drafts.kept(clerk)
    assert found.text == DraftText("material:3", "题", "一二", {"kind": "notice"}, 4)
    with pytest.raises(BadTextError):
        drafts.keep(clerk, DraftText("material:3", "", "长" * (drafts.LONGEST + 1)))
    assert drafts.kept_of(clerk, "material:3") == found
    drafts.drop(clerk, "material:3")
    drafts.drop(clerk, "material:3")
    assert drafts.kept(clerk) == ()
    assert len(drafts.kept(leader)) == 1
    assert AuditEntry.select().count() == before


@pytest.mark.file_engine
def test_a_draft_told_to_be_kept_survives_a_kill_and_is_whole(db, clerk):
    writer = subprocess.Popen([sys.executable, "-c", TYPIST, db], stdout=subprocess.PIPE, text=True)
    told = 0
    for line in writer.stdout:
        told = int(line)
        if told == 8:
            writer.kill()
            break
    told = max([told, *map(int, writer.stdout.read().split())])
    writer.stdout.close()
    assert writer.wait() == KILLED
    (found,) = drafts.kept(clerk)
    turn = int(found.text.title)
    assert turn in {told, told + 1}
    assert found.text.body == f"{turn}字 " * 4_000


def test_a_comment_follows_its_passage_until_it_is_settled(clerk, leader):
    row = draft(clerk)
    start = comments.reading_text(TEXT).index("压缩到五个")
    made = comments.comment(leader, row.id, NewComment(1, start, start + 5, "请核实 "))
    approvals.edit(clerk, row.id, TextChange("通知", "# 办结时限\n一、情况\n收件即办，压缩到三个工作日。\n"))
    (found,) = comments.comments(row.id)
    text = comments.reading_text(approvals.detail(clerk, row.id).text)
    assert (found.who, found.words, found.quote) == (leader.name, "请核实", "压缩到五个")
    assert text[found.place.start : found.place.end] == "压缩到三个"
    comments.settle(clerk, made, version=found.version, answer="已核实")
    with pytest.raises(StaleRowError):
        comments.settle(clerk, made, version=found.version)
    (settled,) = comments.comments(row.id)
    assert (settled.open, settled.settled_by, settled.answer, settled.place) == (
        False,
        clerk.name,
        "已核实",
        None,
    )
    comments.reopen(clerk, made, version=settled.version)
    approvals.edit(clerk, row.id, TextChange("通知", "另写。"))
    (gone,) = comments.comments(row.id)
    assert gone.open
    assert gone.place is None


def test_a_comment_needs_a_passage_words_and_a_text_still_at_work(clerk, leader):
    row = draft(clerk)
    with pytest.raises(refusals.NoPassageError):
        comments.comment(leader, row.id, NewComment(1, 3, 3, "空"))
    with pytest.raises(MissingTextError):
        comments.comment(leader, row.id, NewComment(1, 0, 3, " "))
    approvals.submit(clerk, row.id)
    approvals.agree(leader, row.id, seen_hash=row.text_hash)
    comments.comment(leader, row.id, NewComment(1, 0, 2, "留意"))
    office.issue_material(clerk, row.id)
    with pytest.raises(refusals.ClosedTextError):
        comments.comment(leader, row.id, NewComment(1, 0, 3, "晚了"))


def logged(clerk):
    day = dt.date(2019, 3, 4)
    both = (("许昌日报", "承诺之一"), ("许昌晨报", "承诺之一"), ("许昌日报", "承诺之二"))
    coverage.log_items(clerk, [NewItem(day, outlet, title, "news") for outlet, title in both])
    return next(row.id for row in outlets() if row.name == "许昌日报")


def test_figures_are_counted_anew_until_the_text_is_submitted(clerk, leader):
    daily = logged(clerk)
    field = LiveField(Counted.PLACEMENTS, *MARCH, ((Condition.OUTLET, str(daily)),))
    table = LiveField(Counted.BY_OUTLET, *MARCH)
    row = draft(clerk, f"三月刊播{field.source}次。\n\n{table.source}\n")
    assert live_figures.shown(field).text == "2"
    assert "许昌日报" in live_figures.shown(field).rule
    coverage.log_items(clerk, [NewItem(dt.date(2019, 3, 5), "许昌日报", "承诺之三", "news")])
    sent = office.submit_material(clerk, row.id, version=row.version)
    text = approvals.detail(clerk, row.id).text
    assert "三月刊播3次。" in text
    assert "| 许昌日报 | 市级 | 3 | 3 |" in text
    assert "文中数字口径：3为" in text
    assert live_fields.fields_in(text) == ()
    assert (sent.state, sent.revision) == (MaterialState.IN_REVIEW, 2)
    coverage.log_items(clerk, [NewItem(dt.date(2019, 3, 6), "许昌日报", "承诺之四", "news")])
    assert approvals.detail(clerk, row.id).text == text
    changed = office.edit_material(clerk, row.id, TextChange("通知", f"刊播{field.source}次。"))
    assert "刊播4次。" in approvals.detail(clerk, changed.id).text


def test_a_bulletin_edited_by_hand_is_counted_for_good_too(clerk):
    logged(clerk)
    bulletin = bulletins.draft(clerk, Series.INTERNAL_REFERENCE, dt.date(2019, 3, 4))
    field = LiveField(Counted.PLACEMENTS, *MARCH)
    change = TextChange(bulletin.title, f"{bulletin.text}\n本月刊播{field.source}次。")
    office.edit_material(clerk, bulletin.material, change)
    office.submit_material(clerk, bulletin.material)
    text = approvals.detail(clerk, bulletin.material).text
    assert "本月刊播3次。" in text
    assert live_fields.fields_in(text) == ()


def test_only_fields_are_read_as_fields():
    field = LiveField(Counted.PIECES, *MARCH, ((Condition.TIER, "national"),))
    assert field.source == "{{pieces 2019-03-01 2019-03-31 tier:national}}"
    assert live_fields.field_of(field.source) == field
    for other in ("{{pieces}}", "{{pieces 2019-03-01 2019-02-31}}", "{{wishes 2019-03-01 2019-03-31}}"):
        assert live_fields.fields_in(f"甲{other}乙") == ()
    assert live_fields.pieces_of(f"甲{field.source}") == ("甲", field)
