"""How one text became another: lines, and the altered characters within a line."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class DiffPiece:
    """A stretch of characters and what became of it."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line, in pieces; an altered line holds removed and added pieces side by side."""

    pieces: tuple[DiffPiece, ...]

    @property
    def changed(self) -> bool:
        """Whether anything in it was removed or added."""
        return any(piece.change != Change.SAME for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class DiffPair:
    """A line of the older text beside what became of it; None on the side that has no such line."""

    older: DiffLine | None
    newer: DiffLine | None

    @property
    def changed(self) -> bool:
        """Whether the two sides differ."""
        return self.older is None or self.newer is None or self.older.changed or self.newer.changed


_UNIT = re.compile(r"[0-9]+(?:[.,][0-9]+)*%?|[A-Za-z]+|.", re.DOTALL)
_ALIKE = 0.5
"""Two lines at least this similar are shown as one altered line."""


def compare(older: Sequence[str], newer: Sequence[str]) -> tuple[DiffLine, ...]:
    """Every line of both texts in reading order; blank lines carry no meaning and are left out."""
    before, after = [line for line in older if line], [line for line in newer if line]
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        line
        for kind, low, high, start, end in matcher.get_opcodes()
        for line in _lines(kind, before[low:high], after[start:end])
    )


def pairs(lines: Sequence[DiffLine]) -> tuple[DiffPair, ...]:
    """What `compare` gives, line beside line."""
    return tuple(DiffPair(_side(line, Change.REMOVED), _side(line, Change.ADDED)) for line in lines)


def _side(line: DiffLine, own: Change) -> DiffLine | None:
    """What one text has of a line: its own pieces and those that both have."""
    found = tuple(piece for piece in line.pieces if piece.change in {Change.SAME, own})
    return DiffLine(found) if found else None


def _lines(kind: str, before: Sequence[str], after: Sequence[str]) -> Iterator[DiffLine]:
    if kind == "equal":
        yield from (_whole(Change.SAME, line) for line in before)
        return
    paired = min(len(before), len(after))
    for old, new in zip(before, after, strict=False):
        if difflib.SequenceMatcher(None, old, new, autojunk=False).ratio() < _ALIKE:
            yield _whole(Change.REMOVED, old)
            yield _whole(Change.ADDED, new)
        else:
            yield DiffLine(tuple(_pieces(_units(old), _units(new))))
    yield from (_whole(Change.REMOVED, line) for line in before[paired:])
    yield from (_whole(Change.ADDED, line) for line in after[paired:])


def _units(line: str) -> list[str]:
    """Characters, but numbers and Latin words whole: nobody reads a figure of which two digits are marked."""
    return _UNIT.findall(line)


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[DiffPiece]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for kind, low, high, start, end in matcher.get_opcodes():
        if kind == "equal":
            yield DiffPiece(Change.SAME, "".join(old[low:high]))
            continue
        if high > low:
            yield DiffPiece(Change.REMOVED, "".join(old[low:high]))
        if end > start:
            yield DiffPiece(Change.ADDED, "".join(new[start:end]))


def _whole(change: Change, line: str) -> DiffLine:
    return DiffLine((DiffPiece(change, line),))
