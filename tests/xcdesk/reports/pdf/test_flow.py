"""Charts that would leave a hole at the foot of a page wait for the text after them; nothing else moves."""

from dataclasses import replace

import pytest

from xcdesk.reports.pdf.fonts import Faces
from xcdesk.reports.pdf.issue import print_issue, set_pages
from xcdesk.reports.pdf.measures import HEIGHT
from xcdesk.reports.pdf.typeset import Typesetter
from xcdesk.texts.documents import from_text

LINE = "提升年活动领导小组办公室坚持问题导向，把群众反映的办事难作为突破口，逐条整改。"
ROWS = "| 月份 | 县级 | 市级 |\n| 1月 | 2 | 3 |\n| 2月 | 4 | 5 |\n"
CHART = f"~ 柱形图\n{ROWS}! 图1　各月刊播次数\n^ 口径：按次计。\n"
TABLE = "! 表1　次数\n| 单位 | 次 |\n| 禹州市 | 3 |\n^ 口径：按次计。\n"


@pytest.fixture(scope="module")
def laid(issue):
    """Lays a text out; gives the texts of its blocks in printed order, and the first page."""
    bare = replace(issue, contents=False)

    def lay(text):
        made = set_pages(bare, from_text(text), Typesetter(Faces(None)))
        return [block.text or "|" for block in made.document.blocks], made.pages[0]

    return lay


def before(lines):
    """So many lines of text after a title."""
    return "# 标题\n\n" + "\n\n".join(["一行。"] * lines) + "\n\n"


def test_text_after_a_chart_fills_the_page_before_it(laid):
    order, first = laid(before(6) + CHART + "一、下一部分\n\n" + LINE + "\n\n又一段。\n")
    at = order.index("|")
    assert order[at - 2 : at] == ["一、下一部分", LINE]
    assert order[at : at + 3] == ["|", "图1　各月刊播次数", "口径：按次计。"]
    assert HEIGHT - first.ink_end < HEIGHT / 5


@pytest.mark.parametrize(
    "after", [TABLE, "# 另一篇\n\n" + LINE, "## 另一栏\n\n" + LINE, "一、表前无文\n\n" + TABLE]
)
def test_a_chart_waits_for_nothing_but_text_of_its_item(laid, after):
    text = before(6) + CHART + after
    order, _ = laid(text)
    assert order == [block.text or "|" for block in from_text(text).blocks]


def test_a_chart_that_fits_stays_where_it_was_written(laid):
    text = before(1) + CHART + LINE + "\n"
    assert laid(text)[0] == [block.text or "|" for block in from_text(text).blocks]


def test_places_are_told_of_the_blocks_as_they_were_written(issue):
    document = from_text(before(6) + CHART + "又一段。\n")
    printed = print_issue(replace(issue, contents=False), document)
    named = [(place.page, place.top, document.blocks[place.block].text or "|") for place in printed.places]
    assert [text for _, _, text in sorted(named)][-4:] == [
        "又一段。",
        "|",
        "图1　各月刊播次数",
        "口径：按次计。",
    ]
