"""The recovery key of private details as a page to be locked away."""

from xcdesk import clock
from xcdesk.services.office import office_settings
from xcdesk.services.office.printed import label
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.texts.documents import Block, BlockKind, Document

_LINES = ("for", "use", "once", "keep")


def key_page(by: Actor, recovery: str) -> Printout:
    """One page: the key, what it is for, and how it is used."""
    day = clock.today()
    when = label("print.day", year=day.year, month=day.month, day=day.day)
    table = (
        (label("case_key.made"), label("case_key.by")),
        (when, f"{by.name} {by.post}".strip()),
    )
    blocks = [
        Block(BlockKind.PARAGRAPH, recovery),
        Block(BlockKind.TABLE, rows=table),
        *(Block(BlockKind.PARAGRAPH, label(f"case_key.{line}")) for line in _LINES),
    ]
    name = office_settings.load().name
    return Printout(label("case_key.title"), name, "", day, Document(tuple(blocks)))
