"""Taking back what a list registered, and registering it again; answers are acts and stand."""

from collections.abc import Iterator

from xcdesk.codes import BatchKind, CaseState
from xcdesk.errors import StaleRowError
from xcdesk.importers.caselists.refusals import AnswersStandError
from xcdesk.models import Case, ImportBatch, ImportCase
from xcdesk.services import cases
from xcdesk.services.record.actor import Actor


def take_back(actor: Actor, batch: ImportBatch) -> tuple[int, tuple[str, ...]]:
    """Lay the cases of a batch into the trash, inside the caller's transaction.

    Returns:
        How many, and the numbers of those that stay because something has been done to them since.

    Raises:
        AnswersStandError: the batch entered answers; an answer is sent back, never undone.
    """
    if batch.kind == BatchKind.ANSWERS:
        raise AnswersStandError(file=batch.file_name)
    removed, kept = 0, []
    for row, case in _rows(batch):
        untouched = case.removed_at is None and case.version == row.case_version
        if untouched and case.state == CaseState.REGISTERED:
            cases.remove(actor, case.id, case.version)
            removed += 1
        else:
            kept.append(cases.number(case, "zh"))
    return removed, tuple(kept)


def bring_back(actor: Actor, old: ImportBatch, batch: ImportBatch) -> None:
    """Put the cases of a batch that was taken back out of the trash, as those of another batch.

    Raises:
        StaleRowError: one of them is not as the undo left it.
    """
    for row, case in _rows(old):
        if case.removed_at is None:
            continue  # something had been done to it, so the undo had left it
        if case.version != row.case_version + 1:
            raise StaleRowError(table="followup_case", id=case.id)
        version = cases.restore(actor, case.id, case.version)
        ImportCase.create(batch=batch, sheet=row.sheet, row=row.row, case=case.id, case_version=version)


def _rows(batch: ImportBatch) -> Iterator[tuple[ImportCase, Case]]:
    query = ImportCase.select(ImportCase, Case).join(Case).where(ImportCase.batch == batch.id)
    for row in query.order_by(ImportCase.id):
        yield row, row.case
