"""Console command that looks whether the data is sound, and mends what only repeats the rows."""

import argparse

from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.services.upkeep import checks, repair
from xcdesk.wording import text


def _options(parser: argparse.ArgumentParser) -> None:
    words = (
        "make figures and search index anew and put right what earlier versions left wrong, after a backup"
    )
    parser.add_argument("--repair", action="store_true", help=words)


def _check(desk: Desk) -> Answer:
    taken = repair.repair(desk.actor()) if desk.words.repair else None
    found = checks.run()
    ok = all(check.ok for check in found)
    shown = [{"name": check.name, "ok": check.ok, "detail": check.detail} for check in found]
    lines = [f"{'✓' if check.ok else '■'} {check.detail}" for check in found]
    if taken is not None:
        lines.insert(0, text("check.repaired", file=taken.file))
    lines.append(
        text("check.sound" if ok else "check.can_repair" if repair.can_mend(found) else "check.unsound")
    )
    told: dict[str, object] = {"ok": ok, "checks": shown}
    if desk.words.repair:
        told["backup"] = None if taken is None else taken.file
    return Answer(told, lines, ok)


COMMANDS = (Command("check", "Look whether the data is sound.", _check, _options, guarded=False),)
