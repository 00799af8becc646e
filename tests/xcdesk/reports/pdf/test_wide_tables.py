"""Tables too wide for an upright page: turned by a quarter, their heads at the left edge (GB/T 9704, 8)."""

import datetime as dt
import re
from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from tests.wide_text import CELL, COLUMNS, LINE, NAMED, ROWS, TABLE
from xcdesk.reports.pdf.copies import Copies, print_copies
from xcdesk.reports.pdf.issue import print_issue
from xcdesk.reports.pdf.sheet import print_sheet
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.texts.documents import from_text


@pytest.fixture(scope="module")
def document():
    return from_text("# 标题\n" + f"{LINE}\n" * 4 + NAMED + f"{LINE}\n" * 8)


@pytest.fixture(scope="module")
def wide(issue, document):
    return print_issue(replace(issue, contents=False), document)


@pytest.fixture(scope="module")
def pages(wide, measured):
    return measured(wide.pdf)


@pytest.fixture(scope="module")
def texts(wide):
    """Text of each page as a reader copies it, without white space."""
    book = pdfium.PdfDocument(wide.pdf)
    found = [re.sub(r"\s", "", page.get_textpage().get_text_range()) for page in book]
    book.close()
    return found


def chars(sheet):
    return [char for line in sheet.body for char in line.chars]


def test_it_is_copied_whole_and_in_order_with_its_head_on_every_page(texts):
    holding = [number for number, text in enumerate(texts) if CELL in text]
    assert holding == list(range(holding[0], holding[-1] + 1))
    assert len(holding) > 1
    assert all(texts[number].count("序号单位栏目0栏目1") == 1 for number in holding)
    whole = "".join(texts)
    assert whole.count(CELL) == ROWS * COLUMNS
    assert [int(n) for n in re.findall(r"单位甲(\d\d)", whole)] == list(range(1, ROWS + 1))
    assert "附表" in texts[holding[0]]
    assert "口径：按次计。" in texts[holding[-1]]


def test_nothing_leaves_the_type_area(wide, pages):
    for sheet in pages:
        boxes = [char.ink for char in chars(sheet)]
        assert min(box[0] for box in boxes) >= 27.9
        assert max(box[2] for box in boxes) <= 184.1
        assert min(box[1] for box in boxes) >= 36.9
        assert max(box[3] for box in boxes) <= 262.1
    mm = 72 / 25.4
    book = pdfium.PdfDocument(wide.pdf)
    for page in book:
        assert page.get_size() == pytest.approx((210 * mm, 297 * mm), abs=0.1)
        for path in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = path.get_bounds()
            assert 27.2 <= left / mm <= right / mm <= 184.8  # told with half the thickness beyond both ends
            assert 34.2 <= bottom / mm <= top / mm <= 260.8
        page.close()
    book.close()


def test_the_head_lies_at_the_left_edge_of_odd_and_even_pages_and_is_read_upwards(pages, texts):
    turned = [number for number, text in enumerate(texts) if CELL in text]
    assert {number % 2 for number in turned} == {0, 1}
    for number in turned:
        head = [next(char for char in chars(pages[number]) if char.text == sign) for sign in "序号"]
        assert head[0].x == pytest.approx(head[1].x, abs=0.01)
        assert head[0].y > head[1].y
        cells = [char.x for char in chars(pages[number]) if char.text in "整改"]
        assert head[0].x < min(cells)
        assert head[0].x < 28 + (20 if number == turned[0] else 10)


def test_the_number_of_a_turned_page_stands_where_that_of_others_does(pages, texts):
    for number, sheet in enumerate(pages, 1):
        line = sheet.number
        assert line.text == f"—{number}—"
        assert line.chars[0].y == pytest.approx(pages[0].number.chars[0].y, abs=0.01)
        assert (line.chars[0].x > 105) == bool(number % 2)


def test_text_after_it_fills_the_page_before_it(texts, pages):
    first = next(number for number, text in enumerate(texts) if CELL in text)
    assert sum(text.count(LINE[:12]) for text in texts[:first]) > 4
    assert 262 - pages[first - 1].body[-1].bottom < 2.2 * 29.61 / 72 * 25.4 + 11


def test_the_record_block_is_never_turned_nor_put_on_a_turned_page(sheets_of):
    for before in ("", f"{LINE}\n" * 12):
        sheets = sheets_of(f"# 标题\n{before or LINE}\n{TABLE}\n", contents=False)
        assert len(sheets) % 2 == 0
        assert "印发" in sheets[-1].text
        assert CELL[:2] not in sheets[-1].text
        assert max(rule.y for rule in sheets[-1].rules) == pytest.approx(262, abs=0.2)


def test_what_stands_on_a_turned_page_is_told_to_begin_at_the_top_of_it(wide, texts):
    turned = {number for number, text in enumerate(texts) if CELL in text}
    told = [place.top for place in wide.places if place.page in turned]
    assert told
    assert told == pytest.approx([37 * 72 / 25.4] * len(told))
    assert all(wide.ends[number] == pytest.approx(262 * 72 / 25.4) for number in turned)


def test_numbered_copies_turn_the_same_pages(issue, document, pages, measured):
    copies = print_copies(replace(issue, contents=False), document, [Copies("示例", 7, 8)])
    sheets = measured(copies.pdf)
    assert len(sheets) == 2 * len(pages)
    for number, sheet in enumerate(pages[1:], 1):
        assert [char.ink for char in chars(sheets[number])] == [char.ink for char in chars(sheet)]


def test_a_title_directly_above_it_turns_with_it(sheets_of):
    sheets = sheets_of(f"# 头一则\n{LINE}\n# 附件表\n{TABLE}\n", contents=False)
    page = next(sheet for sheet in sheets if any(char.text == "附" for char in chars(sheet)))
    title = [next(char for char in chars(page) if char.text == sign) for sign in "附件"]
    assert title[0].x == pytest.approx(title[1].x, abs=0.01)
    assert CELL[1] in {char.text for char in chars(page)}


def test_a_list_with_a_wide_table_is_turned_from_its_title_on(measured):
    sheet = Printout(
        title="示例台账",
        subtitle="截至2026年4月13日",
        issuer="示例办公室",
        day=dt.date(2026, 4, 13),
        document=from_text(TABLE),
    )
    first, *_ = measured(print_sheet(sheet).pdf)
    title = [next(char for char in chars(first) if char.text == sign and char.size == 22) for sign in "台账"]
    assert title[0].x == pytest.approx(title[1].x, abs=0.01)
    assert title[0].y > title[1].y
    assert CELL[1] in {char.text for char in chars(first)}
