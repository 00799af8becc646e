"""What a merging would do, as shown before it is done."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from xcdesk.codes import MergeKind
from xcdesk.wording import Label, Language, text


class ConflictKind(StrEnum):
    """What stands on both sides, and so cannot simply move."""

    SAME_PIECE = "same_piece"
    COUNTED_TWICE = "counted_twice"
    NONE_AND_REPORT = "none_and_report"
    NONE_TWICE = "none_twice"
    TENURE = "tenure"
    PROGRAMME = "programme"
    QUOTA = "quota"
    DAYS = "days"
    COLUMNS = "columns"
    MONTH = "month"
    HELPER = "helper"
    SENT_TO = "sent_to"
    MANUSCRIPT = "manuscript"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that stands on both sides; its words say what becomes of it.

    Attributes:
        detail: title, name or label of the thing.
        role: key of a role in the catalogue, for a tenure.
        day: the day it is about; for a stretch of days the first.
    """

    kind: ConflictKind
    detail: str = ""
    role: str = ""
    day: dt.date | None = None

    def words(self, language: Language | None = None) -> str:
        """It in words."""
        return text(
            f"merge.{self.kind.value}",
            language,
            detail=self.detail,
            day="" if self.day is None else self.day.isoformat(),
            role=Label(self.role) if self.role else "",
        )


@dataclass(frozen=True, slots=True)
class Moved:
    """How many rows of one table go over to the survivor."""

    table: str
    count: int

    def words(self, language: Language | None = None) -> str:
        """Name of the table in words."""
        return text(f"merge.table.{self.table}", language)


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merging would do.

    Attributes:
        kept: id of the survivor; ``gone`` is the one that becomes part of it.
        moves: rows that go over, by table, in the order of the tables; none for tables without any.
        spellings: what the survivor will be known by besides.
        conflicts: what stands on both sides.
    """

    kind: MergeKind
    kept: int
    gone: int
    kept_name: str
    gone_name: str
    kept_version: int
    gone_version: int
    moves: tuple[Moved, ...]
    spellings: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
