"""What the roster prints, as text without its look: the contact book, the check list, the list of sites."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.codes import ContactRole
from xcdesk.services.office import office_settings
from xcdesk.services.office.printed import label
from xcdesk.services.roster import contact_book, links, roster_check
from xcdesk.services.roster.contact_book import BookEntry
from xcdesk.services.roster.links import LinkRow
from xcdesk.services.roster.roster_check import CheckRow
from xcdesk.services.roster.tenures import TenureRow
from xcdesk.texts.documents import Block, BlockKind, Document

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printout:
    """A list to print: its title, the line under it, and its tables.

    A row of a table whose first cell is empty belongs to the row above it. ``figures`` are the heads of
    columns that hold numbers, which a workbook writes as such.
    """

    title: str
    subtitle: str
    issuer: str
    day: dt.date
    document: Document
    figures: frozenset[str] = frozenset()


def book() -> Printout:
    """The contact book as it stands today."""
    found = contact_book.contact_book()
    blocks: list[Block] = []
    number = 0
    for group in found.groups:
        rows: list[Cells] = []
        for entry in group.entries:
            number += 1
            rows += _entry(entry, number)
        caption = label("book.group", tier=label(f"tier.{group.tier.value}"), count=len(group.entries))
        blocks += [
            Block(BlockKind.CAPTION, caption),
            Block(BlockKind.TABLE, rows=(_heads("book", *_BOOK), *rows)),
        ]
    blocks.append(Block(BlockKind.RULE, label("book.note" if found.groups else "book.nobody")))
    return _printout("book.title", found.day, found.issuer, blocks)


def check_list() -> Printout:
    """Contacts still to be verified this quarter, with room to write."""
    found = roster_check.check_list()
    rows = [_to_verify(row, number) for number, row in enumerate(found.left, 1)]
    done = label("check.rest", done=len(found.rows) - len(found.left), total=len(found.rows))
    blocks = [Block(BlockKind.TABLE, rows=(_heads("check", *_CHECK), *rows))] if rows else []
    blocks.append(Block(BlockKind.RULE, done))
    day = clock.today()
    quarter = (found.since.month + 2) // 3
    title = label("check.title", year=found.since.year, quarter=quarter)
    return Printout(title, _as_of(day), office_settings.load().issuer, day, Document(tuple(blocks)))


def link_list() -> Printout:
    """Every site in use with what was seen there last."""
    day = clock.today()
    found = links.links()
    rows = [_site(row, number, day) for number, row in enumerate(found, 1)]
    counted = links.count(found, day)
    words = label("links.rest", total=counted.total, present=counted.present, missing=counted.missing)
    blocks = [Block(BlockKind.TABLE, rows=(_heads("links", *_LINKS), *rows))] if rows else []
    blocks.append(Block(BlockKind.RULE, words))
    return _printout("links.title", day, office_settings.load().issuer, blocks)


_BOOK = ("number", "outlet", "kind", "role", "name", "post", "phone", "verified")
_CHECK = ("number", "outlet", "leader", "leader_phone", "liaison", "liaison_phone", "verified", "result")
_LINKS = ("number", "site", "owner", "state", "day", "by", "due")


def _printout(title: str, day: dt.date, issuer: str, blocks: Sequence[Block]) -> Printout:
    return Printout(label(title), _as_of(day), issuer, day, Document(tuple(blocks)))


def _as_of(day: dt.date) -> str:
    return label("book.as_of", day=label("print.day", year=day.year, month=day.month, day=day.day))


def _heads(area: str, *names: str) -> Cells:
    return tuple(label(f"{area}.{name}") for name in names)


def _entry(entry: BookEntry, number: int) -> Iterator[Cells]:
    """One row for each person and each gap; number, name and day stand in the first of them."""
    row = entry.outlet
    verified = row.verified_on.isoformat() if row.verified_on else label("book.never")
    first, last = (str(number), row.name, label(f"outlet_kind.{row.kind.value}")), verified
    for cells in _people(entry):
        yield (*first, *cells, last)
        first, last = ("", "", ""), ""


def _people(entry: BookEntry) -> Iterator[Cells]:
    for role in ContactRole:
        person = entry.holder(role)
        if person is not None:
            yield (label(f"contact_role.{role.value}"), person.name, person.post, person.phone)
        elif role in entry.missing:
            yield (label(f"contact_role.{role.value}"), label("book.gap"), "", "")


def _to_verify(row: CheckRow, number: int) -> Cells:
    held = {person.role: person for person in row.people}
    leader = held.get(ContactRole.LEADER)
    liaison = next((held[role] for role in ContactRole if role in held and role != ContactRole.LEADER), None)
    before = row.outlet.verified_on.isoformat() if row.outlet.verified_on else label("book.never")
    return (str(number), row.outlet.name, *_person(row, leader), *_person(row, liaison), before, "")


def _person(row: CheckRow, person: TenureRow | None) -> tuple[str, str]:
    if person is None:
        return (label("book.gap") if row.outlet.owes else "", "")
    return person.name, person.phone


def _site(row: LinkRow, number: int, day: dt.date) -> Cells:
    seen = row.checked_on.isoformat() if row.checked_on else ""
    due = label("links.now") if row.is_due(day) else (row.due_on or day).isoformat()
    state = label(f"link_state.{row.state.value}")
    return (str(number), f"{row.name} {row.url}", row.owner, state, seen, row.checked_by, due)
