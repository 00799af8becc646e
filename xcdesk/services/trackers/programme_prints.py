"""The programmes and columns of the outlets as a list to print, with the gaps and what ran in each."""

import datetime as dt

from xcdesk import clock
from xcdesk.services.counts import programme_counts
from xcdesk.services.counts.counting import ItemCount
from xcdesk.services.office import counting_rules, office_settings
from xcdesk.services.office.counting_rules import CountingRule
from xcdesk.services.office.printed import Period, label
from xcdesk.services.roster import programmes
from xcdesk.services.roster.programmes import OutletProgramme
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.texts.documents import Block, BlockKind, Document

Cells = tuple[str, ...]

_HEADS = ("number", "outlet", "programme", "kind", "opened", "closed", "state", "pieces", "placements")


def programme_sheet() -> Printout:
    """The programmes and columns of every outlet with their days and reports of this year, and the gaps."""
    day = clock.today()
    counts = programme_counts.by_programme(day.replace(month=1, day=1), day)
    rows = [
        _programme(row, number, day, counts.get(row.id))
        for number, row in enumerate(programmes.of_all_outlets(), 1)
    ]
    gaps = [row.name for row in programmes.without_column(day)]
    words = label("programmes.gaps", names="、".join(gaps)) if gaps else label("programmes.complete")
    blocks = [Block(BlockKind.TABLE, rows=(_heads(), *rows))] if rows else []
    rule = counting_rules.words(CountingRule.PROGRAMMES, year=day.year)
    blocks += [Block(BlockKind.RULE, words), Block(BlockKind.RULE, rule)]
    title, under = label("programmes.title"), label("book.as_of", day=Period(day, day).words)
    figures = frozenset(label(f"programmes.{name}") for name in ("pieces", "placements"))
    return Printout(title, under, office_settings.load().issuer, day, Document(tuple(blocks)), figures)


def _heads() -> Cells:
    return tuple(label(f"programmes.{name}") for name in _HEADS)


def _programme(one: OutletProgramme, number: int, day: dt.date, ran: ItemCount | None) -> Cells:
    row = one.row
    closed = row.closed_on is not None and row.closed_on <= day
    state = "closed" if closed else "open" if row.is_open(day) else "idle"
    counts = (str(ran.pieces), str(ran.placements)) if ran is not None else ("0", "0")
    return (
        str(number),
        one.outlet,
        row.name,
        label("programmes.column") if row.is_column else "",
        row.opened_on.isoformat() if row.opened_on else "",
        row.closed_on.isoformat() if row.closed_on else "",
        label(f"programmes.state.{state}"),
        *counts,
    )
