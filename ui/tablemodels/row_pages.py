"""Rows of a long list, read in pages when they are looked at; the oldest pages are forgotten."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from xcdesk.normalise import in_order

R = TypeVar("R")
SHIFT = 8
PAGE = 1 << SHIFT
MOST_PAGES = 64


class RowPages(Generic[R]):
    """Rows by their place in a list of ids; the whole list may still be on its way while its ends are known.

    ``texts`` holds the texts of the rows that were painted, by their places, so that painting again costs
    one look into it.

    Args:
        read: the rows of some ids, in any order; an id without a row is left out.
        key: id of a row.
        texts: texts of a row's cells.
    """

    def __init__(
        self,
        read: Callable[[Sequence[int]], Sequence[R]],
        key: Callable[[R], int],
        texts: Callable[[R], tuple[str, ...]],
    ) -> None:
        self._read, self._key, self._write = read, key, texts
        self._pages: dict[int, list[R | None]] = {}
        self.texts: dict[int, tuple[str, ...]] = {}
        self.count = 0
        self._ids: array[int] | None = None
        self._first: array[int] = array("i")
        self._last: array[int] = array("i")

    def show_all(self, ids: "array[int]") -> None:
        """The list, now that it is known whole."""
        self._ids, self.count = ids, len(ids)
        self._first = self._last = array("i")
        self.forget()

    def show_ends(self, count: int, first: "array[int]", last: "array[int]") -> None:
        """A list of ``count`` rows of which only the ends are known as yet."""
        self._ids, self.count = None, count
        self._first, self._last = first, last
        self.forget()

    @property
    def ids(self) -> "array[int] | None":
        """The list, None while it is not known whole."""
        return self._ids

    def forget(self) -> None:
        """Read rows again when they are next looked at."""
        self._pages.clear()
        self.texts.clear()

    def id_at(self, at: int) -> int | None:
        """Id at a place; None where it is not known yet."""
        if self._ids is not None:
            return self._ids[at]
        if at < len(self._first):
            return self._first[at]
        back = at - self.count + len(self._last)
        return self._last[back] if back >= 0 else None

    def row(self, at: int) -> R | None:
        """The row at a place; None where nothing is known yet, or the row has gone meanwhile."""
        page = self._pages.get(at >> SHIFT)
        if page is None:
            page = self._load(at >> SHIFT)
        return page[at & (PAGE - 1)]

    def texts_at(self, at: int) -> tuple[str, ...] | None:
        """Texts of the row at a place, remembered; None where there is no row."""
        row = self.row(at)
        if row is None:
            return None
        made = self.texts[at] = tuple(map(in_order, self._write(row)))
        return made

    def rows(self, places: Sequence[int]) -> list[R]:
        """Rows at some places, as shown where they have been looked at; the rest is read in one go."""
        found: dict[int, R] = {}
        unread: dict[int, int] = {}
        for at in places:
            page = self._pages.get(at >> SHIFT)
            there = page[at & (PAGE - 1)] if page is not None else None
            item = self.id_at(at)
            if there is not None:
                found[at] = there
            elif page is None and item is not None:
                unread[item] = at
        if unread:
            found |= {unread[self._key(row)]: row for row in self._read(list(unread))}
        return [found[at] for at in places if at in found]

    def place(self, item: int) -> int | None:
        """Where an id stands; None if it does not, or is not known yet."""
        for known, start in ((self._ids, 0), (self._first, 0), (self._last, self.count - len(self._last))):
            if known is not None:
                try:
                    return start + known.index(item)
                except ValueError:
                    continue
        return None

    def _load(self, number: int) -> list[R | None]:
        start = number << SHIFT
        ids = [self.id_at(at) for at in range(start, min(start + PAGE, self.count))]
        known = [item for item in ids if item is not None]
        found = {self._key(row): row for row in self._read(known)} if known else {}
        page: list[R | None] = [None if item is None else found.get(item) for item in ids]
        while len(self._pages) >= MOST_PAGES:
            oldest = next(iter(self._pages))
            del self._pages[oldest]
            for at in range(oldest << SHIFT, (oldest + 1) << SHIFT):
                self.texts.pop(at, None)
        self._pages[number] = page
        return page


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two lists differ: from ``start`` on, ``gone`` ids of the old make way for ``come`` of the new."""

    start: int
    gone: int
    come: int


def difference(old: "array[int]", new: "array[int]") -> Difference:
    """The one stretch outside which two lists are the same."""
    shorter = min(len(old), len(new))
    start = _common(shorter, lambda size: old[:size] == new[:size])
    end = _common(shorter - start, lambda size: old[len(old) - size :] == new[len(new) - size :])
    return Difference(start, len(old) - start - end, len(new) - start - end)


def _common(limit: int, same: Callable[[int], bool]) -> int:
    """The largest size up to ``limit`` at which two ends are the same, found by halves."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if same(middle):
            low = middle
        else:
            high = middle - 1
    return low
