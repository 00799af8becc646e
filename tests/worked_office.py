"""An office in which everything was done once, by the program's own services: a row in every table.

Everybody in it is invented, and so is all that is written. It is small, for it is kept with each release
(`tests.releases`).
"""

import datetime as dt
import io
from pathlib import Path

import openpyxl

from xcdesk import clock, consulting, office, sample_cases, sample_trackers
from xcdesk.codes import (
    CallAnswer,
    CaseKind,
    ContactRole,
    MaterialKind,
    MergeKind,
    QuotaSubject,
    Role,
    Series,
    UnitKind,
)
from xcdesk.importers import apply, caselists, plan
from xcdesk.importers.said import Said
from xcdesk.models.tables import TABLES
from xcdesk.resources import resource
from xcdesk.services import approvals, cases
from xcdesk.services.accounts import keeping, recovery, secrets
from xcdesk.services.approvals import (
    NewDelegation,
    NewMaterial,
    NewStep,
    PaperSigned,
    comments,
    consult_forms,
)
from xcdesk.services.approvals.comments import NewComment
from xcdesk.services.approvals.consult_forms import NewForm
from xcdesk.services.cases import Action, NewCase, Petitioner, Request, keys
from xcdesk.services.cases.keys import KeyPlace
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.due import calls, handover, matters
from xcdesk.services.due.calls import NewCall
from xcdesk.services.due.matters import MatterTerms
from xcdesk.services.grid import cells
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.issuing import bulletins, candidates, tray
from xcdesk.services.issuing.tray import Piece
from xcdesk.services.log import coverage, coverage_log, evidence, reprints
from xcdesk.services.log.evidence import NewFile, Particulars
from xcdesk.services.office import drafts, founding, own_days, people
from xcdesk.services.office.drafts import DraftText
from xcdesk.services.record.entries import NewItem
from xcdesk.services.roster import (
    links,
    merging,
    outlets,
    programme_changes,
    programmes,
    publication_changes,
    units,
)
from xcdesk.services.roster.links import NewLink
from xcdesk.services.roster.publication_changes import NewException
from xcdesk.services.roster.tenure_changes import NewTenure
from xcdesk.services.roster.units import NewUnit
from xcdesk.services.search import saved_searches
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution

TODAY = dt.date(2019, 3, 29)
DAY = dt.date(2019, 3, 5)
_SILENT = dt.date(2019, 2, 20)
PASSWORD = "示例口令 2019"  # noqa: S105  # of invented people
"""Of every account that has one."""
PETITIONER = Petitioner("示例·来某", "13800000000", "示例路1号")
KEY_MATTER = "恢复密钥（示例）"
"""Title of the open matter on which the key of those who complained is written down, as no office would."""
_SCAN = NewFile("示例·扫描件.pdf", lambda: io.BytesIO(b"%PDF-1.4 sample"))
_PROMISES = 9
"""So many commitments are enough for one to be answered and one to be closed."""


def fill(scratch: Path) -> None:
    """Found an office in the open, empty database and do whatever leaves a row; files go to ``scratch``."""
    founding.found(sample=True)
    with clock.as_if(TODAY):
        _people()
        _roster()
        _log()
        _texts()
        _consulted(scratch)
        _bulletin()
        sample_cases.fill(TODAY, commitments=_PROMISES)
        _complaint()
        _imports(scratch)
        sample_trackers.fill(TODAY, ran=True)


def empty_tables() -> tuple[str, ...]:
    """Names of the tables of the open database that have no row."""
    return tuple(table._meta.table_name for table in TABLES if not table.select().exists())


def _people() -> None:
    """Passwords, the recovery code, and what single persons keep for themselves."""
    chief, clerk = people.actor("office"), people.actor("guo")
    keeping.add_user(chief, keeping.Particulars("hu", "示例·胡某", "副主任", Role.LEADER))
    secrets.set_password(chief, "", PASSWORD)
    secrets.set_password(clerk, "", PASSWORD)
    recovery.make(chief)
    saved_searches.keep(clerk, "本月承诺", "承诺 日期:2019-03")
    drafts.keep(clerk, DraftText("material:new", "半份通知", "写到一半（示例）", {}, 0))
    own_days.set_day(chief, dt.date(2019, 10, 8), working=False, note="示例·停电")


def _roster() -> None:
    """A site, days off, a post handed over, two units made one, a programme in the trash."""
    clerk = people.actor("guo")
    daily = outlets.outlets()[0]
    links.add_link(clerk, NewLink("日报网", "https://example.cn/", outlet_id=daily.id))
    publication_changes.add_exceptions(
        clerk, [daily.id], NewException(dt.date(2019, 10, 1), dt.date(2019, 10, 7), note="国庆休刊")
    )
    new = NewTenure(daily.id, ContactRole.LIAISON, "示例·何某", DAY, phone="0374-77")
    handover.change_holder(clerk, new, handover.open_items(daily, DAY))
    kept = units.add_unit(clerk, NewUnit("示例市档案馆", UnitKind.DEPARTMENT))
    gone = units.add_unit(clerk, NewUnit("示例市档案局", UnitKind.DEPARTMENT))
    merging.merge(clerk, merging.preview(MergeKind.UNIT, kept, gone))
    programme, *_ = programmes.programmes(daily.id)
    programme_changes.withdraw_programme(clerk, programme.id, programme.version)


