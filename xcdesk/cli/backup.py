"""Console commands on backups: taken, listed, checked, carried outside, rehearsed, restored."""

import argparse
from dataclasses import asdict
from pathlib import Path

from xcdesk import clock, store
from xcdesk.cli import asking
from xcdesk.cli.frame import Answer, Command, Desk, number
from xcdesk.db.backups import copies
from xcdesk.db.backups.copies import BackupRow
from xcdesk.errors import DeskError
from xcdesk.services.backups import keeping, listing, looking, restoring
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.backups.listing import KeptBackup
from xcdesk.services.record.actor import Actor
from xcdesk.services.upkeep import taking_back
from xcdesk.wording import Label, text


class NoBackupError(DeskError):
    """There is no backup yet."""

    code = "backup.none"


def _answer(row: BackupRow) -> Answer:
    return Answer(asdict(row), (text("backup.done", file=row.file, rows=row.rows),))


def _now(desk: Desk) -> Answer:
    return _answer(keeping.back_up(Reason.BY_HAND, actor=_keeper(desk)))


def _keeper(desk: Desk) -> Actor | None:
    """Who takes a backup: of a server's office that is told in the record, of a file nobody is asked."""
    return None if store.where().path else desk.actor()


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the backup")


def _key(backup: Path) -> str:
    """The key of a backup, for which the passphrase is asked if the open database has another."""
    return restoring.key_for(backup, _passphrase(backup))


def _passphrase(backup: Path) -> str:
    return asking.passphrase_of(backup) if restoring.needs_passphrase(backup) else ""


def _verify(desk: Desk) -> Answer:
    return _answer(copies.verify(desk.words.file, _key(desk.words.file)))


def _list(_desk: Desk) -> Answer:
    found = listing.backups()
    payload = {"backups": [_told(each) for each in found], "outside": _outside()}
    return Answer(payload, [_line(each) for each in found])


def _told(each: KeptBackup) -> dict[str, object]:
    return {
        "file": str(each.path),
        "at": each.at.isoformat(),
        "reason": each.reason,
        "size": each.size,
        "rows": each.rows,
        "encrypted": each.keyed,
        "this_office": each.ours,
        "place": each.place.value,
        "outside": each.also_outside,
    }


def _line(each: KeptBackup) -> str:
    return text(
        "backup.line",
        at=f"{clock.local(each.at):%Y-%m-%d %H:%M}",
        reason=listing.reason_words(each.reason),
        rows=each.rows,
        size=f"{each.size / 1e6:.1f}",
        where=Label(f"backup.place.{each.place.value}"),
        file=each.path,
    )


def _outside() -> dict[str, object]:
    now = listing.standing()
    folder = None if now.outside is None else str(now.outside)
    return {"folder": folder, "there": now.outside_there, "days": now.outside_days}


def _look(desk: Desk) -> Answer:
    found = looking.look(desk.words.file, _key(desk.words.file))
    payload = {
        "file": str(desk.words.file),
        "tables": {row.table: row.then for row in found.tables},
        "now": {row.table: row.now for row in found.tables},
        "entries": [
            {"at": entry.at.isoformat(), "who": entry.who, "action": entry.action} for entry in found.entries
        ],
    }
    lines = [
        text("backup.look_line", table=looking.table_words(row.table), then=row.then, now=row.now)
        for row in found.tables
        if row.then or row.now
    ]
    lines += [f"{clock.local(one.at):%Y-%m-%d %H:%M}  {one.who}  {one.words()}" for one in found.entries]
    return Answer(payload, lines)


def _to(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="NEW", help="the new database file")


def _restore(desk: Desk) -> Answer:
    backup = desk.words.file
    row = restoring.restore(backup, desk.words.to, _passphrase(backup))
    said = text("backup.restored", file=row.file, rows=row.rows)
    return Answer(asdict(row), (said,))


def _maybe_file(parser: argparse.ArgumentParser) -> None:
    words = "the backup; the newest of this office if none is named"
    parser.add_argument("file", type=Path, nargs="?", help=words)


def _named_or_newest(desk: Desk) -> Path:
    if desk.words.file is not None:
        found: Path = desk.words.file
        return found
    newest = next((each.path for each in listing.backups() if each.ours), None)
    if newest is None:
        raise NoBackupError
    return newest


def _rehearse(desk: Desk) -> Answer:
    backup = _named_or_newest(desk)
    done = restoring.rehearse(backup, _passphrase(backup))
    payload = {"file": done.file, "rows": done.rows, "ok": done.ok, "tables": dict(done.tables)}
    lines = [text("backup.rehearsed", file=done.file, rows=done.rows)]
    lines += [f"{looking.table_words(name)}  {count}" for name, count in done.tables.items() if count]
    return Answer(payload, lines, done.ok)


def _of_kind(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("kind", choices=taking_back.KINDS, help="kind of record")
    parser.add_argument("--search", default="", metavar="TEXT", help="a part of its title")


def _rows(desk: Desk) -> Answer:
    backup, words = desk.words.file, desk.words
    key = _key(backup)
    copies.verify(backup, key)
    found = taking_back.rows(backup, key, words.kind, words.search)
    payload = [
        {"kind": row.kind, "id": row.id, "title": row.title, "state": row.state.value} for row in found
    ]
    lines = [
        text(
            "take_back.line",
            kind=Label(f"table.{row.kind}"),
            id=row.id,
            state=Label(f"take_back.state.{row.state.value}"),
            title=row.title,
        )
        for row in found
    ]
    return Answer({"rows": payload}, lines)


def _one(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("kind", choices=taking_back.KINDS, help="kind of record")
    parser.add_argument("id", type=number, help="its number in the backup")


def _take_back(desk: Desk) -> Answer:
    backup, words, actor = desk.words.file, desk.words, desk.actor()
    key = _key(backup)
    copies.verify(backup, key)
    row = taking_back.take_back(actor, backup, key, words.kind, words.id)
    said = text("take_back.done", kind=Label(f"table.{words.kind}"), id=row)
    return Answer({"kind": words.kind, "id": row}, (said,))


def _folder(parser: argparse.ArgumentParser) -> None:
    words = "remember this folder (a stick, a share) as the second folder of this machine"
    parser.add_argument("--to", type=Path, metavar="FOLDER", help=words)


def _carry(desk: Desk) -> Answer:
    if desk.words.to is not None:
        keeping.set_outside(desk.words.to)
    made = keeping.carry_outside(keeping.newest_or_made(actor=_keeper(desk)))
    return Answer({"file": str(made)}, (text("backup.carried", file=made),))


COMMANDS = (
    Command("backup now", "Take a verified backup.", _now),
    Command("backup list", "List the backups, here and in the second folder.", _list),
    Command("backup verify", "Check a backup against its manifest.", _verify, _file, opens=False),
    Command("backup look", "Look into a backup without restoring it.", _look, _file),
    Command("backup restore", "Make a new database of a backup.", _restore, _to, opens=False),
    Command("backup rehearse", "Restore a backup into a scratch file and count it.", _rehearse, _maybe_file),
    Command("backup rows", "List records of a backup that are gone or changed.", _rows, _of_kind),
    Command("backup take-back", "Bring one record back from a backup.", _take_back, _one),
    Command("backup carry", "Copy the newest backup to the second folder.", _carry, _folder),
)
