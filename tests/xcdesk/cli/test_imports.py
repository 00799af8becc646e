"""`import` and `batch` as the console's contract has them, on real files."""

import json
import os
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from xcdesk import store
from xcdesk.importers import apply
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage, coverage_log
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.office import people
from xcdesk.services.record.entries import ItemChange

HEAD = ("日期", "媒体", "标题", "作者")
ROWS = [
    ("2019-03-05", "日报", "甲镇推行首问负责制", "示例·王某"),
    ("2019-03-06", "晨报", "乙局压缩审批时限", "示例·李某"),
    ("2019-02-30", "晨报", "没有这一天", "示例·李某"),
]
COUNTY = Path(__file__).parents[4] / "shared" / "county_sheets"


@pytest.mark.file_engine
@pytest.mark.skipif(
    not COUNTY.is_dir() and "CI" not in os.environ, reason="the county sheets lie beside the repository"
)
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
        print("\ncounty_sheets: expected {}, found {}, invented {}".format(*sums))  # noqa: T201  # asked for by the reader of a run
    assert not lost
    assert not invented


@pytest.fixture
def county_return(tmp_path):
    """Writes a county return of these rows and gives its path."""

    def write(*rows, name="鄢陵县3月.xlsx"):
        book = openpyxl.Workbook()
        for row in (HEAD, *rows):
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return write


def statuses(outcome):
    """State of each row of the only sheet of the only file."""
    return [row["status"] for row in outcome.json["files"][0]["sheets"][0]["rows"]]


def test_a_dry_run_writes_nothing(db, console, county_return):
    path = county_return(*ROWS)
    outcome = console("--database", db, "import", path, "--dry-run", "--json")
    assert outcome.json["counts"]["new"] == 2
    assert outcome.json["files"][0]["batch"] is None
    assert console("--database", db, "batch", "list", "--json").json == {"batches": []}


