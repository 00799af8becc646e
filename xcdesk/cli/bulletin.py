"""Console commands on bulletins: build, the register, reprint."""

import argparse
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from xcdesk import office
from xcdesk.cli.frame import Answer, Command, Desk, day, month, number, week
from xcdesk.codes import Series
from xcdesk.files import write_file
from xcdesk.services import approvals
from xcdesk.services.issuing import numbering, register
from xcdesk.services.issuing.numbering import RegisterRow
from xcdesk.services.issuing.register import Entry
from xcdesk.wording import text

_PERIODS = {
    Series.INTERNAL_REFERENCE: "week",
    Series.EXTRA: "day",
    Series.CIRCULAR: "month",
    Series.DAILY: "day",
}


def _series(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("series", type=Series, choices=[*Series], metavar="SERIES", help=", ".join(Series))


def _build_options(parser: argparse.ArgumentParser) -> None:
    _series(parser)
    period = parser.add_mutually_exclusive_group(required=True)
    period.add_argument("--week", type=week, metavar="YYYY-Www")
    period.add_argument("--month", type=month, metavar="YYYY-MM")
    period.add_argument("--day", type=day, metavar="YYYY-MM-DD")
    parser.add_argument("--to", type=Path, metavar="FILE.pdf", help="write the PDF here")
    parser.add_argument("--docx", type=Path, metavar="FILE", help="write the Word document here")
    parser.add_argument("--xlsx", type=Path, metavar="FILE", help="write the workbook here")
    parser.set_defaults(wrong_usage=parser.error)


def _build(desk: Desk) -> Answer:
    words = desk.words
    period = _PERIODS[words.series]
    on = getattr(words, period)
    if on is None:
        words.wrong_usage(f"{words.series} takes --{period}")
    built = office.build(desk.actor(), words.series, on)
    contents = {file.kind: file.content for file in built.files.files}
    written = {
        kind: path
        for kind, path in ((office.PDF, words.to), (office.DOCX, words.docx), (office.XLSX, words.xlsx))
        if path is not None
    }
    for kind, path in written.items():
        write_file(path, office.of_kind(built, kind).content)
    payload = {
        **_numbers(built.row),
        "state": built.row.state,
        "pages": built.files.pages,
        "sha256": hashlib.sha256(contents[office.PDF]).hexdigest(),
        "files": [str(path) for path in written.values()],
        "material": built.row.material,
    }
    return Answer(payload, (_line(built.row), *map(str, written.values())))


def _list(_desk: Desk) -> Answer:
    rows = numbering.register()
    entries = {entry.material: entry for entry in register.entries()}
    payload = [
        {
            **_numbers(row),
            "year": row.year,
            "from": row.period.since,
            "to": row.period.until,
            "title": row.title,
            "state": row.state,
            "issued_on": row.issued_on,
            "pages": row.pages,
            "void_reason": row.void_reason,
            **_links(entries.get(row.material)),
            "faces": row.faces,
            "material": row.material,
            "files": [{"kind": file.kind, "name": file.name, "sha256": file.sha256} for file in row.files],
        }
        for row in rows
    ]
    return Answer({"bulletins": payload}, [_line(row) for row in rows])


def _links(entry: Entry | None) -> Mapping[str, int | None]:
    """Running numbers of the issues that one corrects and is corrected by."""
    corrects, corrected_by = (entry.corrects, entry.corrected_by) if entry is not None else (None, None)
    return {
        "corrects": corrects.running if corrects is not None else None,
        "corrected_by": corrected_by.running if corrected_by is not None else None,
    }


def _reprint_options(parser: argparse.ArgumentParser) -> None:
    _series(parser)
    parser.add_argument("number", type=number, metavar="NUMBER")
    parser.add_argument("--year", type=number, help="year of the number; otherwise the last one that has it")
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help=".pdf, .docx or .xlsx")


def _reprint(desk: Desk) -> Answer:
    words = desk.words
    row = numbering.numbered(words.series, words.number, words.year)
    kind = office.reprint(row, words.to)
    frozen = next(file for file in row.files if file.kind == kind)
    payload = {
        **_numbers(row),
        "state": row.state,
        "pages": row.pages,
        "sha256": frozen.sha256,
        "files": [str(words.to)],
    }
    return Answer(payload, (_line(row), str(words.to)))


def _numbers(row: RegisterRow) -> Mapping[str, Any]:
    return {"series": row.series, "number": row.number, "running": row.running}


def _line(row: RegisterRow) -> str:
    state = approvals.state_label(row.state)
    if row.number is None:
        return text("bulletin.line_draft", id=row.material, title=row.title, state=state)
    return text(
        "bulletin.line", title=row.title, year=row.year, number=row.number, running=row.running, state=state
    )


COMMANDS = (
    Command("bulletin build", "Put a bulletin together and print it as it stands.", _build, _build_options),
    Command("bulletin list", "The register: drafts, issued and void bulletins.", _list),
    Command(
        "bulletin reprint", "Write a file of an issue exactly as it went out.", _reprint, _reprint_options
    ),
)
