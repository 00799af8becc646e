"""Text of the office's own material as a plain structure: what is typed, signed off and printed is one text.

The text is light markup that a clerk can read and edit, one block a line:

====================  ==========================================================
``# 标题``            title of an item (several titles make a bulletin)
``## 栏目``           heading of a section of the bulletin
``一、…``             heading of level 1 (``（一）…`` level 2)
``> 来源``            source line under a title, printed ``（来源：…）``
``编者按：…``          editor's note
``! 表名``            caption of the table that follows
``| a | b |``         row of a table; the first row of a run is its head
``~ 条形图``           the table that follows is drawn as bars (``柱形图`` as columns, ``矩阵图`` shaded)
``^ 口径…``           counting rule or note under a table
anything else         paragraph
====================  ==========================================================

Blank lines part blocks and carry no meaning. ``to_text(from_text(x))`` is ``x`` in canonical form, and the
content hash is taken over that form, so that a blank line more never voids a sign-off.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_HEADING_1 = re.compile(r"^[一二三四五六七八九十百]+、")
_HEADING_2 = re.compile(r"^（[一二三四五六七八九十百]+）")
_LONGEST_HEADING = 40


class BlockKind(StrEnum):
    """What a line of the text is on the page."""

    TITLE = "title"
    SECTION = "section"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    SOURCE = "source"
    NOTE = "note"
    CAPTION = "caption"
    TABLE = "table"
    RULE = "rule"
    PARAGRAPH = "paragraph"


class Drawn(StrEnum):
    """How the figures of a table are drawn, in the words of the text."""

    BARS = "条形图"
    COLUMNS = "柱形图"
    MATRIX = "矩阵图"


NAMED_BELOW = frozenset((Drawn.BARS, Drawn.COLUMNS))
"""Charts whose name (图1) stands under them; that of a table, shaded or not, stands above."""


_DRAWN = "~ "
_MARKS = {
    "## ": BlockKind.SECTION,
    "# ": BlockKind.TITLE,
    "> ": BlockKind.SOURCE,
    "! ": BlockKind.CAPTION,
    "^ ": BlockKind.RULE,
}
_MARK_OF = {kind: mark for mark, kind in _MARKS.items()}
_UNMARKED = str.maketrans({"#": "＃", ">": "＞", "!": "！", "^": "＾", "|": "｜"})
PLAIN = frozenset((BlockKind.PARAGRAPH, BlockKind.HEADING_1, BlockKind.HEADING_2, BlockKind.NOTE))
"""Kinds that a line has by its own words; the others are marked."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its kind and text; ``rows`` are the cells of a table, head first, and empty otherwise.

    ``drawn`` is how the page draws the figures of a table; None prints the cells.
    """

    kind: BlockKind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    drawn: Drawn | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in reading order."""

    blocks: tuple[Block, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles of its items, in order."""
        return tuple(block.text for block in self.blocks if block.kind == BlockKind.TITLE)


def from_text(text: str) -> Document:
    """Read the light markup; every text is readable, the worst case being paragraphs."""
    blocks: list[Block] = []
    table: list[tuple[str, ...]] = []
    drawn: Drawn | None = None
    for raw in (*text.splitlines(), ""):
        line = raw.strip()
        cells = _cells(line)
        if cells is not None:
            table.append(cells)
            continue
        if table:
            blocks.append(Block(BlockKind.TABLE, rows=tuple(table), drawn=drawn))
            table, drawn = [], None
        elif line and drawn is not None:  # no table follows: the words are only words
            blocks.append(_unmarked(_DRAWN + drawn))
            drawn = None
        found = _drawn(line)
        if found is not None:
            drawn = found
        elif line:
            blocks.append(_block(line))
    if drawn is not None:
        blocks.append(_unmarked(_DRAWN + drawn))
    return Document(tuple(blocks))


def to_text(document: Document) -> str:
    """Canonical markup of ``document``: blocks parted by one blank line, ending in a newline."""
    parts = [_line(block) for block in document.blocks]
    return "\n\n".join(parts) + "\n" if parts else ""


def plain_kind(text: str) -> BlockKind:
    """Kind of a line without a mark, told by its words: a heading, an editor's note or a paragraph."""
    return _unmarked(text.strip()).kind


def plain_line(text: str) -> str:
    """``text`` as a line that is read without a mark; what would be taken for one becomes full-width."""
    line = " ".join(text.split("\n")).strip()
    if _drawn(line) is not None:
        return f"～{line[1:]}"
    if line and from_text(line).blocks[0].kind not in PLAIN:
        return line[0].translate(_UNMARKED) + line[1:]
    return line


def reading_lines(document: Document) -> tuple[str, ...]:
    """The text as it is read, without marks: a line for each block and for each cell of a table."""
    lines: list[str] = []
    for block in document.blocks:
        if block.kind == BlockKind.TABLE:
            width = max(map(len, block.rows))
            lines += [cell for row in block.rows for cell in (*row, *[""] * (width - len(row)))]
        else:
            lines.append(block.text)
    return tuple(lines)


def content_hash(title: str, text: str) -> str:
    """SHA-256 (hex) of what a signatory sees: the title and the canonical text, in Unicode NFC."""
    seen = f"{title.strip()}\n\n{to_text(from_text(text))}"
    return hashlib.sha256(unicodedata.normalize("NFC", seen).encode()).hexdigest()


def _cells(line: str) -> tuple[str, ...] | None:
    r"""Cells of a table row, or None; ``\|`` stands for a bar within a cell."""
    if len(line) < 2 or not line.startswith("|") or not line.endswith("|") or line.endswith("\\|"):  # noqa: PLR2004
        return None
    return tuple(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line[1:-1]))


def _drawn(line: str) -> Drawn | None:
    word = line.removeprefix(_DRAWN).strip()
    return Drawn(word) if line.startswith(_DRAWN) and word in set(Drawn) else None


def _block(line: str) -> Block:
    for mark, kind in _MARKS.items():
        if line.startswith(mark):
            return Block(kind, line[len(mark) :].strip())
    return _unmarked(line)


def _unmarked(line: str) -> Block:
    if line.startswith("编者按："):
        return Block(BlockKind.NOTE, line)
    if len(line) <= _LONGEST_HEADING and not line.endswith(("。", "；")):
        if _HEADING_1.match(line):
            return Block(BlockKind.HEADING_1, line)
        if _HEADING_2.match(line):
            return Block(BlockKind.HEADING_2, line)
    return Block(BlockKind.PARAGRAPH, line)


def _line(block: Block) -> str:
    if block.kind == BlockKind.TABLE:
        rows = ("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in block.rows)
        return "\n".join([_DRAWN + block.drawn, *rows] if block.drawn else rows)
    return _MARK_OF.get(block.kind, "") + block.text
