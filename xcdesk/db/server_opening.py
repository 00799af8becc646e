"""Opening a server's database: who is let in, what is refused and by which name, whose session it is."""

from peewee import Database, OperationalError

from xcdesk import passwords
from xcdesk.db import base
from xcdesk.db.location import Location
from xcdesk.db.opening import ForeignStoreError, MissingStoreError, StoreExistsError
from xcdesk.db.server_handle import ServerHandle
from xcdesk.errors import DeskError

_SIGN_IN = ("password authentication failed", "no password supplied", "does not exist")


class UnreachableStoreError(DeskError):
    """The database server does not answer, or refuses the sign-in."""

    code = "store.unreachable"


class SignInError(UnreachableStoreError):
    """The server answers, and refuses the user name or the password."""

    code = "store.sign_in"


def connected(location: Location) -> ServerHandle:
    """A connected handle of a server's database, whatever lies in it; whoever asked closes it.

    The password is the one in the address, the one typed in this sitting, or the one that the keyring keeps.

    Raises:
        SignInError, UnreachableStoreError: nobody is let in, or nobody answers.
    """
    url, typed = passwords.split(location.url or "")
    handle = base.postgresql(url, typed or passwords.find(url))
    try:
        handle.connect()
    except OperationalError as error:
        wrong = any(sign in str(error) for sign in _SIGN_IN)
        raise (SignInError if wrong else UnreachableStoreError)(address=str(location)) from error
    return handle


def open_office(location: Location, *, create: bool) -> ServerHandle:
    """A connected handle of an office on a server, or of one that is to be made there.

    Raises:
        SignInError, UnreachableStoreError: nobody is let in, or nobody answers.
        StoreExistsError: an office is to be made, and there is one.
        MissingStoreError, ForeignStoreError: there is none; nothing lies there, or something else.
    """
    handle = connected(location)
    handle.guarded = _keeps_the_rules(handle)
    ours = handle.table_exists("schema_migration")
    if create and ours:
        handle.close()
        raise StoreExistsError(path=str(location))
    if not create and not ours:
        empty = not handle.get_tables()
        handle.close()
        raise MissingStoreError(path=str(location)) if empty else ForeignStoreError(path=str(location))
    return handle


def _keeps_the_rules(handle: Database) -> bool:
    """Whether roles were written for this office, and the session is a person's, not that of its keeper."""
    return has_roles(handle) and not handle.execute_sql("SELECT desk.keeper()").fetchone()[0]


def has_roles(handle: Database) -> bool:
    """Whether roles were written for the office there."""
    return bool(handle.execute_sql("SELECT to_regnamespace('desk') IS NOT NULL").fetchone()[0])
