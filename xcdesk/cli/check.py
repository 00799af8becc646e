"""Console command that looks whether the data is sound."""

from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.services import checks
from xcdesk.wording import text


def _check(_desk: Desk) -> Answer:
    found = checks.run()
    ok = all(check.ok for check in found)
    shown = [{"name": check.name, "ok": check.ok, "detail": check.detail} for check in found]
    lines = [f"{'✓' if check.ok else '■'} {check.detail}" for check in found]
    lines.append(text("check.sound" if ok else "check.unsound"))
    return Answer({"ok": ok, "checks": shown}, lines, ok)


COMMANDS = (Command("check", "Look whether the data is sound.", _check, guarded=False),)
