"""Two outlets, units or list entries made one: seen before, done whole, and taken back."""

import datetime as dt

import pytest

from xcdesk import wording
from xcdesk.codes import CaseKind, ContactRole, MergeKind, OutletKind, Tier, UnitKind, Vocabulary
from xcdesk.errors import NotFoundError, StaleRowError
from xcdesk.models import (
    AuditEntry,
    CaseColumns,
    CoverageItem,
    ImportBatch,
    ImportMonth,
    Merge,
    NoneToday,
    Outlet,
    Quota,
    QuotaMember,
    RememberedMapping,
    Unit,
)
from xcdesk.models.tables import TABLES
from xcdesk.services import cases
from xcdesk.services.cases import Action, NewCase, Request
from xcdesk.services.counts import counting
from xcdesk.services.grid import cells
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.office import term_changes, terms
from xcdesk.services.office.term_changes import TermChange
from xcdesk.services.record import history
from xcdesk.services.record.entries import ItemChange, NewItem
from xcdesk.services.roster import (
    links,
    merging,
    outlet_changes,
    outlets,
    programme_changes,
    publication_changes,
    spellings,
    tenure_changes,
    units,
)
from xcdesk.services.roster.links import NewLink
from xcdesk.services.roster.merging import (
    ConflictKind,
    MergedBackError,
    MergeItselfError,
    MergeNameTakenError,
)
from xcdesk.services.roster.outlet_changes import NewOutlet
from xcdesk.services.roster.programme_changes import NewProgramme
from xcdesk.services.roster.publication_changes import NewException
from xcdesk.services.roster.spellings import SpellingTakenError
from xcdesk.services.roster.tenure_changes import NewTenure
from xcdesk.services.roster.units import NewUnit
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution

DAY, NEXT = dt.date(2019, 3, 5), dt.date(2019, 3, 6)
DAILY = 1
TWIN = NewOutlet("许昌日报总社", OutletKind.NEWSPAPER, Tier.MUNICIPAL, note="重复录入")


def everything() -> dict[str, list[dict]]:
    """Every row of every table but the record and the mergings, without the versions."""
    found = {}
    for table in TABLES:
        if table not in (AuditEntry, Merge):
            dumps = [{**row.__data__, "version": None} for row in table.select()]
            found[table._meta.table_name] = sorted(dumps, key=lambda row: row["id"])
    return found


@pytest.fixture
def twin(clerk) -> int:
    """The daily entered twice, with something of every sort on both sides."""
    made = outlet_changes.add_outlet(clerk, TWIN)
    spellings.learn_outlet_spelling(clerk, made, "许报总社")
    QuotaMember.create(quota=Quota.get(Quota.code == "daily_report"), outlet=made)
    programme_changes.add_programme(clerk, NewProgramme(made, "执行力提升年"))
    programme_changes.add_programme(clerk, NewProgramme(made, "窗口故事"))
    tenure_changes.change_holder(
        clerk, NewTenure(made, ContactRole.LIAISON, "示例·何某", DAY, phone="0374-77")
    )
    tenure_changes.change_holder(clerk, NewTenure(made, ContactRole.ASSIGNED, "示例·高某", DAY))
    for name, title in (("许昌日报", "同一篇"), (TWIN.name, "同一篇"), (TWIN.name, "另一篇")):
        coverage.log_item(clerk, NewItem(DAY, name, title, programme="执行力提升年"))
    cells.set_none_today(clerk, Cell(made, NEXT), "no_issue")
    coverage.log_item(clerk, NewItem(NEXT, "许昌日报", "第二天"))
    contributions.receive(clerk, NewContribution(DAY, "来稿", "正文", outlet=TWIN.name))
    links.add_link(clerk, NewLink("日报网", "https://example.cn/", outlet_id=made))
    publication_changes.add_exceptions(
        clerk, [DAILY, made], NewException(dt.date(2019, 10, 1), dt.date(2019, 10, 7))
    )
    return made


def seen(twin: int) -> merging.MergePlan:
    return merging.preview(MergeKind.OUTLET, DAILY, twin)


