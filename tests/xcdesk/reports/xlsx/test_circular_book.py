"""The circular's workbook: figures are formulas, values agree with the log, titles stay text."""

import datetime as dt
import io
import re

import openpyxl
import pytest

from tests import office_suite
from xcdesk.codes import ContributionState, Series
from xcdesk.models import CoverageItem, Outlet, ReprintGroup, Unit
from xcdesk.normalise import title_key
from xcdesk.reports.xlsx.circular import CircularBook, write_circular
from xcdesk.services.counts import counting, placements
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.issuing import bulletins, composing, figures, tray
from xcdesk.services.issuing.tray import Piece
from xcdesk.services.office.counting_rules import CountingRules
from xcdesk.services.office.printed import Period
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution

MARCH = Period(dt.date(2019, 3, 1), dt.date(2019, 3, 31))
HOSTILE = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "<b>x", "http://example.invalid/x", "示例·刘𬀩")


def run(outlet, title, unit=None, day=3, form=None, group=None):
    found = Outlet.get(Outlet.name == outlet)
    CoverageItem.create(
        outlet=found,
        day=dt.date(2019, 3, day),
        title=title,
        title_key=title_key(title),
        tier=found.tier,
        unit=Unit.get(Unit.name == unit) if unit else None,
        form=form,
        group=group,
    )


@pytest.fixture
def log(db, clerk):
    """A month with one piece in four outlets, an item without unit or form, and hostile titles."""
    shared = ReprintGroup.create(title="同稿")
    for outlet in ("许昌日报", "许昌晨报", "河南日报", "人民网"):
        run(outlet, "同稿", unit="禹州市", form="news", group=shared.id)
    for number, title in enumerate(HOSTILE, start=4):
        run("许昌日报", title, unit="市公安局", day=number, form="feature")
    run("许昌电视台", "没有单位和形式", day=20)
    contributions.receive(clerk, NewContribution(dt.date(2019, 3, 5), "来稿", "正文", outlet="许昌日报"))


@pytest.fixture
def content(log):
    return made()


def made():
    found = figures.of_month(MARCH)
    return write_circular(
        CircularBook(
            title=composing.circular_title(MARCH),
            number="第1期（总第1期）",
            day=dt.date(2019, 4, 1),
            figures=found,
            rows=placements.between(MARCH.since, MARCH.until),
            rules=composing.rules(found, CountingRules()),
            forms=figures.form_labels(),
            contributions=contributions.listed(MARCH.since, dt.date(2019, 3, 31), ContributionState.ACCEPTED),
        )
    )


def opened(content, *, values):
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


class Evaluator:
    """Works out the few functions that our formulas use, from the cells alone."""

    def __init__(self, content):
        self.book = opened(content, values=False)

    def value(self, sheet, cell):
        """What a cell shows."""
        found = self.book[sheet][cell].value
        return self._formula(sheet, found[1:]) if isinstance(found, str) and found.startswith("=") else found

    def _cells(self, sheet, reference):
        name, _, area = reference.rpartition("!")
        target = name.strip("'") or sheet
        area = area.replace("$", "")
        if ":" not in area:
            return [self.value(target, area)]
        return [self.value(target, cell.coordinate) for row in self.book[target][area] for cell in row]

    def _criterion(self, sheet, written):
        if written.startswith('">="&'):
            least = self._cells(sheet, written[5:])[0]
            return lambda value: value is not None and value >= least
        wanted = int(written) if written.isdigit() else self._cells(sheet, written)[0]
        return lambda value: value == wanted

    def _formula(self, sheet, written):
        if first := re.fullmatch(r"IF\((COUNTIFS\(.*\))=1,1,0\)", written):
            return int(self._formula(sheet, first[1]) == 1)
        function, inner = re.fullmatch(r"([A-Z]+)\((.*)\)", written).groups()
        parts = inner.split(",")
        if function == "SUM":
            return sum(value for value in self._cells(sheet, parts[0]) if value is not None)
        if function == "COUNTA":
            return sum(value is not None for value in self._cells(sheet, parts[0]))
        columns = [self._cells(sheet, part) for part in parts[::2]]
        tests = [self._criterion(sheet, part) for part in parts[1::2]]
        return sum(
            all(test(value) for test, value in zip(tests, row, strict=True))
            for row in zip(*columns, strict=True)
        )


