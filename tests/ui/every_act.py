"""One act of every kind that the pages write, and what all pages show before and after."""

import datetime as dt
import io
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from ui.dialogs.evidence_acts import EvidenceActs
from ui.dialogs.office_form import Typed
from ui.dialogs.returns.acts import ReturnsActs
from ui.pages.bulletins.piece_acts import PieceActs
from ui.pages.call_acts import CallActs, MatterActs
from ui.pages.coverage.acts import CoverageActs
from ui.pages.coverage.trackers.acts import (
    ACTIVITIES,
    ADVERTS,
    MANUSCRIPTS,
    FileActs,
    PasteActs,
    TrackerActs,
    UseActs,
)
from ui.pages.followup.acts import CaseActs
from ui.pages.roster.acts import OutletActs
from ui.pages.roster.list_acts import TermActs, UnitActs
from ui.pages.roster.more_acts import DayActs, LinkActs
from ui.pages.roster.quota_keeper import QuotaActs
from xcdesk.codes import (
    CallAnswer,
    CaseKind,
    ContactRole,
    OutletKind,
    PieceKind,
    QuotaSubject,
    Series,
    Tier,
    UnitKind,
    Vocabulary,
)
from xcdesk.services import cases
from xcdesk.services.cases import CaseChange, NewCase
from xcdesk.services.due import matters
from xcdesk.services.due.calls import NewCall
from xcdesk.services.due.matters import MatterTerms
from xcdesk.services.grid import none_days
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.issuing import bulletins, pieces, sections
from xcdesk.services.issuing.candidates import NewPiece
from xcdesk.services.issuing.tray import PieceText
from xcdesk.services.log import coverage_log, evidence
from xcdesk.services.log.evidence import NewFile, Particulars
from xcdesk.services.office import office_settings, terms
from xcdesk.services.office.office_settings import OfficeSettings
from xcdesk.services.office.term_changes import TermChange
from xcdesk.services.record.entries import ItemChange, NewItem
from xcdesk.services.returns import returns_rules
from xcdesk.services.roster import links, outlets, publication, tenures, units
from xcdesk.services.roster.links import NewLink
from xcdesk.services.roster.outlet_changes import NewOutlet
from xcdesk.services.roster.publication_changes import NewException
from xcdesk.services.roster.tenure_changes import NewTenure
from xcdesk.services.roster.units import NewUnit
from xcdesk.services.targets import adverts, contributions, in_force
from xcdesk.services.targets.advert_changes import NewAdvert
from xcdesk.services.targets.contributions import NewContribution
from xcdesk.services.trackers import activities, activity_changes, manuscripts
from xcdesk.services.trackers.activity_changes import NewActivity
from xcdesk.services.trackers.manuscript_changes import NewManuscript

DAY = dt.date(2019, 3, 5)
DAILY, MORNING = 1, 2


def plain(row: Any) -> Any:
    """A row as people see it: without its versions, and without who was last to write it and when."""
    if is_dataclass(row) and not isinstance(row, type):
        unseen = {"version", "logged_at", "logged_by", "added_at", "changed_at", "position", "id", "key"}
        return {each.name: plain(getattr(row, each.name)) for each in fields(row) if each.name not in unseen}
    return [plain(one) for one in row] if isinstance(row, tuple | list) else row


def office(item: int = 0) -> dict[str, Any]:
    """What all pages show."""
    found: dict[str, Iterable[Any]] = {
        "reports": coverage_log.page().rows,
        "nones": none_days.none_rows(DAY, DAY + dt.timedelta(days=9)),
        "outlets": outlets.outlets(),
        "units": units.units(),
        "terms": terms.terms(Vocabulary.FORM),
        "links": links.links(),
        "days": [*publication.exceptions_by_outlet().values()],
        "quotas": in_force.versions(),
        "tenures": tenures.tenures(DAILY),
        "contributions": contributions.listed(DAY, DAY + dt.timedelta(days=9)),
        "pieces": pieces.to_choose_from(DAY, None),
        "sections": [sections.arrangement(row.id) for row in bulletins.in_the_making()],
        "matters": [row for row in matters.open_matters(DAY) if row.id],
        "settings": [office_settings.load(), returns_rules.load()],
        "evidence": evidence.of_item(item),
        "cases": cases.page(),
        "adverts": adverts.adverts(),
        "manuscripts": manuscripts.manuscripts(),
        "activities": activities.activities(),
    }
    return {name: sorted(map(repr, map(plain, rows))) for name, rows in found.items()}


