"""What an office does every day goes on under the roles of a server, each act as the person who does it."""

import datetime as dt
import io
from dataclasses import replace

import pytest

from xcdesk import demo, office, store
from xcdesk.codes import CaseKind, MaterialKind, MaterialState, MergeKind, Role, Series, UnitKind
from xcdesk.db.server_opening import UnreachableStoreError
from xcdesk.importers import apply, plan
from xcdesk.importers.said import Said
from xcdesk.models import AuditEntry, User
from xcdesk.services import approvals, cases, trash
from xcdesk.services.accounts import keeping, secrets
from xcdesk.services.approvals import NewMaterial, PaperSigned, TextChange, comments, consult_forms
from xcdesk.services.approvals.consult_forms import NewForm, Reply
from xcdesk.services.approvals.consult_lines import RepliedLine
from xcdesk.services.approvals.refusals import NotLeaderError
from xcdesk.services.cases import NewCase, Petitioner, keys, private
from xcdesk.services.cases.keys import KeyPlace
from xcdesk.services.grid import cells
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.issuing import bulletins, numbering, tray
from xcdesk.services.issuing.tray import Piece
from xcdesk.services.log import coverage, coverage_log, evidence
from xcdesk.services.log.evidence import NewFile, Particulars
from xcdesk.services.office import drafts, office_settings, people
from xcdesk.services.office.drafts import DraftText
from xcdesk.services.record import audit
from xcdesk.services.record.entries import NewItem
from xcdesk.services.roster import merging, outlet_changes, outlets, units
from xcdesk.services.targets import advert_changes, contributions
from xcdesk.services.targets.advert_changes import NewAdvert
from xcdesk.services.targets.contributions import NewContribution
from xcdesk.services.trackers import activity_changes, manuscript_changes
from xcdesk.services.trackers.activity_changes import NewActivity
from xcdesk.services.trackers.manuscript_changes import NewManuscript
from xcdesk.services.upkeep import checks

DAY = dt.date(2019, 3, 5)


def test_a_text_passes_from_a_clerk_to_a_leader_who_signs_it_off(sit_down):
    guo = sit_down("guo")
    made = approvals.create(guo, NewMaterial(MaterialKind.NOTICE, "通知 ", "正文\n\n\n第二段"))
    made = approvals.edit(guo, made.id, TextChange("通知", "正文 改\n- 一\n- 二", None), version=made.version)
    approvals.submit(guo, made.id)
    approvals.recall(guo, made.id)
    approvals.submit(guo, made.id)
    chen = sit_down("chen")
    seen = approvals.row(made.id)
    approvals.send_back(chen, made.id, seen_hash=seen.text_hash, opinion="请核实")
    guo = sit_down("guo")
    approvals.edit(guo, made.id, TextChange("通知", "核实过的正文", None))
    approvals.submit(guo, made.id)
    chen = sit_down("chen")
    approvals.claim(chen, made.id)
    row = approvals.agree(chen, made.id, seen_hash=approvals.row(made.id).text_hash)
    assert row.state == MaterialState.APPROVED
    guo = sit_down("guo")
    assert approvals.issue(guo, made.id).state == MaterialState.ISSUED
    approvals.correct(guo, made.id, reason="日期有误")
    chen = sit_down("chen")
    assert approvals.void(chen, made.id, reason="作废重发").state == MaterialState.VOIDED
    assert audit.verify().ok
    assert {
        entry.who for entry in AuditEntry.select().where(AuditEntry.subject == f"material:{made.id}")
    } == {
        "guo",
        "chen",
    }


def test_what_is_asked_outside_comes_back_as_a_comment(sit_down):
    guo = sit_down("guo")
    made = approvals.create(guo, NewMaterial(MaterialKind.NOTICE, "通知", "收件当日转办。"))
    form = consult_forms.send(guo, made.id, NewForm("示例局"))
    lin = sit_down("lin")
    file = NewFile("回复.docx", lambda: io.BytesIO(b"as it came"))
    reply = Reply("示例局", "同意", (RepliedLine(1, "收件次日转办。"),), file)
    assert consult_forms.take_in(lin, consult_forms.form(form.id), reply) == 1
    guo = sit_down("guo")
    (said,) = comments.comments(made.id)
    comments.settle(guo, said.id, version=said.version, answer="已采纳")
    assert audit.verify().ok


def test_without_a_leader_s_account_a_sheet_voids(sit_down):
    guo = sit_down("guo")
    made = approvals.create(guo, NewMaterial(MaterialKind.NOTICE, "通知", "正文"))
    approvals.submit(guo, made.id)
    chen = sit_down("chen")
    approvals.agree(chen, made.id, seen_hash=made.text_hash)
    office = sit_down("office")
    sheet = PaperSigned("示例·市领导", "", DAY, NewFile("单.pdf", lambda: io.BytesIO(b"%PDF-1.4")))
    with pytest.raises(NotLeaderError):
        approvals.void_on_paper(office, made.id, sheet, reason="不发了")
    for row in keeping.accounts():
        if row.role == Role.LEADER and row.active:
            keeping.disable(office, row.id, row.version)
    row = approvals.void_on_paper(office, made.id, sheet, reason="不发了")
    assert row.state == MaterialState.VOIDED


