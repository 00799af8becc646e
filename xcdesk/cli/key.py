"""Console commands on the encryption of the whole file."""

import argparse

from xcdesk import store
from xcdesk.cli import asking
from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.services.backups import encryption
from xcdesk.wording import text


def _options(parser: argparse.ArgumentParser) -> None:
    words = "remove the backups that anybody can read, once an encrypted one has passed its check"
    parser.add_argument("--drop-readable", action="store_true", help=words)


def _set(desk: Desk) -> Answer:
    actor = desk.actor()
    done = encryption.encrypt(actor, asking.new_passphrase(), drop_readable=desk.words.drop_readable)
    left = encryption.readable_backups()
    payload = {"encrypted": True, "backup": done.backup, "removed": done.removed, "readable_backups": left}
    lines = [text("key.set", file=done.backup)]
    if left:
        lines.append(text("key.readable", count=left))
    return Answer(payload, lines)


def _remove(desk: Desk) -> Answer:
    done = encryption.decrypt(desk.actor())
    return Answer({"encrypted": False, "backup": done.backup}, (text("key.removed"),))


def _state(_desk: Desk) -> Answer:
    keyed, left = bool(store.key()), encryption.readable_backups()
    words = text("key.is_set" if keyed else "key.is_not_set")
    return Answer({"encrypted": keyed, "readable_backups": left}, (words,))


COMMANDS = (
    Command("key state", "Tell whether the file is encrypted.", _state),
    Command("key set", "Encrypt the whole file, or change its passphrase.", _set, _options),
    Command("key remove", "Take the encryption off.", _remove),
)
