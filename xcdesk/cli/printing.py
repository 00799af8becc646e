"""Console commands that print: one record, the numbered copies of an issue; and the page set-up."""

import argparse
import json
import tomllib
from pathlib import Path
from typing import Any

from xcdesk import case_pages, copies, sheets
from xcdesk.cli.frame import Answer, Command, Desk, month, number
from xcdesk.codes import Series
from xcdesk.errors import DeskError
from xcdesk.files import write_file
from xcdesk.services.issuing import numbering
from xcdesk.services.office import page_setup
from xcdesk.services.office.page_setup import BadSetupError
from xcdesk.wording import text


class UnreadableSetupError(DeskError):
    """The file with a page set-up is missing, or neither JSON nor TOML; fact ``file``."""

    code = "page.file_unreadable"


def _record_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", type=number)
    parser.add_argument("--to", type=Path, required=True, metavar="FILE.pdf", help="write the pages here")


def _item(desk: Desk) -> Answer:
    return _written(sheets.item(desk.words.id), desk.words.to)


def _material(desk: Desk) -> Answer:
    return _written(sheets.material(desk.actor(), desk.words.id), desk.words.to)


def _case(desk: Desk) -> Answer:
    return _written(sheets.case(desk.actor(), desk.words.id), desk.words.to)


def _ledger_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--month", type=month, metavar="YYYY-MM", help="this month unless named")
    parser.add_argument("--to", type=Path, required=True, metavar="FILE.pdf", help="write the pages here")


def _ledger(desk: Desk) -> Answer:
    return _written(case_pages.printed(case_pages.ledger(desk.words.month)), desk.words.to)


def _written(printed: Any, path: Path) -> Answer:
    write_file(path, printed.pdf)
    payload = {"files": [str(path)], "pages": printed.pages, "faces": list(printed.faces)}
    return Answer({**payload, "missing": list(printed.missing)}, (str(path),))


def _copies_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("series", type=Series, choices=[*Series], metavar="SERIES", help=", ".join(Series))
    parser.add_argument("number", type=number, metavar="NUMBER")
    parser.add_argument("--year", type=number, help="year of the number; otherwise the last one that has it")
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="write the files here")
    parser.add_argument("--each", action="store_true", help="a file for each receiver, not one with all")


def _copies(desk: Desk) -> Answer:
    words = desk.words
    row = numbering.numbered(words.series, words.number, words.year)
    made = copies.numbered_copies(row, each=words.each)
    register = copies.copies_register(row)
    contents = {file.name: file.content for file in made.files}
    contents[f"{text('copies.register', 'zh')}.pdf"] = register.pdf
    paths = [words.to / name for name in contents]
    for path, content in zip(paths, contents.values(), strict=True):
        write_file(path, content)
    payload = {"files": [str(path) for path in paths], "copies": made.copies, "as_issued": made.as_issued}
    warned = () if made.as_issued else (text("copies.not_as_issued"),)
    return Answer(payload, (*warned, *map(str, paths)))


def _setup_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="source", type=Path, metavar="FILE", help="JSON or TOML to take over")


def _setup(desk: Desk) -> Answer:
    source: Path | None = desk.words.source
    if source is not None:
        page_setup.save(desk.actor(), page_setup.read(_read(source)))
    payload = page_setup.plain(page_setup.load())
    return Answer(payload, json.dumps(payload, ensure_ascii=False, indent=2).splitlines())


def _read(path: Path) -> dict[str, Any]:
    try:
        words = path.read_text(encoding="utf-8-sig")
        found = tomllib.loads(words) if path.suffix.lower() == ".toml" else json.loads(words)
    except (OSError, ValueError) as error:  # no file, no UTF-8, neither JSON nor TOML
        raise UnreadableSetupError(file=path.name) from error
    if not isinstance(found, dict):
        raise BadSetupError(name=path.name)
    return found


COMMANDS = (
    Command("print item", "One report with its evidence and its history.", _item, _record_options),
    Command("print case", "One case with its answer and its course, nobody named.", _case, _record_options),
    Command("print ledger", "What became of each unit's cases of a month.", _ledger, _ledger_options),
    Command("print material", "One text as it stands now.", _material, _record_options),
    Command(
        "print copies", "The numbered copies of an issue, and the list to sign.", _copies, _copies_options
    ),
    Command("print setup", "Show the page set-up, or take one over from a file.", _setup, _setup_options),
)
