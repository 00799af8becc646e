"""The head of the first page: classification, copy number, name, issue number, issuer, date, red rule.

Sheets without a record block have a low one, so that a slip with a few lines to say takes one page.
"""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from typing_extensions import override

from xcdesk import wording
from xcdesk.reports.pdf.breaker import Line
from xcdesk.reports.pdf.fonts import Role
from xcdesk.reports.pdf.measures import BODY, CELL, MM, WIDTH, Pitch
from xcdesk.reports.pdf.page import Piece
from xcdesk.reports.pdf.pen import Ink
from xcdesk.reports.pdf.typeset import BODY_STYLE, HEI_STYLE, Style, Typesetter, centred, flush_right

if TYPE_CHECKING:
    from xcdesk.reports.pdf.particulars import Issue
    from xcdesk.reports.pdf.pen import Pen

_NAME_TRACKING = 18 / 58  # of the size
_NAME_ROOM = WIDTH - 2 * BODY
_RULE = 2.0
_RULE_GAP = 3 * MM


class _Plan(NamedTuple):
    """Largest size of the name, and lines of the grid above each part."""

    size: float
    name: int
    number: int
    issuer: int


_HIGH = _Plan(size=58.0, name=2, number=5, issuer=6)  # the top of the name may be 35 mm down at most
_LOW = _Plan(size=40.0, name=0, number=2, issuer=3)
_LOW_MARKED = _Plan(size=40.0, name=1, number=3, issuer=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead(Piece):
    """The whole head as one piece."""

    pitch: float
    plan: _Plan
    left: Line
    copy: Line | None
    right: tuple[Line, ...]
    name: Line
    number: Line
    issuer: tuple[Line, ...]
    day: Line

    @override
    def draw(self, pen: "Pen", top: float) -> None:
        pen.line(self.left, top)
        if self.copy is not None:
            pen.line(self.copy, top)
        for row, line in enumerate(self.right, start=0 if self.copy is None else 1):
            pen.line(line, top + row * self.pitch)
        pen.line(self.name, top + self.plan.name * self.pitch, ink=Ink.RED)
        pen.line(self.number, top + self.plan.number * self.pitch)
        for row, line in enumerate(self.issuer):
            pen.line(line, top + (self.plan.issuer + row) * self.pitch)
        last = top + (self.plan.issuer + max(1, len(self.issuer)) - 1) * self.pitch
        pen.line(self.day, last)
        pen.rule(last + BODY + _RULE_GAP, _RULE, Ink.RED)


def masthead(issue: "Issue", typesetter: Typesetter) -> Masthead:
    """The head of ``issue``, with the mark of a draft when it has no number yet."""
    day = typesetter.line(day_text(issue.day), BODY_STYLE)
    issuer = typesetter.lines(issue.issuer, BODY_STYLE, WIDTH - 3 * CELL - day.width)
    copy = None if issue.copy_number is None else copy_line(issue.copy_number, typesetter)
    right = _right(issue, typesetter)
    both = (*right, *filter(None, (copy,)))
    taken = max((line.width - line.places[0] for line in both), default=0.0)
    pitch = Pitch(issue.pitch).value
    plan = _plan(issue)
    height = (plan.issuer + max(1, len(issuer))) * pitch
    return Masthead(
        ink=height,
        step=height,
        pitch=pitch,
        plan=plan,
        left=typesetter.fitted(issue.classification, HEI_STYLE, WIDTH - taken - CELL),
        copy=copy,
        right=right,
        name=_name(issue.masthead, plan.size, typesetter),
        number=centred(typesetter.line(number_text(issue), BODY_STYLE), WIDTH),
        issuer=tuple(line.moved(CELL) for line in issuer),
        day=flush_right(day, WIDTH - CELL),
    )


def number_text(issue: "Issue") -> str:
    """``第12期（总第36期）`` or ``〔2019〕3号``, with blanks for numbers not given yet."""
    number = "　" if issue.number is None else issue.number
    if issue.year is not None:
        return wording.text("print.document_number", "zh", year=issue.year, number=number)
    if issue.number is None:
        return wording.text("print.numbers", "zh", number=number, running="　")
    if issue.running is None:
        return wording.text("print.number", "zh", number=number)
    return wording.text("print.numbers", "zh", number=number, running=issue.running)


def day_text(day: dt.date) -> str:
    """``2026年4月13日``, without leading zeros."""
    return wording.text("print.day", "zh", year=day.year, month=day.month, day=day.day)


def copy_line(number: int, typesetter: Typesetter) -> Line:
    """``份号：000012`` at the right edge."""
    label = wording.text("print.copy_number", "zh", number=number)
    return flush_right(typesetter.line(label, BODY_STYLE), WIDTH)


def _right(issue: "Issue", typesetter: Typesetter) -> tuple[Line, ...]:
    mark = mark_text(issue)
    return (flush_right(typesetter.line(mark, HEI_STYLE), WIDTH),) if mark else ()


def mark_text(issue: "Issue") -> str:
    """What an issue without a number bears at the upper right, "" for one that has its number."""
    return "" if issue.number is not None else issue.mark or wording.text("print.draft", "zh")


def _plan(issue: "Issue") -> _Plan:
    if issue.recorded:
        return _HIGH
    marked = issue.classification or issue.copy_number is not None or mark_text(issue)
    return _LOW_MARKED if marked else _LOW


def name_size(issue: "Issue", typesetter: Typesetter) -> float:
    """Size at which the name is printed, in half points as word processors count; the usual for no name."""
    plan = _plan(issue)
    cells = _name(issue.masthead, plan.size, typesetter).cells
    return int(2 * cells[0].size) / 2 if cells else plan.size


def _name(name: str, largest: float, typesetter: Typesetter) -> Line:
    """The name, as large as it may be, its letters apart."""
    shown = max(1, len(name))
    size = min(largest, _NAME_ROOM / (shown + (shown - 1) * _NAME_TRACKING))
    line = typesetter.fitted(name, Style(Role.TITLE, size, size * _NAME_TRACKING), WIDTH)
    tracking = line.cells[-1].width - line.cells[-1].natural if line.cells else 0.0
    return centred(line, WIDTH + tracking)
