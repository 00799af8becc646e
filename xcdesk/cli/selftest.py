"""Console command that proves an installed program."""

import argparse
import json
from pathlib import Path

from xcdesk import selftest
from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.wording import text


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help="where the proof is made and left")


def _selftest(desk: Desk) -> Answer:
    checks = selftest.run(desk.words.folder)
    lines = [
        text("selftest.line", mark="✓" if check.ok else "✗", name=check.name, detail=check.detail)
        for check in checks
    ]
    return Answer(json.loads(selftest.as_json(checks)), lines, all(check.ok for check in checks))


COMMANDS = (Command("selftest", "Prove an installed program.", _selftest, _options, opens=False),)
