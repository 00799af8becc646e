"""A printed issue: its text, its head, its record block, its bytes."""

import datetime as dt
import os
import subprocess
import sys

import pypdfium2 as pdfium
import pytest

from xcdesk.reports.docx.issue import write_docx
from xcdesk.reports.pdf.issue import Distribution, print_issue
from xcdesk.reports.pdf.particulars import to_json
from xcdesk.texts.documents import from_text, to_text

NOTHING = Distribution(report="", send="", issue="", copies=0)
LINE = "提升年活动领导小组办公室坚持问题导向，把群众反映的办事难作为突破口。"


def squeezed(text):
    return "".join(text.split())


def body_text(sheets):
    return "".join(line.text for sheet in sheets for line in sheet.body)


def test_rare_names_can_be_copied_out_again(sheets):
    assert "祎翀珺旻𬀩𣲗" in body_text(sheets)


def test_the_text_that_comes_out_is_the_text_that_went_in(sheets_of):
    text = f"{LINE}\n（一）ABC-12节目\n{LINE}𬱖𬇙𬣙堃喆——“引号”……完。\n"
    printed = body_text(sheets_of(text, contents=False))
    assert squeezed(text) in printed


def test_two_printings_have_the_same_bytes(issue, long_document, printed):
    assert print_issue(issue, long_document).pdf == printed.pdf


PROCESS = """
import sys
from pathlib import Path
from xcdesk.reports.docx.issue import write_docx
from xcdesk.reports.pdf.issue import print_issue
from xcdesk.reports.pdf.particulars import from_json
from xcdesk.texts.documents import from_text

folder = Path(sys.argv[1])
issue = from_json((folder / "issue.json").read_text(encoding="utf-8"))
document = from_text((folder / "issue.txt").read_text(encoding="utf-8"))
(folder / "issue.pdf").write_bytes(print_issue(issue, document).pdf)
print("PIL._imaging" in sys.modules)
(folder / "issue.docx").write_bytes(write_docx(issue, document))
from PIL import Image
print(Image.new("L", (2, 3)).size)
"""


def test_another_person_elsewhere_prints_the_same_bytes_without_loading_pictures(
    issue, long_document, printed, tmp_path
):
    (tmp_path / "issue.json").write_text(to_json(issue), encoding="utf-8")
    (tmp_path / "issue.txt").write_text(to_text(long_document), encoding="utf-8")
    elsewhere = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "USER": "王五", "LANG": "en_GB.UTF-8"}
    elsewhere |= {"HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", PROCESS, tmp_path],
        env={**os.environ, **elsewhere},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert (tmp_path / "issue.pdf").read_bytes() == printed.pdf
    assert (tmp_path / "issue.docx").read_bytes() == write_docx(issue, long_document)
    assert done.stdout.splitlines() == ["False", "(2, 3)"]  # Pillow comes when it is asked for, and works


def test_the_issue_day_is_the_only_date_in_the_file(printed):
    with pdfium.PdfDocument(printed.pdf) as document:
        about = document.get_metadata_dict()
    assert about["CreationDate"].startswith("D:20260413")
    assert about["ModDate"] == about["CreationDate"]
    assert about["Title"] == "内部参考　第12期（总第36期）"
    assert about["Author"] == "示例市执行力提升年活动领导小组办公室"


def test_the_faces_used_are_named_in_the_result_and_in_the_file(printed):
    assert printed.faces == (
        "XCFang-Regular",
        "XCHei-Medium",
        "XCKai-Regular",
        "XCSong-Bold",
        "XCSong-Regular",
    )
    with pdfium.PdfDocument(printed.pdf) as document:
        assert document.get_metadata_dict()["Keywords"] == ", ".join(printed.faces)


def test_the_outline_leads_to_every_title(printed, long_document):
    with pdfium.PdfDocument(printed.pdf) as document:
        assert [mark.get_title() for mark in document.get_toc()] == list(long_document.titles)


def test_markup_in_a_title_is_printed_as_it_stands(sheets_of):
    title = '<b>A&B</b><img src="/etc/passwd"/>&lt;公司'
    assert title.replace(" ", "") in body_text(sheets_of(f"# {title}\n{LINE}"))


def test_the_masthead_names_number_issuer_day_and_copy(sheets):
    top = [line.text for line in sheets[0].body[:5]]
    assert top[0] == "内部资料注意保存份号：000012"
    assert top[1] == "内部参考"
    assert top[2] == "第12期（总第36期）"
    assert top[3] == "示例市执行力提升年活动领导小组办公室2026年4月13日"


def test_the_name_begins_within_35_mm_of_the_type_area(sheets):
    name = next(line for line in sheets[0].lines if line.text == "内部参考")
    assert 37 < name.top < 37 + 35
    assert name.chars[0].x - 28 == pytest.approx(184 - name.right, abs=0.3)


def test_an_issue_without_a_number_is_marked_as_a_draft(sheets_of):
    text = sheets_of(f"# 题\n{LINE}", number=None, running=None)[0].text
    assert "第期" in text
    assert "送审稿" in text


def test_a_numbered_issue_bears_no_draft_mark(sheets):
    assert "送审稿" not in body_text(sheets)


