"""Headings that go on in the same paragraph: ``（一）加强领导。各单位要…`` has its first sentence in 楷体."""

import re
from typing import NamedTuple

from xcdesk.texts.documents import Block, BlockKind

_NUMERALS = "[一二三四五六七八九十百]+"
_SENTENCE = "[^。；！？：]{1,28}。(?=.)"
_LEADS = (
    # 一、二季度 is no heading
    (BlockKind.HEADING_1, re.compile(f"{_NUMERALS}、(?!{_NUMERALS})(?!季度){_SENTENCE}")),
    (BlockKind.HEADING_2, re.compile(f"（{_NUMERALS}）{_SENTENCE}")),
)


class Lead(NamedTuple):
    """The words of such a heading, whose face is that of its kind."""

    words: str
    kind: BlockKind


def lead_of(block: Block) -> Lead | None:
    """The heading that a paragraph begins with; None for any other."""
    if block.kind != BlockKind.PARAGRAPH:
        return None
    found = ((kind, pattern.match(block.text)) for kind, pattern in _LEADS)
    return next((Lead(match.group(), kind) for kind, match in found if match is not None), None)
