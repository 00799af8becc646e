"""Who has sent (报送情况): each unit that owes a return for a month, what came of it, and when.

The answer is read from what batches keep of their months; the log is not looked at.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from peewee import fn

from xcdesk import clock
from xcdesk.codes import STANDING
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import ImportBatch, ImportMonth, Unit
from xcdesk.services.office import workdays
from xcdesk.services.record import audit, rows
from xcdesk.services.record.actor import Actor
from xcdesk.services.returns import returns_rules
from xcdesk.services.roster import units
from xcdesk.services.roster.units import UnitRow
from xcdesk.wording import text


class NotYetReceivedError(DeskError):
    """A file cannot have come after today."""

    code = "returns.received_ahead"


class ReturnState(StrEnum):
    """Where a unit stands with its return for a month."""

    ON_TIME = "on_time"
    LATE = "late"
    SENT_BACK = "sent_back"
    DUE = "due"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class SentFile:
    """One file of a unit as far as it is about the month.

    Attributes:
        batch: its import.
        accepted, turned_down: rows of the month that were written, and that were not.
        returned: a returned workbook was made of it.
        answered: the corrected file has come.
        version: of the batch, for a change of ``received_on``.
    """

    batch: int
    file: str
    received_on: dt.date
    accepted: int
    turned_down: int
    returned: bool
    answered: bool
    version: int

    @property
    def open(self) -> int:
        """Rows turned down that no corrected file has brought."""
        return 0 if self.answered else self.turned_down


@dataclass(frozen=True, slots=True)
class UnitStatus:
    """One unit in one month; ``files`` in the order in which they came."""

    unit: UnitRow
    state: ReturnState
    files: tuple[SentFile, ...] = ()

    @property
    def received_on(self) -> dt.date | None:
        """Day on which the first file came, None while nothing has."""
        return min((file.received_on for file in self.files), default=None)

    @property
    def accepted(self) -> int:
        """Rows written."""
        return sum(file.accepted for file in self.files)

    @property
    def turned_down(self) -> int:
        """Rows turned down, mended since or not."""
        return sum(file.turned_down for file in self.files)

    @property
    def open(self) -> int:
        """Rows turned down that are still to come mended."""
        return sum(file.open for file in self.files)

    @property
    def returned(self) -> bool:
        """Whether a returned workbook was made of any of the files."""
        return any(file.returned for file in self.files)


@dataclass(frozen=True, slots=True)
class MonthStatus:
    """All units that owe a return for a month, and ``others`` that sent one without owing it.

    ``named`` is whether the office has said itself which units owe one; without that all counties do.
    """

    month: dt.date
    deadline: dt.date
    units: tuple[UnitStatus, ...]
    others: tuple[UnitStatus, ...] = ()
    named: bool = False

    def of(self, *states: ReturnState) -> tuple[UnitRow, ...]:
        """Owing units in any of these states."""
        return tuple(one.unit for one in self.units if one.state in states)

    @property
    def missing(self) -> tuple[UnitRow, ...]:
        """Owing units that have sent nothing, be it due or not."""
        return self.of(ReturnState.DUE, ReturnState.MISSING)

    @property
    def owed(self) -> tuple[UnitRow, ...]:
        """Owing units of which something is still to come: a return, or what was sent back."""
        return tuple(
            one.unit for one in self.units if one.unit in self.missing or (one.open and one.returned)
        )


def status(month: dt.date, today: dt.date | None = None) -> MonthStatus:
    """Where every unit stands with its return for the month that holds ``month``.

    A file counts for a month by the days of its rows. One whose every row was turned down has come, and was
    sent back; one that was taken back (undone) has not come.
    """
    first = clock.month_of(month)[0]
    rules = returns_rules.load()
    deadline = rules.deadline(first, workdays.load())
    sent = _sent(first)
    known = units.units(everyone=True)
    owing = returns_rules.owing(rules, [unit for unit in known if unit.active])
    day = today or clock.today()

    def one(unit: UnitRow) -> UnitStatus:
        files = sent.get(unit.id, ())
        return UnitStatus(unit, _state(files, deadline, day), files)

    asked = {unit.id for unit in owing}
    others = tuple(one(unit) for unit in known if unit.id in sent and unit.id not in asked)
    return MonthStatus(first, deadline, tuple(map(one, owing)), others, rules.units is not None)


def due_month(today: dt.date | None = None) -> dt.date:
    """First day of the month whose returns are asked for now: the one before this."""
    return clock.month_of(clock.month_of(today or clock.today())[0] - dt.timedelta(days=1))[0]


def set_received(actor: Actor, batch_id: int, version: int, day: dt.date) -> int:
    """Correct the day on which a file came and return the batch's new version.

    Raises:
        NotYetReceivedError: the day is yet to come.
        StaleRowError: somebody changed the batch meanwhile.
    """
    if day > clock.today():
        raise NotYetReceivedError(field="received_on", day=day.isoformat())
    with database.atomic():
        batch = _batch(batch_id)
        before = _received_on(batch.received_on, batch.imported_at)
        stepped = rows.save_versioned(batch, version, {"received_on": day})
        audit.record(
            actor, "import.received_on", f"import_batch:{batch_id}", day=day.isoformat(), before=str(before)
        )
    return stepped


def batch_version(batch_id: int) -> int:
    """The version of a batch as it is now; raises `NotFoundError` when there is none."""
    return int(_batch(batch_id).version)


def note_nil(actor: Actor, unit_id: int, month: dt.date) -> int:
    """Note that a unit has said that it has nothing to report for a month (零报告); returns the batch.

    Like any import it stands in the list of imports and can be taken back there.
    """
    first = clock.month_of(month)[0]
    with database.atomic():
        unit = Unit.get_or_none(Unit.id == unit_id)
        if unit is None:
            raise NotFoundError(what="unit", name=unit_id)
        batch = ImportBatch.create(
            sender=unit_id,
            file_name=text("returns.nil", "zh"),
            sha256="",
            imported_by=actor.id,
            received_on=clock.today(),
        )
        ImportMonth.create(batch=batch.id, unit=unit_id, month=first)
        audit.record(
            actor, "import.nil_return", f"import_batch:{batch.id}", unit=unit.name, month=first.isoformat()
        )
    return int(batch.id)


def _batch(batch_id: int) -> ImportBatch:
    batch: ImportBatch | None = ImportBatch.get_or_none(ImportBatch.id == batch_id)
    if batch is None:
        raise NotFoundError(what="import_batch", name=batch_id)
    return batch


def _state(files: Sequence[SentFile], deadline: dt.date, today: dt.date) -> ReturnState:
    if not files:
        return ReturnState.MISSING if today > deadline else ReturnState.DUE
    if any(file.turned_down for file in files) and not any(file.accepted for file in files):
        return ReturnState.SENT_BACK
    in_time = min(file.received_on for file in files) <= deadline
    return ReturnState.ON_TIME if in_time else ReturnState.LATE


def _files_of(first: dt.date) -> list[tuple[Any, ...]]:
    """Unit and batch of each file of a month, with what `_sent` tells of it."""
    query: Any = (
        ImportMonth.select(
            ImportMonth.unit,
            ImportBatch.id,
            ImportBatch.file_name,
            ImportBatch.received_on,
            ImportBatch.imported_at,
            ImportBatch.returned_at,
            ImportBatch.version,
            fn.SUM(ImportMonth.accepted),
            fn.SUM(ImportMonth.turned_down),
        )
        .join(ImportBatch)
        .where(
            (ImportMonth.month == first)
            & ImportBatch.state.in_(STANDING)
            & ImportMonth.unit.is_null(is_null=False)
        )
        .group_by(ImportMonth.unit, ImportBatch.id)
        .tuples()
    )
    return list(query)


def _sent(first: dt.date) -> Mapping[int, tuple[SentFile, ...]]:
    """Files of a month by unit, the earliest first."""
    found = _files_of(first)
    over = answered(batch for _, batch, *_ in found)
    by_unit: dict[int, list[SentFile]] = defaultdict(list)
    for unit, batch, name, received, imported, returned, version, accepted, turned_down in found:
        by_unit[unit].append(
            SentFile(
                batch=batch,
                file=name,
                received_on=_received_on(received, imported),
                accepted=int(accepted),
                turned_down=int(turned_down),
                returned=returned is not None,
                answered=batch in over,
                version=version,
            )
        )
    return {
        unit: tuple(sorted(files, key=lambda file: (file.received_on, file.batch)))
        for unit, files in by_unit.items()
    }


def answered(batches: Iterable[int]) -> set[int]:
    """Those of these returned files whose corrected files have come."""
    query: Any = (
        ImportBatch.select(ImportBatch.corrects)
        .where(ImportBatch.corrects.in_(list(batches)) & ImportBatch.state.in_(STANDING))
        .tuples()
    )
    return {batch for (batch,) in query}


def _received_on(received: dt.date | None, imported: dt.datetime) -> dt.date:
    return received or clock.local(imported).date()
