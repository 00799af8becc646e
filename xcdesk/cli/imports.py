"""Console commands on county returns: import, the list of batches, undo of one."""

import argparse
import contextlib
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from xcdesk import files
from xcdesk.cli.frame import Answer, Command, Desk, number, spelt
from xcdesk.errors import DeskError
from xcdesk.importers import (
    apply,
    batches,
    gathering,
    job,
    plan,
    receipts,
    returned,
    supersede,
    tallies,
    undo,
)
from xcdesk.importers.apply import Duplicates
from xcdesk.importers.dates import FIRST_YEAR, LAST_YEAR
from xcdesk.importers.kept_titles import KeptTitles
from xcdesk.importers.mapping import shown_name
from xcdesk.importers.plan import FilePlan
from xcdesk.importers.records import CheckedRow, CheckedSheet, Problem, Record, RowStatus
from xcdesk.importers.refusals import RefusedFileError
from xcdesk.importers.said import Said
from xcdesk.importers.supersede import Predecessor
from xcdesk.importers.tallies import StatedCount, TallySheet
from xcdesk.importers.worker import Reading
from xcdesk.services.backups import keeping
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.search import waiting
from xcdesk.wording import listed, sentence, text

_RECORD = tuple(name for name in Record._fields if name != "note")
_NOT_WRITTEN = (
    apply.DuplicatesError,
    apply.MissingUnitError,
    plan.UnknownUnitError,
)
"""Why a file that can be read is not written; the others of the same command go on."""


def _import_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="county return, or a folder of them"
    )
    parser.add_argument("--sender", metavar="UNIT", help="unit that sent the files")
    parser.add_argument("--year", type=_year, help="year of days that are written without one")
    parser.add_argument(
        "--supersede", action="store_true", help="take a corrected file in the place of the earlier one"
    )
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    parser.add_argument("--duplicates", choices=[*Duplicates], type=Duplicates, default=Duplicates.SKIP)
    parser.add_argument("--returned", metavar="DIR", type=Path, help="write returned workbooks here")
    parser.add_argument(
        "--only-turned-down", action="store_true", help="hide the other rows of returned workbooks"
    )


def _year(written: str) -> int:
    """Argument that is a year from 2000 to 2099; anything else is wrong usage."""
    year = int(written)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(written)
    return year


def _import(desk: Desk) -> Answer:
    words = desk.words
    if not words.dry_run:
        keeping.before(Reason.BEFORE_IMPORT)
    said = Said(sender=words.sender, year=words.year)
    readings = plan.ahead(gathering.files(words.files), said)
    with job.many() as titles, contextlib.closing(readings):
        return _told(_one(desk, begun, said, titles) for begun in readings)


def _told(done: Iterable[dict[str, Any]]) -> Answer:
    """The answer to an import, file by file: of many rows it is kept as text on the disk, not as values."""
    counts: Counter[str] = Counter(dict.fromkeys(map(str, (*RowStatus, "refused")), 0))
    lines: list[str] = []
    with contextlib.ExitStack() as opened:
        whole = opened.enter_context(tempfile.TemporaryFile())
        whole.write(b'{"files": [')
        for place, entry in enumerate(done):
            counts.update(row["status"] for sheet in entry["sheets"] for row in sheet["rows"])
            counts["refused"] += entry["refused"] is not None
            lines += _lines(entry)
            whole.write((b", " if place else b"") + spelt(entry))
        whole.write(b'], "counts": ' + spelt(counts) + b"}")
        opened.pop_all()  # open until it is said
        return Answer(whole, lines, after=waiting.catch_up)


def _one(desk: Desk, begun: Reading, said: Said, titles: KeptTitles) -> dict[str, Any]:
    """One file as its entry in the answer; read anew once if another desk wrote meanwhile.

    Nobody has looked at a preview here, so nothing that somebody decided on is passed over.
    """
    entry = _attempt(desk, begun.path, said, begun, titles)
    stale = entry["refused"] is not None and entry["refused"]["code"] == apply.StalePlanError.code
    return _attempt(desk, begun.path, said) if stale else entry


