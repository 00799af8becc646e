"""All that the office holds, written out so that it can be read without this program.

A folder with one workbook for each table, the files that went out or were kept as evidence as they are, and
a note that says what is what. Nothing that opens anything leaves: hashes of passwords and PINs stay, and
private details stay encrypted, as the rule of their table wants it.
"""

import datetime as dt
import itertools
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from peewee import BlobField, ForeignKeyField

from xcdesk import __version__, clock
from xcdesk.db import whole_tables
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.files import FileInUseError, safe_name, write_file
from xcdesk.models import BulletinFile, MaterialFile, StoredFile
from xcdesk.models.tables import TABLES
from xcdesk.progress import Operation, Steps
from xcdesk.reports.xlsx.table import Value, write_table
from xcdesk.services.backups.looking import table_words
from xcdesk.services.log import stored_files
from xcdesk.services.office import office_settings
from xcdesk.services.record import audit, permissions
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.permissions import Permission
from xcdesk.wording import Language, text

EXPORTED = "office.exported"
"""The act of the record."""
_SECRET = {("desk_user", "secret"), ("desk_user", "pin"), ("recovery_code", "secret")}
"""Columns of which it is only told whether there is something."""
_AS_FILES = frozenset({"stored_chunk"})
"""Tables that are written out as the files they hold, not as rows."""
_LONGEST_TEXT = 32_000
"""Characters of a cell; a workbook takes a little more, longer texts lie in files of their own."""
_LANGUAGES: tuple[Language, ...] = ("zh", "en")
_ROWS = 1_000_000
"""Rows of a workbook; a larger table has several."""


class NotEmptyError(DeskError):
    """The folder holds something already; fact ``folder``."""

    code = "export.not_empty"


class ExportFailedError(DeskError):
    """The folder cannot be written, or the disk is full; fact ``folder``."""

    code = "export.failed"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: where, how many tables and rows, and how many files beside them."""

    folder: str
    tables: int
    rows: int
    files: int


def export(folder: Path, actor: Actor, operation: Operation | None = None) -> Exported:
    """Write everything into a folder that is empty or not there yet; all of one moment.

    Raises:
        NotAllowedError: the actor's role does not have it.
        NotEmptyError: the folder holds something.
        ExportFailedError: it cannot be written; nothing is left of it.
        Cancelled: somebody asked to stop; nothing is left of it.
    """
    permissions.require(actor, Permission.SETTINGS)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmptyError(folder=folder)
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        with whole_tables.one_moment(database.obj):
            done = _Writer(part, operation or Operation()).write()
        if folder.is_dir():
            folder.rmdir()
        part.rename(folder)
    except (OSError, FileInUseError) as error:
        raise ExportFailedError(folder=folder) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    with database.atomic():
        audit.record(actor, EXPORTED, "setting:office", count=done.rows, files=done.files)
    return Exported(str(folder), done.tables, done.rows, done.files)


class _Writer:
    """Writes into ``folder``, which is thrown away unless `write` comes to its end."""

    def __init__(self, folder: Path, operation: Operation) -> None:
        self._folder, self._operation = folder, operation
        self._files = 0

    def write(self) -> Exported:
        """Tables, files, and the note about them."""
        written = [model for model in map(_any, TABLES) if _name(model) not in _AS_FILES]
        counts = {model: model.select().count() for model in written}
        rows = sum(counts.values())
        steps = Steps(self._operation, rows)
        for model in counts:
            self._write_table(model, steps)
        for name, content in kept_files():
            self._operation.check()
            self._write_file(name, content)
        for language in _LANGUAGES:
            note = "\r\n".join(_note(counts, language))
            write_file(self._folder / text("export.readme", language), f"\ufeff{note}\r\n".encode())
        return Exported(str(self._folder), len(counts), rows, self._files)

    def _write_table(self, model: Any, steps: Steps) -> None:
        columns = model._meta.sorted_fields
        heading = ((table_words(_name(model)),), [column.column_name for column in columns])
        rows = steps.each(model.select().order_by(model.id).tuples().iterator(), every=500)
        cells = ([*itertools.starmap(self._cell, zip(columns, row, strict=True))] for row in rows)
        for number in itertools.count(1):
            first = next(cells, None)
            if first is None and number > 1:
                return
            some = itertools.islice(cells, _ROWS - 1)
            name = _name(model) if number == 1 else f"{_name(model)}-{number}"
            path = self._folder / "tables" / f"{name}.xlsx"
            write_table(path, heading, itertools.chain([] if first is None else [first], some))

    def _cell(self, column: Any, value: Any) -> Value:
        """What stands in the workbook for a value of the database."""
        if isinstance(column, BlobField):
            return text("export.encrypted" if _name(column.model) == "case_private" else "export.as_file")
        if (_name(column.model), column.name) in _SECRET:
            return text("export.secret") if value else ""
        if isinstance(value, Enum):
            value = value.value
        if isinstance(value, dt.datetime):
            return value.isoformat(" ")
        if isinstance(value, bool):
            return int(value)
        if isinstance(value, str) and len(value) > _LONGEST_TEXT:
            return self._long_text(column, value)
        found: Value = value
        return found

    def _long_text(self, column: Any, value: str) -> str:
        name = f"texts/{_name(column.model)}-{column.name}-{self._files + 1}.txt"
        self._write_file(name, [value.encode()])
        return name

    def _write_file(self, name: str, content: Iterable[bytes]) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as stream:
            stream.writelines(content)
        self._files += 1


def kept_files() -> Iterator[tuple[str, Iterable[bytes]]]:
    """Issued files under their names, evidence under the number of its row; contents come in stretches."""
    for table, folder in ((BulletinFile, "issued"), (MaterialFile, "issued materials")):
        for row in table.select().order_by(table.id).iterator():
            yield f"files/{folder}/{row.id}-{safe_name(row.name)}", [bytes(row.content)]
    labels: dict[int, str] = {}
    for labelled in stored_files.KEEPERS:
        query: Any = labelled.select(labelled.file, labelled.label).where(labelled.file.is_null(False))
        labels |= dict(query.tuples().iterator())
    for row in StoredFile.select().order_by(StoredFile.id):
        name = safe_name(labels.get(row.id, ""), row.sha256[:12])
        yield f"files/evidence/{row.id}-{name}", stored_files.verified(row.id, name)


def _note(counts: Mapping[Any, int], language: Language) -> Iterator[str]:
    """What is what, table by table and column by column."""
    office = office_settings.load()
    yield text("export.title", language, office=office.name, day=f"{clock.today()}", version=__version__)
    yield from ("", *(text(f"export.how_{number}", language) for number in range(1, 6)), "")
    for model, count in counts.items():
        name = table_words(_name(model), language)
        yield text("export.table", language, file=_name(model), name=name, count=count)
        for column in model._meta.sorted_fields:
            if isinstance(column, ForeignKeyField):
                target = _name(column.rel_model)
                yield "    " + text("export.refers", language, column=column.column_name, table=target)
            else:
                yield f"    {column.column_name}"
        yield ""


def _any(model: Any) -> Any:
    """Peewee's models are known to the type checker without their own attributes."""
    return model


def _name(model: Any) -> str:
    found: str = model._meta.table_name
    return found
