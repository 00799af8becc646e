"""The driver of PostgreSQL: loaded when a server is opened, not whenever peewee is.

peewee imports every driver that it finds. That of PostgreSQL brings asyncio, ssl and email with it: a tenth
of a second and 20 MB at each start, for desks of which most have a file. So it is not found while peewee is
imported, and peewee is given it here before the first server is opened, at the start or when an office moves.
"""

import sys
from typing import Any

_NAME = "psycopg"


class _NotYet:
    """A finder that finds nothing; it says that the driver is missing when it is peewee that asks."""

    def find_spec(self, fullname: str, *_where: object) -> None:
        if fullname == _NAME and _peewee_is_being_imported():
            raise ModuleNotFoundError(f"{_NAME} is loaded when a server is opened", name=_NAME)


def _peewee_is_being_imported() -> bool:
    peewee = sys.modules.get("peewee")
    return peewee is not None and not hasattr(peewee, "Model")


def leave_for_later() -> None:
    """Let peewee be imported without the driver from now on."""
    if not any(isinstance(finder, _NotYet) for finder in sys.meta_path):
        sys.meta_path.insert(0, _NotYet())


def load() -> None:
    """Import the driver and give peewee what it would have taken of it."""
    import peewee  # only now, or `leave_for_later` would come too late
    import psycopg
    from psycopg.pq import TransactionStatus
    from psycopg.types.json import Json, Jsonb

    given: Any = peewee  # its stubs know none of these names
    if given.psycopg is not None:
        return
    given.TransactionStatus, given.Json_pg3, given.Jsonb_pg3 = TransactionStatus, Json, Jsonb
    adapter = given.Psycopg3Adapter
    adapter.txn_idle = TransactionStatus.IDLE
    adapter.txn_inerror = TransactionStatus.INERROR
    adapter.txn_unknown = TransactionStatus.UNKNOWN
    given.psycopg = psycopg
