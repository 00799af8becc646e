"""What to look at in an issue before it is printed: each remark leads to a piece and one of its fields."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from xcdesk.codes import PieceKind
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.log import evidence


class Concern(StrEnum):
    """What there is to look at, the most pressing first."""

    NO_TEXT = "no_text"
    LONG_TITLE = "long_title"
    NO_SOURCE = "no_source"
    NO_EVIDENCE = "no_evidence"
    NO_RULE = "no_rule"
    MISSING = "missing"
    RARE = "rare"


class PieceField(StrEnum):
    """Fields of a piece that a remark can be about."""

    TITLE = "title"
    SOURCE = "source_line"
    AUTHOR = "author"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at: the key and name of its piece, the field, and the characters it is about."""

    concern: Concern
    key: str
    name: str
    field: PieceField
    detail: str = ""


def remarks(pieces: Sequence[PieceRow]) -> tuple[Remark, ...]:
    """What the pieces themselves tell, in their order; what faces and pages tell is found in printing."""
    reports = [row.origin for row in pieces if row.kind == PieceKind.REPORT and row.origin is not None]
    shown = evidence.counts(reports)
    return tuple(remark for row in pieces for remark in _of_piece(row, shown))


def _of_piece(row: PieceRow, shown: Mapping[int, int]) -> Iterator[Remark]:
    if not row.body.strip() and row.kind != PieceKind.FIGURE:
        yield Remark(Concern.NO_TEXT, row.key, row.name, PieceField.BODY)
    if row.kind == PieceKind.REPORT and row.origin is not None and not shown.get(row.origin):
        yield Remark(Concern.NO_EVIDENCE, row.key, row.name, PieceField.TITLE)
