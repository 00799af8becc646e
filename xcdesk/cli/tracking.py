"""What the commands of the trackers share: names into rows, pages and workbooks of lists."""

import argparse
import datetime as dt
from pathlib import Path

from xcdesk import clock, sheets
from xcdesk.cli.frame import Desk, day
from xcdesk.services.record import entries
from xcdesk.services.record.entries import UnknownUnitError
from xcdesk.services.roster import lexicon
from xcdesk.services.roster.roster_prints import Printout


def span_options(parser: argparse.ArgumentParser) -> None:
    """The days from which to which, this year where they are left out."""
    parser.add_argument("--from", dest="since", type=day, metavar="D", help="first day; 1 January")
    parser.add_argument("--to", dest="until", type=day, metavar="D", help="last day; today")
    parser.set_defaults(wrong_usage=parser.error)


def file_options(parser: argparse.ArgumentParser) -> None:
    """The files into which a list may be written."""
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="print the list to a PDF")
    parser.add_argument("--xlsx", type=Path, metavar="FILE", help="write the list to a workbook")


def span(desk: Desk) -> tuple[dt.date, dt.date]:
    """First and last day; a last day before the first is wrong usage."""
    words = desk.words
    until = words.until or clock.today()
    since = words.since or until.replace(month=1, day=1)
    if until < since:
        words.wrong_usage("--to is before --from")
    return since, until


def written(desk: Desk, sheet: Printout) -> dict[str, object]:
    """Write the files that were asked for; what the answer says of them."""
    words = desk.words
    told: dict[str, object] = {}
    if words.pdf:
        told |= {"pdf": str(words.pdf), "pages": sheets.write_pages_of(sheet, words.pdf)}
    if words.xlsx:
        sheets.write_book_of(sheet, words.xlsx)
        told["xlsx"] = str(words.xlsx)
    return told


def outlet_id(name: str) -> int:
    """Row of an outlet by its name or a spelling; refused as `entries.known_outlet` does."""
    return entries.known_outlet(name, lexicon.load()).id


def unit_id(name: str) -> int:
    """Row of a unit by its name or a spelling.

    Raises:
        UnknownUnitError: no unit is written like this.
    """
    found = entries.known_unit(name, lexicon.load())
    if found is None:
        raise UnknownUnitError(name=name)
    return found
