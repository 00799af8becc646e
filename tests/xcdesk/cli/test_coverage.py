"""The console on the log: lines in, rows out, figures that agree with them."""

import json
import os
import subprocess
import sys

import openpyxl
import pytest

from xcdesk import store
from xcdesk.db.base import database

pytestmark = pytest.mark.file_engine


@pytest.fixture
def office(sqlite_place, console):
    """Runs commands on one founded office, as 郭某."""

    def run(*words):
        return console("--database", sqlite_place, "--user", "guo", *words, "--json")

    return run


@pytest.fixture
def add(sqlite_place):
    """Gives lines to ``coverage add --stdin`` in a process of its own; answers come while it runs."""
    started = subprocess.Popen(
        [sys.executable, "-m", "xcdesk", "--database", sqlite_place, "coverage", "add", "--stdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )

    def ask(line):
        words = line if isinstance(line, bytes) else json.dumps(line).encode()
        started.stdin.write(words + b"\n")
        started.stdin.flush()
        return json.loads(started.stdout.readline())

    yield ask
    started.stdin.close()
    assert started.wait(30) == 0
    started.stdout.close()


REPORT = {
    "date": "2019-03-05",
    "outlet": "市电视台",
    "title": "甲",
    "form": "新闻",
    "unit": "禹州",
    "key": "1",
}


def test_every_line_is_answered_after_its_commit_and_bad_ones_do_not_stop_the_rest(add, office):
    assert add(REPORT) == {"id": 1}
    assert office("coverage", "list").json["total"] == 1
    assert add(REPORT) == {"id": 1}
    codes = [
        add(line)["error"]["code"]
        for line in (
            b"\xff{",
            b"[1]",
            {**REPORT, "key": None, "date": "5.3.2019"},
            {**REPORT, "key": None, "colour": "red"},
            {**REPORT, "key": None, "slot": ["3"]},
            {**REPORT, "key": None, "outlet": "无此台"},
            {**REPORT, "key": None},
        )
    ]
    assert codes == [*["coverage.bad_line"] * 5, "coverage.unknown_outlet", "coverage.duplicate"]
    assert add({**REPORT, "key": None, "title": "乙", "slot": 3, "theme": None}) == {"id": 2}
    row = office("coverage", "list", "--search", "乙").json["rows"][0]
    assert row == {
        "id": 2,
        "date": "2019-03-05",
        "outlet": "许昌电视台",
        "title": "乙",
        "form": "news",
        "theme": None,
        "tier": "municipal",
        "unit": "禹州市",
        "programme": None,
        "slot": "3",
        "author": None,
        "url": None,
        "group": None,
    }


def test_every_answered_line_outlives_the_death_of_the_program(sqlite_place, office):
    started = subprocess.Popen(
        [sys.executable, "-m", "xcdesk", "--database", sqlite_place, "coverage", "add", "--stdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with started, started.stdin as given, started.stdout as told:
        given.writelines(
            json.dumps({**REPORT, "key": str(n), "title": f"稿{n}"}).encode() + b"\n" for n in range(400)
        )
        given.flush()
        answered = [json.loads(told.readline())["id"] for _ in range(7)]
        started.kill()
        answered += [json.loads(line)["id"] for line in told if line.endswith(b"\n")]
    rows = office("coverage", "list").json["rows"]
    assert set(answered) <= {row["id"] for row in rows}
    assert len(rows) < 400
    assert office("check").json["ok"]


def test_figures_that_differ_are_made_anew_when_it_is_asked_for(office, sqlite_place):
    store.open_store(sqlite_place)
    database.execute_sql("INSERT INTO month_tally VALUES ('2019-03', 0, 1, 'county', 5)")
    found = office("check")
    assert (found.code, [check["name"] for check in found.json["checks"] if not check["ok"]]) == (
        1,
        ["tallies"],
    )
    mended = office("check", "--repair")
    assert (mended.code, mended.json["ok"]) == (0, True)
    assert office("backup", "verify", mended.json["backup"]).json["ok"]
    assert office("check", "--repair").json["backup"] is None


@pytest.fixture
def logged(office, monkeypatch, tmp_path):
    """Three reports in the log."""
    lines = tmp_path / "lines"
    reports = [
        REPORT,
        {**REPORT, "key": "2", "outlet": "人民日报", "unit": "", "form": "评论"},
        {**REPORT, "key": "3", "date": "2019-04-01", "outlet": "许昌日报", "title": "=1+1"},
    ]
    lines.write_text("\n".join(json.dumps(report) for report in reports) + "\n\n")
    with lines.open() as given:
        monkeypatch.setattr(sys, "stdin", given)
        assert office("coverage", "add", "--stdin").code == 0


def test_the_log_is_listed_by_what_is_asked_for(logged, office):
    assert [row["id"] for row in office("coverage", "list").json["rows"]] == [3, 2, 1]
    cut = office("coverage", "list", "--limit", 2, "--to", "2019-04-01").json
    assert (cut["total"], len(cut["rows"])) == (3, 2)
    for words, ids in (
        (("--from", "2019-04-01"), [3]),
        (("--outlet", "央媒"), None),
        (("--outlet", "市电视台"), [1]),
        (("--unit", "禹州市", "--form", "消息"), [3, 1]),
        (("--tier", "国家级"), [2]),
        (("--theme", "results"), []),
        (("--theme", "宇宙"), None),
    ):
        told = office("coverage", "list", *words)
        assert told.code == (1 if ids is None else 0)
        assert ids is None or [row["id"] for row in told.json["rows"]] == ids


def test_tables_go_to_workbooks_as_they_are(logged, office, tmp_path):
    path = tmp_path / "log.xlsx"
    assert office("coverage", "list", "--xlsx", path).json["file"] == str(path)
    sheet = openpyxl.load_workbook(path).active
    assert [cell.value for cell in sheet[1]][:3] == ["日期", "媒体单位", "标题"]
    assert (sheet["C2"].value, sheet["C2"].data_type) == ("=1+1", "s")
    path = tmp_path / "tally.xlsx"
    office("tally", "--from", "2019-01-01", "--to", "2019-12-31", "--by", "unit,form", "--xlsx", path)
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(path).active]
    assert rows[1:5] == [
        ["单位", "报道形式", "篇", "次"],
        ["禹州市", "消息", 2, 2],
        ["（未填）", "评论", 1, 1],
        ["合计", None, 3, 3],
    ]
    assert rows[5][0].startswith("计数规则")


def test_figures_agree_with_the_rows(logged, office):
    told = office("tally", "--from", "2019-01-01", "--to", "2019-12-31", "--by", "month,outlet,tier").json
    assert told["totals"] == {"pieces": 3, "placements": 3}
    assert told["rows"][0] == {
        "month": "2019-03",
        "outlet": "许昌电视台",
        "tier": "municipal",
        "pieces": 1,
        "placements": 1,
    }
    assert office("tally", "--from", "2019-01-01", "--to", "2019-12-31", "--by", "unit,moon").code == 2
    assert office("tally", "--from", "2019-01-01", "--to", "2019-12-31", "--by", "unit,unit").code == 2
    assert office("tally", "--from", "yesterday", "--to", "2019-12-31", "--by", "unit").code == 2
    quota = office("quotas", "--on", "2019-03-05").json["quotas"]
    done = {row["who"]: row["done"] for row in quota if row["quota"] == "daily_report"}
    assert (done["许昌电视台"], done["许昌日报"]) == (1, 0)
    assert {"expected", "reached_on", "in_time"} == next(row for row in quota if "pace" in row)["pace"].keys()


def test_the_matrix_shows_none_today_with_its_reason(logged, office):
    noted = ("none-today", "--date", "2019-03-05", "--outlet", "晨报", "--reason", "无刊期")
    assert office(*noted).json == {"id": 1}
    cells = {row["outlet"]: row["cells"][4] for row in office("matrix", "--month", "2019-03").json["outlets"]}
    assert cells["许昌晨报"] == {"date": "2019-03-05", "state": "none", "count": 0, "reason": "no_issue"}
    assert cells["许昌电视台"] == {"date": "2019-03-05", "state": "count", "count": 1, "reason": None}
    assert cells["许昌日报"]["state"] == "open"
    assert cells["河南日报"]["state"] == "not_due"
    refused = office("none-today", "--date", "2019-03-05", "--outlet", "市电视台", "--reason", "停播")
    assert refused.json["error"]["code"] == "coverage.none_with_items"


def test_search_and_check_answer(logged, office):
    found = office("search", "甲").json
    assert (found["total"], [hit["id"] for hit in found["hits"]]) == (2, [2, 1])
    assert found["hits"][0] == {"kind": "item", "id": 2, "date": "2019-03-05", "title": "甲"}
    assert (
        office("search", "甲 媒体:xcdst").json["total"]
        == office("search", "甲 outlet:电视台").json["total"]
        == 1
    )
    assert office("coverage", "list", "--search", "甲 日期:2019-03-05").json["total"] == 2
    told = office("check").json
    assert told["ok"]
    assert [check["name"] for check in told["checks"]] == [
        "integrity",
        "triggers",
        "audit",
        "tallies",
        "search",
        "evidence",
        "issued",
        "accounts",
        "materials",
        "corrections",
        "cases",
    ]


def test_an_outlet_is_meant_by_initials_that_only_it_begins_with(logged, office):
    noted = ("none-today", "--date", "2019-03-05", "--reason", "无刊期", "--outlet")
    assert office(*noted, "xccb").json == {"id": 1}
    refused = office(*noted, "xc")
    assert refused.json["error"]["code"] == "coverage.unknown_outlet"


@pytest.mark.parametrize("words", ["coverage list --search 无此", "search 无此", "trash list", "batch list"])
def test_an_empty_list_says_so_beside_its_output(logged, console, sqlite_place, words):
    told = console("--database", sqlite_place, *words.split())
    assert (told.code, told.out, told.err) == (0, "", "没有可列出的内容。\n")
    as_json = console("--database", sqlite_place, *words.split(), "--json")
    assert (as_json.code, as_json.err) == (0, "")


def test_people_read_lines(logged, console, sqlite_place):
    for words, line in (
        (("coverage", "list"), "2019-03-05  许昌电视台  甲"),
        (("matrix", "--month", "2019-03"), "许昌日报"),
        (("matrix", "--month", "2019-03"), " W9       W10 "),
        (("matrix", "--month", "2019-03"), " 五 六 日 一 二 "),
        (("matrix", "--month", "2019-03"), "○ 未询问  · 非刊播日  — 今日无稿"),
        (("quotas", "--on", "2019-03-05"), "承诺单位采访  本办公室  活动全程  0/95"),
        (("tally", "--from", "2019-01-01", "--to", "2019-12-31", "--by", "outlet"), "合计  3  3"),
        (("search", "甲"), "报道  2019-03-05  甲  许昌电视台"),
        (("check",), "数据完好。"),
    ):
        told = console("--database", sqlite_place, *words)
        assert (told.code, line in told.out) == (0, True), told.out
