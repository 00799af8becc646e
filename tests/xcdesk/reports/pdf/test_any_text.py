"""Whatever a clerk may type: nothing is lost, nothing leaves the type area, line ends keep the rules."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xcdesk.reports.pdf.breaker import NO_END, NO_START
from xcdesk.reports.pdf.issue import print_issue
from xcdesk.texts.documents import Block, BlockKind, Document

WORDS = (
    "提升年活动", "办公室", "，", "。", "“办事难”", "《方案》", "（试行）", "2026年4月13日",
    "126个", "93.1%", "——", "……", "〔2026〕18号", "Television", " ", "、", "祎翀珺旻𬀩𣲗",
    "https://www.xuchang.gov.cn/a/b?c=d&e=f", "<b>&amp;</b>", "！",
)  # fmt: skip
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map("".join)
LONE = st.lists(st.sampled_from((*WORDS[:2], *WORDS[7:9])), min_size=1, max_size=6).map("".join)
PROSE = st.sampled_from([kind for kind in BlockKind if kind != BlockKind.TABLE])
BLOCK = st.builds(Block, PROSE, TEXT)
TABLE = st.builds(
    lambda rows: Block(BlockKind.TABLE, rows=tuple(map(tuple, rows))),
    st.integers(1, 12).flatmap(
        lambda width: st.lists(st.lists(LONE, min_size=width, max_size=width), min_size=1, max_size=6)
    ),
)
DOCUMENT = st.lists(st.one_of(BLOCK, BLOCK, TABLE), max_size=14).map(lambda blocks: Document(tuple(blocks)))
RIGHT_EDGE = 184.3  # the arm of an f hangs over its own cell
BOTTOM_EDGE = 263.3  # strokes and tails of Latin letters reach below the cell of a hanzi
calm = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,  # the same examples for everybody who lands something
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def bare(issue):
    """Without a contents list every text stands in the file once."""
    return replace(issue, contents=False)


@calm
@given(document=DOCUMENT)
def test_any_document_stays_inside_and_keeps_its_text(bare, measured, document):
    printed = print_issue(bare, document)
    sheets = measured(printed.pdf)
    assert printed.missing == ()
    assert len(sheets) % 2 == 0
    for sheet in sheets:
        for line in sheet.body:
            assert min(char.ink[0] for char in line.chars) >= 27.9, line.text
            assert max(char.ink[2] for char in line.chars) <= RIGHT_EDGE, line.text
            assert max(char.ink[3] for char in line.chars) <= BOTTOM_EDGE, line.text
    text = "".join(line.text for sheet in sheets for line in sheet.body)
    for block in document.blocks:
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.NOTE, BlockKind.HEADING_1}:
            assert "".join(block.text.split()) in text


@calm
@given(text=TEXT)
def test_any_paragraph_keeps_the_rules_of_line_ends(bare, measured, text):
    document = Document((Block(BlockKind.PARAGRAPH, "文" + text + "字"),))
    lines = [line.text for line in measured(print_issue(bare, document).pdf)[0].body[4:]]
    assert [line for line in lines if line[0] in NO_START - set("…/.?")] == []
    assert [line for line in lines if line[-1] in NO_END] == []


@calm
@given(text=st.text(max_size=80))
def test_any_string_at_all_can_be_printed(bare, text):
    blocks = tuple(Block(kind, text) for kind in BlockKind if kind != BlockKind.TABLE)
    assert print_issue(bare, Document((*blocks, Block(BlockKind.TABLE, rows=((text, text),))))).pages >= 2
