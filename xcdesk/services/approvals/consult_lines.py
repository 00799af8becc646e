"""Lines of a consulting form (征求意见单), and what a reply changed in them; nothing asks the database."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xcdesk.texts.anchoring import Span
from xcdesk.texts.documents import BlockKind, Document

BAR = " ｜ "
"""Parts the cells of a table within one line of a form."""
_NEAR = 3
"""Characters left alone between two changes that are told as one."""


@dataclass(frozen=True, slots=True)
class FormLine:
    """One numbered line of a form: its words, and the place of each of its cells in the text as it is read.

    A paragraph is one cell.
    """

    number: int
    words: str
    cells: tuple[Span, ...]

    @property
    def whole(self) -> Span:
        """The place of all of it."""
        return Span(self.cells[0].start, self.cells[-1].end)


@dataclass(frozen=True, slots=True)
class RepliedLine:
    """One line of a reply: its number, None for one that was put in; its words now; remarks beside them."""

    number: int | None
    words: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a reply says of the text.

    Attributes:
        number: line of the form it stands at.
        place: the passage, in the text as it is read.
        quote: the words of the passage.
        proposal: what it should be instead; None for a remark that proposes no words.
        remark: what was said beside it.
    """

    number: int
    place: Span
    quote: str
    proposal: str | None = None
    remark: str = ""


def lines_of(document: Document) -> tuple[FormLine, ...]:
    """The lines of a form: one for each paragraph, one for each row of a table; blank ones are left out."""
    made: list[FormLine] = []
    at = 0
    for words in _rows(document):
        cells = []
        for each in words:
            cells.append(Span(at, at + len(each)))
            at += len(each) + 1
        if any(each.strip() for each in words):
            made.append(FormLine(len(made) + 1, BAR.join(words), tuple(cells)))
    return tuple(made)


def differences(sent: Sequence[FormLine], replied: Sequence[RepliedLine]) -> tuple[Found, ...]:
    """What a reply changed, and what was said beside it, in the order of the text.

    A line that was taken out is a proposal to leave it out; one that was put in, a remark on the line above.
    """
    known = {line.number: line for line in sent}
    found: list[Found] = []
    above = sent[0] if sent else None
    there = set()
    for reply in replied:
        line = known.get(reply.number) if reply.number is not None else None
        if line is not None:
            there.add(line.number)
            found += _of_line(line, reply)
            above = line
        elif reply.words.strip() and above is not None:
            found.append(Found(above.number, above.whole, above.words, None, reply.words.strip()))
    gone = [line for line in sent if line.number not in there] if there else []
    found += [Found(line.number, line.whole, line.words, "") for line in gone if len(line.cells) == 1]
    return tuple(sorted(found, key=lambda each: (each.place.start, each.proposal is None)))


def _of_line(line: FormLine, reply: RepliedLine) -> Iterator[Found]:
    before, after = line.words.split(BAR), reply.words.split(BAR.strip())
    after = [each.strip() for each in after]
    if len(line.cells) == len(before) == len(after):
        for cell, old, new in zip(line.cells, before, after, strict=True):
            yield from _of_cell(line.number, cell, old, new)
    elif reply.words.strip() != line.words.strip():
        yield Found(line.number, line.whole, line.words, None, reply.words.strip())
    for remark in reply.remarks:
        yield Found(line.number, line.whole, line.words, None, remark)


def _of_cell(number: int, cell: Span, old: str, new: str) -> Iterator[Found]:
    if old.strip() == new.strip():
        return
    for low, high, start, end in _changes(old, new):
        place = Span(cell.start + low, cell.start + high)
        yield Found(number, place, old[low:high], new[start:end])


def _changes(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of both that differ, near ones joined; each has at least a character of the older text."""
    codes = [
        code[1:]
        for code in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if code[0] != "equal"
    ]
    joined: list[tuple[int, int, int, int]] = []
    for low, high, start, end in codes:
        if joined and low - joined[-1][1] <= _NEAR:
            joined[-1] = (joined[-1][0], high, joined[-1][2], end)
        else:
            joined.append((low, high, start, end))
    for low, high, start, end in joined:
        if old[low:high].strip():
            yield low, high, start, end
        elif low > 0:  # something was put in: a comment is about a passage, so it takes the character before
            yield low - 1, high, start - 1, end
        else:
            yield low, high + 1, start, end + 1


def _rows(document: Document) -> Iterator[tuple[str, ...]]:
    """The text as it is read, in rows: a paragraph alone, the cells of a row of a table together."""
    for block in document.blocks:
        if block.kind == BlockKind.TABLE:
            width = max(map(len, block.rows))
            yield from ((*row, *[""] * (width - len(row))) for row in block.rows)
        else:
            yield (block.text,)
