"""Text from Word, a web page or a spreadsheet as plain structure, and our own text for their clipboard.

Only what a text says and how it is built comes in: headings, paragraphs, lists, tables. Faces, colours,
sizes, pictures, links and everything that would be fetched or run stay outside.
"""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from typing_extensions import override

from xcdesk import clip
from xcdesk.texts import outline
from xcdesk.texts.documents import PLAIN, Block, BlockKind, Document, Drawn, from_text, plain_line
from xcdesk.texts.outline import Level

KIND_ATTRIBUTE, DRAWN_ATTRIBUTE = "data-kind", "data-drawn"
"""What our own text says of a block when it is copied."""
_SKIPPED = frozenset(("script", "style", "head", "svg", "math", "iframe", "object", "template", "select"))
_PARTS = frozenset(
    (
        "p",
        "div",
        "li",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "section",
        "article",
        "header",
        "footer",
        "figcaption",
    )
) | frozenset(f"h{level}" for level in range(1, 7))
_VOID = frozenset(
    ("br", "img", "input", "hr", "meta", "link", "col", "wbr", "area", "base", "embed", "source", "track")
)
_HEADINGS = {"h2": Level.ONE, "h3": Level.TWO, "h4": Level.THREE, "h5": Level.FOUR, "h6": Level.FOUR}
_MARKED = frozenset(BlockKind) - PLAIN - {BlockKind.TABLE}
_BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0\u3000]+")
_BROKEN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\r?\n[ \t]*(?=[\u3000-\u9fff\uff00-\uffef])")
"""A line end of the source between two hanzi, which is no blank."""
_IGNORED_MARK = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_MOST_SPANNED = 50
_LEAST_ROWS = 2


