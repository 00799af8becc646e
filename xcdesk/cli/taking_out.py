"""Console commands that write out what is in the database: all of it, or nothing but how it is."""

import argparse
from dataclasses import asdict
from pathlib import Path

from xcdesk import diagnostics, everything, store
from xcdesk.cli.frame import Answer, Command, Desk, key_of
from xcdesk.errors import DeskError
from xcdesk.wording import text


def _folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="new or empty folder")


def _export(desk: Desk) -> Answer:
    done = everything.export(desk.words.folder, desk.actor())
    return Answer(asdict(done), (text("export.done", **asdict(done)),))


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="zip file to write")


def _diagnostics(desk: Desk) -> Answer:
    """Of a database that does not open it is told by which code it was refused."""
    refused = ""
    try:
        store.open_store(desk.database, guarded=False, key=key_of(desk.database))
    except DeskError as error:
        refused = error.code
    try:
        diagnostics.save(desk.words.file, more={"refused": refused})
    finally:
        store.close_store()
    return Answer({"file": str(desk.words.file)}, (text("diagnostics.saved", file=desk.words.file),))


COMMANDS = (
    Command("export", "Write everything out as workbooks and files.", _export, _folder),
    Command("diagnostics", "Write versions, settings, counts and log.", _diagnostics, _file, opens=False),
)
