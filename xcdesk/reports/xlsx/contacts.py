"""The contact book as a workbook, in the shape that offices send round: a line for each outlet."""

from collections.abc import Sequence
from typing import Any

from xcdesk.codes import ContactRole
from xcdesk.reports.xlsx.book import Book, fit_row, put
from xcdesk.services.office.printed import label
from xcdesk.services.roster.contact_book import BookEntry, ContactBook

_HEAD = 2
"""Row of the upper line of heads, from 0."""
_BODY = _HEAD + 2
_ROLES = (ContactRole.LEADER, ContactRole.LIAISON)
_OTHERS = (ContactRole.ASSIGNED, ContactRole.DUTY_EDITOR)
_PERSON = ("name", "post", "phone")
_WIDTHS = (5, 8, 22, 8, 11, 14, 15, 11, 14, 15, 26, 12, 18)


def write_contacts(book: ContactBook) -> bytes:
    """The workbook; the same input gives the same bytes."""
    made = Book(label("book.title"), book.day)
    sheet = made.sheet(label("book.sheet"), label("book.title"), _WIDTHS)
    sheet.set_landscape()
    sheet.repeat_rows(_HEAD, _HEAD + 1)
    sheet.freeze_panes(_BODY, 3)
    day = label("print.day", year=book.day.year, month=book.day.month, day=book.day.day)
    put(sheet, 1, 0, f"{book.issuer}　{label('book.as_of', day=day)}", made.formats.day_line)
    _heads(sheet, made)
    for number, entry in enumerate(book.entries, 1):
        _line(sheet, made, _BODY + number - 1, (number, entry))
    sheet.set_footer("&C&P / &N")
    return made.finish()


def _heads(sheet: Any, made: Book) -> None:
    head = made.formats.head
    columns = ("number", "tier", "outlet", "kind")
    for column, name in enumerate(columns):
        sheet.merge_range(_HEAD, column, _HEAD + 1, column, label(f"book.{name}"), head)
    at = len(columns)
    for role in _ROLES:
        sheet.merge_range(_HEAD, at, _HEAD, at + 2, label(f"contact_role.{role.value}"), head)
        for column, name in enumerate(_PERSON, at):
            put(sheet, _HEAD + 1, column, label(f"book.{name}"), head)
        at += len(_PERSON)
    for column, name in enumerate(("others", "verified", "remark"), at):
        sheet.merge_range(_HEAD, column, _HEAD + 1, column, label(f"book.{name}"), head)


def _line(sheet: Any, made: Book, row: int, numbered: tuple[int, BookEntry]) -> None:
    number, entry = numbered
    formats, outlet = made.formats, entry.outlet
    sheet.write_number(row, 0, number, formats.figure)
    words = [
        label(f"tier.{outlet.tier.value}"),
        outlet.name,
        label(f"outlet_kind.{outlet.kind.value}"),
        *(word for role in _ROLES for word in _person(entry, role)),
        _others(entry),
    ]
    for column, word in enumerate(words, 1):
        put(sheet, row, column, word, formats.wrapped)
    after = 1 + len(words)
    fit_row(sheet, row, words, _WIDTHS[1:after])
    if outlet.verified_on is None:
        put(sheet, row, after, label("book.never"), formats.text)
    else:
        sheet.write_datetime(row, after, made.moment(outlet.verified_on), formats.day)
    put(sheet, row, after + 1, outlet.note, formats.wrapped)


def _person(entry: BookEntry, role: ContactRole) -> Sequence[str]:
    person = entry.holder(role)
    if person is None:
        return (label("book.gap") if role in entry.missing else "", "", "")
    return (person.name, person.post, person.phone)


def _others(entry: BookEntry) -> str:
    found = [(role, entry.holder(role)) for role in _OTHERS]
    return "；".join(
        " ".join(filter(None, (label(f"contact_role.{role.value}"), person.name, person.phone)))
        for role, person in found
        if person is not None
    )