def _attempt(
    desk: Desk,
    path: Path,
    said: Said,
    begun: Reading | None = None,
    titles: KeptTitles | None = None,
) -> dict[str, Any]:
    """One file from reading to writing, as its entry in the answer."""
    entry: dict[str, Any] = {"file": path.name, "sender": said.sender, "batch": None, "refused": None}
    entry |= {"remarks": [], "returned": None, "predecessor": None, "sheets": []}
    try:
        prepared = plan.prepare(path, said, begun=begun, titles=titles)
    except RefusedFileError as error:
        return entry | {"refused": _refusal(error)}
    entry |= {
        "sender": prepared.book.sender,
        "remarks": [{"code": remark.code, "message": remark.message()} for remark in prepared.remarks],
        "sheets": [_sheet(sheet) for sheet in prepared.book.sheets],
    }
    earlier = supersede.predecessor(prepared)
    entry["predecessor"] = None if earlier is None else _predecessor(earlier)
    for table in tallies.compare(prepared):
        entry["sheets"][table.sheet] |= _tally(table)
    if not desk.words.dry_run:
        try:
            replaces = earlier is not None and earlier.replaceable and desk.words.supersede
            before = earlier if replaces else None
            done = apply.apply(prepared, desk.actor(), desk.words.duplicates, supersedes=before)
            entry["batch"] = done.batch
        except apply.StalePlanError as error:
            return entry | {"refused": _refusal(error)}
        except _NOT_WRITTEN as error:
            entry["refused"] = _refusal(error)
    return entry | {"returned": _returned(desk, prepared)}


def _predecessor(earlier: Predecessor) -> dict[str, Any]:
    """The import in whose place a file may have come, and the items that it no longer reports."""
    dropped = [one.id for one in earlier.dropped]
    facts: dict[str, Any] = {"batch": earlier.batch, "file": earlier.file, "kept": earlier.kept}
    key = "import.corrects" if earlier.replaceable else "import.answers"
    message = text(key, day=earlier.day.isoformat(), dropped=len(dropped), **facts)
    return {**facts, "tie": str(earlier.tie), "dropped": dropped, "message": message}


def _refusal(error: DeskError) -> dict[str, str]:
    return {"code": error.code, "message": sentence(error)}


def _returned(desk: Desk, prepared: FilePlan) -> str | None:
    """Place of the returned workbook, None where none is asked for or needed."""
    words = desk.words
    if words.returned is None or not prepared.counts()[RowStatus.ERROR]:
        return None
    target = files.free_path(words.returned / returned.name_for(prepared.path))
    returned.write(prepared, target, only_turned_down=words.only_turned_down)
    if not words.dry_run:
        receipts.send_back(prepared, desk.actor())
    return str(target)


def _sheet(sheet: CheckedSheet) -> dict[str, Any]:
    return {
        "sheet": sheet.name,
        "hidden": sheet.hidden,
        "kind": str(sheet.kind),
        "header_row": sheet.header_row,
        "mapping": {shown_name(sheet.names[place], place): str(field) for place, field in sheet.mapping},
        "hidden_rows": sheet.hidden_rows,
        "hidden_columns": sheet.hidden_columns,
        "problem": None if sheet.problem is None else _problem(sheet.problem),
        "rows": [_row(row) for row in sheet.rows],
        "tally": [],
    }


def _tally(table: TallySheet) -> dict[str, Any]:
    """What a table of counts states beside what the log counts."""
    period = table.period
    return {
        "period": None if period is None else [period.since.isoformat(), period.until.isoformat()],
        "strangers": list(table.strangers),
        "tally": [_stated(count) for count in table.counts],
    }


def _stated(count: StatedCount) -> dict[str, Any]:
    return {
        "row": count.row,
        "column": count.heading,
        "keys": {str(label.key): label.code for label in count.labels},
        "names": [label.name for label in count.labels],
        "total": count.total,
        "stated": count.stated,
        "pieces": None if count.counted is None else count.counted.pieces,
        "placements": None if count.counted is None else count.counted.placements,
        "difference": count.difference,
    }


