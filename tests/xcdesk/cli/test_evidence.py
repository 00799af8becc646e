"""Evidence on the console."""

import datetime as dt

from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem


def test_evidence_is_attached_listed_saved_and_checked(console, db, clerk, tmp_path):
    words = NewItem(dt.date(2019, 3, 5), "许昌日报", "示例报道", tier="provincial")
    item = coverage.log_item(clerk, words)
    lacking = console("--database", db, "evidence", "check", "--date", "2019-12-31", "--json").json
    assert (lacking["counted"], [one["id"] for one in lacking["lacking"]]) == (1, [item])
    scan = tmp_path / "版面.pdf"
    scan.write_bytes(b"%PDF-1.7")
    said = console("--database", db, "evidence", "attach", item, scan, "--captured", "2019-03-06", "--json")
    assert said.code == 0
    (row,) = console("--database", db, "evidence", "list", item, "--json").json["evidence"]
    assert (row["label"], row["kind"], row["captured_on"]) == ("版面.pdf", "page", "2019-03-06")
    (path,) = console("--database", db, "evidence", "save", item, tmp_path / "out", "--json").json["files"]
    assert (tmp_path / "out" / "版面.pdf").read_bytes() == b"%PDF-1.7"
    assert path.endswith("版面.pdf")
    assert (
        console("--database", db, "evidence", "check", "--date", "2019-12-31", "--json").json["lacking"] == []
    )
