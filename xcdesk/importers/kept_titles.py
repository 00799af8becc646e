"""Titles of the log, among which rows are looked for, kept from one file of a job to the next."""

import datetime as dt
from collections.abc import Collection

from xcdesk.importers import logbook
from xcdesk.importers.likeness import NEAR_DAYS, Block
from xcdesk.services.record.audit import Anchor

ROOM = 150_000
"""Titles that a job keeps at most: the year of an office, in some 20 MB."""


class _Shelf:
    """The titles of one outlet, how many they are, and the days of which it has all."""

    def __init__(self) -> None:
        self.block = Block({})
        self.count = 0
        self._days: set[int] = set()

    def read(self, outlet: int, days: Collection[dt.date]) -> None:
        """Read what it lacks around these days."""
        for span in logbook.spans([day for day in days if not self._days.issuperset(_around(day))]):
            found = logbook.titles(outlet, span)
            fresh = {day: titles for day, titles in found.items() if day.toordinal() not in self._days}
            self.block.take(fresh)
            self.count += sum(map(len, fresh.values()))
            self._days.update(range(span.first.toordinal(), span.last.toordinal() + 1))


class KeptTitles:
    """Titles by outlet, as the log has them at one end of the record.

    A comparison adds the titles of its file. They stay when exactly these are written and nobody else has
    written anything meanwhile; otherwise all is forgotten, and read again.
    """

    def __init__(self, room: int = 0) -> None:
        """``room``: titles beyond which only those of the outlet that is asked for are kept."""
        self._room = room
        self._shelves: dict[int, _Shelf] = {}
        self._added = 0
        self._anchor: Anchor | None = None

    def begin(self, anchor: Anchor) -> None:
        """A comparison begins, with the log at this end of the record."""
        if anchor != self._anchor or self._added:
            self.forget()
        self._anchor = anchor

    def block(self, outlet: int, days: Collection[dt.date]) -> Block:
        """The titles of an outlet around these days; whoever adds to them says so by `adding`."""
        shelf = self._shelves.setdefault(outlet, _Shelf())
        shelf.read(outlet, days)
        if sum(each.count for each in self._shelves.values()) > self._room:
            self._shelves = {outlet: shelf}
        return shelf.block

    def adding(self, outlet: int, count: int) -> None:
        """So many titles come into the block of an outlet, which the log does not hold yet."""
        self._shelves[outlet].count += count
        self._added += count

    def written(self, anchor: Anchor, count: int) -> None:
        """A file has been written that brought ``count`` new titles and changed nothing else.

        ``anchor`` is the end of the record with it. If that is not the next entry, or these are not the
        titles that were added, all is forgotten.
        """
        if self._anchor is None or anchor.count != self._anchor.count + 1 or count != self._added:
            self.forget()
        self._anchor, self._added = anchor, 0

    def forget(self) -> None:
        """Read everything again."""
        self._shelves.clear()
        self._added = 0
        self._anchor = None


def _around(day: dt.date) -> range:
    at = day.toordinal()
    return range(at - NEAR_DAYS, at + NEAR_DAYS + 1)
