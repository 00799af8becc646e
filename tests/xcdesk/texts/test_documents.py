"""The light markup: what is drawn, and that nothing typed is lost by reading and writing it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcdesk.texts.documents import Block, BlockKind, Document, Drawn, from_text, to_text

TABLE = (("单位", "次"), ("禹州市", "3"))


@pytest.mark.parametrize("drawn", list(Drawn))
def test_a_table_is_drawn_when_the_line_before_says_so(drawn):
    document = from_text(f"~ {drawn}\n\n| 单位 | 次 |\n| 禹州市 | 3 |\n正文。")
    assert document.blocks[0] == Block(BlockKind.TABLE, rows=TABLE, drawn=drawn)
    assert from_text(to_text(document)) == document


@pytest.mark.parametrize(
    "text", ["~ 条形图", "~ 条形图\n正文。\n| 甲 | 乙 |", "~ 饼图\n| 甲 | 乙 |", "~条形图\n| 甲 | 乙 |"]
)
def test_other_words_are_only_words(text):
    assert from_text(text).blocks[0] == Block(BlockKind.PARAGRAPH, text.splitlines()[0])
    assert all(block.drawn is None for block in from_text(text).blocks)


LINES = st.sampled_from(
    ["~ 条形图", "~ 矩阵图", "| 甲 | 乙 |", "| 1 | 2 |", "", "正文。", "# 题", "! 表", "~ 别的"]
)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_a_text_in_canonical_form_stays_as_it_is(text):
    document = from_text(text)
    assert from_text(to_text(document)) == document
    assert "".join(to_text(document).split()) == "".join(text.split())


def test_a_document_may_hold_a_drawn_table_alone():
    document = Document((Block(BlockKind.TABLE, rows=TABLE, drawn=Drawn.BARS),))
    assert to_text(document) == "~ 条形图\n| 单位 | 次 |\n| 禹州市 | 3 |\n"