def test_the_preview_counts_what_moves_and_writes_nothing(twin):
    before = everything()
    plan = seen(twin)
    assert (plan.kept_name, plan.gone_name) == ("许昌日报", TWIN.name)
    assert {one.table: one.count for one in plan.moves} == {
        "coverage_item": 2,
        "tenure": 1,
        "programme": 1,
        "contribution": 1,
        "site_link": 1,
    }
    assert plan.spellings == (TWIN.name, "许报总社")
    assert everything() == before


def test_the_preview_names_what_stands_on_both_sides(twin):
    kinds = [one.kind for one in seen(twin).conflicts]
    assert kinds == [
        ConflictKind.SAME_PIECE,
        ConflictKind.NONE_AND_REPORT,
        ConflictKind.TENURE,
        ConflictKind.PROGRAMME,
        ConflictKind.QUOTA,
        ConflictKind.DAYS,
    ]
    said = [one.words("zh") for one in seen(twin).conflicts]
    assert said[0].startswith("2019-03-05 两边都登记了《同一篇》")
    assert said[2].startswith("联络员示例·何某的任期")


def test_the_survivor_has_everything_and_the_other_is_gone(clerk, twin):
    merging.merge(clerk, seen(twin))
    assert Outlet.get_or_none(Outlet.id == twin) is None
    titles = sorted(
        row.title
        for row in CoverageItem.select().where(
            (CoverageItem.outlet == DAILY) & CoverageItem.removed_at.is_null()
        )
    )
    assert titles == ["另一篇", "同一篇", "第二天"]
    assert not NoneToday.select().where(NoneToday.day == NEXT).exists()
    detail = outlets.outlet(DAILY)
    assert {TWIN.name, "许报总社"} <= set(detail.spellings)
    assert sorted(row.name for row in detail.programmes) == ["执行力提升年", "窗口故事"]
    assert {row.name for row in detail.tenures if row.role == ContactRole.ASSIGNED} == {"示例·高某"}
    assert "示例·何某" not in {row.name for row in detail.tenures}
    assert {row.outlet for row in links.links() for row in [outlets.outlet(row.outlet_id)]} == {detail.outlet}


def test_returns_that_use_the_old_name_are_understood(clerk, twin):
    merging.merge(clerk, seen(twin))
    made = coverage.log_item(clerk, NewItem(NEXT, TWIN.name, "第三篇"))
    assert CoverageItem.get_by_id(made).outlet_id == DAILY


def test_one_entry_of_the_record_tells_of_it_without_persons(clerk, twin):
    before = AuditEntry.select().count()
    done = merging.merge(clerk, seen(twin))
    (entry,) = AuditEntry.select().order_by(AuditEntry.id).offset(before)
    assert (entry.action, entry.subject) == ("roster.merged", "outlet:1")
    assert f'"merge": {done.id}' in entry.facts
    assert "示例" not in entry.facts
    assert "0374" not in entry.facts
    assert "0374-77" in Merge.get_by_id(done.id).facts


def test_taking_it_back_leaves_everything_as_it_was(clerk, twin):
    before = everything()
    done = merging.merge(clerk, seen(twin))
    assert everything() != before
    version = merging.take_back(clerk, done.id)
    assert everything() == before
    assert outlets.outlet(DAILY).outlet.version == version
    assert merging.merges(MergeKind.OUTLET)[0].undone
    with pytest.raises(MergedBackError):
        merging.take_back(clerk, done.id)


def test_it_can_be_done_again_after_it_was_taken_back(clerk, twin):
    merging.take_back(clerk, merging.merge(clerk, seen(twin)).id)
    merging.merge(clerk, seen(twin))
    assert Outlet.get_or_none(Outlet.id == twin) is None


def test_what_was_edited_and_logged_since_stays(clerk, leader, twin):
    other = CoverageItem.get(CoverageItem.title == "另一篇")
    done = merging.merge(clerk, seen(twin))
    version = CoverageItem.get_by_id(other.id).version
    coverage.change_item(leader, ItemVersion(other.id, version), ItemChange(title="改过的"))
    later = coverage.log_item(leader, NewItem(NEXT, TWIN.name, "合并以后"))
    merging.take_back(clerk, done.id)
    row = CoverageItem.get_by_id(other.id)
    assert (row.title, row.outlet_id) == ("改过的", twin)
    assert CoverageItem.get_by_id(later).outlet_id == DAILY


