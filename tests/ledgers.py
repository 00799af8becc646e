"""An office's old ledgers as workbooks: what each sheet holds, row by row."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

Rows = Sequence[Sequence[object]]
HEAD = ("日期", "媒体单位", "标题", "单位")
ROSTER_HEAD = ("媒体单位", "类型", "联络员")
SENT_HEAD = ("报送日期", "报送单位", "标题", "报送媒体")


def keep(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """Write a workbook with these sheets into a folder, which is made if it is not there."""
    path.parent.mkdir(exist_ok=True)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path
