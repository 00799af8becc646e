"""Charts on the page: as long as their numbers, none of which is lost, and inside the type area."""

import ctypes
from dataclasses import replace
from itertools import pairwise

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xcdesk.reports.pdf.charts import chart_rows
from xcdesk.reports.pdf.concerns import concerns
from xcdesk.reports.pdf.flowables import figure_captions
from xcdesk.reports.pdf.fonts import Faces
from xcdesk.reports.pdf.issue import print_issue
from xcdesk.reports.pdf.typeset import Typesetter
from xcdesk.reports.plots import plot_of, scale
from xcdesk.texts.documents import Block, BlockKind, Document, Drawn, from_text

MM = 72 / 25.4
LABELS = ("禹州市", "市人力资源社会保障局", "经济技术开发区", "国网许昌供电公司祎𬀩")
BARS = "~ 条形图\n| 单位 | 次 |\n| 鄢陵县 | 18 |\n| 禹州市 | 9 |\n| 东城区 | 0 |\n! 图1　刊播次数\n^ 口径。"


def boxes(pdf, page=0):
    """Filled boxes of one page: left, top, width, height in mm."""
    with pdfium.PdfDocument(pdf) as document:
        sheet = document[page]
        found = []
        for path in sheet.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = path.get_bounds()
            filled, stroked = ctypes.c_int(), ctypes.c_int()
            pdfium.raw.FPDFPath_GetDrawMode(path, filled, stroked)
            if filled.value and top - bottom > 5:
                found.append((left / MM, 297 - top / MM, (right - left) / MM, (top - bottom) / MM))
        sheet.close()
    return found


@pytest.fixture
def pdf_of(issue):
    def build(text):
        return print_issue(replace(issue, contents=False), from_text(text)).pdf

    return build


def test_bars_are_as_long_as_their_numbers(pdf_of):
    widths = [
        width for _, top, width, height in boxes(pdf_of(BARS)) if width > 5 and 2 < height < 5 and top > 100
    ]
    assert len(widths) == 2
    assert widths[0] / widths[1] == pytest.approx(2, rel=0.02)


def test_the_name_of_a_chart_stands_below_it_and_its_rule_below_that(sheets_of):
    lines = [line.text for line in sheets_of(BARS, contents=False)[0].body]
    at = lines.index("图1刊播次数")
    assert lines[at - 1] == "东城区0"
    assert lines[at + 1] == "口径。"
    assert lines[at - 4] == "单位次"


def test_columns_stand_over_a_table_of_their_numbers(pdf_of, measured):
    pdf = pdf_of("~ 柱形图\n| 月份 | 市级 | 省级 |\n| 1月 | 40 | 20 |\n| 2月 | 10 | 0 |")
    lines = [line.text for line in measured(pdf)[0].body]
    start = lines.index("月份1月2月")
    assert lines[start + 1 : start + 3] == ["市级4010", "省级200"]
    tall = sorted(height for _, _, width, height in boxes(pdf) if 10 < width < 14)
    assert [round(each / tall[0]) for each in tall] == [1, 2, 4]


def test_the_ground_of_a_matrix_is_the_darker_the_larger_its_number(pdf_of):
    text = "~ 矩阵图\n| 媒体 | 一 | 二 | 三 |\n| 日报 | 4 | 2 | 停刊 |\n| 晨报 | 0 |  | 1 |"
    with pdfium.PdfDocument(pdf_of(text)) as document:
        page = document[0]
        shades = []
        for path in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_PATH]):
            values = [pdfium.raw.c_uint() for _ in range(4)]
            pdfium.raw.FPDFPageObj_GetFillColor(path, *values)
            left, bottom, right, top = path.get_bounds()
            if right - left > 10 and top - bottom > 10:
                shades.append(values[0].value)
        page.close()
    assert len(shades) == 3
    assert shades[0] < shades[1] < shades[2] < 255


