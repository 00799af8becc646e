"""What some paragraphs of an official text are, told by their words and their place (GB/T 9704, 7.3).

The text knows paragraphs alone, and two people sign it. Whom it is sent to, what is attached, who signs and
on which day are recognised only where the standard puts them: in a text of one title that names no source.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from xcdesk.reports.pdf.breaker import Line, natural_line
from xcdesk.reports.pdf.measures import CELL, WIDTH
from xcdesk.reports.pdf.typeset import BODY_STYLE, Typesetter
from xcdesk.texts.documents import Block, BlockKind

_WORD = "附件："
_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_ATTACHED = re.compile(r"附件[：:]\s*(?:\d{1,2}[.．])?\s*")
_FURTHER = re.compile(r"\d{1,2}[.．]\s*")
_REMARK = re.compile(r"（.*）")
_LONGEST_NAME = 28
"""Characters of an office that signs; what is longer is a sentence."""


class Place(Enum):
    """Where a paragraph stands that is none of the running text."""

    ADDRESSEE = auto()
    ATTACHED = auto()
    FURTHER = auto()
    SIGNATURE = auto()
    DAY = auto()


SIGNED = frozenset({Place.SIGNATURE, Place.DAY})
"""Who signs, and on which day: no page holds them alone."""


class Official(NamedTuple):
    """A paragraph of a kind of its own.

    Attributes:
        place: which.
        label: of something attached, what its lines hang behind, such as ``附件：1.``.
        beside: of the signature the day below it, of the day the signature above it, "" for none.
    """

    place: Place
    label: str = ""
    beside: str = ""


def official(blocks: Sequence[Block]) -> Mapping[int, Official]:
    """Such paragraphs of a document, by the number of their block."""
    kinds = [block.kind for block in blocks]
    if kinds.count(BlockKind.TITLE) != 1 or BlockKind.SOURCE in kinds:
        return {}
    first = kinds.index(BlockKind.TITLE) + 1
    found = {**dict(_attached(blocks)), **dict(_signed(blocks, first))}
    if (
        first < len(blocks)
        and kinds[first] == BlockKind.PARAGRAPH
        and blocks[first].text.endswith(("：", ":"))
    ):
        found[first] = Official(Place.ADDRESSEE)
    return found


def official_lines(typesetter: Typesetter, text: str, told: Official) -> list[Line]:
    """A paragraph broken and placed as the standard has it."""
    if told.place is Place.ADDRESSEE:
        return typesetter.lines(text, BODY_STYLE, WIDTH)
    if told.place in {Place.ATTACHED, Place.FURTHER}:
        return _hung(typesetter, text, told)
    line, other = typesetter.line(text, BODY_STYLE), typesetter.line(told.beside, BODY_STYLE)
    day, name = (line, other) if told.place is Place.DAY else (other, line)
    middle = min(WIDTH - 4 * CELL - day.width / 2, WIDTH - 2 * CELL - name.width / 2)
    return [line.moved(middle - line.width / 2)]


def _hung(typesetter: Typesetter, text: str, told: Official) -> list[Line]:
    """Lines behind a label two characters in, or under the number of what is attached first."""
    label = typesetter.line(told.label, BODY_STYLE)
    start = 2 * CELL
    if told.place is Place.FURTHER:
        start += typesetter.line(_WORD, BODY_STYLE).width
    left = start + label.width
    first, *rest = typesetter.lines(text[len(told.label) :], BODY_STYLE, WIDTH - left) or [natural_line(())]
    label, first = label.moved(start), first.moved(left)
    whole = Line(label.cells + first.cells, label.places + first.places, first.width)
    return [whole, *(line.moved(left) for line in rest)]


def _attached(blocks: Sequence[Block]) -> Iterator[tuple[int, Official]]:
    """``附件：1.…`` and the paragraphs 2., 3. that follow it."""
    going_on = False
    for at, block in enumerate(blocks):
        text = block.text if block.kind == BlockKind.PARAGRAPH else ""
        label = (_FURTHER if going_on else _ATTACHED).match(text)
        if label is None:
            label = _ATTACHED.match(text)
            going_on = False
        if label is not None:
            yield at, Official(Place.FURTHER if going_on else Place.ATTACHED, label.group())
        going_on = label is not None


def _signed(blocks: Sequence[Block], first: int) -> Iterator[tuple[int, Official]]:
    """The day at the end, and who signs above it; only a remark in brackets may follow."""
    end = len(blocks) - 1
    if end > first and _is(blocks[end], _REMARK):
        end -= 1
    if end <= first or not _is(blocks[end], _DAY):
        return
    name = blocks[end - 1]
    signs = (
        end - 1 > first
        and name.kind == BlockKind.PARAGRAPH
        and len(name.text) <= _LONGEST_NAME
        and not name.text.endswith(("。", "；", "：", "，"))
    )
    yield end, Official(Place.DAY, beside=name.text if signs else "")
    if signs:
        yield end - 1, Official(Place.SIGNATURE, beside=blocks[end].text)


def _is(block: Block, pattern: re.Pattern[str]) -> bool:
    return block.kind == BlockKind.PARAGRAPH and pattern.fullmatch(block.text) is not None