def from_html(source: str) -> Document:
    """The structure of a piece of HTML; anything is readable, the worst case being paragraphs."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    reader.end_line()
    return Document(tuple(reader.blocks))


def from_plain(text: str) -> Document:
    """Lines as paragraphs and headings; lines with tabs, as spreadsheets give them, as a table."""
    lines = text.splitlines()
    tabbed = sum("\t" in line for line in lines)
    if tabbed >= _LEAST_ROWS and tabbed == sum(bool(line.strip()) for line in lines):
        rows = tuple(tuple(tidy(cell) for cell in row) for row in clip.table_of(text))
        return Document((Block(BlockKind.TABLE, rows=tuple(row for row in rows if any(row))),))
    return Document(tuple(block for line in lines for block in _plain(tidy(line))))


def to_html(document: Document) -> str:
    """A text for the clipboards of other programs, and for our own."""
    return "".join(_written(block) for block in document.blocks)


def tidy(text: str) -> str:
    """One line without what cannot be seen: runs of blanks become one, invisible marks go."""
    seen = "".join(char for char in text if unicodedata.category(char) not in {"Cf", "Cc"} or char in "\t\n")
    return _BLANKS.sub(" ", _BROKEN.sub("", seen)).strip()


def _plain(line: str) -> tuple[Block, ...]:
    return from_text(plain_line(line)).blocks


@dataclass(slots=True)
class _Listing:
    """A list that is open: numbered or dashed, and how far it has counted."""

    numbered: bool
    count: int = 0


@dataclass(slots=True)
class _Grid:
    """A table that is open; ``reaching`` tells for each column how many rows a cell still reaches down."""

    drawn: Drawn | None = None
    rows: list[list[str]] = field(default_factory=list)
    reaching: dict[int, int] = field(default_factory=dict)
    cell: list[str] | None = None
    across: int = 1
    down: int = 1


class _Reader(HTMLParser):
    """Gathers blocks as the tags go by; never fails on tags that do not match."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._line: list[str] = []
        self._kind: BlockKind | None = None
        self._level: Level | None = None
        self._marker = ""
        self._skipped: list[str] = []
        self._ignored: list[str] | None = None
        self._depth = 0
        self._lists: list[_Listing] = []
        self._grid: _Grid | None = None
        self._inner = 0
        self._counts: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipped.append(tag)
        if self._skipped:
            return
        given = {key: value or "" for key, value in attrs}
        if self._ignored is not None and tag not in _VOID:
            self._depth += 1
        elif _IGNORED_MARK.search(given.get("style", "")):
            self._ignored, self._depth = [], 1
        if tag == "table" or self._grid is not None:
            self._table_tag(tag, given)
            return
        if tag in {"ol", "ul"}:
            self._lists.append(_Listing(tag == "ol", _start(given)))
        if tag == "br" or tag in _PARTS:
            self.end_line()
            self._begin(tag, given)

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            if tag == self._skipped[-1]:
                self._skipped.pop()
            return
        if self._ignored is not None:
            self._depth -= 1
            if self._depth <= 0:
                self._take_marker("".join(self._ignored))
        if self._grid is not None:
            self._table_end(tag)
        elif tag in _PARTS or tag in {"ol", "ul"}:
            self.end_line()
            if tag in {"ol", "ul"} and self._lists:
                self._lists.pop()

    @override
    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        if self._ignored is not None:
            self._ignored.append(data)
        elif self._grid is not None:
            if self._grid.cell is not None:
                self._grid.cell.append(data)
        else:
            self._line.append(data)

    def end_line(self) -> None:
        """Make a block of what was gathered."""
        text = tidy("".join(self._line))
        self._line = []
        if text:
            self._add(text)
        self._kind, self._level, self._marker = None, None, ""

    def _add(self, text: str) -> None:
        if self._kind in _MARKED:
            self.blocks.append(Block(self._kind, text))
            return
        if self._level is not None and outline.marker_of(text) is None:
            text = outline.written(self._level, outline.next_number(self._counts, self._level)) + text
        elif self._marker and outline.marker_of(text) is None:
            text = self._marker + text
        self._counts.append(text)
        self.blocks += _plain(text)

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        kind = given.get(KIND_ATTRIBUTE, "")
        if kind in set(BlockKind):
            self._kind = BlockKind(kind)
        elif tag == "h1" or "MsoTitle" in given.get("class", ""):
            self._kind = BlockKind.TITLE
        elif tag in _HEADINGS:
            self._level = _HEADINGS[tag]
        elif tag == "li":
            self._marker = self._item()

    def _item(self) -> str:
        listing = self._lists[-1] if self._lists else _Listing(numbered=False)
        listing.count += 1
        if not listing.numbered:
            return outline.written(Level.DASH, 0)
        level = Level.THREE if len(self._lists) == 1 else Level.FOUR
        return outline.written(level, min(listing.count, 99))

    def _take_marker(self, mark: str) -> None:
        """The number that Word writes before an item; any other sign is a dash."""
        self._ignored = None
        found = outline.marker_of(tidy(mark))
        number = found.number if found else 0
        level = found.level if found else Level.DASH
        self._marker = outline.written(level, number)

    def _table_tag(self, tag: str, given: dict[str, str]) -> None:
        if tag == "table":
            if self._grid is not None:
                self._inner += 1
                return
            self.end_line()
            word = given.get(DRAWN_ATTRIBUTE, "")
            self._grid = _Grid(Drawn(word) if word in set(Drawn) else None)
        elif self._grid is not None and not self._inner:
            if tag == "tr":
                self._end_cell()
                self._grid.rows.append([])
            elif tag in {"td", "th"}:
                self._end_cell()
                self._grid.cell = []
                self._grid.across, self._grid.down = _span(given, "colspan"), _span(given, "rowspan")
            elif self._grid.cell is not None and (tag == "br" or tag in _PARTS):
                self._grid.cell.append(" ")

    def _table_end(self, tag: str) -> None:
        if tag == "table" and self._inner:
            self._inner -= 1
        elif tag == "table":
            self._end_cell()
            self._end_table()
        elif tag in {"td", "th", "tr"} and not self._inner:
            self._end_cell()

    def _end_cell(self) -> None:
        grid = self._grid
        if grid is None or grid.cell is None:
            return
        if not grid.rows:
            grid.rows.append([])
        row = grid.rows[-1]
        _fill_reached(grid, row)
        for column in range(grid.across):
            if grid.down > 1:
                grid.reaching[len(row)] = grid.down - 1
            row.append(tidy("".join(grid.cell)) if column == 0 else "")
        grid.cell = None
        _fill_reached(grid, row)

    def _end_table(self) -> None:
        rows = [row for row in self._grid.rows if any(row)] if self._grid else []
        drawn = self._grid.drawn if self._grid else None
        self._grid = None
        width = max(map(len, rows), default=0)
        if len(rows) < _LEAST_ROWS or width < _LEAST_ROWS:  # a table that only places text on a page
            for cell in (cell for row in rows for cell in row if cell):
                self.blocks += _plain(cell)
            return
        filled = tuple((*row, *[""] * (width - len(row))) for row in rows)
        self.blocks.append(Block(BlockKind.TABLE, rows=filled, drawn=drawn))


def _fill_reached(grid: _Grid, row: list[str]) -> None:
    """Leave cells empty that one further up reaches down into."""
    while grid.reaching.get(len(row), 0) > 0 and len(grid.rows) > 1:
        grid.reaching[len(row)] -= 1
        row.append("")


def _span(given: dict[str, str], name: str) -> int:
    value = given.get(name, "1")
    return min(max(1, int(value)), _MOST_SPANNED) if value.isdecimal() else 1


def _start(given: dict[str, str]) -> int:
    value = given.get("start", "1")
    return int(value) - 1 if value.isdecimal() else 0


def _written(block: Block) -> str:
    if block.kind is BlockKind.TABLE:
        rows = (f"<tr>{''.join(_cells(row, at))}</tr>" for at, row in enumerate(block.rows))
        drawn = f' {DRAWN_ATTRIBUTE}="{block.drawn}"' if block.drawn else ""
        return f"<table border=1{drawn}>{''.join(rows)}</table>"
    text = html.escape(block.text)
    if block.kind is BlockKind.TITLE:
        return f"<h1>{text}</h1>"
    kind = "" if block.kind in PLAIN else f' {KIND_ATTRIBUTE}="{block.kind}"'
    return f"<p{kind}>{text}</p>"


def _cells(row: Sequence[str], at: int) -> Iterator[str]:
    tag = "td" if at else "th"
    return (f"<{tag}>{html.escape(cell)}</{tag}>" for cell in row)