def test_a_report_given_to_a_third_since_is_left_there(clerk, leader, twin):
    other = CoverageItem.get(CoverageItem.title == "另一篇")
    done = merging.merge(clerk, seen(twin))
    version = CoverageItem.get_by_id(other.id).version
    coverage.change_item(leader, ItemVersion(other.id, version), ItemChange(outlet="许昌晨报", programme=""))
    merging.take_back(clerk, done.id)
    assert CoverageItem.get_by_id(other.id).outlet_id == 2


def test_what_has_changed_since_the_preview_is_not_merged(clerk, leader, twin):
    plan = seen(twin)
    coverage.log_item(leader, NewItem(NEXT, TWIN.name, "刚登记的"))
    before = everything()
    with pytest.raises(StaleRowError):
        merging.merge(clerk, plan)
    assert everything() == before


def test_a_name_given_away_meanwhile_keeps_the_merging(clerk, twin):
    done = merging.merge(clerk, seen(twin))
    spellings.forget_outlet_spelling(clerk, DAILY, TWIN.name)
    outlet_changes.add_outlet(clerk, TWIN)
    with pytest.raises(MergeNameTakenError):
        merging.take_back(clerk, done.id)
    assert not merging.merges(MergeKind.OUTLET)[0].undone


def test_a_name_that_stands_for_a_third_is_refused(clerk, twin):
    spellings.forget_outlet_spelling(clerk, twin, TWIN.name)
    spellings.learn_outlet_spelling(clerk, 2, TWIN.name)
    before = everything()
    with pytest.raises(SpellingTakenError):
        merging.merge(clerk, seen(twin))
    assert everything() == before


def test_mergings_in_a_row_are_taken_back_the_last_first(clerk, twin):
    first = merging.merge(clerk, seen(twin))
    second = merging.merge(clerk, merging.preview(MergeKind.OUTLET, 2, DAILY))
    with pytest.raises(merging.MergedFurtherError):
        merging.take_back(clerk, first.id)
    merging.take_back(clerk, second.id)
    merging.take_back(clerk, first.id)
    assert {row.name for row in outlets.outlets()} >= {"许昌日报", "许昌晨报", TWIN.name}


def test_the_history_of_a_report_still_knows_the_old_name(clerk, twin, log):
    item = log("挪动过的", TWIN.name)
    coverage.change_item(clerk, ItemVersion(item, 1), ItemChange(outlet="许昌晨报"))
    merging.merge(clerk, seen(twin))
    (change,) = history.history(item)[-1].changes
    assert (change.before, change.after) == (TWIN.name, "许昌晨报")


def test_a_tally_over_both_is_the_same_but_for_the_piece_logged_twice(clerk, twin):
    def placements():
        return counting.tally(DAY, NEXT, (counting.TallyKey.TIER,)).totals.placements

    before = placements()
    merging.merge(clerk, seen(twin))
    assert placements() == before - 1


@pytest.mark.parametrize(("kept", "gone", "error"), [(1, 1, MergeItselfError), (1, 999, NotFoundError)])
def test_what_cannot_be_merged_is_refused(clerk, kept, gone, error):
    with pytest.raises(error):
        merging.preview(MergeKind.OUTLET, kept, gone)
    with pytest.raises(NotFoundError):
        merging.take_back(clerk, 999)


def test_units_are_merged_and_taken_back(clerk, log):
    made = units.add_unit(clerk, NewUnit("禹州市委宣传部", UnitKind.COUNTY))
    kept = Unit.get(Unit.name == "禹州市").id
    log(unit="禹州市委宣传部")
    ImportBatch.create(sender=made, file_name="3月.xlsx", sha256="0" * 64)
    both = ImportBatch.create(file_name="汇总.xlsx", sha256="1" * 64)
    for unit, count in ((kept, 2), (made, 3)):
        ImportMonth.create(batch=both, unit=unit, month=DAY.replace(day=1), accepted=count)
    for sender in (kept, made):
        for table in (RememberedMapping, CaseColumns):
            table.create(sender=sender, signature="a" * 64, mapping="{}")
    before = everything()
    plan = merging.preview(MergeKind.UNIT, kept, made)
    assert [(one.table, one.count) for one in plan.moves] == [("coverage_item", 1), ("import_batch", 1)]
    assert [one.kind for one in plan.conflicts] == [
        ConflictKind.COLUMNS,
        ConflictKind.COLUMNS,
        ConflictKind.MONTH,
    ]
    done = merging.merge(clerk, plan)
    assert CoverageItem.get().unit_id == kept
    assert [(row.unit_id, row.accepted) for row in ImportMonth.select()] == [(kept, 5)]
    assert "禹州市委宣传部" in spellings.unit_spellings(kept)
    merging.take_back(clerk, done.id)
    assert everything() == before


