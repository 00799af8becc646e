"""What a person says in the preview: headings, columns, cells, hidden parts, the encoding."""

import json

import pytest

from tests.sheets import sheet
from xcdesk.importers import apply, decisions, plan, session
from xcdesk.importers.apply import Decision
from xcdesk.importers.plan import NoPiecesError
from xcdesk.importers.raw import RawBook
from xcdesk.importers.recode import WrongEncodingError
from xcdesk.importers.records import Field, How, RowStatus
from xcdesk.importers.said import CellPlace, FieldTwiceError, Said
from xcdesk.importers.session import Preview
from xcdesk.models import AuditEntry, CoverageItem, ImportRow, RememberedMapping

HEAD = ("日期", "媒体", "标题")
FIRST = ("2019-03-05", "许昌日报", "甲镇推行首问负责制见成效")
SECOND = ("2019-03-06", "许昌晨报", "乙局压缩审批时限过半")


@pytest.fixture
def look(db, tmp_path):
    """Previews sheets as a workbook of 鄢陵县 would give them."""

    def show(*sheets, said=None):
        path = tmp_path / "鄢陵县2019年3月.xlsx"
        path.write_bytes(b"x")
        prepared = plan.consider(path, RawBook("xlsx", "", sheets), Said())
        return session.again(Preview(prepared, ()), said or Said())

    return show


def states(shown):
    return [str(line.row.status) for line in shown.lines]


def titles(shown):
    return [line.row.record.title for line in shown.lines if line.row.status == RowStatus.NEW]


@pytest.mark.file_engine
def test_a_file_without_a_heading_is_shown_so_that_it_can_be_clicked(look):
    strange = ("2019-03-05", "某某晚报", FIRST[2])
    shown = look(sheet(("刊", "于", "文"), strange))
    assert isinstance(shown.plan.refusal, NoPiecesError)
    assert [row.cells for row in session.raw_rows(shown, 0, first=2, count=1)] == [strange]
    assert [column.name for column in session.columns(shown, 0)] == ["A", "B", "C"]
    said = Said().with_heading("Sheet1", 1)
    named = session.again(shown, said)
    assert named.plan.book.sheets[0].header_row == 1
    again = session.again(named, said.with_field(named.plan.book.sheets[0], 1, Field.OUTLET))
    assert (again.plan.refusal, states(again)) == (None, ["error"])


@pytest.mark.parametrize(
    ("others", "day"),
    [
        (["2019-03-05", "2019-03-06"], "2019-05-03"),
        (["2019-12-30", "2020-01-06"], None),
        (["2019-03-05"] * 12 + ["2091-03-05"], "2019-05-03"),
        (["3月6日"], None),
    ],
)
def test_a_day_typed_without_a_year_is_of_the_year_of_the_other_rows(db, tmp_path, others, day):
    path = tmp_path / "鄢陵县.xlsx"
    path.write_bytes(b"x")
    rows = [(one, "许昌日报", f"第{at}篇稿件的标题") for at, one in enumerate(others)]
    book = RawBook("xlsx", "", (sheet(HEAD, *rows, ("五月初", *FIRST[1:]), ("5月4日", *SECOND[1:])),))
    shown = session.again(Preview(plan.consider(path, book, Said()), ()), Said())
    typed = session.again(shown, Said().with_cell(CellPlace(0, len(rows) + 2, 0), "5月3日"))
    *_, mine, sheets_own = typed.lines
    assert (mine.row.record.date and mine.row.record.date.isoformat()) == day
    assert sheets_own.row.status == RowStatus.ERROR  # what the sheet itself leaves open is not guessed


@pytest.mark.file_engine
def test_the_number_of_heading_rows_can_be_said(look):
    shown = look(sheet(HEAD, ("何时", "何处", "何文"), FIRST, SECOND))
    assert states(shown)[0] != "new"
    again = session.again(shown, Said().with_heading("Sheet1", 1, height=2))
    assert (again.plan.book.sheets[0].header_rows, states(again)) == (2, ["new", "new"])


@pytest.mark.file_engine
def test_each_column_tells_what_it_holds_and_how_that_was_found(look):
    shown = look(sheet(("日期", "刊发媒体", "稿件正式标题", "字数"), (*FIRST, 800)))
    told = [(column.field, column.how, column.samples) for column in session.columns(shown, 0)]
    assert told == [
        (Field.DATE, How.EXACT, ("2019-03-05",)),
        (Field.OUTLET, How.SYNONYM, ("许昌日报",)),
        (Field.TITLE, How.FUZZY, (FIRST[2],)),
        (None, None, ("800",)),
    ]


@pytest.mark.file_engine
def test_a_column_is_given_another_meaning_and_the_old_one_is_free_again(look):
    shown = look(sheet((*HEAD, "说明"), (*FIRST, SECOND[2])))
    checked = shown.plan.book.sheets[0]
    said = Said().with_field(checked, 3, Field.TITLE)
    again = session.again(shown, said)
    assert titles(again) == [SECOND[2]]
    assert [(one.field, one.how) for one in session.columns(again, 0)][2:] == [
        (None, None),
        (Field.TITLE, How.SAID),
    ]
    back = session.again(again, said.with_field(checked, 2, Field.TITLE))
    assert titles(back) == [FIRST[2]]