def test_an_import_its_repetition_and_its_undo(db, console, county_return, tmp_path):
    path = county_return(*ROWS)
    first = console("--database", db, "import", path, "--json")
    batch = first.json["files"][0]["batch"]
    assert statuses(first) == ["new", "new", "error"]
    problem = first.json["files"][0]["sheets"][0]["rows"][2]["problems"][0]
    assert (problem["column"], problem["field"], problem["code"]) == ("日期", "date", "date.impossible")
    again = console("--database", db, "import", path, "--json")
    assert statuses(again) == ["same", "same", "error"]
    assert again.json["files"][0]["batch"] is None
    assert [remark["code"] for remark in again.json["files"][0]["remarks"]] == ["import.same_file"]
    undone = console("--database", db, "batch", "undo", batch, "--json")
    assert undone.json == {"removed": 2, "restored": 0, "kept": [], "cases": []}
    refused = console("--database", db, "batch", "undo", batch, "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "import.undone")
    assert statuses(console("--database", db, "import", path, "--json")) == ["new", "new", "error"]


def test_an_undo_names_what_it_kept_and_the_list_tells_batches_apart(db, console, county_return):
    batch = console("--database", db, "import", county_return(*ROWS), "--json").json["files"][0]["batch"]
    listed = console("--database", db, "batch", "list").out
    assert "写入 2 行" in listed
    store.open_store(db)
    first = coverage_log.page(ItemFilter()).rows[0]
    coverage.change_item(people.actor("guo"), ItemVersion(first.id, first.version), ItemChange(slot="9版"))
    undone = console("--database", db, "batch", "undo", batch)
    assert first.title in undone.out
    assert undone.out.count("保留：") == 1


def test_a_sender_off_the_roster_is_refused(db, console, county_return):
    outcome = console("--database", db, "import", county_return(*ROWS), "--sender", "天外县", "--json")
    assert (outcome.code, outcome.json["error"]["code"]) == (1, "unit.unknown")


def test_a_file_that_names_no_sender_is_shown_but_not_written(db, console, county_return):
    path = county_return(*ROWS, name="报表.xlsx")
    shown = console("--database", db, "import", path, "--dry-run", "--json").json["files"][0]
    assert [remark["code"] for remark in shown["remarks"]] == ["unit.missing"]
    refused = console("--database", db, "import", path, "--json").json
    assert refused["files"][0]["refused"]["code"] == "unit.missing"
    assert refused["counts"]["refused"] == 1
    assert console("--database", db, "import", path, "--sender", "禹州市", "--json").json["files"][0]["batch"]


def test_a_sender_that_the_file_names_but_the_roster_does_not_is_refused_by_name(db, console, tmp_path):
    book = openpyxl.Workbook()
    for row in (("报送单位（盖章）：天外县委宣传部",), HEAD, ROWS[0]):
        book.active.append(row)
    book.save(tmp_path / "报表.xlsx")
    refused = console("--database", db, "import", tmp_path / "报表.xlsx", "--json").json["files"][0][
        "refused"
    ]
    assert refused["code"] == "unit.unknown"
    assert "天外县委宣传部" in refused["message"]


def test_stop_refuses_a_file_with_logged_pieces(db, console, county_return):
    console("--database", db, "import", county_return(ROWS[0]), "--json")
    path = county_return(*ROWS, name="鄢陵县补报.xlsx")
    outcome = console("--database", db, "import", path, "--duplicates", "stop", "--json").json
    assert outcome["files"][0]["refused"]["code"] == "import.duplicates"


def test_a_missing_file_is_refused_by_name_beside_the_others(db, console, county_return, tmp_path):
    outcome = console("--database", db, "import", tmp_path / "没有.xlsx", county_return(*ROWS), "--json").json
    assert [entry["refused"] is None for entry in outcome["files"]] == [False, True]
    assert outcome["counts"]["refused"] == 1


def test_a_folder_stands_for_its_files_without_locks(db, console, county_return, tmp_path):
    county_return(*ROWS)
    (tmp_path / "~$鄢陵县3月.xlsx").write_bytes(b"lock")
    folder = tmp_path / "returns"
    folder.mkdir()
    for path in (*tmp_path.glob("*.xlsx"),):
        path.rename(folder / path.name)
    outcome = console("--database", db, "import", folder, "--dry-run", "--json").json
    assert [entry["file"] for entry in outcome["files"]] == ["鄢陵县3月.xlsx"]


def test_people_read_counts_and_reasons(db, console, county_return):
    outcome = console("--database", db, "import", county_return(*ROWS), "--dry-run")
    assert "新增 2" in outcome.out
    assert "第 4 行：“2019-02-30”这一天不存在" in outcome.out


@pytest.mark.file_engine
def test_a_table_of_counts_leaves_a_batch_that_can_be_undone(sqlite_place, console, tmp_path):
    path = tmp_path / "鄢陵县2019年3月统计.csv"
    path.write_text("媒体,篇数\n许昌日报,2\n", encoding="utf-8")
    place = ("--database", sqlite_place)
    assert console(*place, "import", path, "--dry-run", "--json").json["files"][0]["batch"] is None
    assert console(*place, "import", path, "--json").json["files"][0]["batch"] == 1
    assert console(*place, "batch", "undo", "1").code == 0
    assert "已撤销" in console(*place, "batch", "list").out


@pytest.mark.file_engine
def test_two_imports_at_once_both_end_in_the_log(sqlite_place, console, tmp_path, monkeypatch):
    path = tmp_path / "鄢陵县2019年3月.csv"
    path.write_text("\n".join(",".join(row) for row in (HEAD, *ROWS[:2])), encoding="utf-8")
    calls = []

    def other_desk_first(prepared, *words, **more):
        calls.append(prepared)
        if len(calls) == 1:
            raise apply.StalePlanError(name=path.name)
        return real(prepared, *words, **more)

    real = apply.apply
    monkeypatch.setattr(apply, "apply", other_desk_first)
    done = console("--database", sqlite_place, "import", path, "--json")
    assert (done.json["files"][0]["batch"], done.json["counts"]["new"]) == (1, 2)
    assert "已导入" in console("--database", sqlite_place, "batch", "list").out