def acts_of_all_pages(window, item: int) -> list[Callable[[], object]]:
    """One act or more of every kind that pages and dialogs write."""
    page = {page.key: page for page in window.pages}
    roster, log, book = (
        OutletActs(page["roster"]),
        CoverageActs(page["coverage"]),
        PieceActs(page["bulletins"]),
    )
    listed, unit, link = TermActs(page["roster"]), UnitActs(page["roster"]), LinkActs(page["roster"])
    quota, day, matter = QuotaActs(page["roster"]), DayActs(page["roster"]), MatterActs(page["today"])
    follow = CaseActs(page["followup"])
    call, proof, desk = CallActs(page["today"]), EvidenceActs(window.desk), window.desk

    def row():
        return coverage_log.item(item)

    def outlet(at: int = DAILY):
        return outlets.outlet(at).outlet

    def case():
        return cases.detail(desk.actor, cases.page()[0].id)

    def attach() -> None:
        files = [NewFile("版面.png", lambda: io.BytesIO(b"scan"))]
        proof.attached(evidence.attach(desk.actor, item, files, Particulars()))

    def save_settings() -> None:
        before = Typed(office_settings.load(), "")
        window.tools._save(before, Typed(OfficeSettings(name="示例办公室"), ""))

    def candidate():
        return pieces.get(PieceKind.CONTRIBUTION, contributions.listed(DAY, DAY)[0].id)

    same = in_force.versions()[0].terms
    issue = book.draft(Series.INTERNAL_REFERENCE, DAY)
    own = NewPiece(PieceKind.OWN, PieceText("自写", "正文"), "专题")
    piece = NewContribution(DAY, "示例来稿", "正文", outlet="许昌晨报")
    return [
        lambda: log.log(NewItem(DAY, "许昌日报", "另一篇")),
        lambda: log.change(row(), ItemChange(title="改过的", slot="2版")),
        lambda: log.group(coverage_log.page().rows),
        lambda: log.ungroup([row()]),
        lambda: log.set_count(Cell(MORNING, DAY), 3),
        lambda: log.set_count(Cell(MORNING, DAY), 1),
        lambda: log.set_none(Cell(3, DAY), "off_air", None),
        lambda: log.clear_none(none_days.none_rows(DAY, DAY)[0]),
        attach,
        lambda: proof.change(evidence.of_item(item)[0], Particulars(DAY, "报社", "头版")),
        lambda: proof.remove(evidence.of_item(item)[0]),
        lambda: log.remove([row()]),
        lambda: call.note("许昌廉政网", NewCall(5, DAY, QuotaSubject.ITEMS, CallAnswer.WILL_SEND)),
        lambda: matter.pin(MatterTerms("示例事项")),
        lambda: matter.resolve(next(one for one in matters.open_matters(DAY) if one.id), "办了"),
        lambda: roster.add(NewOutlet("示例周报", OutletKind.NEWSPAPER, Tier.MUNICIPAL)),
        lambda: roster.change(outlet(), NewOutlet("示例日报", OutletKind.NEWSPAPER, Tier.MUNICIPAL)),
        lambda: roster.verify(outlet()),
        lambda: roster.retire(outlet(4)),
        lambda: roster.change_holder(NewTenure(DAILY, ContactRole.LIAISON, "示例·何某", DAY)),
        lambda: unit.add(NewUnit("示例局", UnitKind.DEPARTMENT)),
        lambda: unit.change(units.units()[0], NewUnit("示例县", UnitKind.COUNTY)),
        lambda: listed.change(terms.terms(Vocabulary.FORM)[0], TermChange("示例形式")),
        lambda: listed.move(terms.terms(Vocabulary.FORM)[1], 1),
        lambda: link.add(NewLink("示例网站", "https://example.cn/")),
        lambda: day.add([DAILY], NewException(DAY, DAY)),
        lambda: quota.change(in_force.versions()[0], replace(same, minimum=9)),
        lambda: quota.end(in_force.versions()[1], dt.date(2019, 12, 31)),
        lambda: quota.remove(in_force.versions()[2]),
        lambda: book.receive(piece),
        lambda: book.change(contributions.listed(DAY, DAY)[0], replace(piece, title="改了题目")),
        lambda: book.decline(candidate()),
        lambda: book.decline(candidate()),
        lambda: book.add_section(issue, "专栏", ""),
        lambda: book.rename_section(issue, "专栏", "专题"),
        lambda: book.include(issue, candidate()),
        lambda: book.add(issue, own, "自写"),
        lambda: book.place(issue, candidate(), "专题"),
        lambda: book.move(issue, candidate(), -1),
        lambda: book.remove(issue, candidate()),
        lambda: follow.register(NewCase(CaseKind.FINDING, "窗口无人值守", "市教育局")),
        lambda: follow.change(case(), CaseChange(title="窗口两人缺岗")),
        lambda: follow.remove(case().row),
        save_settings,
        lambda: ReturnsActs(desk).save_rules(returns_rules.load(), replace(returns_rules.load(), due_day=7)),
    ]


def acts_of_the_trackers(window) -> list[Callable[[], object]]:
    """One act of every kind that the trackers of the coverage page write."""
    page = window.pages[2]
    plan, sent = TrackerActs(page, ADVERTS), TrackerActs(page, MANUSCRIPTS)
    held, use = TrackerActs(page, ACTIVITIES), UseActs(page)

    def came_of() -> tuple[int, int]:
        return manuscripts.manuscripts()[0].id, coverage_log.page().rows[0].id

    def keep_file() -> None:
        files = [NewFile("现场.jpg", lambda: io.BytesIO(b"photo"))]
        kept = activity_changes.attach(window.desk.actor, activities.activities()[0].id, files)
        FileActs(page).attached(activities.activities()[0], kept)

    return [
        lambda: plan.add(NewAdvert(DAILY, "2版", 3, DAY)),
        lambda: plan.change(adverts.adverts()[0], NewAdvert(DAILY, "3版", 4, DAY)),
        lambda: plan.remove(adverts.adverts()[0]),
        lambda: sent.add(NewManuscript(1, DAY, "示例来稿", (DAILY,))),
        lambda: sent.change(manuscripts.manuscripts()[0], NewManuscript(1, DAY, "示例改题", (MORNING,))),
        lambda: use.confirm([came_of()]),
        lambda: use.take_back([came_of()]),
        lambda: PasteActs(page).enter([NewManuscript(1, DAY, f"示例{each}", (DAILY,)) for each in "甲乙"]),
        lambda: held.add(NewActivity("sms", DAY, "示例短信")),
        keep_file,
        lambda: FileActs(page).remove(activities.activities()[0].files[0]),
    ]
