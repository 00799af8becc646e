"""Arrangements of one table that clerks think of: read from real workbooks, each row by its own columns."""

import datetime as dt

import openpyxl
import pytest

from tests.sheets import lexicon
from xcdesk.importers import beside, readers, session
from xcdesk.importers.dates import CellError, DateContext, parse_day
from xcdesk.importers.records import Field, RowStatus
from xcdesk.importers.said import CellPlace, Said
from xcdesk.importers.understand import Request, understand

TITLE = "甲镇推行首问负责制群众少跑腿"
OTHER = "乙局压缩审批时限企业点赞"


@pytest.fixture
def checked(tmp_path):
    """Writes rows into a workbook and reads them; answers the first sheet as understood."""

    def read(*rows, hidden=()):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        for letter in hidden:
            book.active.column_dimensions[letter].hidden = True
        path = tmp_path / "鄢陵县2019年3月.xlsx"
        book.save(path)
        return understand(readers.read(path.read_bytes()), lexicon(), Request(path.name)).sheets[0]

    return read


def good(sheet):
    return [(row.row, row.record.outlet) for row in sheet.rows if row.status == RowStatus.NEW]


def codes(sheet):
    return {row.row: [problem.code for problem in row.problems] for row in sheet.rows if row.problems}


def test_outlets_in_a_column_for_each_tier_are_those_of_their_rows(checked):
    sheet = checked(
        ("日期", "标题", "市级媒体", "省级媒体", "中央媒体"),
        ("2019-03-05", TITLE, "许昌日报", None, None),
        ("2019-03-06", OTHER, None, "大河网", None),
        ("2019-03-07", TITLE, None, None, "新华网"),
        ("2019-03-08", OTHER, "许昌晨报", None, None),
    )
    assert good(sheet) == [(2, "许昌日报"), (3, "大河网"), (4, "新华网"), (5, "许昌晨报")]
    assert sheet.columns_of(3, Field.OUTLET) == (2, 3, 4)


def test_a_row_that_fills_the_columns_of_two_tiers_is_turned_down(checked):
    rows = [("日期", "标题", "市级媒体", "省级媒体")]
    rows += [(f"2019-03-{day:02}", f"{TITLE}{day}", "许昌日报", None) for day in range(1, 28)]
    rows += [(f"2019-04-{day:02}", f"{OTHER}{day}", None, "大河网") for day in range(1, 15)]
    sheet = checked(*rows, ("2019-04-20", TITLE, "许昌日报", "大河网"), ("2019-04-21", OTHER, None, None))
    assert len(good(sheet)) == 41
    assert codes(sheet) == {43: ["outlet.several"], 44: ["outlet.missing"]}


def test_a_second_column_of_outlets_beside_a_full_one_is_not_taken(checked):
    sheet = checked(
        ("日期", "标题", "媒体", "转载媒体"),
        ("2019-03-05", TITLE, "许昌日报", "大河网"),
        ("2019-03-06", OTHER, "许昌晨报", None),
    )
    assert good(sheet) == [(2, "许昌日报"), (3, "许昌晨报")]


def test_tables_below_one_another_keep_their_own_columns(checked):
    sheet = checked(
        ("一、市级媒体",),
        ("日期", "内容", "供稿单位", "媒体"),
        ("3月5日", TITLE, "禹州市", "许昌日报"),
        (None,),
        ("二、省级以上媒体",),
        ("标题", "媒体", "作者", "供稿单位", "日期"),
        (OTHER, "新华网", "李晓明", "长葛市", "3月6日"),
    )
    assert good(sheet) == [(3, "许昌日报"), (7, "新华网")]
    second = sheet.rows[-1].record
    assert (second.author, second.unit, second.tier) == ("李晓明", "长葛市", "national")
    assert codes(sheet) == {4: ["row.blank"], 5: ["row.section"], 6: ["row.heading"]}