def test_entries_of_a_list_are_merged_and_taken_back(clerk, log):
    made = term_changes.add_term(clerk, Vocabulary.FORM, "short", TermChange("快讯", "快", ("短讯",)))
    news = terms.find(Vocabulary.FORM, "news")
    item = log(form="快讯")
    before = everything()
    plan = merging.preview(MergeKind.TERM, news.id, made)
    assert [(one.table, one.count) for one in plan.moves] == [("coverage_item", 1)]
    assert plan.spellings == ("快讯", "快", "短讯", "short")
    done = merging.merge(clerk, plan)
    assert CoverageItem.get_by_id(item).form == "news"
    assert terms.find(Vocabulary.FORM, "短讯").code == "news"
    merging.take_back(clerk, done.id)
    assert everything() == before


def test_entries_of_two_lists_are_not_merged(clerk):
    form, theme = terms.terms(Vocabulary.FORM)[0], terms.terms(Vocabulary.THEME)[0]
    with pytest.raises(MergeItselfError):
        merging.preview(MergeKind.TERM, form.id, theme.id)


def test_reasons_for_none_today_are_merged(clerk):
    made = term_changes.add_term(clerk, Vocabulary.REASON, "rest", TermChange("休刊"))
    cells.set_none_today(clerk, Cell(DAILY, DAY), "休刊")
    kept = terms.find(Vocabulary.REASON, "no_issue")
    merging.merge(clerk, merging.preview(MergeKind.TERM, kept.id, made))
    assert NoneToday.get().reason == "no_issue"


def test_every_table_that_may_move_and_every_conflict_has_words():
    catalogue = wording.catalogue()
    for owner in (Outlet, Unit):
        for table, _ in merging.rows.references(owner):
            name = table._meta.table_name
            assert name.endswith("_spelling") or f"merge.table.{name}" in catalogue
    assert {f"merge.{kind.value}" for kind in ConflictKind} <= set(catalogue)


RULED = {
    "none_today", "programme", "quota_member", "coverage_item", "remembered_mapping", "import_month",
    "case_unit", "case_columns", "manuscript", "manuscript_outlet",
}  # fmt: skip


def unique_of(table):
    found = [index for index in table._meta.fields_to_index() if index._unique]
    return [[getattr(part, "name", "") for part in index._expressions] for index in found]


def test_a_table_where_an_owner_may_stand_once_has_a_rule_of_its_own():
    """Rows of such a table cannot simply move; `merging.clashes.FINDERS` must know them."""
    once = set()
    for owner in (Outlet, Unit):
        for table, field in merging.rows.references(owner):
            alone = getattr(table, field).unique
            if alone or any(field in columns for columns in unique_of(table)):
                once.add(table._meta.table_name)
    assert once <= RULED


def test_a_unit_helps_with_a_case_once_and_not_with_what_it_leads(clerk):
    ids = {unit.name: unit.id for unit in units.units()}
    case = cases.register(clerk, NewCase(CaseKind.FINDING, "窗口无人值守", "市教育局"))
    cases.act(clerk, case.id, Action.FILE)
    helpers = ("市公安局", "市民政局", "市财政局")
    cases.act(clerk, case.id, Action.DISPATCH, Request(helpers=helpers))
    before = everything()
    twice = merging.merge(clerk, merging.preview(MergeKind.UNIT, ids["市公安局"], ids["市民政局"]))
    assert cases.helpers(case.id) == ("市公安局", "市财政局")
    own = merging.merge(clerk, merging.preview(MergeKind.UNIT, ids["市教育局"], ids["市财政局"]))
    assert (cases.row(case.id).unit, cases.helpers(case.id)) == ("市教育局", ("市公安局",))
    merging.take_back(clerk, own.id)
    merging.take_back(clerk, twice.id)
    assert everything() == before
