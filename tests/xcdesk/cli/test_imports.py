"""`import` and `batch` as the console's contract has them, on real files."""

import json
from collections import Counter
from pathlib import Path

import pytest

COUNTY = Path(__file__).parents[4] / "shared" / "county_sheets"


@pytest.mark.skipif(not COUNTY.is_dir(), reason="the county sheets lie beside the repository")
def test_the_county_sheets_give_exactly_the_rows_of_their_truth(db, console, capfd):
    truth = {entry["file"]: entry for entry in json.loads((COUNTY / "truth.json").read_text("utf-8"))}
    outcome = console("--database", db, "import", *(COUNTY / name for name in truth), "--dry-run", "--json")
    assert outcome.code == 0
    found = {entry["file"]: entry for entry in outcome.json["files"]}
    expected_rows, found_rows = Counter(), Counter()
    for name, entry in truth.items():
        answer = found[name]
        fields = ["date", "outlet", "title", *entry.get("fields", ())]
        rows = [(sheet["sheet"], row) for sheet in answer["sheets"] for row in sheet["rows"]]
        for row in entry["rows"]:
            expected_rows[name, tuple(row[field] or None for field in fields)] += 1
        for _, row in rows:
            if row["status"] == "new":
                found_rows[name, tuple(row["record"][field] for field in fields)] += 1
        assert [row["row"] for _, row in rows if row["status"] == "error"] == entry.get("error_rows", [])
        assert all(row["problems"] for _, row in rows if row["status"] == "error")
        assert sum(sheet["hidden"] for sheet in answer["sheets"]) == entry.get("hidden_sheets", 0)
        if entry.get("refused"):
            assert answer["refused"]["code"] == f"file.{entry['refused']}"
        else:
            assert answer["refused"] is None
            assert answer["sender"] == entry["sender"]
        assert all(
            sheet["kind"] == ("tally" if entry.get("no_rows") else "coverage") for sheet in answer["sheets"]
        )
    lost, invented = expected_rows - found_rows, found_rows - expected_rows
    with capfd.disabled():
        sums = [expected.total() for expected in (expected_rows, expected_rows & found_rows, invented)]
        print("\ncounty_sheets: expected {}, found {}, invented {}".format(*sums))
    assert not lost
    assert not invented
