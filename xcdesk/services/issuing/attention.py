"""What to look at in an issue before it is printed: each remark leads to a piece and one of its fields."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from xcdesk.codes import PieceKind
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.log import evidence

LONG_TITLE = 40
"""Characters that fit on two lines of a printed title."""
_SHOWN = 12
_UNSOURCED = frozenset((PieceKind.NOTE, PieceKind.FIGURE, PieceKind.OWN))
_HANZI = (range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x40000))


class Concern(StrEnum):
    """What there is to look at, the most pressing first."""

    NO_TEXT = "no_text"
    LONG_TITLE = "long_title"
    NO_SOURCE = "no_source"
    NO_EVIDENCE = "no_evidence"
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


Covered = Callable[[str], bool]
"""Whether the face of the body has a character."""


def in_gb2312(char: str) -> bool:
    """Whether a character is among those that every face for body text has."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return not any(ord(char) in block for block in _HANZI)
    return True


def remarks(pieces: Sequence[PieceRow], covered: Covered = in_gb2312) -> tuple[Remark, ...]:
    """What to look at, piece by piece in their order."""
    reports = [row.origin for row in pieces if row.kind == PieceKind.REPORT and row.origin is not None]
    shown = evidence.counts(reports)
    return tuple(remark for row in pieces for remark in _of_piece(row, shown, covered))


def _of_piece(row: PieceRow, shown: Mapping[int, int], covered: Covered) -> Iterator[Remark]:
    if not row.body.strip() and row.kind != PieceKind.FIGURE:
        yield Remark(Concern.NO_TEXT, row.key, row.name, PieceField.BODY)
    if len(row.title) > LONG_TITLE:
        yield Remark(Concern.LONG_TITLE, row.key, row.name, PieceField.TITLE, str(len(row.title)))
    if not row.source and row.kind not in _UNSOURCED:
        yield Remark(Concern.NO_SOURCE, row.key, row.name, PieceField.SOURCE)
    if row.kind == PieceKind.REPORT and row.origin is not None and not shown.get(row.origin):
        yield Remark(Concern.NO_EVIDENCE, row.key, row.name, PieceField.TITLE)
    for field, text in (
        (PieceField.TITLE, row.title),
        (PieceField.SOURCE, row.source),
        (PieceField.AUTHOR, row.author),
        (PieceField.BODY, row.body),
    ):
        rare = "".join(dict.fromkeys(char for char in text if not covered(char)))
        if rare:
            yield Remark(Concern.RARE, row.key, row.name, field, rare[:_SHOWN])
