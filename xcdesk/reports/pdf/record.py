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
_ROWS = (24.0, 20.0)  # pt a row: the closer one where it saves two pages
_CLEAR = 8.0  # between the text and the block
_OUTER, _MIDDLE = 0.35 * MM, 0.25 * MM
_INNER_WIDTH = WIDTH - 2 * SIZE


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Piece):
    """The block; every row is a group of lines on one baseline."""

    row: float
    lists: tuple[tuple[Line, ...], ...]
    imprint: tuple[tuple[Line, ...], ...]

    @override
    def draw(self, pen: "Pen", top: float) -> None:
        middle = top + len(self.lists) * self.row
        pen.rule(top, _OUTER)
        if self.lists:
            pen.rule(middle, _MIDDLE)
        pen.rule(top + self.ink, _OUTER)
        for number, row in enumerate((*self.lists, *self.imprint)):
            for line in row:
                pen.line(line, top + number * self.row + (self.row - SIZE) / 2)


def place_record(pages: list[Page], issue: "Issue", typesetter: Typesetter) -> None:
    """Put the block of ``issue`` at the foot of the last page, which must be even.

    It goes under the text when there is room on an even page that is not turned, on the page after an odd
    one, and otherwise behind a blank page; then neither the blank page nor its own carries a number
    (GB/T 9704, 7.5).
    """
    lists = tuple(_lists(issue, typesetter))
    imprint = tuple(_imprint(issue, typesetter))
    if len(pages) % 2:
        pages.append(Page())
    rows = len(lists) + len(imprint)
    room = 0.0 if pages[-1].turned else HEIGHT - pages[-1].ink_end - _CLEAR
    row = next((row for row in _ROWS if rows * row <= room), None)
    if row is None:
        row = _ROWS[0]
        pages += [Page(numbered=False), Page(numbered=False)]
    height = rows * row
    record = Record(ink=height, step=height, on_grid=False, row=row, lists=lists, imprint=imprint)
    pages[-1].placed.append(Placed(record, HEIGHT - height))


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