@pytest.mark.file_engine
def test_a_column_may_be_set_aside_and_what_is_lacking_then_is_named(look):
    shown = look(sheet((*HEAD, "作者"), (*FIRST, "示例·某")))
    checked = shown.plan.book.sheets[0]
    without = session.again(shown, Said().with_field(checked, 3, None))
    assert without.lines[0].row.record.author is None
    assert session.columns(without, 0)[3].how == How.SAID
    lacking = session.again(shown, Said().with_field(checked, 1, None))
    assert lacking.plan.book.sheets[0].problem.facts["fields"] == (Field.OUTLET,)
    assert lacking.plan.refusal is not None


@pytest.mark.file_engine
def test_blank_and_repeated_headings_can_be_told_apart(look):
    shown = look(sheet(("日期", "媒体", "", "标题", "标题"), ("2019-03-05", "许昌日报", "3版", "甲", "乙")))
    checked = shown.plan.book.sheets[0]
    said = Said().with_field(checked, 2, Field.SLOT).with_field(checked, 4, Field.TITLE)
    [line] = session.again(shown, said).lines
    assert (line.row.record.slot, line.row.record.title) == ("3版", "乙")


@pytest.mark.file_engine
def test_one_field_for_two_columns_is_refused(look):
    shown = look(sheet(HEAD, FIRST))
    [signature] = Said().with_field(shown.plan.book.sheets[0], 0, Field.DATE).fields
    with pytest.raises(FieldTwiceError):
        session.again(shown, Said(fields={signature: {"日期": Field.DATE, "媒体": Field.DATE}}))


def test_what_was_said_of_columns_is_remembered_for_the_sender(look, clerk):
    grid = sheet((*HEAD, "说明"), (*FIRST, SECOND[2]))
    shown = look(grid)
    said = Said().with_field(shown.plan.book.sheets[0], 3, Field.TITLE)
    said = said.with_field(shown.plan.book.sheets[0], 2, None)
    apply.apply(session.again(shown, said).plan, clerk)
    assert json.loads(RememberedMapping.get().mapping)["标题"] is None
    again = look(grid)
    assert again.lines[0].row.record.title == SECOND[2]
    assert session.columns(again, 0)[3].how == How.REMEMBERED


def test_a_cell_typed_anew_is_read_kept_and_told(look, clerk):
    shown = look(sheet(HEAD, ("三月三十二日", *FIRST[1:]), SECOND))
    place = session.cell_place(shown, shown.lines[0], Field.DATE)
    assert place == CellPlace(0, 2, 0)
    again = session.again(shown, Said().with_cell(place, "3月5日"))
    assert states(again) == ["new", "new"]
    apply.apply(again.plan, clerk)
    kept = {"sheet": "Sheet1", "row": 2, "field": "date", "said": "三月三十二日", "typed": "3月5日"}
    first, second = ImportRow.select().order_by(ImportRow.row)
    assert (json.loads(first.corrected), second.corrected) == ([kept], None)
    entry = AuditEntry.select().where(AuditEntry.action == "import.applied").get()
    assert json.loads(entry.facts)["corrected"] == [kept]


@pytest.mark.file_engine
def test_a_correction_outlives_another_mapping_and_can_be_taken_back(look):
    shown = look(sheet((*HEAD, "说明"), ("三月三十二日", *FIRST[1:], "别的话，长一些的话")))
    said = Said().with_cell(CellPlace(0, 2, 0), "2019-03-05")
    other = said.with_field(shown.plan.book.sheets[0], 3, Field.TITLE)
    [line] = session.again(shown, other).lines
    assert (str(line.row.record.date), line.row.record.title) == ("2019-03-05", "别的话，长一些的话")
    assert states(session.again(shown, said.with_cell(CellPlace(0, 2, 0), None))) == ["error"]


@pytest.mark.file_engine
def test_a_correction_of_a_merged_cell_holds_for_all_its_rows(look):
    grid = sheet(
        HEAD, ("2019-03-05", "许晶日报", FIRST[2]), ("2019-03-06", None, SECOND[2]), merges=["B2:B3"]
    )
    shown = look(grid)
    place = session.cell_place(shown, shown.lines[1], Field.OUTLET)
    assert place == CellPlace(0, 2, 1)
    assert [line.text(Field.OUTLET) for line in shown.lines] == ["许晶日报"] * 2
    assert states(session.again(shown, Said().with_cell(place, "许昌日报"))) == ["new", "new"]