def test_a_clerk_s_day_goes_on(sit_down):
    guo = sit_down("guo")
    assert [each.login for each in people.actors()] == ["guo"]
    item = coverage.log_item(guo, NewItem(DAY, "许昌日报", "我市公布承诺事项"))
    assert item
    evidence.attach(guo, item, (NewFile("扫描.png", lambda: io.BytesIO(b"picture")),), Particulars())
    drafts.keep(guo, DraftText("material:new", "没写完", "……"))
    assert drafts.kept(guo)
    assert User.select().count() == 5
    assert trash.purge_old() == 0
    secrets.set_password(guo, "", "ocean-93-lamp")
    secrets.prove(guo, "ocean-93-lamp")
    lin = sit_down("lin")
    assert drafts.kept(guo) == ()
    assert people.has_password(guo)
    case = cases.register(lin, NewCase(CaseKind.FINDING, "窗口无人值守", "市教育局"))
    assert case.number
    line = advert_changes.add_advert(lin, NewAdvert(1, "2版", 3, DAY))
    assert advert_changes.remove_advert(lin, line, 1) == 2
    sent = manuscript_changes.add_manuscript(lin, NewManuscript(1, DAY, "示例来稿", (1, 2)))
    manuscript_changes.change_manuscript(lin, sent, 1, NewManuscript(1, DAY, "示例来稿", (1,)))
    manuscript_changes.confirm(lin, [(sent, item)])
    assert manuscript_changes.take_back(lin, [(sent, item)])
    held = activity_changes.add_activity(lin, NewActivity("sms", DAY, "示例短信"))
    (kept,) = activity_changes.attach(lin, held, [NewFile("短信.png", lambda: io.BytesIO(b"sms"))])
    assert activity_changes.detach(lin, kept, 1) == 2


def test_who_complained_is_read_against_a_reason(sit_down):
    chief = sit_down("office")
    keys.make(chief, KeyPlace.FILE)
    guo = sit_down("guo")
    somebody = Petitioner("示例·来某", "13812345678", "示例路1号", "", "晚上在家")
    case = cases.register(guo, NewCase(CaseKind.COMPLAINT, "办事排队", "市教育局", petitioner=somebody))
    assert private.unmask(guo, case.id, "回访") == somebody
    private.amend(guo, case.id, Petitioner("", "13900000000", "", "", ""), "电话有误")
    assert private.unmask(guo, case.id, "核对") == replace(somebody, phone="13900000000")
    acts = [entry.action for entry in AuditEntry.select().order_by(AuditEntry.id)]
    assert acts[-1] == "case.unmasked"
    assert audit.verify().ok


def test_an_administrator_keeps_the_accounts_and_the_groups_follow(sit_down, session):
    chief = sit_down("office")
    lin = next(row for row in keeping.accounts() if row.login == "lin")
    keeping.change_user(
        chief, lin.id, lin.version, keeping.Particulars("linlin", lin.name, "科长", keeping.Role.REVIEWER)
    )
    he = next(row for row in keeping.accounts() if row.login == "he")
    keeping.disable(chief, he.id, he.version)
    made = keeping.add_user(chief, keeping.Particulars("zhou", "示例·周某", "干事", keeping.Role.CLERK))
    assert made.id
    found = office_settings.load()
    assert found
    there = session("linlin").execute(
        "SELECT pg_has_role(current_database() || '-reviewer', 'MEMBER'),"
        " pg_has_role(current_database() || '-clerk', 'MEMBER')"
    )
    assert there.fetchone() == (True, False)
    store.close_store()
    with pytest.raises(UnreachableStoreError):
        sit_down("he")


def test_returns_are_imported_and_an_issue_goes_out_with_its_number(sit_down):
    """The main job, as `xcdesk demo` does it, by two people at their own desks."""
    week = dt.date(2019, 3, 4)
    guo = sit_down("guo")
    for path in demo.samples()[:2]:
        apply.apply(plan.prepare(path, Said(year=2019)), guo)
    assert coverage_log.page().rows
    contributions.receive(guo, NewContribution(week, "来稿一篇", "正文", outlet="许昌日报"))
    draft = bulletins.draft(guo, Series.INTERNAL_REFERENCE, week)
    for row in contributions.listed(draft.period.since, draft.period.until):
        tray.include(guo, draft.id, Piece(row.id, row.version))
    draft = bulletins.get(draft.id)
    seen = approvals.submit(guo, draft.material)
    chen = sit_down("chen")
    approvals.agree(chen, draft.material, seen_hash=seen.text_hash, opinion="同意印发")
    guo = sit_down("guo")
    office.issue_material(guo, draft.material, on=dt.date(2019, 3, 11))
    issued = numbering.row(draft.id)
    assert issued.number == 1
    assert issued.files
    assert [check for check in checks.run() if not check.ok] == []


def test_the_roster_and_the_matrix_are_kept_by_a_clerk_and_quotas_are_not(sit_down):
    guo = sit_down("guo")
    outlet = next(each for each in outlets.outlets() if each.name == "许昌晨报")
    told = outlet_changes.NewOutlet(outlet.name, outlet.kind, outlet.tier, "135", "18:00", "改版")
    outlet_changes.change_outlet(guo, outlet.id, outlet.version, told)
    made = units.add_unit(guo, units.NewUnit("示例新单位", UnitKind.DEPARTMENT))
    kept = next(each.id for each in units.units() if each.name == "市教育局")
    merging.merge(guo, merging.preview(MergeKind.UNIT, kept, made))
    cells.set_none_today(guo, Cell(outlet.id, dt.date(2019, 3, 4)), "not_sent")
    item = coverage.log_item(guo, NewItem(DAY, "许昌日报", "放进回收站"))
    (gone,) = coverage.remove_items(guo, [coverage.ItemVersion(item, 1)])
    coverage.restore_items(guo, [gone])
    assert audit.verify().ok
