"""Follow-up at the console: every act, lists without private details, the key, the calendar."""

import json

import openpyxl
import pytest

from tests.xcdesk.services.cases.conftest import SOMEBODY

MONDAY = "2019-03-04"


@pytest.fixture
def office(console, sqlite_place, monkeypatch):
    """Runs one command as the clerk on 4 March 2019, or as somebody else on another day."""

    def run(*words, by="guo", day=MONDAY):
        monkeypatch.setenv("XCDESK_TODAY", day)
        return console("--database", sqlite_place, "--user", by, *words, "--json")

    return run


def register(office, kind="finding", *more):
    made = office("case", "new", "--kind", kind, "--unit", "市教育局", "--title", "窗口无人值守", *more)
    return made.json


def test_a_case_is_registered_handed_out_answered_and_closed(office, tmp_path):
    made = register(office)
    assert (made["id"], made["number"], made["state"], made["due"]) == (
        1,
        "督查〔2019〕1号",
        "registered",
        None,
    )
    assert register(office)["similar"][0]["id"] == 1
    office("case", "file", 1)
    assert office("case", "dispatch", 1, "--helper", "市公安局").json["due"] == "2019-03-18"
    office("case", "accept", 1, "--person", "示例·签某")
    proof = tmp_path / "现场.png"
    proof.write_bytes(b"picture")
    answered = office("case", "answer", 1, "--result", "solved", "--words", "已经整改", "--file", proof)
    assert answered.json["state"] == "answered"
    refused = office("case", "pass", 1)
    assert (refused.code, refused.json["error"]["code"]) == (1, "case.own_answer")
    closed = office("case", "pass", 1, by="chen").json
    assert (closed["state"], closed["timely"], closed["light"]) == ("closed", True, "in_time")
    shown = office("case", "show", 1).json
    assert shown["helpers"] == ["市公安局"]
    assert {one["action"]: one["code"] for one in shown["actions"]}["file"] == "case.not_now"
    assert [one["action"] for one in office("case", "log", 1).json["events"]][-1] == "pass"
    ledger = office("case", "ledger", "--month", "2019-03").json
    assert ledger["rows"][0]["on_time"] == {"part": 1, "whole": 1, "percent": 100.0}
    assert "统计口径" in ledger["rule"]


def test_no_case_about_a_report_or_a_private_person(office):
    for unit, code in (("许昌日报", "case.outlet_subject"), ("示例·张某", "case.unknown_subject")):
        refused = office("case", "new", "--kind", "finding", "--unit", unit, "--title", "x")
        assert (refused.code, refused.json["error"]["code"]) == (1, code)
    refused = office("case", "new", "--kind", "report", "--unit", "市教育局", "--title", "x")
    assert refused.json["error"]["code"] == "case.unknown_kind"
    assert office("case", "list").json == {"total": 0, "rows": []}


def test_private_details_are_in_no_answer_but_that_to_a_reason(office, tmp_path, monkeypatch):
    told = {"name": SOMEBODY.name, "phone": SOMEBODY.phone}
    file = tmp_path / "private.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    assert office("case", "key-make").json["error"]["code"] == "case.no_keyring"
    made = office("case", "key-make", "--file").json
    assert made["place"] == "file"
    register(office, "complaint", "--private", file)
    looked = (
        ("case", "list"), ("case", "show", 1), ("case", "log", 1), ("case", "wall"), ("case", "ledger"),
        ("case", "red"), ("search", "窗口"), ("search", SOMEBODY.phone), ("check",),
        ("history", "followup_case", 1), ("record", "list"), ("trash", "list"),
    )  # fmt: skip
    for words in looked:
        answer = office(*words)
        assert answer.code == 0, (words, answer.err)
        assert not any(word in answer.out + answer.err for word in told.values()), words
    assert office("case", "unmask", 1, "--reason", "").json["error"]["code"] == "case.words_needed"
    assert office("case", "unmask", 1, "--reason", "回访").json["private"]["phone"] == SOMEBODY.phone
    assert office("case", "log", 1).json["events"][-1]["action"] == "unmask"
    monkeypatch.setenv("XCDESK_HOME", str(tmp_path / "other"))
    assert office("case", "key").json["state"] == "elsewhere"
    monkeypatch.setenv("XCDESK_CASE_KEY", made["recovery"])
    assert office("case", "key-restore", "--file").code == 0
    assert office("case", "unmask", 1, "--reason", "回访").code == 0
    assert office("case", "erase", day="2021-01-01").json == {"due": [], "erased": []}
    file.write_text("[]", encoding="utf-8")
    bad = office(
        "case", "new", "--kind", "complaint", "--unit", "市教育局", "--title", "x", "--private", file
    )
    assert bad.json["error"]["code"] == "case.bad_private"


