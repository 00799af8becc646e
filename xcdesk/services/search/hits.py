"""What the one box finds."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class HitKind(StrEnum):
    """What was found, in the order in which groups are shown."""

    OUTLET = "outlet"
    PERSON = "person"
    UNIT = "unit"
    PROGRAMME = "programme"
    ITEM = "item"
    CASE = "case"
    MATERIAL = "material"
    BULLETIN = "bulletin"
    CONTRIBUTION = "contribution"
    BATCH = "batch"
    ADVERT = "advert"
    MANUSCRIPT = "manuscript"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found.

    Attributes:
        id: its row; for a person that of the tenure.
        date: day to which it belongs; None for things without.
        place: outlet or unit it belongs to, "" for none; ``place_id`` is that outlet's row.
    """

    kind: HitKind
    id: int
    date: dt.date | None
    title: str
    place: str = ""
    place_id: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The newest hits of one kind."""

    kind: HitKind
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The newest hits of all kinds, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int
