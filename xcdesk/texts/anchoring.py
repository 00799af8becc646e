"""Passages that are followed through changes of the text around them."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SHORTEST_UNIQUE = 4
"""Characters from which a passage that was moved elsewhere is known again by its words."""
_KEPT = 0.5
"""Share of a passage that must still stand for it to count as the same passage."""


@dataclass(frozen=True, slots=True)
class Span:
    """A passage: its first character and the one after its last."""

    start: int
    end: int


def followed(span: Span, older: str, newer: str) -> Span | None:
    """Where the passage ``span`` of ``older`` stands in ``newer``; None when it is gone.

    A passage that was edited is followed as long as half of it is left, one that was moved as long as its
    words stand once in the text.
    """
    kept = [at for at in _places(span, older, newer) if at is not None]
    if kept and len(kept) >= (span.end - span.start) * _KEPT:
        return Span(min(kept), max(kept) + 1)
    quote = older[span.start : span.end]
    if len(quote) >= _SHORTEST_UNIQUE and newer.count(quote) == 1:
        start = newer.index(quote)
        return Span(start, start + len(quote))
    return None


def _places(span: Span, older: str, newer: str) -> Iterator[int | None]:
    """Place in ``newer`` of each character of the passage, None for one that is gone."""
    before, after = older.splitlines(keepends=True), newer.splitlines(keepends=True)
    # whole lines first: comparing two long texts by characters takes seconds
    at, to = _starts(before), _starts(after)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for _, low, high, start, end in matcher.get_opcodes():
        first, last = max(at[low], span.start), min(at[high], span.end)
        if first >= last:
            continue
        old, new = older[at[low] : at[high]], newer[to[start] : to[end]]
        moved = dict(_pairs(old, new))
        for place in range(first - at[low], last - at[low]):
            found = moved.get(place)
            yield None if found is None else found + to[start]


def _pairs(old: str, new: str) -> Iterator[tuple[int, int]]:
    """Places of characters that both have."""
    if old == new:
        yield from zip(range(len(old)), range(len(new)), strict=True)
        return
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for block in matcher.get_matching_blocks():
        yield from ((block.a + each, block.b + each) for each in range(block.size))


def _starts(lines: Sequence[str]) -> list[int]:
    """Where each line begins, and where the last one ends."""
    found = [0]
    for line in lines:
        found.append(found[-1] + len(line))
    return found
