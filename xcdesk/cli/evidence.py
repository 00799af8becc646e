"""Console commands on evidence: list, attach, write copies, find what lacks it."""

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from xcdesk import clock
from xcdesk.cli.frame import Answer, Command, Desk, day, number
from xcdesk.services.log import evidence
from xcdesk.services.log.evidence import EvidenceRow, NewFile, Particulars
from xcdesk.services.targets import evidence_check
from xcdesk.wording import text


def _item(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("item", metavar="ITEM", type=number, help="number of the report")


def _list(desk: Desk) -> Answer:
    found = evidence.of_item(desk.words.item)
    lines = [f"{row.id}  {row.label}  {row.size}  {row.captured_on or ''}  {row.source}" for row in found]
    return Answer({"item": desk.words.item, "evidence": [_as_json(row) for row in found]}, lines)


def _attach_options(parser: argparse.ArgumentParser) -> None:
    _item(parser)
    parser.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="picture, PDF, recording, document"
    )
    parser.add_argument("--captured", type=day, metavar="D", help="day on which it was made")
    parser.add_argument("--source", default="", metavar="TEXT", help="where from")


def _attach(desk: Desk) -> Answer:
    words = desk.words
    files = [NewFile.at(path) for path in words.files]
    made = evidence.attach(desk.actor(), words.item, files, Particulars(words.captured, words.source))
    return Answer({"attached": [one.id for one in made]}, [text("evidence.attached", count=len(made))])


def _save_options(parser: argparse.ArgumentParser) -> None:
    _item(parser)
    parser.add_argument("folder", metavar="DIR", type=Path, help="where the copies are written")


def _save(desk: Desk) -> Answer:
    found = evidence.of_item(desk.words.item)
    paths = [str(evidence.save_copy(row.id, desk.words.folder)) for row in found]
    return Answer({"files": paths}, [text("evidence.saved", path=path) for path in paths])


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--date", type=day, metavar="D", help="last day that is looked at; today if not given"
    )


def _check(desk: Desk) -> Answer:
    until: dt.date = desk.words.date or clock.today()
    found = evidence_check.run(until)
    lacking: list[dict[str, Any]] = [
        {"id": one.item_id, "outlet": one.outlet, "date": one.day.isoformat(), "title": one.title}
        for one in found.lacking
    ]
    lines = [f"{one.item_id}  {one.outlet}  {one.day}  {one.title}" for one in found.lacking]
    lines.append(text("evidence.checked", counted=found.counted, lacking=len(lacking)))
    return Answer({"counted": found.counted, "lacking": lacking}, lines)


def _as_json(row: EvidenceRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "label": row.label,
        "kind": row.kind,
        "size": row.size,
        "sha256": row.sha256,
        "captured_on": row.captured_on.isoformat() if row.captured_on else None,
        "source": row.source or None,
        "added_by": row.added_by or None,
    }


COMMANDS = (
    Command("evidence list", "Files that show that a report ran.", _list, _item),
    Command("evidence attach", "Attach files to a report.", _attach, _attach_options),
    Command("evidence save", "Write verified copies of a report's files.", _save, _save_options),
    Command("evidence check", "Counted placements that lack evidence.", _check, _check_options),
)
