"""What holds while many files are imported in a row: what no file needs at once is done beside or after."""

from collections.abc import Iterator
from contextlib import contextmanager

from xcdesk.db import write_ahead
from xcdesk.importers.kept_titles import ROOM, KeptTitles
from xcdesk.services.search import waiting


@contextmanager
def many() -> Iterator[KeptTitles]:
    """Leave the rows of all files to be indexed by `waiting.catch_up` behind the block; make commits short.

    Each commit is as safe as ever when it returns. Gives what each file is prepared with, so that the titles
    of the log are not read again for it.
    """
    kept = KeptTitles(ROOM)
    with waiting.put_off(), write_ahead.copied_beside():
        yield kept
    kept.forget()  # whoever still has it needs none of it for the word index
