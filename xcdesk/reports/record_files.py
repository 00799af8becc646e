"""The filtered record as a file: a workbook of any length, or pages."""

from collections.abc import Iterator
from pathlib import Path

from xcdesk import settings
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.files import write_file
from xcdesk.progress import Operation
from xcdesk.services.record import audit, record_book
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.record_book import RecordFilter
from xcdesk.services.upkeep import record_prints
from xcdesk.wording import Language, text


class BadFormatError(DeskError):
    """The record is written as .xlsx or .pdf, as the name of the file ends."""

    code = "record.bad_format"


def export(
    actor: Actor, chosen: RecordFilter, path: Path, operation: Operation, language: Language | None = None
) -> int:
    """Write the entries, as the name of the file ends, note that in the record, and return how many they are.

    Raises:
        BadFormatError: the name ends in neither .xlsx nor .pdf.
        TooManyToPrintError: there are more than pages take.
        TooManyRowsError: there are more than a sheet takes.
        FileInUseError: the file cannot be written; what was there stays.
        Cancelled: the operation was stopped; what was there stays.
    """
    kind = path.suffix.lower().lstrip(".")
    writers = {"xlsx": _workbook, "pdf": _pages}
    if kind not in writers:
        raise BadFormatError(file=path.name)
    count = record_book.count(chosen)
    writers[kind](actor, chosen, path, operation, language)
    with database.atomic():
        words = record_prints.subtitle(chosen, "zh")
        audit.record(actor, "record.exported", "record", count=count, format=kind, filter=words)
    return count


def _workbook(
    actor: Actor, chosen: RecordFilter, path: Path, operation: Operation, language: Language | None
) -> None:
    from xcdesk.reports.xlsx.table import Value, write_table  # start-up time

    def rows() -> Iterator[tuple[Value, ...]]:
        for row in record_book.everything(chosen, operation):
            yield (*record_prints.cells(row, language), row.digest)

    title = (text("record.title", language),)
    head = (*record_prints.heads(language), text("record.head.digest", language))
    heading = (title, (record_prints.subtitle(chosen, language),), head)
    write_table(path, heading, rows(), record_prints.notes(record_book.count(chosen), actor, language))


def _pages(
    actor: Actor, chosen: RecordFilter, path: Path, operation: Operation, _language: Language | None
) -> None:
    from xcdesk.reports.pdf.sheet import print_sheet  # start-up time

    made = print_sheet(record_prints.printout(chosen, actor, operation), settings.own_fonts())
    operation.check()
    write_file(path, made.pdf)
