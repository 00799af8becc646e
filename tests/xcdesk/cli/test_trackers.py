"""The trackers from the console: advertisement plan, manuscripts, other activities, columns and sites."""

import datetime as dt

import openpyxl
import pypdfium2
import pytest

from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem
from xcdesk.services.roster import links
from xcdesk.services.targets import advert_changes
from xcdesk.services.targets.advert_changes import NewAdvert
from xcdesk.services.trackers import tracker_prints

pytestmark = pytest.mark.file_engine  # services are tested on both


def day_of(day, year=2019):
    return dt.date(year, 3, day)


def words_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_range() for page in document)


def test_the_plan_is_entered_compared_and_printed(console, db, clerk, tmp_path, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-20")
    coverage.log_item(clerk, NewItem(day_of(5), "许昌日报", "示例公益广告", "psa"))
    text = tmp_path / "text.txt"
    text.write_text("监督举报电话：0374-2968888", encoding="utf-8")
    words = ("--outlet", "许报", "--slot", "2版", "--times", "2", "--from", "2019-03-04", "--text", text)
    made = console("--database", db, "advert", "add", *words, "--hotline", "0374 2968888", "--json").json
    assert (made["outlet"], made["times"], made["faults"]) == ("许昌日报", 2, [])
    changed = console(
        "--database", db, "advert", "change", made["id"], *words, "--hotline", "12388", "--json"
    )
    assert changed.json["faults"] == ["hotline_missing"]
    pdf, xlsx = tmp_path / "a.pdf", tmp_path / "a.xlsx"
    span = ("--from", "2019-03-04", "--to", "2019-03-17", "--pdf", pdf, "--xlsx", xlsx)
    weeks = console("--database", db, "advert", "weeks", *span, "--json").json
    told = [(week["week"], week["ran"], week["planned"], week["short"]) for week in weeks["weeks"]]
    assert told == [("2019-W10", 1, 2, 1), ("2019-W11", 0, 2, 2)]
    assert (weeks["pages"], "公益广告计划与刊播情况" in words_of(pdf)) == (1, True)
    cells = [cell.value for row in openpyxl.load_workbook(xlsx).active for cell in row]
    assert {"第10周", 2, "12388", "文本缺举报电话"} <= set(cells)
    assert console("--database", db, "advert", "remove", made["id"]).code == 0
    assert console("--database", db, "advert", "list", "--json").json == {"adverts": []}
    refused = console("--database", db, "advert", "add", *words[:6], "--from", "2019-03-04", "--to",
                      "2019-03-01", "--outlet", "许报", "--times", "2", "--json")  # fmt: skip
    assert refused.json["error"]["code"] == "advert.bad_days"
    wrong = console("--database", db, "advert", "weeks", "--from", "2019-03-02", "--to", "2019-03-01")
    assert wrong.code == 2


def test_manuscripts_are_entered_matched_and_rated(console, db, clerk, tmp_path, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-20")
    first = coverage.log_item(clerk, NewItem(day_of(6), "许昌日报", "示例：承诺公开", unit="禹州市"))
    second = coverage.log_item(clerk, NewItem(day_of(7), "许昌晨报", "示例：承诺公开了", unit="禹州市"))
    words = ("--unit", "禹州", "--date", "2019-03-05", "--outlet", "许报", "--outlet", "晨报")
    made = console("--database", db, "manuscript", "add", *words, "--title", "示例：承诺公开", "--json").json
    assert (made["unit"], made["outlets"], made["used"]) == ("禹州市", ["许昌日报", "许昌晨报"], False)
    console("--database", db, "manuscript", "add", *words, "--title", "示例：没有刊播")
    likely = console("--database", db, "manuscript", "likely", made["id"], "--json").json["likely"]
    assert [one["item"] for one in likely] == [first, second]
    matched = console("--database", db, "manuscript", "match", "--json").json["confirmed"]
    assert matched == [{"manuscript": made["id"], "item": first}]
    use = ("manuscript", "use", made["id"], "--item", second, "--json")
    assert len(console("--database", db, *use).json["items"]) == 2
    assert len(console("--database", db, "manuscript", "unuse", *use[2:]).json["items"]) == 1
    pdf, xlsx = tmp_path / "m.pdf", tmp_path / "m.xlsx"
    rates = console("--database", db, "manuscript", "rates", "--pdf", pdf, "--xlsx", xlsx, "--json").json
    assert rates["total"] == {"unit": "合计", "sent": 2, "used": 1, "rate": 0.5}
    assert "50.0%" in words_of(pdf)
    month = console("--database", db, "manuscript", "rates", "--by-month", "--json").json["rates"]
    assert month == [{"unit": "禹州市", "sent": 2, "used": 1, "rate": 0.5, "month": "2019-03"}]
    unused = console("--database", db, "manuscript", "list", "--unused", "--json").json["manuscripts"]
    assert [row["title"] for row in unused] == ["示例：没有刊播"]
    assert console("--database", db, "manuscript", "remove", made["id"]).code == 0
    assert len(console("--database", db, "manuscript", "list", "--json").json["manuscripts"]) == 1


def test_activities_are_entered_counted_and_printed(console, db, tmp_path, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-20")
    photo = tmp_path / "现场.jpg"
    photo.write_bytes(b"photo")
    words = ("--kind", "演讲比赛", "--date", "2019-03-08", "--title", "示例：演讲", "--unit", "禹州市")
    made = console("--database", db, "activity", "add", *words, "--people", "80", "--file", photo, "--json")
    assert (made.json["kind"], made.json["files"], made.json["people"]) == ("speech", ["现场.jpg"], 80)
    kinds = console("--database", db, "activity", "counts", "--json").json["kinds"]
    assert {"kind": "speech", "label": "演讲", "count": 1, "people": 80} in kinds
    pdf, xlsx = tmp_path / "v.pdf", tmp_path / "v.xlsx"
    listed = console("--database", db, "activity", "list", "--pdf", pdf, "--xlsx", xlsx, "--json").json
    assert (len(listed["activities"]), listed["pages"]) == (1, 1)
    assert "示例：演讲" in words_of(pdf)
    assert console("--database", db, "activity", "remove", made.json["id"]).code == 0
    unknown = console("--database", db, "activity", "add", "--kind", "马拉松", *words[2:], "--json")
    assert unknown.json["error"]["code"] == "activity.unknown_kind"


def test_columns_with_their_gaps_and_sites_are_answered(console, db, clerk, tmp_path, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2018-12-31")
    coverage.log_item(clerk, NewItem(day_of(5, 2018), "许昌晨报", "示例", programme="百姓看政"))
    site = links.add_link(clerk, links.NewLink("市政府网站", "https://example.gov.cn/"))
    pdf, xlsx = tmp_path / "p.pdf", tmp_path / "p.xlsx"
    made = console("--database", db, "roster", "programmes", "--pdf", pdf, "--xlsx", xlsx, "--json").json
    assert made["gaps"] == ["许昌日报", "许昌晨报", "许昌人民广播电台", "许昌电视台", "许昌廉政网"]
    ran = {row["programme"]: row["placements"] for row in made["programmes"]}
    assert (ran["百姓看政"], ran["执行力提升年"]) == (1, 0)
    assert "许昌廉政网" in words_of(pdf)
    checked = console("--database", db, "roster", "check-link", site, "--state", "missing", "--json").json
    assert (checked["state"], checked["checked_on"]) == ("missing", "2018-12-31")
    listed = console("--database", db, "roster", "links", "--xlsx", xlsx, "--json").json
    assert listed["xlsx"] == str(xlsx)
    assert openpyxl.load_workbook(xlsx).active["D5"].value == "缺链接"


def test_the_one_box_finds_lines_of_every_tracker(console, db, clerk):
    console("--database", db, "advert", "add", "--outlet", "许报", "--slot", "春节版", "--times", "1",
            "--from", "2019-03-04")  # fmt: skip
    console("--database", db, "manuscript", "add", "--unit", "禹州市", "--date", "2019-03-05", "--outlet",
            "许报", "--title", "示例“春节”保障")  # fmt: skip
    console("--database", db, "activity", "add", "--kind", "sms", "--date", "2019-03-05", "--title",
            "春节短信")  # fmt: skip
    hits = console("--database", db, "search", "春节", "--json").json["hits"]
    assert {hit["kind"] for hit in hits} == {"advert", "manuscript", "activity"}


def test_a_week_to_come_is_not_short_on_paper(db, clerk, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-13")
    advert_changes.add_advert(clerk, NewAdvert(1, "2版", 2, day_of(4), wording="示例", hotline="12388"))
    sheet = tracker_prints.advert_sheet(day_of(4), day_of(20))
    weeks = next(block.rows for block in sheet.document.blocks if block.rows and len(block.rows[0]) == 5)
    assert [row[-1] for row in weeks[1:]] == ["2", "本周还差 2 次", ""]