def _log() -> None:
    """Reports, two of them one piece, evidence, a day without any, a call, an open matter."""
    clerk = people.actor("guo")
    first, second, _ = coverage.log_items(
        clerk,
        [
            NewItem(DAY, "许昌日报", "承诺之一（示例）", "news", unit="市教育局"),
            NewItem(DAY, "许昌晨报", "承诺之一（示例）", unit="市教育局"),
            NewItem(DAY, "许昌日报", "公布 𠮷 承诺事项"),
        ],
    )
    reprints.group_reprints(clerk, (first, second))
    evidence.attach(clerk, first, (_SCAN,), Particulars(DAY, "第3版"))
    radio, television = outlets.outlets()[2:4]
    cells.set_none_today(clerk, Cell(radio.id, _SILENT), "off_air")
    calls.log_call(
        clerk, NewCall(television.id, TODAY, QuotaSubject.ITEMS, CallAnswer.WILL_SEND, "示例·高某")
    )
    matters.pin(clerk, MatterTerms("订正一处单位名称（示例）", due=TODAY))


def _texts() -> None:
    """A notice that went out, and one in review: on paper, lent, with somebody asked and a comment."""
    clerk, leader, second = people.actor("guo"), people.actor("chen"), people.actor("hu")
    release = MaterialKind.PRESS_RELEASE
    steps = [NewStep("审核", Role.LEADER, people=(leader.id,)), NewStep("签发", Role.LEADER)]
    approvals.save_steps(leader, release, steps)
    notice = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "通知（示例）", "正文（示例）"))
    approvals.submit(clerk, notice.id)
    approvals.agree(leader, notice.id, seen_hash=notice.text_hash)
    office.issue_material(clerk, notice.id)
    text = approvals.create(clerk, NewMaterial(release, "新闻稿（示例）", "收件当日转办，五日内答复。"))
    comments.comment(leader, text.id, NewComment(1, 0, 4, "请写明由谁转办（示例）"))
    approvals.submit(clerk, text.id)
    sheet = PaperSigned(leader.name, "主任", TODAY, _SCAN, leader.id)
    approvals.sign_on_paper(second, text.id, sheet, seen_hash=text.text_hash)
    approvals.consult(leader, text.id, second.id, question="可行吗（示例）")
    approvals.delegate(leader, NewDelegation(leader.id, second.id, TODAY, TODAY + dt.timedelta(days=2)))


def _consulted(scratch: Path) -> None:
    """A form that went to somebody outside and came back."""
    clerk, path = people.actor("guo"), scratch / "征求意见单.docx"
    text = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "征求意见的通知（示例）", "正文（示例）"))
    form = consulting.send(clerk, text.id, NewForm("示例局", "请提意见（示例）", TODAY), path)
    consult_forms.take_in(clerk, form, consulting.read(path, form).reply)


def _bulletin() -> None:
    """An internal reference that went out, the month's circular in the making, and a candidate."""
    clerk, leader = people.actor("guo"), people.actor("chen")
    contributions.receive(clerk, NewContribution(DAY, "来稿（示例）", "正文（示例）", outlet="许昌日报"))
    draft = bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY)
    for row in contributions.listed(draft.period.since, draft.period.until):
        tray.include(clerk, draft.id, Piece(row.id, row.version))
    draft = bulletins.get(draft.id)
    seen = approvals.submit(clerk, draft.material)
    approvals.agree(leader, draft.material, seen_hash=seen.text_hash)
    office.issue_material(clerk, draft.material)
    bulletins.draft(clerk, Series.CIRCULAR, DAY)
    candidates.mark_reports(clerk, [coverage_log.page(ItemFilter(), limit=1).rows[0].id])


def _complaint() -> None:
    """A complaint whose petitioner is known, with a second department that helps."""
    chief, clerk = people.actor("office"), people.actor("guo")
    matters.pin(chief, MatterTerms(KEY_MATTER, note=keys.make(chief, KeyPlace.FILE)))
    new = NewCase(CaseKind.COMPLAINT, "办证等候（示例）", "市公安局", petitioner=PETITIONER)
    case = cases.register(clerk, new)
    cases.act(clerk, case.id, Action.FILE)
    cases.act(clerk, case.id, Action.DISPATCH, Request(helpers=("市教育局",)))


def _imports(scratch: Path) -> None:
    """A county's return and a list of findings."""
    clerk = people.actor("guo")
    (county,) = resource("samples").glob("鄢陵县*")
    apply.apply(plan.prepare(county, Said(year=TODAY.year)), clerk)
    book = openpyxl.Workbook()
    book.active.append(("序号", "检查日期", "责任单位", "发现的问题", "发现方式"))
    book.active.append((1, "2019年3月5日", "市教育局", "窗口无人值守（示例）", "暗访"))
    book.save(scratch / "暗访清单.xlsx")
    caselists.apply(caselists.look(scratch / "暗访清单.xlsx", actor=clerk), clerk)
