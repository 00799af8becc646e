"""The page measured from the file itself, on random contents of one page to forty.

Two hundred of them are slow and run with the drill; a few, smaller ones are looked at every time.
"""

import random
from collections import Counter
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from xcdesk.reports.pdf.breaker import NO_END, NO_START
from xcdesk.reports.pdf.issue import Pitch, print_issue
from xcdesk.texts.documents import Block, BlockKind, Document

MM = 72 / 25.4
TOP, BOTTOM, LEFT, RIGHT = 37, 262, 28, 184
CLOSE = 0.2
WORDS = (
    "提升年活动", "领导小组", "办公室", "把群众反映的", "作为突破口", "组织暗访组深入窗口", "的", "和",
    "，", "。", "；", "、", "！", "？", "：", "”", "）", "》", "……", "——", "，”", "。”", "！！！", "）。",
    "“", "（", "《", "（“", "【", "2026年4月13日", "126个", "93.1%", "〔2026〕18号", "第12期", "7.5万亿元",
    "XCDESK", "Wi-Fi", "A4", "e-mail", "COVID-19", "祎翀珺旻", "𬀩𣲗𬱖", "𬇙𬣙", "堃喆", " ", "　",
)  # fmt: skip
SHORT = WORDS[:8] + WORDS[29:43]
KINDS = (
    BlockKind.TITLE, BlockKind.SECTION, BlockKind.HEADING_1, BlockKind.HEADING_2, BlockKind.NOTE,
    BlockKind.CAPTION, BlockKind.TABLE,
)  # fmt: skip


UPRIGHT = (1, 8)
"""Columns of tables that never turn, fewest and most."""


def made(seed, blocks, rows, columns=UPRIGHT):
    """A document of so many blocks, half of them paragraphs, with tables of up to ``rows`` rows."""
    some = random.Random(seed)

    def words(most, chosen=SHORT):
        return "".join(some.choices(chosen, k=some.randint(1, most)))

    def block():
        kind = some.choice(KINDS) if some.random() < 0.4 else BlockKind.PARAGRAPH
        if kind == BlockKind.TABLE:
            width = some.randint(*columns)
            return Block(
                kind, rows=tuple(tuple(words(5) for _ in range(width)) for _ in range(some.randint(1, rows)))
            )
        return Block(kind, words(90, WORDS) if kind == BlockKind.PARAGRAPH else words(9))

    return Document(tuple(block() for _ in range(blocks)))


SEEDS = st.integers(0, 2**32)


@dataclass(frozen=True)
class Seen:
    """The pages of one printing."""

    sheets: list
    pitch: float
    document: Document

    def text_lines(self):
        """Lines of the text, without head and record block: on the grid, in order, with their page."""
        thick = [
            rule.y for rule in self.sheets[-1].rules if rule.right - rule.left > 155 and rule.thickness > 0.3
        ]
        record = sorted(thick)[-2]
        for number, sheet in enumerate(self.sheets):
            for line in sheet.body:
                size = max(char.size for char in line.chars)
                head = number == 0 and line.top < TOP + 7 * self.pitch - 1
                foot = number == len(self.sheets) - 1 and line.top > record - 1
                if size in (16, 22) and not head and not foot:
                    yield line


def look(issue, measured, document, pitch=Pitch.EXACT):
    """Print and measure; the record block with its thick upper rule is the last thing on the last page."""
    printed = print_issue(issue, document)
    assert printed.missing == ()
    return Seen(measured(printed.pdf), pitch.value / MM, document)


def check_places(seen):
    """Every line of text on the grid of 22, all ink inside the type area."""
    for line in seen.text_lines():
        row = (line.top - TOP) / seen.pitch
        assert abs(row - round(row)) * seen.pitch < CLOSE, line.text
        assert 0 <= round(row) < 22, line.text
    for sheet in seen.sheets:
        full = [line for line in sheet.body if abs(line.bottom - BOTTOM) < CLOSE and line.chars[0].size == 16]
        assert all(line.bottom <= BOTTOM + CLOSE for line in full)
        for char in (char for line in sheet.body for char in line.chars):
            assert char.ink[0] >= LEFT - CLOSE, char
            assert char.ink[2] <= RIGHT + 0.4, char  # the arm of an f hangs over its cell
            assert char.ink[1] >= TOP - CLOSE, char
            assert char.ink[3] <= BOTTOM + 0.6, char  # Latin tails reach below the cell of a hanzi
        for rule in sheet.rules:
            assert rule.left + rule.thickness >= LEFT - CLOSE  # bounds take in the width of the stroke
            assert rule.right - rule.thickness <= RIGHT + CLOSE
            assert rule.y <= BOTTOM + CLOSE