@pytest.mark.parametrize("name", ["宣传情况通报", "执行力提升年活动宣传报道情况内部参考增刊"])
def test_a_longer_name_is_set_smaller_and_stays_inside(sheets_of, name):
    head = next(line for line in sheets_of(LINE, masthead=name)[0].lines if line.text == name)
    assert head.chars[0].ink[0] >= 28
    assert head.chars[-1].ink[2] <= 184


def test_the_contents_list_names_the_page_of_each_title(sheets, long_document):
    lines = [line.text for line in sheets[0].body]
    start = lines.index("【本期要目】")
    pages = {title: number for number, sheet in enumerate(sheets, 1) for title in long_document.titles[-1:]
             if any(line.text == title and line.chars[0].size == 22 for line in sheet.body)}  # fmt: skip
    last = long_document.titles[-1]
    assert f"{last}{pages[last]}" in lines[start:]


def test_without_contents_no_list_is_printed(sheets_of):
    assert "本期要目" not in body_text(sheets_of(f"# 题\n{LINE}", contents=False))


def test_the_record_block_lists_receivers_printer_and_print_run(sheets):
    text = sheets[-1].text
    assert "报：市委、市人大" in text
    assert "送：市直有关单位" in text
    assert "发：各乡镇（街道）" in text
    assert "市提升年活动领导小组办公室2026年4月13日印发" in text
    assert "共印160份" in text
    assert "a1b2c3d4e5f61204" in text


def test_an_empty_distribution_leaves_its_labels_out(sheets_of):
    text = sheets_of(LINE, distribution=NOTHING, audit_anchor="")[-1].text
    assert "报：" not in text
    assert "共印" not in text
    assert "印发" in text


def test_a_short_issue_has_its_record_block_on_page_two(sheets_of):
    pages = sheets_of(LINE)
    assert len(pages) == 2
    assert pages[1].text.startswith("报：")
    assert pages[1].number.text == "—2—"


def test_a_full_even_page_is_followed_by_a_blank_one_and_both_last_pages_bear_no_number(sheets_of):
    pages = next(
        pages
        for count in range(20, 60)
        if len(pages := sheets_of("\n".join(["短段。"] * count), contents=False)) == 4
        and pages[1].body[-1].bottom > 240
    )
    assert pages[1].number is not None
    assert pages[2].lines == ()
    assert pages[3].number is None
    assert pages[3].text.startswith("报：")


def test_a_document_without_blocks_prints_its_head_and_record(issue):
    printed = print_issue(issue, from_text(""))
    assert printed.pages == 2


def test_what_no_face_has_is_printed_as_a_missing_sort_and_reported(issue, sheets_of):
    printed = print_issue(issue, from_text("今天😀下雨。"))
    assert printed.missing == ("😀",)
    assert "今天〓下雨。" in body_text(sheets_of("今天😀下雨。"))


def test_the_day_has_no_leading_zeros(issue, sheets_of):
    assert "2027年1月5日" in sheets_of(LINE, day=dt.date(2027, 1, 5))[0].text


def test_a_long_issuer_takes_a_second_line(sheets_of):
    name = "中共示例市委示例市人民政府执行力提升年活动领导小组办公室宣传报道组与督查组联合编辑部"
    lines = [line.text for line in sheets_of(LINE, issuer=name)[0].lines]
    assert name in "".join(lines[3:6]).replace("2026年4月13日", "")


def test_rows_of_the_record_close_up_where_that_saves_two_pages(sheets_of):
    heights = set()
    for count in range(14, 40):
        pages = sheets_of("\n".join(["短段。"] * count), contents=False)
        if len(pages) == 2:
            rules = sorted(rule.y for rule in pages[1].rules if rule.right - rule.left > 155)
            heights.add(round(rules[-1] - rules[0], 1))
    assert len(heights) == 2


def test_a_long_imprint_takes_a_second_line_beside_the_day(sheets_of):
    name = "中共示例市委示例市人民政府执行力提升年活动领导小组办公室文印中心"
    lines = [line.text for line in sheets_of(LINE, imprint=name)[-1].body]
    assert name in "".join(lines).replace("2026年4月13日印发", "")


def test_a_long_classification_is_set_smaller_beside_the_copy_number(sheets_of):
    mark = "内部资料　注意保存　未经批准不得复印转载摘抄　用毕退回"
    line = sheets_of(LINE, classification=mark)[0].lines[0]
    assert line.chars[0].size < 16
    assert line.chars[-1].ink[2] <= 184


def test_without_an_imprint_the_day_of_printing_still_stands(sheets_of):
    assert "2026年4月13日印发" in sheets_of(LINE, imprint="")[-1].text


def test_characters_of_private_use_are_printed_as_missing_sorts(sheets_of):
    assert "甲〓乙" in body_text(sheets_of("甲\ue000乙"))


def test_an_office_without_name_or_classification_still_has_its_head(sheets_of):
    sheet = sheets_of(LINE, issuer="", classification="", copy_number=None, contents=False)[0]
    assert [line.text for line in sheet.lines[:3]] == ["内部参考", "第12期（总第36期）", "2026年4月13日"]
    assert sheet.lines[2].top - sheet.lines[1].top > 10


def test_a_title_in_the_contents_never_leaves_one_character_behind(sheets_of):
    title = "廉政网专题开设“承诺公示台”，九十五个单位承诺上网"
    lines = [line.text for line in sheets_of(f"# {title}\n{LINE}")[0].body]
    at = lines.index("【本期要目】")
    assert len(lines[at + 2]) >= 4