@pytest.mark.file_engine
def test_a_field_without_a_column_can_be_typed(look):
    grid = sheet(HEAD[::2], ("2019-03-05", FIRST[2]), ("2019-03-06", SECOND[2]), name="许昌日报")
    shown = look(grid)
    place = session.cell_place(shown, shown.lines[1], Field.OUTLET)
    assert place == CellPlace(0, 3, field=Field.OUTLET)
    again = session.again(shown, Said().with_cell(place, "许昌晨报"))
    assert [line.row.record.outlet for line in again.lines] == ["许昌日报", "许昌晨报"]


@pytest.mark.file_engine
def test_a_row_left_out_becomes_a_piece_once_a_cell_of_it_is_typed(look):
    shown = look(sheet(HEAD, FIRST, (None, None, "（此行为说明）")))
    typed = Said().with_cell(CellPlace(0, 3, 0), "3月6日").with_cell(CellPlace(0, 3, 1), "许昌晨报")
    assert session.again(shown, typed).lines[1].row.record.outlet == "许昌晨报"


@pytest.mark.file_engine
def test_a_typed_cell_is_wrong_by_its_own_words(look):
    shown = look(sheet(HEAD, ("三月三十二日", *FIRST[1:])))
    [line] = session.again(shown, Said().with_cell(CellPlace(0, 2, 0), "下周")).lines
    assert (line.row.problems[0].code, line.text(Field.DATE)) == ("date.unreadable", "下周")


@pytest.mark.file_engine
def test_hidden_parts_are_read_when_they_are_asked_for(look):
    first = sheet((*HEAD, "作者"), (*FIRST, "某"), (*SECOND, "某"), hidden_rows=frozenset({2}),
                  hidden_columns=frozenset({3}))  # fmt: skip
    old = sheet(HEAD, ("2018-03-05", *FIRST[1:]), name="旧", hidden=True)
    shown = look(first, old)
    assert states(shown) == ["new", "excluded"]
    again = session.again(shown, Said(with_hidden=True))
    assert states(again) == ["new", "new", "new"]
    assert again.lines[0].row.record.author == "某"
    checked = again.plan.book.sheets
    assert (checked[0].hidden_rows, checked[0].hidden_columns, checked[1].hidden) == (1, 1, True)


@pytest.mark.file_engine
def test_another_encoding_is_read_anew(db, tmp_path):
    path = tmp_path / "鄢陵县2019年3月.csv"
    text = "\r\n".join(",".join(row) for row in (HEAD, FIRST))
    path.write_bytes(text.replace("报", "報").encode("big5hkscs", "replace"))
    shown = session.preview(path, Said())
    assert shown.plan.refusal is not None
    again = session.again(shown, Said(encoding="big5hkscs"))
    assert again.plan.raw.encoding == "big5hkscs"
    assert session.raw_rows(again, 0, 1, 1)[0].cells[2] == HEAD[2].replace("标题", "?題") or again.lines
    with pytest.raises(WrongEncodingError):
        session.again(shown, Said(encoding="utf-8"))


@pytest.mark.file_engine
def test_a_workbook_has_no_encoding_to_choose(db, tmp_path):
    path = tmp_path / "乙.xlsx"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(WrongEncodingError):
        plan.look(path, Said(encoding="utf-8"))


def test_a_reprint_is_proposed_and_may_be_declined(look, clerk):
    shown = look(sheet(HEAD, FIRST, ("2019-03-06", "许昌晨报", FIRST[2])))
    second = shown.lines[1]
    assert second.reprint is not None
    assert [side.field for side in second.sides() if side.differs] == [Field.DATE, Field.OUTLET]
    assert decisions.proposed(second) == Decision.SAME_PIECE
    assert decisions.allowed(second) == (Decision.IMPORT, Decision.SAME_PIECE, Decision.LEAVE)
    every = {line.place: decisions.proposed(line, apply.Duplicates.SKIP) for line in shown.lines}
    apply.apply(shown.plan, clerk, decided={**every, second.place: Decision.IMPORT})
    assert [item.group_id for item in CoverageItem.select()] == [None, None]


def test_a_row_much_like_a_logged_one_may_bring_that_up_to_date(look, clerk):
    apply.apply(look(sheet(HEAD, FIRST)).plan, clerk)
    shown = look(sheet((*HEAD, "版面"), ("2019-03-06", "许昌日报", "甲镇全面推行首问负责制见成效", "3版")))
    [line] = shown.lines
    assert decisions.is_open(line)
    assert decisions.proposed(line) == Decision.LEAVE
    decided = decisions.decide([line], Decision.UPDATE)
    apply.apply(shown.plan, clerk, decided=decided)
    item = CoverageItem.get()
    assert (str(item.day), item.title, item.slot) == ("2019-03-06", "甲镇全面推行首问负责制见成效", "3版")


def test_one_decision_is_taken_on_those_rows_that_allow_it(look, clerk):
    shown = look(sheet(HEAD, FIRST, (None, *SECOND[1:])))
    assert list(decisions.decide(shown.lines, Decision.IMPORT)) == [shown.lines[0].place]
    assert len(decisions.decide(shown.lines, Decision.LEAVE)) == 2
