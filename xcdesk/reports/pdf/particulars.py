"""What stands around the text of an issue: its head and its record block."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from xcdesk.reports.pdf.fonts import Faces, Role
from xcdesk.reports.pdf.measures import Pitch


@dataclass(frozen=True, slots=True)
class Copies:
    """Numbers of the copies of one receiver, first and last."""

    receiver: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Distribution:
    """Who receives the issue (报、送、发) and how many copies are printed; empty lists and 0 are left out.

    ``allotted`` tells which numbers of copies go to whom; only a numbered copy prints its own.
    """

    report: str
    send: str
    issue: str
    copies: int
    allotted: tuple[Copies, ...] = ()


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
        red: colour of the name and of the rule under it, as ``#RRGGBB``.
        faces: files that the office chose for some roles.
        year: year of the number, which is then printed ``〔2019〕3号``; None for ``第3期``.
        recorded: whether the record block (版记) ends it; slips and notices have none, and a low head.
        corrects: what it says of the issue that it corrects, "" for what is no correction.
        mark: what stands at the upper right as long as there is no number, "" for the mark of a draft.
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
    red: str = "#D9001B"
    faces: Mapping[str, str] = field(default_factory=dict)
    year: int | None = None
    recorded: bool = True
    corrects: str = ""
    mark: str = ""

    def loaded(self, fonts: Path | None) -> Faces:
        """The faces of one printing: those of the folder ``fonts``, of the system, or the bundled ones."""
        return Faces(fonts, {Role(role): file for role, file in self.faces.items()})


def to_json(issue: Issue) -> str:
    """What stands around a text, to be kept with it."""
    values = {**asdict(issue), "day": issue.day.isoformat(), "pitch": issue.pitch.name}
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def from_json(kept: str) -> Issue:
    """What was kept by `to_json`."""
    values: dict[str, Any] = json.loads(kept)
    values["day"] = dt.date.fromisoformat(values["day"])
    values["pitch"] = Pitch[values["pitch"]]
    allotted = tuple(Copies(**one) for one in values["distribution"].pop("allotted", ()))
    values["distribution"] = Distribution(**values["distribution"], allotted=allotted)
    return Issue(**values)
