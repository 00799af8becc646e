"""Who is editing what at this moment, at which desk: advice; what keeps rows safe is their version.

At a server an editor holds an advisory lock of its session, shared with whoever else edits the same, which
goes with it however it ends; a bell tells the others that somebody came or left. A file is shown in one
window only, so that nobody else can be there.
"""

import contextlib
import platform
import re
import zlib
from dataclasses import dataclass
from typing import Any

from peewee import PeeweeException

from xcdesk.db import bell
from xcdesk.db.base import database, is_sqlite
from xcdesk.models import User
from xcdesk.services.record.actor import Actor

_HIGHEST = 0x7FFFFFFF
_MARK = "xcdesk"
_DESK_SHOWN = 32


_HOLDERS = """
    SELECT DISTINCT a.application_name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'advisory' AND l.granted AND l.pid <> pg_backend_pid() AND l.objsubid = 2
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND l.classid::bigint = %s AND l.objid::bigint = %s
    ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody who is editing a row: his name, and what his machine is called."""

    name: str
    desk: str


def sit_down(actor: Actor) -> None:
    """Let the other desks see who sits at this one, and what it is called."""
    if is_sqlite(database):
        return
    desk = re.sub(r"[^\w.-]", "", platform.node(), flags=re.ASCII)[:_DESK_SHOWN]
    name = f"{_MARK} {actor.id} {desk}"  # a server shows the name of an application in ASCII only
    database.obj.connect_params["application_name"] = name
    database.execute_sql("SELECT set_config('application_name', %s, false)", (name,))


def begin(kind: str, row: int) -> tuple[Presence, ...]:
    """Say that one is editing a row; who else is, and these are told as well.

    Nobody is a reason not to go on: the second of two saves is compared field by field.
    """
    if is_sqlite(database):
        return ()
    database.execute_sql("SELECT pg_try_advisory_lock_shared(%s, %s)", (_class(kind), row))
    bell.tell_of_presence(database.obj)
    return editing(kind, row)


def end(kind: str, row: int) -> None:
    """Say that one has left it."""
    if not is_sqlite(database):
        database.execute_sql("SELECT pg_advisory_unlock_shared(%s, %s)", (_class(kind), row))
        bell.tell_of_presence(database.obj)


def editing(kind: str, row: int) -> tuple[Presence, ...]:
    """Who else is editing a row."""
    if is_sqlite(database):
        return ()
    found = database.execute_sql(_HOLDERS, (_class(kind), row)).fetchall()
    return tuple(_presence(str(name)) for (name,) in found)


def _presence(application: str) -> Presence:
    mark, _, rest = application.partition(" ")
    person, _, desk = rest.partition(" ")
    known: Any = User.get_or_none(User.id == int(person)) if mark == _MARK and person.isdigit() else None
    return Presence(known.name if known else "", desk)


class Stay:
    """One's own stay at a row, from the opening of an editor to its end."""

    def __init__(self, kind: str, row: int) -> None:
        self._kind, self._row = kind, row
        self._there = False

    def begin(self) -> tuple[Presence, ...]:
        """Say that one is there; who else is. A server that is away knows nobody."""
        with contextlib.suppress(PeeweeException):
            others = begin(self._kind, self._row)
            self._there = True
            return others
        return ()

    def others(self) -> tuple[Presence, ...]:
        """Who else is there by now; nobody once one has left."""
        if self._there:
            with contextlib.suppress(PeeweeException):
                return editing(self._kind, self._row)
        return ()

    def end(self) -> None:
        """Say that one has left."""
        if self._there:
            self._there = False
            with contextlib.suppress(PeeweeException):
                end(self._kind, self._row)


def _class(kind: str) -> int:
    """The number that stands for a table among advisory locks."""
    return zlib.crc32(kind.encode()) & _HIGHEST
