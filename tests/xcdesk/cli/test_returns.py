"""Who has sent and blank returns on the console."""

import openpyxl
import pytest


@pytest.fixture
def office(db, monkeypatch):
    """Words that every command here begins with, on 9 April 2019."""
    monkeypatch.setenv("XCDESK_TODAY", "2019-04-09")
    return ("--database", db)


def make(path, *rows):
    book = openpyxl.Workbook()
    for row in (("日期", "媒体", "标题"), *rows):
        book.active.append(row)
    book.save(path)
    return path


def status(console, office, unit, *more):
    answer = console(*office, "returns", "status", "--month", "2019-03", *more, "--json").json
    return next(one for one in answer["units"] if one["unit"] == unit)


def test_status_tells_what_came_and_what_was_sent_back(console, office, tmp_path):
    file = make(
        tmp_path / "鄢陵县3月.xlsx",
        ("2019-03-05", "许昌日报", "甲镇推行首问负责制"),
        ("2019-03-06", "天外来客报", "乙局压缩审批时限"),
    )
    answer = console(*office, "import", file, "--returned", tmp_path / "退回", "--json").json
    (entry,) = answer["files"]
    found = status(console, office, "鄢陵县")
    assert (found["state"], found["received_on"], found["accepted"]) == ("late", "2019-04-09", 1)
    assert found["files"][0] | {"received_on": ""} == {
        "batch": entry["batch"],
        "file": "鄢陵县3月.xlsx",
        "received_on": "",
        "accepted": 1,
        "turned_down": 1,
        "returned": True,
        "answered": False,
    }
    mended = openpyxl.load_workbook(entry["returned"])
    mended["Sheet"]["B3"] = "许昌晨报"
    mended.save(tmp_path / "改好.xlsx")
    again = console(*office, "import", tmp_path / "改好.xlsx", "--json").json
    assert (again["counts"]["new"], again["counts"]["same"]) == (1, 1)
    found = status(console, office, "鄢陵县")
    assert (found["accepted"], found["turned_down"], found["open"]) == (2, 1, 0)


def test_a_dry_run_with_returned_workbooks_notes_nothing(console, office, tmp_path):
    file = make(tmp_path / "鄢陵县3月.xlsx", ("2019-03-06", "天外来客报", "乙局压缩审批时限"))
    console(*office, "import", file, "--dry-run", "--returned", tmp_path / "退回", "--json")
    assert status(console, office, "鄢陵县")["state"] == "missing"
    console(*office, "import", file, "--returned", tmp_path / "退回", "--json")
    assert status(console, office, "鄢陵县")["state"] == "sent_back"
    names = sorted(path.name for path in (tmp_path / "退回").iterdir())
    assert names == ["退回_鄢陵县3月.xlsx", "退回_鄢陵县3月_2.xlsx"]


def test_the_list_is_written_as_a_workbook_and_the_chase_text_can_be_had(console, office, tmp_path):
    target = tmp_path / "报送情况.xlsx"
    console(*office, "returns", "nil", "--unit", "长葛", "--month", "2019-03")
    said = console(*office, "returns", "status", "--month", "2019-03", "--xlsx", target, "--chase").out
    assert "禹州市、鄢陵县" in said
    assert "长葛市" not in said
    page = openpyxl.load_workbook(target).active
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=3)]
    assert rows[0][:4] == ["序号", "单位", "状态", "收到日期"]
    assert rows[1][1:3] == ["禹州市", "逾期未报"]
    assert rows[2][1:4] == ["长葛市", "迟报", "2019-04-09"]
    assert "应报 9 家，已报 1 家（迟报 1 家），未报 8 家" in page["A2"].value


def test_the_day_of_receipt_is_corrected(console, office):
    batch = console(*office, "returns", "nil", "--unit", "长葛市", "--month", "2019-03", "--json").json[
        "batch"
    ]
    console(*office, "returns", "received", batch, "--on", "2019-04-02")
    assert status(console, office, "长葛市")["state"] == "on_time"
    refused = console(*office, "returns", "received", batch, "--on", "2019-04-10", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (1, "returns.received_ahead")
    assert console(*office, "returns", "received", 99, "--on", "2019-04-02").code == 1


def test_templates_for_one_unit_and_for_all(console, office, tmp_path):
    one = tmp_path / "鄢陵.xlsx"
    words = ("template", "--month", "2019-03", "--json")
    assert console(*office, *words, "--unit", "鄢陵县", "--to", one).json == {"files": [str(one)]}
    made = console(*office, *words, "--all", "--to", tmp_path / "模板").json["files"]
    assert len(made) == 9
    read = console(*office, "import", *made, "--dry-run", "--json").json
    assert {entry["sender"] for entry in read["files"]} >= {"禹州市", "长葛市"}
    assert sum(read["counts"].values()) == 0
    assert console(*office, *words, "--unit", "某某", "--to", one).json["error"]["code"] == "unit.unknown"
    assert console(*office, *words, "--to", one).code == 2
