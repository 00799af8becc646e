"""The Word twin of an issue: page, styles, literal text, repeatable bytes."""

import datetime as dt
import io
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from xcdesk.documents import from_text
from xcdesk.reports.docx.issue import write_docx
from xcdesk.reports.pdf.particulars import Distribution, Issue

ISSUE = Issue(
    masthead="内部参考",
    number=12,
    running=36,
    issuer="示例市活动领导小组办公室",
    day=dt.date(2019, 3, 18),
    classification="内部资料　注意保存",
    copy_number=None,
    distribution=Distribution("市委领导。", "各县（市、区）。", "各联络员。", 160),
    imprint="示例办公室",
    contents=True,
)
TEXT = """## 部门新举措
# 示例·刘𬀩谈<b>窗口</b>
> 许昌日报
正文一段 & 两段，祎翀珺旻。
一、标题
编者按：按语。
! 表1
| 单位 | 篇 |
| =1+1 | 3 |
^ 口径。
"""


@pytest.fixture(scope="module")
def content():
    return write_docx(ISSUE, from_text(TEXT))


@pytest.fixture(scope="module")
def opened(content):
    return docx.Document(io.BytesIO(content))


def lines(opened):
    return [(paragraph.style.name, paragraph.text) for paragraph in opened.paragraphs]


def test_the_page_is_that_of_the_printed_issue(opened):
    section = opened.sections[0]
    sides = (section.top_margin, section.left_margin, section.bottom_margin, section.right_margin)
    assert [round(side.mm) for side in sides] == [37, 28, 35, 26]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    grid = section._sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:type")) == "linesAndChars"


def test_every_paragraph_has_a_style_of_ours_and_no_formatting_of_its_own(opened):
    assert all(name.startswith("公文") for name, _ in lines(opened))
    for paragraph in opened.paragraphs:
        assert all(run._r.rPr is None for run in paragraph.runs)


def test_the_text_is_literal_and_in_order(opened):
    texts = [text for _, text in lines(opened)]
    wanted = ["【部门新举措】", "示例·刘𬀩谈<b>窗口</b>", "（来源：许昌日报）", "正文一段 & 两段，祎翀珺旻。"]
    start = texts.index(wanted[0])
    assert texts[start : start + 4] == wanted
    assert "第12期（总第36期）" in texts
    assert texts.count("示例·刘𬀩谈<b>窗口</b>") == 2  # contents and title
    assert [[cell.text for cell in row.cells] for row in opened.tables[0].rows] == [
        ["单位", "篇"],
        ["=1+1", "3"],
    ]


def test_the_head_of_a_table_repeats(opened):
    properties = opened.tables[0].rows[0]._tr.trPr
    assert properties.find(qn("w:tblHeader")) is not None


def test_page_numbers_stand_by_parity(opened):
    section = opened.sections[0]
    assert opened.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "公文单页码"), (section.even_page_footer, "公文双页码")):
        paragraph = footer.paragraphs[0]
        assert paragraph.style.name == side
        assert paragraph._p.find(qn("w:fldSimple")).get(qn("w:instr")) == "PAGE"


def test_official_faces_are_named_with_those_that_stand_in(opened):
    faces = opened.styles["公文正文"].element.rPr.rFonts
    assert faces.get(qn("w:eastAsia")) == "仿宋_GB2312"
    table = next(part for part in opened.part.package.iter_parts() if part.partname == "/word/fontTable.xml")
    assert "FangSong" in table.blob.decode()


def test_a_draft_says_so(content):
    draft = docx.Document(io.BytesIO(write_docx(replace(ISSUE, number=None, running=None), from_text(TEXT))))
    assert any("送审稿" in text for _, text in lines(draft))


def test_the_same_issue_gives_the_same_bytes(content):
    assert write_docx(ISSUE, from_text(TEXT)) == content
