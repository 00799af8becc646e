"""Console commands on backups: taking one now, checking one."""

import argparse
from dataclasses import asdict
from pathlib import Path

from xcdesk import store
from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.db import backup
from xcdesk.db.backup import BackupRow
from xcdesk.wording import text


def _answer(row: BackupRow) -> Answer:
    return Answer(asdict(row), (text("backup.done", file=row.file, rows=row.rows),))


def _now(desk: Desk) -> Answer:
    return _answer(store.back_up_now(store.Location.parse(desk.database), "by-hand"))


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="backup to check")


def _verify(desk: Desk) -> Answer:
    return _answer(backup.verify(desk.words.file))


COMMANDS = (
    Command("backup now", "Take a verified backup.", _now),
    Command("backup verify", "Check a backup against its manifest.", _verify, _file, opens=False),
)
