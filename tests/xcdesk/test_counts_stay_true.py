"""Whatever people do to the log, in whatever order, every figure equals a count of the rows one by one."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sheets import sheet
from xcdesk import clock
from xcdesk.db.base import database
from xcdesk.importers import apply, plan, undo
from xcdesk.importers.plan import Said
from xcdesk.importers.raw import RawBook
from xcdesk.models import CoverageItem, ImportBatch
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import EXTERNAL, ItemCount, TallyKey
from xcdesk.services.grid import matrix
from xcdesk.services.issuing import figures
from xcdesk.services.log import coverage, reprints
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.office import people
from xcdesk.services.office.printed import Period
from xcdesk.services.record.entries import ItemChange, NewItem
from xcdesk.services.targets import quotas
from xcdesk.services.upkeep import checks

FIRST, LAST = dt.date(2019, 1, 28), dt.date(2019, 2, 24)
OUTLETS = ("许昌日报", "许昌电视台", "河南日报", "人民日报")
UNITS = ("", "禹州市", "市教育局")
FORMS = ("", "消息", "评论")
TIERS = ("", "市级", "省级")

acts = st.lists(
    st.tuples(
        st.sampled_from(
            ["log", "log", "log", "change", "remove", "restore", "group", "ungroup", "import", "undo"]
        ),
        st.integers(0, 27),
        st.integers(0, 11),
    ),
    min_size=3,
    max_size=14,
)


class Hands:
    """A clerk who does what is drawn; a choice among nothing does nothing."""

    def __init__(self, folder) -> None:
        self.clerk = people.actor("guo")
        self.folder = folder
        self.turn = 0

    def do(self, act: str, first: int, second: int) -> None:
        """Do one act."""
        self.turn += 1
        getattr(self, f"_{act}")(first, second)

    def _new(self, first: int, second: int) -> NewItem:
        return NewItem(
            FIRST + dt.timedelta(days=first),
            OUTLETS[second % 4],
            f"稿件{self.turn}",
            FORMS[first % 3],
            tier=TIERS[second % 3],
            unit=UNITS[(first + second) % 3],
        )

    def _rows(self, *, gone: bool) -> list[ItemVersion]:
        query = CoverageItem.select().where(CoverageItem.removed_at.is_null(not gone))
        return [ItemVersion(row.id, row.version) for row in query.order_by(CoverageItem.id)]

    def _log(self, first: int, second: int) -> None:
        coverage.log_item(self.clerk, self._new(first, second))

    def _change(self, first: int, second: int) -> None:
        found, new = self._rows(gone=False), self._new(first, second)
        if found:
            change = ItemChange(day=new.day, outlet=new.outlet, form=new.form, tier=new.tier, unit=new.unit)
            coverage.change_item(self.clerk, found[first % len(found)], change)

    def _remove(self, first: int, second: int) -> None:
        found = self._rows(gone=False)
        coverage.remove_items(self.clerk, found[second : second + 1 + first % 3])

    def _restore(self, first: int, second: int) -> None:
        coverage.restore_items(self.clerk, self._rows(gone=True)[: first % 3])

    def _group(self, first: int, second: int) -> None:
        ids = [row.id for row in self._rows(gone=False)][second % 3 :: 2][:3]
        if len(ids) > 1:
            reprints.group_reprints(self.clerk, ids)

    def _ungroup(self, first: int, second: int) -> None:
        reprints.ungroup(self.clerk, [row.id for row in self._rows(gone=False)][first % 3 :: 3])

    def _import(self, first: int, second: int) -> None:
        path = self.folder / f"禹州市{self.turn}.xlsx"
        path.write_text(str((self.turn, first, second)), "utf-8")
        days = [FIRST + dt.timedelta(days=(first + each) % 28) for each in range(1 + second % 4)]
        lines = [(day, OUTLETS[second % 4], f"来件{self.turn}之{at}") for at, day in enumerate(days)]
        book = RawBook("xlsx", "", (sheet(("日期", "媒体", "标题"), *lines),))
        apply.apply(plan.consider(path, book, Said(sender="禹州市")), self.clerk)

    def _undo(self, first: int, second: int) -> None:
        batch = ImportBatch.select().where(ImportBatch.state == "applied").first()
        if batch is not None:
            undo.undo(batch.id, self.clerk)


def recount(
    keep: Callable[[CoverageItem], bool], key: Callable[[CoverageItem], object]
) -> dict[object, ItemCount]:
    """Pieces and placements of the log by ``key``, one row at a time."""
    pieces, placements = defaultdict(set), defaultdict(int)
    for row in CoverageItem.select().where(CoverageItem.removed_at.is_null()):
        if keep(row):
            pieces[key(row)].add(-row.id if row.group_id is None else row.group_id)
            placements[key(row)] += 1
    return {each: ItemCount(len(found), placements[each]) for each, found in pieces.items()}


READ: dict[TallyKey, Callable[[CoverageItem], object]] = {
    TallyKey.UNIT: lambda row: row.unit_id,
    TallyKey.OUTLET: lambda row: row.outlet_id,
    TallyKey.TIER: lambda row: row.tier,
    TallyKey.FORM: lambda row: row.form,
    TallyKey.DAY: lambda row: row.day.isoformat(),
    TallyKey.WEEK: lambda row: "{}-W{:02d}".format(*row.day.isocalendar()),
    TallyKey.MONTH: lambda row: f"{row.day:%Y-%m}",
}


def tallies_agree(since: dt.date, until: dt.date, keys: tuple[TallyKey, ...]) -> None:
    def within(row: CoverageItem) -> bool:
        return since <= row.day <= until

    table = counting.tally(since, until, keys)
    told = {
        tuple(value.value for value in row.values): ItemCount(row.pieces, row.placements)
        for row in table.rows
    }
    assert told == recount(within, lambda row: tuple(READ[key](row) for key in keys))
    assert table.totals == recount(within, lambda row: None).get(None, ItemCount(0, 0))


def pages_agree(day: dt.date) -> None:
    """What the matrix, the quotas, Today and a circular say."""
    cells = {
        (row.outlet.id, cell.day): ItemCount(cell.count, cell.placements)
        for row in matrix.month(day).rows
        for cell in row.cells
        if cell.state == matrix.CellState.COUNT
    }
    since, until = clock.month_of(day)
    in_month = recount(lambda row: since <= row.day <= until, lambda row: (row.outlet_id, row.day))
    assert cells == in_month
    total = figures.of_month(Period(since, until)).total
    counted = recount(lambda row: since <= row.day <= until, lambda row: None).get(None, ItemCount(0, 0))
    assert ItemCount(total.pieces, total.placements) == counted
    for row in quotas.quotas_on(day):
        if row.quota == "daily_report" and row.outlet is not None:
            assert row.done == in_month.get((row.outlet.id, day), ItemCount(0, 0)).pieces
        if row.quota == "external_publicity" and row.outlet is not None:
            assert row.done == external(row.outlet.id, day.year)


def external(outlet: int, year: int) -> int:
    """Pieces of provincial and national tier of an outlet, its own or in a group with a report of it."""
    live = list(CoverageItem.select().where(CoverageItem.removed_at.is_null()))
    groups = {row.group_id for row in live if row.outlet_id == outlet and row.group_id is not None}
    return len(
        {
            -row.id if row.group_id is None else row.group_id
            for row in live
            if row.tier in EXTERNAL
            and row.day.year == year
            and (row.outlet_id == outlet or row.group_id in groups)
        }
    )


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    drawn=acts,
    keys=st.lists(st.sampled_from(list(READ)), min_size=1, max_size=3, unique=True),
    bounds=st.sampled_from([(FIRST, LAST), (dt.date(2019, 2, 1), dt.date(2019, 2, 28)), (LAST, LAST)]),
)
def test_figures_equal_the_rows_after_any_sequence_of_acts(db, tmp_path, drawn, keys, bounds):
    with database.atomic() as transaction:
        try:
            hands = Hands(tmp_path)
            for act in drawn:
                hands.do(*act)
            tallies_agree(*bounds, tuple(keys))
            pages_agree(FIRST + dt.timedelta(days=drawn[0][1]))
            assert [check.name for check in checks.run() if check.name == "tallies" and not check.ok] == []
        finally:
            transaction.rollback()
