"""Console commands on the roster: the contact book and the check lists."""

import argparse
from pathlib import Path
from typing import Any

from xcdesk import sheets
from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.codes import ContactRole
from xcdesk.services.roster import contact_book, links, roster_check
from xcdesk.services.roster.contact_book import BookEntry
from xcdesk.services.roster.links import LinkRow
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
    return Answer(payload | _printed(desk, SheetKind.LINKS), lines)


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
    Command("roster links", "Sites that must carry the link to the topic page.", _links, _pdf_option),
)