def test_a_page_behind_the_day_in_its_cell_is_the_slot(checked):
    sheet = checked(
        ("日期", "媒体", "标题"),
        ("3月5日头版", "许昌日报", TITLE),
        ("2019.3.6 A3版", "许昌晨报", OTHER),
        ("3月7日第3版", "河南日报", TITLE),
        ("3月32日头版", "许昌日报", OTHER),
    )
    assert [(row.record.date, row.record.slot) for row in sheet.rows[:3]] == [
        (dt.date(2019, 3, 5), "头版"),
        (dt.date(2019, 3, 6), "A3版"),
        (dt.date(2019, 3, 7), "3版"),
    ]
    assert codes(sheet) == {5: ["date.impossible"]}
    assert sheet.rows[3].problems[0].facts["text"] == "3月32日头版"


def test_months_alone_head_their_sections_whatever_column_they_stand_in(checked):
    for place in range(3):
        line = [None] * 3
        line[place] = "2018年12月"
        sheet = checked(
            ("媒体", "标题", "日期"),
            line,
            ("许昌日报", TITLE, "5日"),
            [*line[:place], "2019年1月份"],
            ("大河网", OTHER, "6日"),
        )
        dates = [row.record.date for row in sheet.rows if row.status == RowStatus.NEW]
        assert dates == [dt.date(2018, 12, 5), dt.date(2019, 1, 6)]
        assert codes(sheet) == {2: ["row.section"], 4: ["row.section"]}


def test_a_total_under_the_titles_with_its_count_under_the_days_is_no_piece(checked):
    sheet = checked(("标题", "媒体", "日期"), (TITLE, "许昌日报", "3月5日"), ("合计", None, 9))
    assert good(sheet) == [(2, "许昌日报")]
    assert codes(sheet) == {3: ["row.total"]}


def test_counts_below_the_pieces_are_no_pieces_though_their_headings_stand_under_days_and_titles(checked):
    sheet = checked(
        ("标题", "媒体", "日期"),
        (TITLE, "许昌日报", "3月5日"),
        (None,),
        ("媒体", "数量", "备注"),
        ("许昌日报", 1, None),
    )
    assert good(sheet) == [(2, "许昌日报")]
    assert codes(sheet) == {3: ["row.blank"], 4: ["row.note"], 5: ["row.note"]}


def test_counts_under_days_and_titles_do_not_end_the_notes(checked):
    rows = (("日期", "标题", "媒体"), ("三月五日", TITLE, "许昌日报"), ("媒体", "数量"), ("许昌日报", 4))
    sheet = checked(*rows, ("三月六日", OTHER, "许昌晨报"))
    assert good(sheet) == [(2, "许昌日报"), (5, "许昌晨报")]
    assert codes(sheet) == {3: ["row.note"], 4: ["row.note"]}


@pytest.mark.parametrize("head", [("媒体", "数量", "备注"), ("标题", "媒体", "数量")])
@pytest.mark.parametrize("names", [("标题", "日期", "媒体"), ("媒体", "日期", "标题", "备注")])
def test_counts_that_stand_under_the_days_are_no_pieces(checked, names, head):
    piece = {"标题": TITLE, "日期": "3月5日", "媒体": "许昌日报", "备注": None}
    rows = (names, tuple(map(piece.get, names)), (None,), head, ("许昌日报", 9), ("许昌晨报", 2))
    sheet = checked(*rows)
    assert good(sheet) == [(2, "许昌日报")]
    assert [code for row in (4, 5, 6) for code in codes(sheet)[row]] == ["row.note"] * 3


def test_a_total_whose_word_stands_in_a_hidden_column_is_one(checked):
    rows = (("作者", "日期", "媒体", "标题"), ("某人", "3月5日", "许昌日报", TITLE), ("小计", 12, None, None))
    sheet = checked(*rows, hidden="A")
    assert good(sheet) == [(2, "许昌日报")]
    assert codes(sheet) == {3: ["row.total"]}


def test_without_headings_a_short_row_with_its_number_is_no_heading(checked):
    rows = (
        (str(number), f"3月{number}日", "许昌日报", title)
        for number, title in enumerate((TITLE * 2, OTHER, TITLE), 1)
    )
    assert len(good(checked(*rows))) == 3


