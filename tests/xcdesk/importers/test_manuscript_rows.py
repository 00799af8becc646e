"""Manuscripts of units out of rows as Excel copies them, with a heading or without."""

import datetime as dt

import pytest

from xcdesk.importers import manuscript_rows

pytestmark = pytest.mark.file_engine


def rows(*lines):
    return "".join("\t".join(line) + "\r\n" for line in lines)


def test_rows_without_a_heading_are_day_unit_title_outlets(clerk, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-20")
    table = rows(
        ("2019-03-05", "禹州", "示例：甲", "许报，晨报"),
        ("3月6日", "", "示例：乙", "市电视台", "急"),
        ("", "", "", ""),
    )
    first, second = manuscript_rows.read(table)
    assert (first.new.unit_id, first.new.sent_on, first.new.outlet_ids) == (1, dt.date(2019, 3, 5), (1, 2))
    assert (second.new.unit_id, second.new.sent_on, second.new.note) == (1, dt.date(2019, 3, 6), "急")
    assert manuscript_rows.read("") == ()


def test_a_row_that_cannot_be_entered_says_why_in_both_languages(clerk):
    table = rows(
        ("来稿日期", "单位", "标题", "报送媒体"),
        ("2019-02-30", "禹州市", "示例", "许报"),
        ("2019-03-05", "天上局", "示例", "许报"),
        ("2019-03-05", "禹州市", "", "许报"),
        ("2019-03-05", "禹州市", "示例", "天上报"),
        ("2019-03-05", "禹州市", "示例", "许报"),
        ("2019-03-05", "禹州市", "《示例》", "晨报"),
    )
    read = manuscript_rows.read(table)
    why = [row.why("zh") for row in read]
    assert why[1:3] == ["名册里没有单位“天上局”", "缺标题"]
    assert "2019-02-30" in why[0]
    assert "天上报" in why[3]
    assert why[4:] == ["", "已登记过"]
    assert [row.why("en") for row in read][2] == "no title"
    assert [row.number for row in read if row.enters] == [6]


def test_a_file_of_rows_is_entered_at_the_console(console, db, tmp_path):
    file = tmp_path / "来稿.txt"
    table = rows(("2019-03-05", "禹州市", "示例：甲", "许报"), ("2019-03-05", "x", "y", "z"))
    file.write_bytes(table.encode())
    dry = console("--database", db, "manuscript", "paste", file, "--dry-run", "--json").json
    assert (dry["entering"], dry["ids"], [each["row"] for each in dry["left_out"]]) == (1, [], [2])
    done = console("--database", db, "manuscript", "paste", file, "--json").json
    listed = console("--database", db, "manuscript", "list", "--from", "2019-01-01", "--json").json
    assert [row["id"] for row in listed["manuscripts"]] == done["ids"]
    again = console("--database", db, "manuscript", "paste", file, "--json").json
    assert (again["entering"], len(again["left_out"])) == (0, 2)
