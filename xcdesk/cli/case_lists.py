"""Console commands on lists of cases: import them or departments' answers, make the forms for answers."""

import argparse
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from xcdesk.cli.frame import Answer, Command, Desk, number
from xcdesk.importers import caselists, gathering
from xcdesk.importers.apply import StalePlanError
from xcdesk.importers.caselists import CaseLine, CasePlan, CaseSaid, ListKind, forms
from xcdesk.importers.plan import UnknownUnitError
from xcdesk.importers.refusals import RefusedFileError
from xcdesk.importers.session import Fate
from xcdesk.services import cases
from xcdesk.services.roster import lexicon
from xcdesk.wording import sentence, text

_REFUSED = (RefusedFileError, StalePlanError, UnknownUnitError)


def _import_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="list, or a folder of them")
    parser.add_argument(
        "--kind", type=ListKind, choices=list(ListKind), help="what the lists hold; otherwise by their words"
    )
    parser.add_argument("--unit", metavar="UNIT", help="who sent them; rows without a unit are about it")
    parser.add_argument("--year", type=number, help="year of days that are written without one")
    parser.add_argument("--like", action="store_true", help="write rows that are like a case as well")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")


def _import(desk: Desk) -> Answer:
    words = desk.words
    said = CaseSaid(kind=words.kind, unit=words.unit, year=words.year)
    told = [_one(desk, path, said) for path in gathering.files(words.files)]
    lines = [line for one in told for line in one.pop("lines")]
    return Answer({"files": told}, lines, ok=not any(one["refused"] for one in told))


def _one(desk: Desk, path: Path, said: CaseSaid) -> dict[str, Any]:
    """One file from reading to writing."""
    entry: dict[str, Any] = {"file": path.name, "batch": None, "refused": None, "rows": [], "lines": []}
    try:
        plan = caselists.look(path, said, actor=desk.actor())
        entry |= {"kind": plan.kind.value, "unit": plan.unit, "rows": [_row(line) for line in plan.lines]}
        if plan.refusal is not None:
            raise plan.refusal
        if not desk.words.dry_run:
            wanted = [
                line.place for line in plan.lines if line.proposed or (desk.words.like and line.tickable)
            ]
            entry["batch"] = caselists.apply(plan, desk.actor(), wanted).batch
        return entry | {"lines": _lines(plan)}
    except (*_REFUSED, caselists.NoCaseTableError) as error:
        refused = {"code": error.code, "message": sentence(error)}
        return entry | {"refused": refused, "lines": [refused["message"]]}


def _row(line: CaseLine) -> dict[str, Any]:
    """A row as JSON; of who complained it says only that there is somebody."""
    problems = [{"code": one.code, "message": sentence(one)} for one in line.problems]
    case = {"id": line.case.id, "number": cases.number(line.case)} if line.case is not None else None
    return {
        "sheet": line.sheet,
        "row": line.place.row,
        "status": line.fate.value,
        "title": line.title,
        "unit": line.unit,
        "private": line.private,
        "case": case,
        "problems": problems,
    }


def _lines(plan: CasePlan) -> list[str]:
    counts = Counter(line.fate for line in plan.lines)
    facts: Mapping[str, Any] = {fate.value: counts[fate] for fate in Fate}
    lines = [text("case_list.line", file=plan.path.name, kind=text(f"list_kind.{plan.kind.value}"), **facts)]
    lines += [
        "  " + text("import.row", row=line.place.row, reasons=" ".join(map(sentence, line.problems)))
        for line in plan.lines
        if line.problems
    ]
    return lines


def _forms_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="write the forms here")
    parser.add_argument("--unit", default="", metavar="UNIT", help="of one unit only")


def _forms(desk: Desk) -> Answer:
    words = desk.words
    unit = cases.subject(words.unit, lexicon.load()) if words.unit else None
    paths = [str(path) for path in forms.write_all(forms.forms(unit), words.to)]
    return Answer({"files": paths}, paths)


COMMANDS = (
    Command("case import", "Read lists of cases, or of departments' answers.", _import, _import_options),
    Command("case forms", "A form for each department in which it answers.", _forms, _forms_options),
)
