"""Any list of the office as a workbook."""

import datetime as dt
import io

import openpyxl

from xcdesk.reports.xlsx import printout
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.texts.documents import Block, BlockKind, Document


def test_a_long_text_gets_a_row_high_enough_and_figures_are_numbers():
    rows = (("单位", "说明", "篇"), ("禹州市", "长" * 60, "12"), ("长葛市", "短", "3"))
    document = Document((Block(BlockKind.TABLE, rows=rows), Block(BlockKind.RULE, "口径。")))
    day = dt.date(2019, 3, 18)
    made = printout.content(
        Printout("报送/采用", "截至3月18日", "示例办公室", day, document, frozenset({"篇"}))
    )
    sheet = openpyxl.load_workbook(io.BytesIO(made)).active
    heads = next(row for row in sheet.iter_rows() if row[0].value == "单位")
    long, short = heads[0].row + 1, heads[0].row + 2
    assert [cell.value for cell in sheet[long]][::2] == ["禹州市", 12]
    assert sheet.row_dimensions[long].height >= 3 * 14  # 120 half-width characters in 44
    assert sheet.row_dimensions[short].height is None
    assert sheet.cell(short + 2, 1).value == "口径。"
