"""The Word twin of an issue: page, styles, literal text, repeatable bytes."""

import datetime as dt
import io
import zipfile
from dataclasses import replace

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from tests.wide_text import LINE, NAMED
from xcdesk.reports.docx.issue import write_docx
from xcdesk.reports.pdf.particulars import Distribution, Issue
from xcdesk.texts.documents import from_text

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
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


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
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")


def test_every_paragraph_has_a_style_of_ours_and_no_formatting_of_its_own(opened):
    assert all(name.startswith("公文") for name, _ in lines(opened))
    for paragraph in opened.paragraphs:
        for run in paragraph.runs:
            assert run._r.rPr is None or [one.tag for one in run._r.rPr] == [qn("w:rStyle")]


def test_the_text_is_literal_and_in_order(opened):
    texts = [text for _, text in lines(opened)]
    wanted = ["【部门新举措】", "示例·刘𬀩谈<b>窗口</b>", "（来源：许昌日报）", "正文一段 & 两段，祎翀珺旻。"]
    start = texts.index(wanted[0])
    assert texts[start : start + 4] == wanted
    assert "第12期（总第36期）" in texts
    (entry,) = [one for one in opened.paragraphs if one.style.name == "公文要目"]
    assert entry.text == "示例·刘𬀩谈<b>窗口</b>\t"
    field = entry._p.find(qn("w:fldSimple"))
    assert (field.get(qn("w:instr")), field[0].text) == ("PAGEREF item0 \\h", "1")
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


def test_the_record_block_is_one_frame_at_the_foot_of_the_page(opened):
    framed = [one for one in opened.paragraphs if one._p.pPr.find(qn("w:framePr")) is not None]
    assert [one.text for one in framed] == [
        "报：市委领导。",
        "送：各县（市、区）。",
        "发：各联络员。",
        "示例办公室\t2019年3月18日印发\n\t共印160份",
    ]
    assert {one._p.pPr.find(qn("w:framePr")).get(qn("w:yAlign")) for one in framed} == {"bottom"}
    assert opened.paragraphs[-1]._p.pPr.find(qn("w:framePr")) is None


def test_titles_break_where_the_printed_page_breaks_them():
    title = "禹州市“最多跑一次”清单上墙公开　群众办事不再跑冤枉路"
    made = docx.Document(io.BytesIO(write_docx(ISSUE, from_text(f"# {title}\n正文。"))))
    (found,) = [one.text for one in made.paragraphs if one.style.name == "公文标题无来源"]
    assert found == title.replace("　", "\n")


def test_a_text_that_fills_its_last_page_is_followed_by_an_even_page_of_its_own():
    starts = []
    for count in (3, 20, 36):
        made = docx.Document(io.BytesIO(write_docx(ISSUE, from_text("正文。\n" * count))))
        starts.append([section.start_type for section in made.sections][1:])
        assert made.paragraphs[-1].style.name == "公文末行"
    assert starts == [[WD_SECTION.EVEN_PAGE], [], [WD_SECTION.EVEN_PAGE]]


def test_a_wide_table_has_turned_pages_of_its_own_with_the_numbers_where_they_always_are():
    document = from_text("# 标题\n" + f"{LINE}\n" * 3 + NAMED + f"{LINE}\n" * 30)
    opened = docx.Document(io.BytesIO(write_docx(ISSUE, document)))
    upright, turned, again, *_ = opened.sections
    assert [one.orientation for one in (upright, turned, again)] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    edges = [getattr(turned, f"{side}_margin").mm for side in ("left", "top", "right", "bottom")]
    assert [round(edge) for edge in edges] == [35, 28, 37, 26]  # those of an upright page, from its foot on
    (table,) = opened.tables
    wide = int(table._tbl.tblPr.find(qn("w:tblW")).get(qn("w:w"))) / 20 / 72 * 25.4
    assert 156 < wide <= 225
    for footer in (turned.footer, turned.even_page_footer):
        (strip,) = footer.tables
        assert strip._tbl.xpath(".//w:textDirection/@w:val") == ["tbRl"]
        assert strip.cell(0, 0).paragraphs[0].text.startswith("— ")
    assert [one.footer.paragraphs[0].text for one in (upright, again)] == ["—  —", "—  —"]
    before = [paragraph.text for paragraph in opened.paragraphs if paragraph.text]
    assert (
        before.index("附表　逐栏情况") == before.index("标题") + 5
    )  # a paragraph goes on before it, as on paper


def test_the_figures_of_a_chart_can_be_edited(content):
    table = "| 单位 | 篇 | 次 |\n| 甲<祎> | 1 | 3 |\n| 乙 | 2 | 5 |"
    package = write_docx(ISSUE, from_text(f"~ 柱形图\n{table}\n~ 条形图\n{table}\n~ 矩阵图\n{table}"))
    made = docx.Document(io.BytesIO(package))
    assert len(made.tables) == 1
    shades = [cell._tc.tcPr.find(qn("w:shd")) for cell in made.tables[0].rows[2].cells]
    assert [shade is not None for shade in shades] == [False, True, True]
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        charts = [parse_xml(parts.read(f"word/charts/chart{n}.xml")) for n in (1, 2)]
        book = openpyxl.load_workbook(io.BytesIO(parts.read("word/embeddings/chart1.xlsx"))).active
    values = [[found.text for found in chart.iter(f"{CHART}v")] for chart in charts]
    assert values[0] == values[1] == ["篇", "甲<祎>", "乙", "1", "2", "次", "甲<祎>", "乙", "3", "5"]
    assert [[cell.value for cell in row] for row in book.rows] == [
        ["单位", "篇", "次"],
        ["甲<祎>", 1, 3],
        ["乙", 2, 5],
    ]


@pytest.mark.parametrize(
    ("name", "size"), [("内部参考", 58), ("宣传情况通报", 54), ("执行力提升年活动宣传报道情况", 23)]
)
def test_a_longer_name_is_set_smaller_so_that_it_keeps_to_its_line(name, size):
    made = docx.Document(io.BytesIO(write_docx(replace(ISSUE, masthead=name), from_text("正文。"))))
    assert made.styles["公文报头"].font.size.pt == pytest.approx(size, abs=0.6)


def test_the_red_of_the_office_is_that_of_the_name_and_the_rule():
    made = docx.Document(io.BytesIO(write_docx(replace(ISSUE, red="#112233"), from_text(TEXT))))
    assert str(made.styles["公文报头"].font.color.rgb) == "112233"
    rule = made.styles["公文红线"].element.pPr.find(qn("w:pBdr")).find(qn("w:bottom"))
    assert rule.get(qn("w:color")) == "112233"
    assert "112233" not in made.styles["公文版记"].element.xml


def test_the_same_issue_gives_the_same_bytes(content):
    assert write_docx(ISSUE, from_text(TEXT)) == content
