"""What stands around the text of an issue: its head and its record block."""

import datetime as dt
from dataclasses import dataclass

from xcdesk.reports.pdf.measures import Pitch


@dataclass(frozen=True, slots=True)
class Distribution:
    """Who receives the issue (报、送、发) and how many copies are printed; empty lists and 0 are left out."""

    report: str
    send: str
    issue: str
    copies: int


@dataclass(frozen=True, slots=True)
class Issue:
    """What stands around the text of an issue.

    Attributes:
        masthead: name of the bulletin, 内部参考 or 宣传情况通报.
        number: number within the year; None prints a blank and the mark of a draft.
        running: number since the first issue, or None to leave it out.
        issuer: full name of the office.
        day: date of issue, also the date that the file carries.
        classification: such as ``内部资料　注意保存``.
        copy_number: number of this copy (份号), or None.
        distribution: lists and print run of the record block.
        imprint: printing office of the record block.
        contents: whether 本期要目 stands before the first item.
        audit_anchor: short hash and count of the record, printed small in the record block when given.
        pitch: distance of the lines.
    """

    masthead: str
    number: int | None
    running: int | None
    issuer: str
    day: dt.date
    classification: str
    copy_number: int | None
    distribution: Distribution
    imprint: str
    contents: bool
    audit_anchor: str = ""
    pitch: Pitch = Pitch.EXACT
