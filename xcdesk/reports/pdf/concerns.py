"""What will not print as meant: rare characters, long titles, items without source, tables without rule.

It is data for whoever puts an issue together; nothing here stops a printing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from xcdesk.reports.pdf.flowables import STYLES, TITLE_ROOM, TITLE_STYLE, figure_captions
from xcdesk.reports.pdf.fonts import MISSING, Faces, Role
from xcdesk.reports.pdf.titles import title_lines
from xcdesk.reports.pdf.typeset import Typesetter
from xcdesk.texts.documents import Block, BlockKind, Document

_TITLE_LINES = 2
"""Lines of a title that readers take in at a glance; a third one is printed, and told."""


class ConcernKind(StrEnum):
    """What there is to look at."""

    LONG_TITLE = "long_title"
    NO_SOURCE = "no_source"
    NO_RULE = "no_rule"
    RARE = "rare"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing to look at.

    Attributes:
        kind: what it is.
        block: which block of the document, from 0.
        text: the title or the characters that it is about.
        lines: printed lines of a long title; 0 otherwise.
    """

    kind: ConcernKind
    block: int
    text: str
    lines: int = 0


def concerns(
    document: Document,
    fonts: Path | None = None,
    wanted: Mapping[Role, str] | None = None,
    *,
    sources: bool = True,
) -> tuple[Concern, ...]:
    """Everything in ``document`` that will not print as meant, in reading order.

    Args:
        document: the text.
        fonts: folder with the office's own faces.
        wanted: files that its page set-up names for the roles.
        sources: whether each item must name its source, as in the internal reference.

    Raises:
        FontError: a font file of that folder or of the system cannot be used.
    """
    typesetter = Typesetter(Faces(fonts, wanted or {}))
    found: list[Concern] = []
    captions = figure_captions(document.blocks)
    for at, block in enumerate(document.blocks):
        after, next_but_one = (*document.blocks[at + 1 : at + 3], None, None)[:2]
        found += _of_title(at, block, typesetter)
        if sources and block.kind == BlockKind.TITLE and not _is(after, BlockKind.SOURCE):
            found.append(Concern(ConcernKind.NO_SOURCE, at, block.text))
        if block.kind == BlockKind.SOURCE and not block.text.strip():
            found.append(Concern(ConcernKind.NO_SOURCE, at, ""))
        rule = next_but_one if at + 1 in captions else after
        if block.kind == BlockKind.TABLE and not _is(rule, BlockKind.RULE):
            found.append(Concern(ConcernKind.NO_RULE, at, " ".join(block.rows[0]) if block.rows else ""))
        found += _of_characters(at, block, typesetter)
    return tuple(found)


def _is(block: Block | None, kind: BlockKind) -> bool:
    return block is not None and block.kind == kind


def _of_title(at: int, block: Block, typesetter: Typesetter) -> Iterator[Concern]:
    cells = typesetter.cells(block.text, TITLE_STYLE) if block.kind == BlockKind.TITLE else []
    if cells:
        lines = len(title_lines(cells, TITLE_ROOM))
        if lines > _TITLE_LINES:
            yield Concern(ConcernKind.LONG_TITLE, at, block.text, lines)


def _of_characters(at: int, block: Block, typesetter: Typesetter) -> Iterator[Concern]:
    """Hanzi that another face than the block's own draws, and characters that no face has."""
    style = STYLES[block.kind]
    own = typesetter.faces.font(style.role).fontName
    words = "".join((block.text, *(cell for row in block.rows for cell in row)))
    cells = typesetter.cells(words, style)
    shown = {cell.char for cell in cells if cell.face != own and cell.char.isalpha() and cell.char != MISSING}
    rare = "".join(char for char in dict.fromkeys(words) if char in shown)
    missing = "".join(char for char in dict.fromkeys(words) if char in typesetter.faces.missing)
    if rare:
        yield Concern(ConcernKind.RARE, at, rare)
    if missing:
        yield Concern(ConcernKind.MISSING, at, missing)
