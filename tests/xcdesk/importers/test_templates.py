"""The blank return: what is filled in reads back whole, and our own pages are never read as data."""

import datetime as dt
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from xcdesk.files import FileInUseError
from xcdesk.importers import plan, templates
from xcdesk.progress import Operation
from xcdesk.services.returns import returns_rules
from xcdesk.services.roster import outlet_changes, outlets, units
from xcdesk.services.roster.outlet_changes import NewOutlet

pytestmark = pytest.mark.file_engine
MARCH = dt.date(2019, 3, 1)
FILLED = (
    (
        dt.date(2019, 3, 5),
        "许昌日报",
        "甲镇推行首问负责制",
        "消息",
        "举措成效经验",
        "市级",
        None,
        "3版",
        "示例·王某",
    ),
    (dt.date(2019, 3, 31), "大河网", "=1+1", "网络", None, "省级", None, None, None, "http://example.com/a"),
)


@pytest.fixture
def county(db):
    """One county."""
    return next(unit for unit in units.units() if unit.name == "鄢陵县")


@pytest.fixture
def made(county, tmp_path):
    """Place of the template of a county for March 2019."""
    target = tmp_path / templates.name_for(county, MARCH)
    templates.write(county, MARCH, target)
    return target


def fill(path, rows=FILLED):
    book = openpyxl.load_workbook(path)
    page = book["报送表"]
    for row, values in enumerate(rows, 4):
        for column, value in enumerate(values, 1):
            cell = page.cell(row, column, value)
            if isinstance(value, str):
                cell.data_type = "s"
    book.save(path)


def test_what_is_filled_in_reads_back_whole(made):
    fill(made)
    read = plan.prepare(made)
    (sheet,) = read.book.sheets
    assert (read.book.sender, sheet.name, sheet.header_row) == ("鄢陵县", "报送表", 3)
    first, second = (row.record for row in sheet.rows)
    assert [str(row.status) for row in sheet.rows] == ["new", "new"]
    assert all(not row.problems for row in sheet.rows)
    assert (first.date, first.outlet, first.title) == FILLED[0][:3]
    assert (first.form, first.theme, first.tier, first.slot) == ("news", "results", "municipal", "3版")
    assert (second.title, second.form, second.tier) == ("=1+1", "web", "provincial")
    assert (first.author, second.url, second.unit) == ("示例·王某", "http://example.com/a", "鄢陵县")


def test_an_empty_template_holds_no_rows(made):
    (sheet,) = plan.prepare(made).book.sheets
    assert sheet.rows == ()


def test_pages_of_ours_are_known_when_they_are_renamed_and_shown(made):
    fill(made)
    book = openpyxl.load_workbook(made)
    book["填报说明"].title = "说明"
    book["清单"].sheet_state = "visible"
    book.move_sheet("清单", -2)
    book.save(made)
    assert [sheet.name for sheet in plan.prepare(made).book.sheets] == ["报送表"]


def test_lists_days_and_lengths_are_checked_while_it_is_filled_in(made):
    book = openpyxl.load_workbook(made)
    page = book["报送表"]
    rules = {str(rule.sqref).split(":")[0]: rule for rule in page.data_validations.dataValidation}
    assert (rules["A4"].type, rules["A4"].operator) == ("date", None)  # between is the usual one
    assert (float(rules["A4"].formula1), float(rules["A4"].formula2)) == (43525, 43555)
    assert "2019年3月1日至31日" in rules["A4"].error
    assert (rules["C4"].type, rules["C4"].formula1) == ("textLength", "200")
    assert {rules[place].formula1 for place in ("B4", "D4", "E4", "F4")} == {
        "清单_媒体单位",
        "清单_报道形式",
        "清单_宣传内容",
        "清单_层级",
    }
    named = book.defined_names["清单_媒体单位"].attr_text
    place = named.split("!")[1].replace("$", "")
    listed = [cell[0].value for cell in book["清单"][place]]
    assert listed == [outlet.name for outlet in outlets.outlets()]
    assert book["清单"].sheet_state == "hidden"


def test_it_is_set_up_for_paper_and_keeps_its_heading_in_view(made):
    page = openpyxl.load_workbook(made)["报送表"]
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert (page.freeze_panes, page.print_title_rows) == ("A4", "$3:$3")
    assert page["A1"].value == "鄢陵县2019年3月宣传报道报送表"
    assert page["A2"].value == "填报单位：鄢陵县"


def test_the_instructions_tell_the_rules_of_the_office(clerk, county, tmp_path, leader):
    rules = replace(returns_rules.load(), rules="照片另附。\n=HYPERLINK(1)", contact="示例·郭某")
    returns_rules.save(leader, rules)
    templates.write(county, MARCH, tmp_path / "a.xlsx")
    page = openpyxl.load_workbook(tmp_path / "a.xlsx")["填报说明"]
    said = [row[0] for row in page.iter_rows(values_only=True) if row[0]]
    assert any("请于2019年4月8日前报送" in line for line in said)
    assert "8．照片另附。" in said
    assert all(cell.data_type == "s" for row in page.iter_rows() for cell in row if cell.value)
    assert "联系人：示例·郭某" in said


def test_one_for_every_unit_into_a_folder(db, tmp_path):
    counties = returns_rules.owing(returns_rules.load())
    seen = []
    operation = Operation(lambda done, total, _note: seen.append((done, total)))
    made = templates.write_all(counties, MARCH, tmp_path / "模板", operation)
    assert [path.name for path in made][:2] == ["禹州市2019年3月报送表.xlsx", "长葛市2019年3月报送表.xlsx"]
    assert seen[-1] == (9, 9)
    fill(made[1])
    assert plan.prepare(made[1]).book.sender == "长葛市"


def test_hostile_names_of_outlets_stay_text(clerk, county, tmp_path):
    outlet_changes.add_outlet(clerk, NewOutlet("=1+1", "web", "county"))
    templates.write(county, MARCH, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "/worksheets/sheet" in name]
    assert not any(b"<f>" in sheet for sheet in sheets)


def test_a_place_that_cannot_be_written_is_named(county, tmp_path):
    (tmp_path / "here").write_text("a file")
    with pytest.raises(FileInUseError):
        templates.write(county, MARCH, tmp_path / "here" / "a.xlsx")
