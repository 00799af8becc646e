"""The record block (版记) at the foot of the last page: who receives it, who printed it, how many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from xcdesk import wording
from xcdesk.reports.pdf.breaker import Line
from xcdesk.reports.pdf.fonts import Role
from xcdesk.reports.pdf.masthead import day_text
from xcdesk.reports.pdf.measures import HEIGHT, MM, WIDTH
from xcdesk.reports.pdf.page import Page, Piece, Placed
from xcdesk.reports.pdf.typeset import Style, Typesetter, flush_right

if TYPE_CHECKING:
    from xcdesk.reports.pdf.particulars import Issue
    from xcdesk.reports.pdf.pen import Pen

SIZE = 14.0  # 4号
_STYLE = Style(Role.FANG, SIZE, 0.0)
_SMALL = Style(Role.FANG, 9.0, 0.0)  # 小5
_ROW = 24.0
_OUTER, _MIDDLE = 0.35 * MM, 0.25 * MM
_INNER_WIDTH = WIDTH - 2 * SIZE


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Piece):
    """The block; every row is a group of lines on one baseline."""

    lists: tuple[tuple[Line, ...], ...]
    imprint: tuple[tuple[Line, ...], ...]

    @override
    def draw(self, pen: "Pen", top: float) -> None:
        middle = top + len(self.lists) * _ROW
        pen.rule(top, _OUTER)
        if self.lists:
            pen.rule(middle, _MIDDLE)
        pen.rule(top + self.ink, _OUTER)
        for number, row in enumerate((*self.lists, *self.imprint)):
            for line in row:
                pen.line(line, top + number * _ROW + (_ROW - SIZE) / 2)


def record_block(issue: "Issue", typesetter: Typesetter) -> Record:
    """The record block of ``issue``."""
    lists = tuple(row for row in _lists(issue, typesetter))
    imprint = tuple(row for row in _imprint(issue, typesetter))
    height = (len(lists) + len(imprint)) * _ROW
    return Record(ink=height, step=height, on_grid=False, lists=lists, imprint=imprint)


def place_record(pages: list[Page], record: Record) -> None:
    """Put the block at the foot of the last page, which must be even.

    It goes under the text when there is room on an even page, on the page after an odd one, and otherwise
    behind a blank page; then neither the blank page nor its own carries a number (GB/T 9704, 7.5).
    """
    top = HEIGHT - record.ink
    if len(pages) % 2:
        pages.append(Page())
    elif pages[-1].ink_end + _ROW > top:
        pages += [Page(numbered=False), Page(numbered=False)]
    pages[-1].placed.append(Placed(record, top))


def _lists(issue: "Issue", typesetter: Typesetter) -> Iterator[tuple[Line, ...]]:
    lists = issue.distribution
    for key, names in (("report", lists.report), ("send", lists.send), ("issue", lists.issue)):
        if names.strip():
            label = typesetter.line(wording.text(f"print.{key}", "zh"), _STYLE)
            lines = typesetter.lines(names, _STYLE, _INNER_WIDTH - label.width)
            yield from _hanging(label, lines)


def _hanging(label: Line, lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    for number, line in enumerate(lines):
        hung = line.moved(SIZE + label.width)
        yield (hung,) if number else (label.moved(SIZE), hung)


def _imprint(issue: "Issue", typesetter: Typesetter) -> Iterator[tuple[Line, ...]]:
    printed = wording.text("print.printed", "zh", day=day_text(issue.day))
    day = flush_right(typesetter.line(printed, _STYLE), WIDTH - SIZE)
    room = _INNER_WIDTH - (day.width - day.places[0]) - SIZE
    *above, last = typesetter.lines(issue.imprint, _STYLE, room) or [typesetter.line("", _STYLE)]
    for line in above:
        yield (line.moved(SIZE),)
    yield (last.moved(SIZE), day)
    row = tuple(_copies(issue, typesetter))
    if row:
        yield row


def _copies(issue: "Issue", typesetter: Typesetter) -> Iterator[Line]:
    room = _INNER_WIDTH
    if issue.distribution.copies:
        label = wording.text("print.copies", "zh", copies=issue.distribution.copies)
        copies = flush_right(typesetter.line(label, _STYLE), WIDTH - SIZE)
        room = copies.places[0] - 2 * SIZE
        yield copies
    if issue.audit_anchor.strip():
        label = wording.text("print.anchor", "zh", anchor=issue.audit_anchor)
        yield typesetter.fitted(label, _SMALL, room).moved(SIZE)
