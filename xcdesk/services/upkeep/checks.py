"""Whether the data is sound: the engine's own check, protection, the record, and figures against rows."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from peewee import DatabaseError

from xcdesk.db import reach, tallies, triggers, word_index
from xcdesk.db.base import database, is_sqlite
from xcdesk.models import BulletinFile, Case, CoverageItem, Material, MaterialFile, StoredFile, User
from xcdesk.models.tables import TABLES
from xcdesk.services.accounts import account_check
from xcdesk.services.cases import case_check
from xcdesk.services.counts import counting
from xcdesk.services.counts.counting import TallyKey
from xcdesk.services.log import evidence
from xcdesk.services.record import anchors, audit
from xcdesk.services.upkeep import correction_check, material_check
from xcdesk.wording import listed, text


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its name, whether it holds, and what was found, in words."""

    name: str
    ok: bool
    detail: str


def run() -> tuple[Check, ...]:
    """Look at everything; nothing is changed."""
    return tuple(_guarded(name, look) for name, look in _LOOKS)


def _guarded(name: str, look: Callable[[], Check]) -> Check:
    """A damaged table makes its check fail; the others are still made."""
    try:
        return look()
    except DatabaseError as error:
        return Check(name, ok=False, detail=type(error).__name__)


def _integrity() -> Check:
    if is_sqlite(database):
        said = [row[0] for row in database.execute_sql("PRAGMA integrity_check").fetchall()]
        orphans = len(database.execute_sql("PRAGMA foreign_key_check").fetchall())
        ok = said == ["ok"] and not orphans
        return Check("integrity", ok, text("check.integrity", count=0 if ok else len(said) + orphans))
    for table in TABLES:
        for _ in table.select().tuples().iterator():
            pass
    return Check("integrity", ok=True, detail=text("check.integrity", count=0))


def _triggers() -> Check:
    missing = triggers.missing(database.obj)
    return Check("triggers", not missing, text("check.triggers", names=listed(missing) or "—"))


def _audit() -> Check:
    """The chain of the record, and its ends as issues and backups kept them."""
    kept = anchors.kept()
    report = audit.verify(kept)
    detail = text("check.audit", count=report.count, broken=report.broken_at or "—", anchors=len(kept))
    if report.lost:
        detail += anchors.lost_words(report.lost)
    return Check("audit", report.ok, detail)


def _tallies() -> Check:
    """The tally of everything by outlet against a plain count of the rows, and each kept tally likewise."""
    pieces: dict[int, set[int]] = defaultdict(set)
    placements: Counter[int] = Counter()
    days = []
    query: Any = CoverageItem.select(
        CoverageItem.id, CoverageItem.outlet, CoverageItem.group, CoverageItem.day
    ).where(CoverageItem.removed_at.is_null())
    for item, outlet, group, day in query.tuples().iterator():
        pieces[outlet].add(-item if group is None else group)
        placements[outlet] += 1
        days.append(day)
    if not days:
        wrong = _kept_tallies()
        return Check("tallies", not wrong, text("check.tallies", placements=0, wrong=wrong))
    table = counting.tally(min(days), max(days), (TallyKey.OUTLET,))
    told = {row.values[0].value: (row.pieces, row.placements) for row in table.rows}
    counted: dict[Any, Any] = {outlet: (len(pieces[outlet]), placements[outlet]) for outlet in pieces}
    wrong = sum(1 for outlet in told.keys() | counted.keys() if told.get(outlet) != counted.get(outlet))
    wrong += _kept_tallies()
    wrong += table.totals.placements != len(days) or table.totals.pieces != len(set().union(*pieces.values()))
    return Check("tallies", not wrong, text("check.tallies", placements=len(days), wrong=wrong))


def _kept_tallies() -> int:
    """How many lines of the kept tallies differ from a count of the rows."""
    if not is_sqlite(database):
        return 0
    wrong = 0
    known = [(tally.table, tally.columns, tally.recount) for tally in tallies.KEPT]
    for table, columns, recount in (*known, (reach.TABLE, reach.COLUMNS, reach.RECOUNT)):
        kept = f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608  # own words
        for one, other in ((kept, recount), (recount, kept)):
            query = f"SELECT COUNT(*) FROM (SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other}))"  # noqa: S608
            wrong += database.execute_sql(query).fetchone()[0]
    return int(wrong)


def _evidence() -> Check:
    """Every file of evidence against the hash it was stored under."""
    wrong = evidence.damaged()
    names = listed(wrong) or "—"
    return Check(
        "evidence", not wrong, text("check.evidence", count=StoredFile.select().count(), names=names)
    )


def _issued() -> Check:
    """Every file that went out against the hash it was kept under."""
    wrong, count = [], 0
    for table in (BulletinFile, MaterialFile):
        for file in table.select().order_by(table.id).iterator():
            count += 1
            if hashlib.sha256(bytes(file.content)).hexdigest() != file.sha256:
                wrong.append(file.name)
    return Check("issued", not wrong, text("check.issued", count=count, names=listed(wrong) or "—"))


def _search() -> Check:
    """The word index against the rows that can be found."""
    wrong = word_index.differences(database.obj)
    return Check("search", not wrong, text("check.search", wrong=wrong))


def _accounts() -> Check:
    """Roles and accounts against what the record tells of them."""
    wrong = account_check.differing()
    count = User.select().count()
    return Check("accounts", not wrong, text("check.accounts", count=count, names=listed(wrong) or "—"))


def _materials() -> Check:
    """Texts, acts and numbers of materials against what the record tells of them."""
    wrong = material_check.differing()
    count = Material.select().count()
    return Check("materials", not wrong, text("check.materials", count=count, names=listed(wrong) or "—"))


def _corrections() -> Check:
    """Texts marked as corrected against the corrections that went out."""
    wrong = correction_check.wrongly_marked()
    return Check("corrections", not wrong, text("check.corrections", names=listed(wrong) or "—"))


def _cases() -> Check:
    """Cases against their events, and private details against the key of this machine."""
    wrong = case_check.wrong()
    names = listed(wrong) or "—"
    readable = text(f"check.case_key.{case_check.key_state()}")
    detail = text("check.cases", count=Case.select().count(), names=names, readable=readable)
    return Check("cases", not wrong, detail)


_LOOKS: tuple[tuple[str, Callable[[], Check]], ...] = (
    ("integrity", _integrity),
    ("triggers", _triggers),
    ("audit", _audit),
    ("tallies", _tallies),
    ("search", _search),
    ("evidence", _evidence),
    ("issued", _issued),
    ("accounts", _accounts),
    ("materials", _materials),
    ("corrections", _corrections),
    ("cases", _cases),
)