def test_commitments_stand_on_the_wall_and_count_for_the_quota(office):
    promise = ("--promise", "三日内办结", "--promised", "2019-06-28")
    assert register(office, "commitment")["error"]["code"] == "case.no_promise"
    register(office, "commitment", *promise)
    office("case", "interview", 1, "--on", MONDAY)
    item = ("--date", MONDAY, "--outlet", "许昌电视台")
    office("none-today", *item, "--reason", "停播")
    wall = office("case", "wall").json
    assert (wall["total"], wall["units"], wall["interviewed"], wall["kept"]) == (95, 1, 1, 0)
    assert wall["rows"][0]["promise"] == "三日内办结"
    done = {row["quota"]: row["done"] for row in office("quotas", "--on", MONDAY).json["quotas"]}
    assert done["interviews"] == 1


def test_the_calendar_and_the_rules_move_the_day_due(office):
    assert office("calendar", "set", "2019-03-09", "--working").json["error"]["code"] == "user.not_allowed"
    office("calendar", "set", "2019-03-09", "--working", "--note", "补班", by="chen")
    assert office("calendar", "list").json["days"][0]["note"] == "补班"
    office("case", "rules", "--set", "finding_days=5", by="chen")
    register(office)
    office("case", "file", 1)
    assert office("case", "dispatch", 1).json["due"] == "2019-03-09"
    assert [row["id"] for row in office("case", "red", day="2019-03-10").json["rows"]] == [1]
    assert office("case", "list", "--light", "red", day="2019-03-10").json["total"] == 1
    assert office("calendar", "clear", "2019-03-09", by="chen").json["working"] is False


def test_a_list_is_imported_dispatched_in_one_act_answered_by_a_form_and_taken_back(office, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(("责任单位", "发现的问题", "检查日期"))
    for unit, title in (("市教育局", "窗口无人"), ("市公安局", "热线占线"), ("某某局", "排队")):
        book.active.append((unit, title, "2019-03-01"))
    book.save(tmp_path / "暗访清单.xlsx")
    seen = office("case", "import", tmp_path / "暗访清单.xlsx", "--dry-run").json["files"][0]
    assert (seen["kind"], [row["status"] for row in seen["rows"]]) == ("finding", ["new", "new", "wrong"])
    assert seen["batch"] is None
    assert office("case", "import", tmp_path / "暗访清单.xlsx").json["files"][0]["batch"] == 1
    assert office("case", "many", "file", 1, 2).code == 0
    done = office("case", "many", "dispatch", 1, 2, "--days", 5).json
    assert [row["due"] for row in done["done"]] == ["2019-03-11"] * 2
    left = office("case", "many", "dispatch", 1, 2)
    assert (left.code, [one["code"] for one in left.json["left"]]) == (1, ["case.not_now"] * 2)
    assert office("case", "sheets", 1, 2, "--to", tmp_path / "交办单.pdf").json["pages"] >= 2
    made = office("case", "forms", "--to", tmp_path / "forms").json["files"]
    assert len(made) == 2
    again = office("case", "import", made[0]).json["files"][0]
    assert (again["kind"], [row["status"] for row in again["rows"]]) == ("answers", ["left_out"])
    undone = office("batch", "undo", 1).json
    assert (undone["removed"], undone["cases"]) == (0, ["督查〔2019〕1号", "督查〔2019〕2号"])