def test_a_table_that_cannot_be_drawn_is_printed_as_a_table(sheets_of):
    lines = [line.text for line in sheets_of("~ 条形图\n| 单位 | 次 |\n| 甲 | 无 |", contents=False)[0].body]
    assert "甲无" in lines


@pytest.mark.parametrize("drawn", list(Drawn))
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_any_chart_stays_inside_and_loses_nothing(issue, measured, drawn, data):
    series = data.draw(st.integers(1, 5))
    numbers = st.lists(st.integers(0, 10**6), min_size=series, max_size=series)
    rows = data.draw(st.lists(st.tuples(st.sampled_from(LABELS), numbers), min_size=1, max_size=45))
    table = (("单位", *(f"第{n}项" for n in range(series))), *((name, *map(str, row)) for name, row in rows))
    document = Document((Block(BlockKind.TABLE, rows=table, drawn=drawn),))
    pdf = print_issue(issue, document).pdf
    sheets = measured(pdf)
    text = "".join(line.text for sheet in sheets for line in sheet.body)
    for cell in (cell for row in table for cell in row):
        assert cell in text
    for char in (char for sheet in sheets for line in sheet.body for char in line.chars):
        assert char.ink[0] >= 27.9
        assert char.ink[2] <= 184.3
        assert char.ink[3] <= 262.5
    for page in range(len(sheets)):
        for left, top, width, height in boxes(pdf, page):
            assert left >= 27.8
            assert left + width <= 184.2
            assert top >= 36.8
            assert top + height <= 262.2


def test_a_plot_needs_heads_labels_and_numbers():
    assert plot_of((("单位", "次"), ("甲", "1,204"), ("乙", ""))).values == ((1204.0,), (0.0,))
    for rows in (
        (),
        (("单位", "次"),),
        (("单位",), ("甲",)),
        (("a", "b"), ("c", "-1")),
        (("a", "b"), ("c", "nan")),
    ):
        assert plot_of(rows) is None


@given(st.floats(0, 1e9))
def test_the_marks_of_an_axis_reach_just_over_the_greatest(greatest):
    marks = scale(greatest)
    assert marks[0] == 0
    assert marks[-1] >= greatest
    assert 2 <= len(marks) <= 6
    assert marks[-2] < max(greatest, 1)


@pytest.mark.parametrize(("bars", "fewest"), [(8, 8), (30, 3)])
def test_no_bar_of_a_chart_stands_alone_on_a_page(sheets_of, bars, fewest):
    rows = "\n".join(f"| 单位甲{n:02d} | {n} |" for n in range(bars))
    for before in range(8, 16):
        text = "正文。\n" * before + f"~ 条形图\n| 单位 | 次 |\n{rows}\n! 图1　名"
        counts = [sheet.text.count("单位甲") for sheet in sheets_of(text, contents=False)]
        assert min(count for count in counts if count) >= fewest


@pytest.mark.parametrize("name", ["图1　刊播次数", "各县（市、区）刊播次数"])
def test_a_chart_is_named_below_whatever_it_is_called(name):
    table = "| 单位 | 次 |\n| 禹州市 | 9 |\n"
    document = from_text(f"~ 条形图\n{table}! {name}\n^ 口径。\n! 表1\n{table}^ 口径。")
    assert figure_captions(document.blocks) == {1}
    assert concerns(document) == ()
    followed = from_text(f"~ 条形图\n{table}! 次数\n{table}^ 口径。")
    assert figure_captions(followed.blocks) == frozenset()


def test_the_days_of_a_matrix_are_columns_of_one_width():
    rows = (
        ("媒体单位", "25日", "26日", "27日"),
        ("许昌日报", "2", "版面调整", "3"),
        ("许昌晨报", "1", "", "0"),
    )
    (first, *_) = chart_rows(Typesetter(Faces(None)), rows, Drawn.MATRIX)
    widths = [round(right - left, 3) for left, right in pairwise(first.edges)]
    assert len(set(widths[1:])) == 1
