"""Printing from the console: one record, the daily brief, numbered copies, the page set-up."""

import datetime as dt
import json

import pypdfium2 as pdfium
import pytest

from xcdesk import office, store
from xcdesk.codes import CaseKind, Series
from xcdesk.services import approvals, cases
from xcdesk.services.cases import NewCase
from xcdesk.services.issuing import bulletins
from xcdesk.services.log import coverage
from xcdesk.services.record.entries import NewItem

DAY = dt.date(2019, 3, 5)


def words(path):
    with pdfium.PdfDocument(path.read_bytes()) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "".join("".join(pages).split())


@pytest.fixture
def item(clerk):
    (made,) = coverage.log_items(
        clerk,
        [NewItem(DAY, "许昌日报", "示例·刘𬀩谈窗口", "news", unit="禹州市", url="https://example.cn/a")],
    )
    return made


def test_one_report_is_printed_with_all_that_is_known_of_it(console, db, item, tmp_path):
    made = console("--database", db, "print", "item", item, "--to", tmp_path / "单.pdf", "--json")
    assert (made.code, made.json["pages"], made.json["missing"]) == (0, 1, [])
    text = words(tmp_path / "单.pdf")
    for part in (
        "宣传报道登记单",
        f"登记号{item}",
        "许昌日报（市级）",
        "示例·刘𬀩谈窗口",
        "禹州市",
        "2019-03-05",
    ):
        assert part in text, text
    assert console("--database", db, "print", "item", 999, "--to", tmp_path / "x.pdf").code == 1


def test_one_text_is_printed_as_it_stands(console, db, clerk, tmp_path):
    made = approvals.create(
        clerk,
        approvals.NewMaterial(
            "notice", "关于报送稿件的通知", "# 附一\n一、要求\n请按时报送。\n# 附二\n略。\n"
        ),
    )
    path = tmp_path / "稿.pdf"
    assert console("--database", db, "--user", "guo", "print", "material", made.id, "--to", path).code == 0
    text = words(path)
    assert "关于报送稿件的通知" in text
    assert "通知起草第1版" in text
    assert "一、要求请按时报送。" in text
    assert "签批意见" not in text
    command = ("--database", db, "--user", "guo")
    assert console(*command, "material", "submit", made.id).code == 0
    assert console(*command, "print", "material", made.id, "--to", path).code == 0
    assert "略。签批意见签名日期" in words(path)


def test_the_daily_brief_is_built_and_printed(console, db, item, tmp_path):
    path = tmp_path / "简报.pdf"
    made = console("--database", db, "bulletin", "build", "daily", "--day", DAY, "--to", path, "--json")
    assert (made.code, made.json["pages"] % 2) == (0, 0)
    assert "每日简报" in words(path)
    assert "示例·刘𬀩谈窗口" in words(path)


def test_a_page_set_up_is_taken_over_shown_and_prints_numbered_copies(console, db, clerk, leader, tmp_path):
    wanted = {"series": {"circular": {"numbered": True, "kept": 1, "receivers": [
        {"on": "report", "name": "市委办公室", "copies": 2}]}}}  # fmt: skip
    (tmp_path / "page.json").write_text(json.dumps(wanted), encoding="utf-8")
    setup = ("--database", db, "--user", "chen", "print", "setup")
    taken = console(*setup, "--from", tmp_path / "page.json", "--json")
    assert taken.json["series"]["circular"]["receivers"] == wanted["series"]["circular"]["receivers"]
    assert console(*setup, "--json").json == taken.json
    store.open_store(db)
    draft = bulletins.draft(clerk, Series.CIRCULAR, DAY)
    seen = office.submit_material(clerk, draft.material)
    approvals.agree(leader, draft.material, seen_hash=seen.text_hash)
    office.issue_material(clerk, draft.material, on=DAY)
    store.close_store()
    copies = ("--database", db, "print", "copies", "circular", 1, "--to", tmp_path / "out")
    made = console(*copies, "--each", "--json")
    assert (made.json["copies"], made.json["as_issued"], len(made.json["files"])) == (3, True, 3)
    (first,) = (tmp_path / "out").glob("*市委办公室.pdf")
    assert words(first).count("份号：00000") == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [("nonsense", "page.file_unreadable"), ("[]", "page.bad_setup"), ('{"red": "blue"}', "page.bad_colour")],
)
def test_a_page_set_up_that_cannot_be_read_is_refused(console, db, tmp_path, content, code):
    (tmp_path / "page.json").write_text(content, encoding="utf-8")
    made = console(
        "--database", db, "--user", "chen", "print", "setup", "--from", tmp_path / "page.json", "--json"
    )
    assert (made.code, made.json["error"]["code"]) == (1, code)


def test_only_who_may_change_settings_takes_a_page_set_up_over(console, db, tmp_path):
    (tmp_path / "page.toml").write_text('red = "#C00000"', encoding="utf-8")
    made = console(
        "--database", db, "--user", "guo", "print", "setup", "--from", tmp_path / "page.toml", "--json"
    )
    assert made.json["error"]["code"] == "user.not_allowed"


def test_one_case_is_printed_with_its_course(console, db, clerk, tmp_path):
    promise = {"promise": "三个工作日内办结", "promised_on": dt.date(2019, 6, 30)}
    made = cases.register(clerk, NewCase(CaseKind.COMMITMENT, "示例审批提速", "禹州市", **promise))
    path = tmp_path / "件.pdf"
    done = console("--database", db, "--user", "guo", "print", "case", made.id, "--to", path, "--json")
    assert (done.code, done.json["missing"]) == (0, [])
    text = words(path)
    for part in ("督办事项登记单", "示例审批提速", "承诺原文：“三个工作日内办结”", "办理经过", "已登记"):
        assert part in text, text
    assert console("--database", db, "print", "case", 999, "--to", tmp_path / "x.pdf").code == 1
    book = tmp_path / "台账.pdf"
    assert console("--database", db, "print", "ledger", "--month", "2019-03", "--to", book).code == 0
    assert "2019年3月督办事项办理情况台账" in words(book)
    assert "本月未满" not in words(book)
    assert console("--database", db, "print", "ledger", "--to", book).code == 0
    assert "本月未满" in words(book)
    assert "送审稿" not in words(book)
