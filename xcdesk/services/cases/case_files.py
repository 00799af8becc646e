"""Evidence of cases: files kept in the database as those of reports are, each content once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xcdesk import clock
from xcdesk.errors import NotFoundError
from xcdesk.files import free_path, safe_name
from xcdesk.models import Case, CaseFile, StoredFile, User
from xcdesk.services.cases.rows import FileRow
from xcdesk.services.log import evidence, stored_files
from xcdesk.services.log.evidence import FormatError, NewFile
from xcdesk.services.record.actor import Actor

_LABEL = 120


def attach(actor: Actor, case: Case, files: Sequence[NewFile]) -> None:
    """Keep files as evidence of a case, inside the transaction of the act that brings them.

    Raises:
        FormatError: files of this ending are not taken.
        DeskError: a code of area ``evidence``; the transaction is to be given up.
    """
    for each in files:
        label = safe_name(each.name[-_LABEL:], "证据")
        if not evidence.kind_of(label):
            raise FormatError(name=label, ending=label.rpartition(".")[2] if "." in label else "")
        kept = stored_files.store(label, each.opened)
        CaseFile.create(case=case.id, file=kept, label=label, round=case.round, added_by=actor.id)


def of_case(case_id: int) -> tuple[FileRow, ...]:
    """The evidence of a case, in the order in which it came."""
    query: Any = CaseFile.select(CaseFile, StoredFile, User).join(StoredFile).switch(CaseFile).join(User)
    there = (CaseFile.case == case_id) & CaseFile.removed_at.is_null()
    return tuple(
        FileRow(
            row.id,
            row.label,
            evidence.kind_of(row.label),
            row.file.size,
            row.round,
            row.added_by.name,
            clock.local(row.added_at),
        )
        for row in query.where(there).order_by(CaseFile.id)
    )


def save_copy(file_id: int, folder: Path) -> Path:
    """Write a verified copy under its label, or the next free name, into a folder; returns its path.

    Raises:
        DamagedFileError: what is kept is not what was stored; nothing was written.
        FileInUseError: the folder cannot be written.
    """
    row = CaseFile.get_or_none(CaseFile.id == file_id)
    if row is None:
        raise NotFoundError(what="evidence", name=file_id)
    path = free_path(folder / safe_name(row.label))
    stored_files.write_to(row.file_id, row.label, path)
    return path
