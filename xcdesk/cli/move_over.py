"""Console command on an office's old ledgers: what each sheet means, and what of it is kept by now."""

import argparse
from pathlib import Path
from typing import Any

from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.importers import move_over
from xcdesk.importers.move_over import FileFound, SheetFound
from xcdesk.progress import Operation
from xcdesk.wording import sentence, text


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="FOLDER", nargs="+", type=Path, help="folder, or a file of it")
    parser.add_argument("--dry-run", action="store_true", help="look and compare; nothing is written")
    parser.set_defaults(wrong_usage=parser.error)


def _look(desk: Desk) -> Answer:
    if not desk.words.dry_run:
        desk.words.wrong_usage(text("move_over.only_looks"))
    found = move_over.survey(desk.words.paths, desk.actor(), operation=Operation())
    payload = {"files": [_file(file) for file in found.files], "passed_over": found.passed}
    lines = [line for file in found.files for line in _lines(file)]
    return Answer(payload, lines or [text("move_over.nothing")])


def _file(file: FileFound) -> dict[str, Any]:
    told: dict[str, Any] = {"file": str(file.path), "sheets": [_sheet(sheet) for sheet in file.sheets]}
    if file.refusal is not None:
        told["refusal"] = {"code": file.refusal.code, "sentence": sentence(file.refusal)}
    return told


def _sheet(sheet: SheetFound) -> dict[str, Any]:
    told = sheet.told
    return {
        "sheet": sheet.name,
        "meaning": sheet.meaning.value,
        "rows": told.rows,
        "stated": told.stated,
        "counted": told.counted,
        "here": told.there,
        "not_here": told.lacking,
        "differing": told.differing,
        "wrong": told.wrong,
    }


def _lines(file: FileFound) -> list[str]:
    if file.refusal is not None:
        return [f"{file.path.name}：{sentence(file.refusal)}"]
    return [_line(sheet) for sheet in file.sheets]


def _line(sheet: SheetFound) -> str:
    told = sheet.told
    line = text(
        "move_over.line",
        file=sheet.file.name,
        sheet=sheet.name,
        meaning=text(f"meaning.{sheet.meaning.value}"),
        rows=told.rows,
        there=told.there,
        lacking=told.lacking,
        differing=told.differing,
        wrong=told.wrong,
    )
    return line if told.stated is None else line + text("move_over.stated", stated=told.stated)


COMMANDS = (Command("move-over", "Compare the office's old ledgers with what is kept now.", _look, _options),)
