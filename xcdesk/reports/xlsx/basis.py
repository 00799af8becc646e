"""The sheet that a figure leads to: every placement once for each way of counting.

A link of a workbook can only lead to one range. The rows behind a unit, a tier, an outlet or a form are
therefore written next to one another, and each of them leads on to its row on the sheet of rows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from xcdesk.codes import UnitKind
from xcdesk.reports.xlsx.book import Book, fit_row, put
from xcdesk.reports.xlsx.rows import row_of
from xcdesk.services.counts.placements import Placement
from xcdesk.services.office.printed import TIERS, label, tier_label

Key = tuple[str, ...]
_HEADS = ("number", "day", "unit", "outlet", "tier", "form", "title", "piece")
_WIDTHS = (6, 12, 20, 20, 9, 11, 58, 11)
_MOST_LINKS = 60_000
"""Links that a sheet may hold; Excel takes 65,530."""
_FIRST = 2

COUNTIES, DEPARTMENTS = "counties", "departments"
"""Names of the two groups of units, for their subtotals."""


@dataclass(slots=True)
class Basis:
    """Where the rows of each figure stand, once `write` has put them there."""

    forms: dict[str, str]
    _places: dict[Key, tuple[int, int]] = field(default_factory=dict)

    def link(self, *key: str) -> str | None:
        """Address of the rows of a figure, for a link; None when there are none."""
        place = self._places.get(key)
        last = chr(ord("A") + len(_HEADS) - 1)
        return place and f"internal:'{label('sheet.basis')}'!A{place[0] + 1}:{last}{place[1] + 1}"

    def plan(self, rows: Sequence[Placement]) -> list[Placement | str]:
        """Lines of the sheet: the name of each way of counting, then all rows in its order."""
        lines: list[Placement | str] = []
        for name, order in self._orders():
            lines.append(label(f"sheet.basis_{name}"))
            keyed = sorted(((order(row), at, row) for at, row in enumerate(rows)), key=lambda one: one[:2])
            self._note(keyed, _FIRST + len(lines))
            lines += [row for *_, row in keyed]
        return lines

    def write(self, book: Book, rows: Sequence[Placement]) -> None:
        """Write the sheet."""
        lines = self.plan(rows)
        title = label("sheet.basis_title")
        sheet = book.sheet(label("sheet.basis"), title, _WIDTHS)
        sheet.write_url(0, 0, f"internal:'{label('sheet.rules')}'!A1", book.formats.title, title)
        sheet.set_landscape()
        for column, head in enumerate(_HEADS):
            put(sheet, _FIRST - 1, column, label(f"sheet.head_{head}"), book.formats.head)
        places = {id(row): at for at, row in enumerate(rows)}
        linked = len(lines) <= _MOST_LINKS
        for row, line in enumerate(lines, start=_FIRST):
            if isinstance(line, str):
                put(sheet, row, 0, line, book.formats.day_line)
            else:
                self._write_row(book, sheet, row, (line, places[id(line)], linked))
        sheet.freeze_panes(_FIRST, 0)
        sheet.repeat_rows(_FIRST - 1)
        sheet.set_footer(f"&C{label('sheet.page')}")

    def _write_row(self, book: Book, sheet: Any, row: int, found: tuple[Placement, int, bool]) -> None:
        placement, at, linked = found
        if linked:
            sheet.write_url(row, 0, f"internal:'{label('sheet.rows')}'!A{row_of(at)}", book.formats.figure)
        sheet.write_number(row, 0, at + 1, book.formats.figure)
        sheet.write_datetime(row, 1, placement.day, book.formats.day)
        words = (
            placement.unit or label("bulletin.no_unit"),
            placement.outlet,
            tier_label(placement.tier),
            self.forms.get(placement.form, placement.form),
            placement.title,
            placement.piece,
        )
        for column, word in enumerate(words, start=2):
            put(sheet, row, column, word, book.formats.wrapped)
        fit_row(sheet, row, words, _WIDTHS[2:])

    def _orders(self) -> tuple[tuple[str, Callable[[Placement], Key]], ...]:
        """Ways of counting with the key of each row, every part of which some figure counts."""
        return (
            ("unit", lambda row: ("unit", _group(row), row.unit, _rank(row))),
            ("tier", lambda row: ("tier", _rank(row), _group(row))),
            ("outlet", lambda row: ("outlet", row.outlet)),
            ("form", lambda row: ("form", row.form, _rank(row))),
        )

    def _note(self, keyed: Sequence[tuple[Key, int, Placement]], start: int) -> None:
        """Remember where the rows of each key and of each beginning of a key stand."""
        for length in range(2, 1 + max((len(key) for key, *_ in keyed), default=0)):
            at = start
            for key, group in groupby(keyed, key=lambda one, length=length: one[0][:length]):  # type: ignore[misc]
                count = sum(1 for _ in group)
                self._places[key] = (at, at + count - 1)
                at += count


def unit_key(name: str, *, county: bool | None) -> Key:
    """Beginning of the key of a unit; ``county`` is None for what names no unit."""
    group = "" if county is None else COUNTIES if county else DEPARTMENTS
    return "unit", group, name


def tier_key(column: int) -> str:
    """A tier within a key, by its column in printed order."""
    return str(column)


def _group(row: Placement) -> str:
    if row.unit_kind is None:
        return ""
    return COUNTIES if row.unit_kind == UnitKind.COUNTY else DEPARTMENTS


def _rank(row: Placement) -> str:
    return str(TIERS.index(row.tier))
