"""The console command that prints the quick guide."""

import argparse
from pathlib import Path

from xcdesk import guide, sheets
from xcdesk.cli.frame import Answer, Command, Desk


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.pdf", help="write the pages here")


def _guide(desk: Desk) -> Answer:
    path = desk.words.file
    pages = sheets.write_pages_of(guide.quick_guide(), path)
    return Answer({"files": [str(path)], "pages": pages}, (str(path),))


COMMANDS = (
    Command("guide", "Print the quick guide: ten steps to a first issue.", _guide, _options, opens=False),
)