def check_ends(seen):
    """All text in its order; no line begins or ends with a mark that may not; full lines reach the edge."""
    rest, at, spans = "", 0, []
    for block in seen.document.blocks:
        if block.kind != BlockKind.TABLE:
            words = f"【{block.text}】" if block.kind == BlockKind.SECTION else block.text
            rest += "".join(words.split())
            spans.append((len(rest), block.kind))
    ends = {end for end, _ in spans}
    for line in seen.text_lines():
        assert rest.startswith(line.text, at), (line.text, rest[at : at + 40])
        start, at = at, at + len(line.text)
        kind = next(kind for end, kind in spans if end > start)
        if kind in {BlockKind.PARAGRAPH, BlockKind.NOTE}:
            if start and start not in ends:
                assert line.text[0] not in NO_START, line.text
            if at not in ends:
                assert line.text[-1] not in NO_END, line.text
                if "\u4e00" <= line.text[-1] <= "\u9fff":
                    assert abs(line.right - RIGHT) < CLOSE, line.text
    assert at == len(rest)


def check_text(seen):
    """Whatever went in comes out, character for character."""
    wanted = Counter()
    for block in seen.document.blocks:
        for words in (block.text, *(cell for row in block.rows for cell in row)):
            wanted.update("".join(words.split()))
    found = Counter(char for sheet in seen.sheets for line in sheet.body for char in line.text)
    assert wanted - found == Counter()


def check_pages(seen):
    """An even number of pages, the record block at the foot of the last, the page numbers."""
    sheets = seen.sheets
    assert len(sheets) % 2 == 0
    last = max(sheets[-1].rules, key=lambda rule: rule.y)
    assert abs(last.y - BOTTOM) < CLOSE
    assert abs(last.thickness - 0.35) < 0.02
    blank = [number for number, sheet in enumerate(sheets, 1) if not sheet.body]
    assert blank in ([], [len(sheets) - 1])
    numbered = [number for number, sheet in enumerate(sheets, 1) if sheet.number is not None]
    assert numbered == list(range(1, len(sheets) + 1 - 2 * len(blank)))


def check(seen):
    """All of it."""
    check_places(seen)
    check_ends(seen)
    check_text(seen)
    check_pages(seen)


@pytest.fixture(scope="module")
def bare(issue):
    """Without a contents list every text stands in the file once."""
    return replace(issue, contents=False)


calm = {
    "deadline": None,
    "derandomize": True,
    "suppress_health_check": list(HealthCheck),
    "phases": (Phase.explicit, Phase.generate),  # a seed cannot be made smaller
}


@settings(max_examples=12, **calm)
@given(seed=SEEDS, blocks=st.integers(1, 24))
def test_random_pages_keep_every_rule(bare, measured, seed, blocks):
    check(look(bare, measured, made(seed, blocks, rows=30)))


@settings(max_examples=3, **calm)
@given(seed=SEEDS, blocks=st.integers(1, 20))
def test_random_pages_at_the_pitch_of_word_keep_every_rule(bare, measured, seed, blocks):
    close = replace(bare, pitch=Pitch.WORD)
    check(look(close, measured, made(seed, blocks, rows=8), Pitch.WORD))


@settings(max_examples=6, **calm)
@given(seed=SEEDS, blocks=st.integers(4, 24))
def test_random_pages_with_wide_tables_lose_nothing_and_keep_to_the_type_area(bare, measured, seed, blocks):
    seen = look(bare, measured, made(seed, blocks, rows=20, columns=(9, 15)))
    check_text(seen)
    check_pages(seen)
    for char in (char for sheet in seen.sheets for line in sheet.body for char in line.chars):
        left, top, right, bottom = char.ink  # as above, on turned pages at the other edges
        assert left >= LEFT - CLOSE, char
        assert right <= RIGHT + 0.6, char
        assert top >= TOP - 0.4, char
        assert bottom <= BOTTOM + 0.6, char


@pytest.mark.slow
@settings(max_examples=200, **calm)
@given(seed=SEEDS, blocks=st.integers(1, 92))
def test_two_hundred_documents_of_up_to_forty_pages_keep_every_rule(bare, measured, seed, blocks):
    check(look(bare, measured, made(seed, blocks, rows=70)))
