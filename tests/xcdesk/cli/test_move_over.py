"""`move-over` tells what the old ledgers say and what is kept, and writes nothing."""

import openpyxl
import pytest

from xcdesk import store
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage_log


@pytest.mark.file_engine
def test_a_folder_is_compared_and_nothing_is_written(console, db, tmp_path):
    folder = tmp_path / "台账"
    folder.mkdir()
    book = openpyxl.Workbook()
    head, row = ("日期", "媒体单位", "标题", "单位"), ("2019-01-03", "许昌日报", "甲", "禹州市")
    for cells in (head, row, ("合计", "", "1篇", "")):
        book.active.append(cells)
    book.save(folder / "1月.xlsx")
    (folder / "坏的.xlsx").write_bytes(b"nothing\x00\x01")
    made = console("--database", db, "move-over", "--dry-run", "--json", folder)
    assert made.code == 0
    good, bad = sorted(made.json["files"], key=lambda file: "refusal" in file)
    (sheet,) = good["sheets"]
    told = [sheet[name] for name in ("meaning", "rows", "stated", "not_here", "here")]
    assert told == ["coverage", 1, 1, 1, 0]
    assert bad["refusal"]["code"].startswith("file.")
    store.open_store(db)
    assert coverage_log.count(ItemFilter()).placements == 0
    store.close_store()
    assert "合计" in console("--database", db, "move-over", "--dry-run", folder).out
    assert console("--database", db, "move-over", folder).code == 2