def formula_cells(book):
    return [
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def test_every_stored_value_is_what_its_formula_gives(content):
    evaluator, stored = Evaluator(content), opened(content, values=True)
    cells = formula_cells(evaluator.book)
    assert len(cells) > 200
    wrong = [
        (sheet, cell) for sheet, cell in cells if evaluator.value(sheet, cell) != stored[sheet][cell].value
    ]
    assert wrong == []


def test_the_totals_are_those_of_the_tally(content):
    tally = counting.tally(MARCH.since, MARCH.until, (TallyKey.UNIT,))
    stored = opened(content, values=True)
    assert (stored["口径说明"]["B4"].value, stored["口径说明"]["B5"].value) == (
        tally.totals.pieces,
        tally.totals.placements,
    )
    last = [[cell.value for cell in row] for row in stored["按单位"].iter_rows()][-1]
    assert last[:3] == ["合计", tally.totals.pieces, tally.totals.placements]
    assert (tally.totals.pieces, tally.totals.placements) == (9, 12)
    counted = {
        row[0].value: (row[1].value, row[2].value)
        for row in stored["按单位"].iter_rows(min_row=4)
        if row[0].value
    }
    for row in tally.rows:
        assert counted[figures.named(row)[0] or "未注明单位"] == (row.pieces, row.placements)


def test_every_figure_is_a_formula_over_the_rows(content):
    book = opened(content, values=False)
    for name in ("按单位", "按媒体", "形式与层级"):
        for row in book[name].iter_rows(min_row=4):
            for cell in row:
                assert not isinstance(cell.value, (int, float)), (name, cell.coordinate)


def behind(book, cell):
    """The rows that a figure leads to: their numbers on the sheet of rows."""
    name, _, area = cell.hyperlink.location.rpartition("!")
    sheet = book[name.strip("'")]
    first = sheet[area.partition(":")[0]]
    found = [row[first.column - 1].value for row in sheet[area.replace("$", "")]]
    if sheet.title == "明细":
        return list(range(1, len(found) + 1))
    return found


def test_each_figure_leads_to_exactly_the_rows_it_counts(content):
    book, values = opened(content, values=False), opened(content, values=True)
    rows = {row[0].value: row for row in values["明细"].iter_rows(min_row=4) if row[0].value}
    followed = 0
    for name in ("按单位", "按媒体", "形式与层级"):
        heads = [cell.value for cell in book[name][3]]
        for line in book[name].iter_rows(min_row=4):
            for head, cell in zip(heads, line, strict=True):
                value = values[name][cell.coordinate].value
                if head in {"篇", "次", "县级", "市级", "省级", "国家级"} and value:
                    found = behind(book, cell)
                    pieces = {rows[number][9].value for number in found}
                    assert value == (len(pieces) if head == "篇" else len(found)), (name, cell.coordinate)
                    followed += 1
    assert followed > 40


def test_a_row_behind_a_figure_leads_on_to_the_sheet_of_rows(content):
    book = opened(content, values=False)
    found = [row[0] for row in book["数字依据"].iter_rows(min_row=3) if isinstance(row[0].value, int)]
    assert len(found) == 4 * 12
    for cell in found:
        sheet, _, place = cell.hyperlink.location.rpartition("!")
        assert book[sheet.strip("'")][place].value == cell.value


def test_the_weeks_count_the_contributions_behind_them(content, clerk):
    row = contributions.listed(MARCH.since, MARCH.until)[0]
    issue = bulletins.draft(clerk, Series.INTERNAL_REFERENCE, MARCH.since)
    tray.include(clerk, issue.id, Piece(row.id, row.version))
    stored = opened(made(), values=True)
    assert [cell.value for cell in stored["来稿明细"][4]][2:] == ["第10周", "许昌日报", "来稿"]
    assert [cell.value for cell in stored["内参来稿"][4]][:3] == ["许昌日报", 1, 0]


def test_titles_stay_text(content):
    rows = opened(content, values=False)["明细"]
    found = {row[6].value: row[6].data_type for row in rows.iter_rows(min_row=4)}
    assert {title: found[title] for title in HOSTILE} == dict.fromkeys(HOSTILE, "s")


def test_heads_stay_in_sight_and_repeat_on_paper(content):
    book = opened(content, values=False)
    assert book.sheetnames == [
        "口径说明", "按单位", "按媒体", "形式与层级", "分月", "内参来稿", "来稿明细", "明细", "数字依据"
    ]  # fmt: skip
    assert book["明细"].freeze_panes == "D4"
    assert book["明细"].print_title_rows == "$3:$3"
    assert all(sheet.page_setup.paperSize == 9 for sheet in book)
    assert book["明细"].page_setup.orientation == "landscape"
    assert all(sheet["A1"].font.name == "黑体" for sheet in book)


def test_a_long_title_makes_its_row_high_enough_for_all_of_it(log):
    run("许昌日报", "示例市重点项目指挥部推行首问负责制" * 4, unit="禹州市", day=30)
    book = opened(made(), values=True)
    for sheet in ("明细", "数字依据"):
        rows = {cell.value: cell.row for cell in book[sheet]["G"]}
        long, short = (rows[title] for title in ("示例市重点项目指挥部推行首问负责制" * 4, "没有单位和形式"))
        assert book[sheet].row_dimensions[long].height == 3 * 14 + 6
        assert book[sheet].row_dimensions[short].height is None
    assert not book["口径说明"]["A2"].alignment.wrap_text


def test_the_same_month_gives_the_same_bytes(content):
    assert content == made()


def test_a_month_without_a_row_counts_nothing(db):
    stored = opened(made(), values=True)
    assert (stored["口径说明"]["B4"].value, stored["口径说明"]["B5"].value) == (0, 0)


@pytest.mark.slow
def test_libreoffice_counts_the_same_figures_anew(content, tmp_path):
    path = tmp_path / "circular.xlsx"
    bare = opened(content, values=False)  # read and written again, the formulas have no stored values
    bare.save(path)
    assert opened(path.read_bytes(), values=True)["明细"]["K4"].value is None
    counted = opened(office_suite.converted(path, "xlsx").read_bytes(), values=True)
    stored = opened(content, values=True)
    cells = formula_cells(bare)
    assert len(cells) > 250
    assert [
        (sheet, cell) for sheet, cell in cells if counted[sheet][cell].value != stored[sheet][cell].value
    ] == []
