"""Console commands on the roster: the contact book and the check lists."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from xcdesk import clock, sheets
from xcdesk.cli import tracking
from xcdesk.cli.frame import Answer, Command, Desk, day, number
from xcdesk.codes import ContactRole, LinkState
from xcdesk.services.counts import programme_counts
from xcdesk.services.counts.counting import ItemCount
from xcdesk.services.roster import contact_book, links, programmes, roster_check, roster_prints
from xcdesk.services.roster.contact_book import BookEntry
from xcdesk.services.roster.links import LinkCheck, LinkRow
from xcdesk.services.roster.programmes import OutletProgramme
from xcdesk.services.trackers import programme_prints
from xcdesk.sheets import SheetKind
from xcdesk.wording import text


def _book_options(parser: argparse.ArgumentParser) -> None:
    _pdf_option(parser)
    parser.add_argument("--xlsx", type=Path, metavar="FILE", help="write the book to a workbook")


def _pdf_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="print the list to a PDF")


def _book(desk: Desk) -> Answer:
    found = contact_book.contact_book()
    payload: dict[str, Any] = {"outlets": [_entry(entry) for entry in found.entries]}
    payload |= _printed(desk, SheetKind.BOOK)
    if desk.words.xlsx:
        sheets.write_book(desk.words.xlsx)
        payload["xlsx"] = str(desk.words.xlsx)
    return Answer(payload, [_line(entry) for entry in found.entries])


def _entry(entry: BookEntry) -> dict[str, object]:
    row = entry.outlet
    return {
        "outlet": row.name,
        "kind": row.kind.value,
        "tier": row.tier.value,
        "verified_on": row.verified_on.isoformat() if row.verified_on else None,
        "contacts": [
            {"role": one.role.value, "name": one.name, "post": one.post, "phone": one.phone}
            for one in entry.people
        ],
        "missing": [role.value for role in entry.missing],
    }


def _line(entry: BookEntry) -> str:
    people = [
        f"{text(f'contact_role.{role.value}')} {one.name} {one.phone}".strip()
        for role in ContactRole
        if (one := entry.holder(role)) is not None
    ]
    gaps = [text(f"gap.{role.value}") for role in entry.missing]
    return "  ".join([entry.outlet.name, *people, *gaps])


def _check(desk: Desk) -> Answer:
    found = roster_check.check_list()
    left = [row.outlet.name for row in found.left]
    payload: dict[str, Any] = {
        "from": found.since.isoformat(),
        "to": found.until.isoformat(),
        "total": len(found.rows),
        "left": left,
    }
    return Answer(payload | _printed(desk, SheetKind.CHECK), left)


def _links(desk: Desk) -> Answer:
    found = links.links()
    payload: dict[str, Any] = {"links": [_link(row) for row in found]}
    lines = [f"{row.name}  {row.url}  {text(f'link_state.{row.state.value}')}" for row in found]
    return Answer(payload | tracking.written(desk, roster_prints.link_list()), lines)


def _programmes(desk: Desk) -> Answer:
    day = clock.today()
    counts = programme_counts.by_programme(day.replace(month=1, day=1), day)
    found = programmes.of_all_outlets()
    gaps = [row.name for row in programmes.without_column(day)]
    payload: dict[str, Any] = {"programmes": [_programme(row, counts) for row in found], "gaps": gaps}
    lines = [f"{one.outlet}  {one.name}  {one.row.opened_on or ''}".rstrip() for one in found]
    lines += [f"{name}  {text('gap.column')}" for name in gaps]
    return Answer(payload | tracking.written(desk, programme_prints.programme_sheet()), lines)


def _programme(one: OutletProgramme, counts: Mapping[int, ItemCount]) -> dict[str, object]:
    row, ran = one.row, counts.get(one.id, ItemCount(0, 0))
    return {
        "id": one.id,
        "outlet": one.outlet,
        "programme": one.name,
        "column": row.is_column,
        "opened_on": row.opened_on.isoformat() if row.opened_on else None,
        "closed_on": row.closed_on.isoformat() if row.closed_on else None,
        "pieces": ran.pieces,
        "placements": ran.placements,
    }


def _check_link_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=number, metavar="ID")
    seen = [state.value for state in LinkState if state != LinkState.UNCHECKED]
    parser.add_argument("--state", choices=seen, required=True, help="what was seen")
    parser.add_argument("--on", type=day, metavar="D", help="the day; today when it is left out")


def _check_link(desk: Desk) -> Answer:
    words = desk.words
    row = links.link(words.id)
    check = LinkCheck(LinkState(words.state), words.on or clock.today())
    links.check_link(desk.actor(), row.id, row.version, check)
    return Answer(_link(links.link(row.id)), (row.name,))


def _link(row: LinkRow) -> dict[str, object]:
    return {
        "id": row.id,
        "site": row.name,
        "url": row.url,
        "owner": row.owner or None,
        "state": row.state.value,
        "checked_on": row.checked_on.isoformat() if row.checked_on else None,
        "checked_by": row.checked_by or None,
        "due_on": row.due_on.isoformat() if row.due_on else None,
    }


def _printed(desk: Desk, kind: SheetKind) -> dict[str, object]:
    if not desk.words.pdf:
        return {}
    return {"pdf": str(desk.words.pdf), "pages": sheets.write_pdf(kind, desk.words.pdf)}


COMMANDS = (
    Command("roster book", "The contact book: who answers for each outlet.", _book, _book_options),
    Command("roster check", "Outlets whose contacts are to be verified this quarter.", _check, _pdf_option),
    Command("roster links", "Sites that must carry the link.", _links, tracking.file_options),
    Command("roster check-link", "Note what was seen on a site.", _check_link, _check_link_options),
    Command("roster programmes", "Programmes and columns, and gaps.", _programmes, tracking.file_options),
)
