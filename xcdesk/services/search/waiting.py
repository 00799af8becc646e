"""Rows that wait for the word index: an import of many files has them indexed once, behind its last one."""

from xcdesk import store
from xcdesk.db import word_index
from xcdesk.db.base import database
from xcdesk.progress import Operation

put_off = word_index.put_off


def catch_up(operation: Operation | None = None) -> None:
    """Index what waits, if one may write; whoever searches calls this first, so that nothing is missed.

    Some thousand rows make a transaction, so that other desks can save in between. What a kill leaves undone
    still waits, and the next one to search goes on.

    Raises:
        Cancelled: the user stopped it; the rest goes on waiting.
    """
    operation = operation or Operation()
    while not store.is_unchecked() and word_index.behind(database.obj):
        operation.check()
        with word_index.put_off(), database.atomic():
            done = word_index.step(database.obj)
        if not done:  # another desk has just done it
            break
