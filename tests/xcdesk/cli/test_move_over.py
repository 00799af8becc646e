"""`move-over` tells what the old ledgers say and what is kept, and writes nothing."""

import pytest

from tests.ledgers import HEAD, keep
from xcdesk import store
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage_log


@pytest.mark.file_engine
def test_a_folder_is_compared_and_nothing_is_written(console, db, tmp_path):
    folder = tmp_path / "台账"
    row = ("2019-01-03", "许昌日报", "甲", "禹州市")
    keep(folder / "1月.xlsx", {"1月": (HEAD, row, ("合计", "", "1篇", ""))})
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