@pytest.mark.parametrize("place", range(4))
def test_office_and_day_below_the_pieces_sign_the_sheet_whatever_their_column(checked, place):
    sign = [None] * place
    sheet = checked(
        ("日期", "媒体", "作者", "标题"),
        ("3月5日", "许昌日报", "李晓明", TITLE),
        [*sign, "鄢陵县委宣传部"],
        [*sign, "2019年3月30日"],
    )
    assert good(sheet) == [(2, "许昌日报")]
    assert {row: found[0] for row, found in codes(sheet).items()}.keys() == {3, 4}
    assert all(row.status == RowStatus.EXCLUDED for row in sheet.rows[1:])


@pytest.mark.parametrize("written", ["190305", 190305, "１９０３０５"])
def test_six_digits_are_a_day(written):
    assert parse_day(written) == dt.date(2019, 3, 5)


def test_six_digits_that_may_be_a_month_are_a_day_only_in_2020():
    assert parse_day("200306", DateContext(year=2020)) == dt.date(2020, 3, 6)
    for written, year in (("200306", 2019), ("200306", None), ("050319", 2019), ("191340", 2019)):
        with pytest.raises(CellError):
            parse_day(written, DateContext(year=year))


@pytest.mark.parametrize("second", [("日期", "媒体", "标题"), ("刊发时间", "平台名称", "稿件名称")])
def test_tables_beside_one_another_are_two_sheets_with_the_same_row_numbers(tmp_path, second):
    book = openpyxl.Workbook()
    for row in (
        ("2019年3月鄢陵县稿件",),
        ("日期", "媒体", "标题", None, *second),
        ("3月5日", "许昌日报", TITLE, None, "3月6日", "大河网", OTHER),
        (None, None, None, None, "3月7日", "新华网", TITLE),
    ):
        book.active.append(row)
    path = tmp_path / "鄢陵县.xlsx"
    book.save(path)
    raw = beside.parted(readers.read(path.read_bytes()))
    left, right = understand(raw, lexicon(), Request(path.name)).sheets
    assert (left.name, right.name) == ("Sheet", "Sheet（右）")
    assert good(left) == [(3, "许昌日报")]
    assert good(right) == [(3, "大河网"), (4, "新华网")]
    assert right.columns_of(3, Field.OUTLET) == (5,)
    assert beside.parted(raw) == raw


@pytest.mark.parametrize(
    "further", [("日期", "媒体"), ("转载日期", "转载媒体", "转载标题"), ("时间", "平台", "作者")]
)
def test_further_columns_of_one_sense_make_no_second_table(tmp_path, further):
    book = openpyxl.Workbook()
    for row in (
        ("日期", "媒体", "标题", *further),
        ("2019-03-05", "许昌日报", TITLE, "2019-03-06", "大河网", OTHER),
    ):
        book.active.append(row)
    book.save(tmp_path / "鄢陵县.xlsx")
    read = readers.read((tmp_path / "鄢陵县.xlsx").read_bytes())
    assert beside.parted(read) is read


@pytest.mark.file_engine
def test_a_cell_is_typed_anew_in_the_column_of_its_own_table(db, tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ("日期", "媒体", "标题"),
        ("3月5日", "许昌日报", TITLE),
        ("媒体", "标题", "日期"),
        ("某某周刊", OTHER, "3月6日"),
    ):
        book.active.append(row)
    path = tmp_path / "鄢陵县2019年3月.xlsx"
    book.save(path)
    shown = session.preview(path, Said())
    place = session.cell_place(shown, shown.lines[-1], Field.OUTLET)
    assert place == CellPlace(0, 4, 0)
    assert session.cell_text(shown, shown.lines[-1], Field.OUTLET) == "某某周刊"
    typed = session.again(shown, Said().with_cell(place, "大河网"))
    assert [line.row.record.outlet for line in typed.lines if line.tickable] == ["许昌日报", "大河网"]
