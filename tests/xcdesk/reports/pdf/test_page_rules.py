"""The checks of the printed page: grid, margins, line ends, fonts, numbers, record block, table heads."""

import re

import pypdfium2 as pdfium
import pytest

from xcdesk.reports.pdf.breaker import NO_END, NO_START
from xcdesk.reports.pdf.issue import Pitch

PARAGRAPH = (
    "提升年活动领导小组办公室坚持问题导向，把群众反映的办事难作为突破口，组织暗访组深入市直单位服务窗口。"
)
TABLE_ROW = re.compile(r"\d+(禹州市|市人力资源社会保障局|经济技术开发区|国网许昌供电公司)\d+")
HANZI = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def body_only(sheets_of):
    """Pages of nothing but paragraphs after the masthead."""
    return sheets_of("\n".join(PARAGRAPH * 3 for _ in range(20)), contents=False)


def test_a_full_page_has_22_lines_that_touch_both_ends_of_the_type_area(body_only):
    for sheet in body_only[1:3]:
        assert len(sheet.body) == 22
        assert sheet.body[0].top == pytest.approx(37, abs=0.2)
        assert sheet.body[-1].bottom == pytest.approx(262, abs=0.2)


def test_word_pitch_sets_the_lines_closer(sheets_of):
    pages = sheets_of("\n".join(PARAGRAPH * 3 for _ in range(20)), pitch=Pitch.WORD)
    tops = [line.top for line in pages[1].body]
    assert len(tops) == 22
    assert tops[1] - tops[0] == pytest.approx(28.95 / 72 * 25.4, abs=0.02)


def test_a_line_holds_28_characters_between_the_margins(body_only):
    full = [line for sheet in body_only[1:3] for line in sheet.body if len(line.text) == 28]
    assert len(full) > 20
    assert all(line.chars[0].x == pytest.approx(28, abs=0.2) for line in full)


def test_lines_that_go_on_and_end_in_a_hanzi_reach_the_right_margin(body_only, sheets):
    pages = [*body_only[1:3], *sheets[1:]]
    long_lines = [line for sheet in pages for line in sheet.body if len(line.text) > 27]
    ended = [line for line in long_lines if line.chars[0].size == 16 and HANZI.match(line.text[-1])]
    assert len(ended) > 15
    assert [line.text for line in ended if abs(line.right - 184) > 0.2] == []


def test_no_line_begins_or_ends_with_a_forbidden_mark(sheets):
    lines = [line.text for sheet in sheets for line in sheet.body if line.chars[0].size == 16]
    assert len(lines) > 100
    assert [text for text in lines if text[0] in NO_START or text[-1] in NO_END] == []
    assert [text for text in lines if text.startswith("—") and text[1:2] != "—"] == []


def test_every_font_is_embedded_as_a_subset_and_none_is_a_base_face(printed):
    document = pdfium.PdfDocument(printed.pdf)
    names = set()
    for page in document:
        for text in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_TEXT]):
            font = text.get_font()
            assert font.is_embedded
            names.add(font.get_base_name())
        page.close()
    document.close()
    assert names
    assert not [name for name in names if re.search("Helvetica|Times|Courier", name)]
    assert re.findall(rb"/BaseFont /(\S+)", printed.pdf) != []
    assert all(re.match(rb"[A-Z]{6}\+XC", name) for name in re.findall(rb"/BaseFont /(\S+)", printed.pdf))


def test_page_numbers_stand_outside_by_parity_7_mm_below_the_type_area(sheets):
    for number, sheet in enumerate(sheets, 1):
        line = sheet.number
        assert line.text == f"—{number}—"
        dash = line.chars[0]
        assert (dash.ink[1] + dash.ink[3]) / 2 == pytest.approx(262 + 7, abs=0.3)
        if number % 2:
            assert line.chars[-1].ink[2] == pytest.approx(184 - 14 / 72 * 25.4, abs=0.6)
        else:
            assert line.chars[0].x == pytest.approx(28 + 14 / 72 * 25.4, abs=0.3)


def test_the_last_rule_of_the_record_block_is_the_foot_of_an_even_page(sheets):
    assert len(sheets) % 2 == 0
    last = max(sheets[-1].rules, key=lambda rule: rule.y)
    assert last.y == pytest.approx(262, abs=0.2)
    assert last.thickness == pytest.approx(0.35, abs=0.01)
    assert (last.left, last.right) == (pytest.approx(28, abs=0.4), pytest.approx(184, abs=0.4))


def test_the_record_block_has_a_thin_rule_between_two_thick_ones(sheets):
    wide = [rule for rule in sheets[-1].rules if rule.right - rule.left > 155.5 and rule.thickness < 0.4]
    block = sorted(wide, key=lambda rule: rule.y)[-3:]
    assert [round(rule.thickness, 2) for rule in block] == [0.35, 0.25, 0.35]


def test_the_head_of_a_table_stands_on_every_page_of_the_table(sheets):
    pages = [[line.text for line in sheet.body] for sheet in sheets]
    with_rows = [texts for texts in pages if any(TABLE_ROW.match(text) for text in texts)]
    assert len(with_rows) >= 2
    assert all("序号单位报送采用采用率备注" in texts for texts in with_rows)


def test_nothing_leaves_the_type_area_but_the_page_number(sheets):
    for sheet in sheets:
        for line in sheet.body:
            for char in line.chars:
                left, top, right, bottom = char.ink
                assert left >= 27.9, line.text
                assert right <= 184.1, line.text
                assert top >= 36.9, line.text
                assert bottom <= 262.1, line.text
