"""The recovery code as a page to be locked away."""

from xcdesk import clock
from xcdesk.services.office import office_settings
from xcdesk.services.office.printed import label
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.texts.documents import Block, BlockKind, Document

_LINES = ("for", "window", "console", "once", "keep")


def recovery_page(by: Actor, code: str) -> Printout:
    """One page: what the code is for, the code, and how it is used.

    An office that has not told its name yet, for the code is made before all else, writes it by hand.
    """
    day = clock.today()
    when = label("print.day", year=day.year, month=day.month, day=day.day)
    office = office_settings.load().name if office_settings.is_told() else label("recovery.office")
    table = (
        (label("recovery.head.code"), label("recovery.head.made"), label("recovery.head.by")),
        (code, when, f"{by.name} {by.post}".strip()),
    )
    blocks = [
        Block(BlockKind.TABLE, rows=table),
        *(Block(BlockKind.PARAGRAPH, label(f"recovery.{line}")) for line in _LINES),
    ]
    return Printout(label("recovery.title"), office, "", day, Document(tuple(blocks)))
