"""Carries a plan of a list out: one transaction, one batch; each case has its own event and record entry."""

import json
from collections.abc import Collection, Sequence

from xcdesk import clock
from xcdesk.codes import BatchState
from xcdesk.db import bulk
from xcdesk.db.base import database
from xcdesk.importers.apply import Applied, StalePlanError
from xcdesk.importers.caselists import planning, remembering
from xcdesk.importers.caselists.answering import steps
from xcdesk.importers.caselists.lines import CaseLine
from xcdesk.importers.caselists.planning import CasePlan
from xcdesk.importers.records import Chosen, RowStatus
from xcdesk.importers.session import Fate
from xcdesk.lexicon import Lexicon
from xcdesk.models import ImportBatch, ImportCase
from xcdesk.progress import Operation, Stage
from xcdesk.services import cases
from xcdesk.services.record import audit
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster import lexicon

_STATUS = {
    Fate.NEW: RowStatus.NEW,
    Fate.TWIN: RowStatus.DUPLICATE,
    Fate.SAME: RowStatus.SAME,
    Fate.WRONG: RowStatus.ERROR,
    Fate.LEFT_OUT: RowStatus.EXCLUDED,
}


def apply(
    plan: CasePlan,
    actor: Actor,
    decided: Collection[Chosen] | None = None,
    operation: Operation | None = None,
) -> Applied:
    """Register the cases, or enter the answers, of a plan, and leave its batch.

    Args:
        plan: as it was shown to the person who decides.
        actor: who imports; of answers he is who entered them, and so does not judge them.
        decided: rows to write; None for what is proposed.
        operation: stops the import until its last moment; then nothing is written.

    Raises:
        StalePlanError: a case is not as the plan has it any more; nothing was written.
        DeskError: a row is refused now; nothing was written.
        Cancelled: the user stopped it.
    """
    operation = operation or Operation()
    if plan.refusal is not None:
        raise plan.refusal
    wanted = [
        line
        for line in plan.lines
        if line.tickable and (line.proposed if decided is None else line.place in decided)
    ]
    operation.begin(Stage.WRITING)
    with database.atomic():
        _refuse_if_stale(plan, operation, actor)
        if not wanted:
            return Applied(None)
        batch = _open_batch(plan, actor)
        _write(batch, actor, wanted, operation)
        applied = _settle(batch, actor, plan, wanted)
        operation.check()
    return applied


def _write(batch: ImportBatch, actor: Actor, wanted: Sequence[CaseLine], operation: Operation) -> None:
    words = lexicon.load()
    kept: list[tuple[object, ...]] = []
    for line in operation.each(wanted, len(wanted), every=10):
        case, version = _written(actor, line, words)
        kept.append((batch.id, line.sheet[:80], line.place.row, case, version))
    bulk.insert(ImportCase, ("batch", "sheet", "row", "case", "case_version"), kept)


def _settle(batch: ImportBatch, actor: Actor, plan: CasePlan, wanted: Sequence[CaseLine]) -> Applied:
    """Remember how the columns were understood, and enter the import into the record."""
    learnt = remembering.keep(plan.tables, plan.said.fields, batch.sender_id)
    answers = sum(line.reply is not None for line in wanted)
    applied = Applied(batch.id, len(wanted) - answers, answers)
    audit.record(
        actor,
        "import.applied",
        f"import_batch:{batch.id}",
        file=plan.path.name,
        sender=plan.unit,
        sha256=plan.sha256,
        added=applied.added,
        updated=applied.updated,
        learnt=learnt,
    )
    return applied


def _written(actor: Actor, line: CaseLine, words: Lexicon) -> tuple[int, int]:
    """Write one row; the case that it is about, and its version right after."""
    if line.new is not None:
        return cases.enter(actor, line.new, words), 1
    if line.reply is None or line.case is None:
        raise ValueError("a row that can be written registers a case or answers one")
    row = line.case
    for action, request, _ in steps(line.reply):
        row = cases.act(actor, row.id, action, request)
    return row.id, row.version


def _refuse_if_stale(plan: CasePlan, operation: Operation, actor: Actor) -> None:
    """What was shown is written, or nothing: if anything was recorded since, all is looked at again."""
    if audit.anchor() == plan.anchor:
        return
    fresh = planning.again(plan, plan.said, operation, actor=actor)
    if [_shown(line) for line in fresh.lines] != [_shown(line) for line in plan.lines]:
        raise StalePlanError(name=plan.path.name)


def _shown(line: CaseLine) -> tuple[object, ...]:
    return line.place, line.fate, line.new, line.reply, line.case and (line.case.id, line.case.version)


def _open_batch(plan: CasePlan, actor: Actor) -> ImportBatch:
    units = {unit.name: unit.id for unit in lexicon.load().units}
    counts = {str(_STATUS[fate]): count for fate, count in plan.counts().items() if fate in _STATUS}
    return ImportBatch.create(
        kind=plan.kind.batch_kind,
        sender=units.get(plan.unit or ""),
        file_name=plan.path.name[:255],
        sha256=plan.sha256,
        state=BatchState.APPLIED,
        counts=json.dumps(counts),
        imported_by=actor.id,
        imported_at=clock.utc_now(),
        received_on=clock.today(),
    )
