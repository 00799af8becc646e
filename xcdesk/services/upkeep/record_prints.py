"""The filtered record as a list to print, and the words that tell what it was filtered by."""

from collections.abc import Sequence

from xcdesk import clock
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.services.office import office_settings
from xcdesk.services.record import audit, record_book, record_check
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.record_book import RecordFilter, RecordRow
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.texts.documents import Block, BlockKind, Document
from xcdesk.wording import Language, text

HEADS = ("id", "at", "who", "act", "about", "details")
MOST_PRINTED = 2_000
"""Entries that are set on pages; more are for a workbook."""
_DIGEST_SHOWN = 12


class TooManyToPrintError(DeskError):
    """So many entries are no list that anybody reads on paper; facts ``count`` and ``most``."""

    code = "record.too_many"


def printout(chosen: RecordFilter, actor: Actor, operation: Operation) -> Printout:
    """The entries, latest first, with who exported them and the end of the record under them.

    Raises:
        TooManyToPrintError: there are more than `MOST_PRINTED`.
        Cancelled: the operation was stopped.
    """
    count = record_book.count(chosen)
    if count > MOST_PRINTED:
        raise TooManyToPrintError(count=count, most=MOST_PRINTED)
    rows = [heads("zh")]
    rows += [tuple(map(str, cells(row, "zh"))) for row in record_book.everything(chosen, operation)]
    blocks = [Block(BlockKind.TABLE, rows=tuple(rows))] if count else []
    blocks += [Block(BlockKind.RULE, note) for note in notes(count, actor, "zh")]
    issuer = office_settings.load().issuer
    return Printout(
        text("record.title", "zh"), subtitle(chosen, "zh"), issuer, clock.today(), Document(tuple(blocks))
    )


def heads(language: Language | None) -> tuple[str, ...]:
    """Headings of the list."""
    return tuple(text(f"record.head.{name}", language) for name in HEADS)


def cells(row: RecordRow, language: Language | None) -> tuple[str | int, ...]:
    """One entry as a row of the list."""
    return (
        row.id,
        f"{clock.local(row.told.at):%Y-%m-%d %H:%M:%S}",
        row.told.who,
        record_book.action_words(row.told.action, language),
        row.about(language),
        row.details(language),
    )


def subtitle(chosen: RecordFilter, language: Language | None) -> str:
    """What was let through: person, days, act, subject and words."""
    who = record_book.choices().people.get(chosen.who, chosen.who) or text("record.by_all", language)
    parts = [who, _days(chosen, language)]
    if chosen.action:
        parts.append(record_book.action_words(chosen.action, language))
    if chosen.kind:
        parts.append(text(f"what.{chosen.kind}", language))
    if chosen.subject:
        parts.append(chosen.subject)
    if chosen.words:
        parts.append(text("record.holding", language, words=chosen.words))
    return " · ".join(parts)


def notes(count: int, actor: Actor, language: Language | None) -> Sequence[str]:
    """Lines under the list: how many, by whom exported, the end of the record, the last verification."""
    end = audit.anchor()
    anchor = f"{end.count}/{end.digest[:_DIGEST_SHOWN]}"
    day = clock.today().isoformat()
    return (
        text("record.written", language, count=count, day=day, who=actor.name, anchor=anchor),
        last_words(language),
    )


def last_words(language: Language | None) -> str:
    """When the record was verified last, and by whom."""
    last = record_check.last_verified(language)
    if last is None:
        return text("record.never_verified", language)
    when = f"{clock.local(last.at):%Y-%m-%d %H:%M}"
    return text("record.last_verified" if last.ok else "record.last_found", language, when=when, who=last.who)


def _days(chosen: RecordFilter, language: Language | None) -> str:
    if chosen.since is None and chosen.until is None:
        return text("record.all_days", language)
    since = chosen.since.isoformat() if chosen.since else text("record.from_start", language)
    until = chosen.until.isoformat() if chosen.until else text("record.to_now", language)
    return text("record.days", language, since=since, until=until)
