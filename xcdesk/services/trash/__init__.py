"""The trash (回收站): what was removed lies here for some days, and is put back or removed for good."""

from xcdesk.services.trash.emptying import may_purge, purge, purge_old
from xcdesk.services.trash.kinds import KINDS
from xcdesk.services.trash.listing import TrashKey, TrashPage, TrashRow, key_of, page
from xcdesk.services.trash.restoring import Refused, Restored, put_away, restore, restore_all

__all__ = [
    "KINDS",
    "Refused",
    "Restored",
    "TrashKey",
    "TrashPage",
    "TrashRow",
    "key_of",
    "may_purge",
    "page",
    "purge",
    "purge_old",
    "put_away",
    "restore",
    "restore_all",
]