def _row(row: CheckedRow) -> dict[str, Any]:
    record = {name: getattr(row.record, name) for name in _RECORD}
    record["date"] = row.record.date.isoformat() if row.record.date else None
    return {
        "row": row.row,
        "status": str(row.status),
        "record": record,
        "problems": [_problem(problem) for problem in row.problems],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "column": problem.column or None,
        "field": None if problem.field is None else str(problem.field),
        "code": problem.code,
        "level": str(problem.level),
        "message": problem.message(),
    }


def _lines(entry: Mapping[str, Any]) -> Iterator[str]:
    """What a person reads of one file: a line of counts, and a line for each row turned down."""
    if entry["refused"] is not None:
        yield entry["refused"]["message"]
        return
    counts = Counter(row["status"] for sheet in entry["sheets"] for row in sheet["rows"])
    facts: dict[str, Any] = {str(status): counts[status] for status in RowStatus}
    yield text("import.line", file=entry["file"], sender=entry["sender"] or "—", **facts)
    if entry["predecessor"] is not None:
        yield f"  {entry['predecessor']['message']}"
    for remark in entry["remarks"]:
        yield f"  {remark['message']}"
    for sheet in entry["sheets"]:
        if sheet["problem"] is not None:
            yield f"  {sheet['sheet']}: {sheet['problem']['message']}"
        yield from _tally_lines(sheet)
        for row in sheet["rows"]:
            if row["status"] == RowStatus.ERROR:
                reasons = " ".join(problem["message"] for problem in row["problems"])
                yield "  " + text("import.row", row=row["row"], reasons=reasons)


def _tally_lines(sheet: Mapping[str, Any]) -> Iterator[str]:
    """A line for each figure of a table of counts with which the log does not agree, and one for the rest."""
    compared = [one for one in sheet["tally"] if one["difference"] is not None]
    if sheet["tally"]:
        agreeing = sum(one["difference"] == 0 for one in compared)
        yield "  " + text("tally.agree", count=agreeing, of=len(sheet["tally"]))
    if sheet["tally"] and not compared:
        yield "  " + text("tally.no_period")
    for one in compared:
        if one["difference"]:
            names = listed(one["names"]) or one["column"]
            facts = {name: one[name] for name in ("row", "stated", "pieces", "placements")}
            yield "  " + text("tally.differs", names=names, **facts)


def _list(_desk: Desk) -> Answer:
    found = batches.listed()
    payload = [{**asdict(batch), "at": batch.at.isoformat(), "state": str(batch.state)} for batch in found]
    lines = [
        text(
            "import.batch",
            id=batch.id,
            file=batch.file,
            sender=batch.sender or "—",
            written=batch.written,
            state=text(f"batch.{batch.state}"),
        )
        for batch in found
    ]
    return Answer({"batches": payload}, lines)


def _undo_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=number, help="batch to take back")


def _undo(desk: Desk) -> Answer:
    actor = desk.actor()
    keeping.before(Reason.BEFORE_UNDO)
    undone = undo.undo(desk.words.id, actor)
    facts: dict[str, Any] = {"removed": undone.removed, "restored": undone.restored}
    kept = list(undone.kept)
    lines = [text("import.undo_done", **facts, kept=undone.left)]
    lines += (
        "  " + text("import.kept", day=item.day, outlet=item.outlet, title=item.title)
        for item in undo.kept_items(undone)
    )
    lines += (f"  {shown}" for shown in undone.cases)
    return Answer({**facts, "kept": kept, "cases": list(undone.cases)}, lines)


COMMANDS = (
    Command("import", "Read county returns into the coverage log.", _import, _import_options),
    Command("batch list", "List import batches.", _list),
    Command(
        "batch undo", "Take one import back; rows edited since stay and are named.", _undo, _undo_options
    ),
)
