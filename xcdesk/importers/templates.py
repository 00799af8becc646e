"""The blank return (报送表模板) of one unit and month: lists to choose from, checks of days and titles.

What a sender fills in reads back without loss. The page of instructions and the page of lists bear a number
by which `marks` takes them out before a file is read, whatever has become of their names.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xcdesk import clock
from xcdesk.codes import Vocabulary
from xcdesk.files import write_file
from xcdesk.importers import marks, own_kind
from xcdesk.importers.fields import LONGEST
from xcdesk.importers.handed_out import LINE, HandedOut, whom_to_ask, written
from xcdesk.importers.records import Field
from xcdesk.importers.synonyms import LABELS
from xcdesk.normalise import clean
from xcdesk.progress import Operation
from xcdesk.services.office import office_settings, practising, terms, workdays
from xcdesk.services.returns import returns_rules
from xcdesk.services.returns.returns_rules import ReturnsRules
from xcdesk.services.roster import outlets
from xcdesk.services.roster.lexicon import TIER_WORDS
from xcdesk.services.roster.units import UnitRow
from xcdesk.wording import Language, text

_ZH: Language = "zh"
_ROWS = 500
"""Rows that are checked while they are filled in."""
_DRAWN = 20
"""Rows that are drawn as a grid; later ones get their lines when something is written."""
_HEAD = 2
"""Row of the headings, from 0; title and unit stand above."""
_WIDTHS: Mapping[Field, float] = {
    Field.DATE: 12,
    Field.OUTLET: 18,
    Field.TITLE: 46,
    Field.FORM: 11,
    Field.THEME: 15,
    Field.TIER: 9,
    Field.PROGRAMME: 14,
    Field.SLOT: 9,
    Field.AUTHOR: 12,
    Field.URL: 24,
    Field.NOTE: 14,
}
_REQUIRED = frozenset({Field.DATE, Field.OUTLET, Field.TITLE})
_AS_TEXT: Mapping[str, object] = {"num_format": "@"}
_RED = "#9C0006"
_BESIDE = 0.6
"""Width of the page of instructions in characters, and height of its lines in points."""


@dataclass(frozen=True, slots=True)
class _Form:
    """What a template is made of."""

    unit: UnitRow
    month: dt.date
    lists: Mapping[Field, Sequence[str]]
    rules: ReturnsRules
    office: str

    @property
    def number(self) -> str:
        """By which its pages are known."""
        return marks.TEMPLATE + own_kind.stamped(f"MB-{self.month:%Y%m}-{self.unit.id:04d}")

    @property
    def facts(self) -> Mapping[str, object]:
        """For the sentences printed on it."""
        last = clock.month_of(self.month)[1]
        due = self.rules.deadline(self.month, workdays.load())
        return {
            "unit": self.unit.name,
            "year": self.month.year,
            "month": self.month.month,
            "last": last.day,
            "due": text("returned.day", _ZH, year=due.year, month=due.month, day=due.day),
            "office": self.office,
        }


def name_for(unit: UnitRow, month: dt.date) -> str:
    """File name of the template of a unit for a month; ``unit_within`` finds the unit in it again."""
    named = text("template.file", _ZH, unit=unit.name, year=month.year, month=month.month)
    return f"{practising.file_name(clean(named))}.xlsx"


def write(unit: UnitRow, month: dt.date, target: Path) -> None:
    """Write the template of a unit for the month that holds ``month``.

    Raises:
        FileInUseError: the target is open in another program or may not be written.
    """
    write_file(target, _content(_form(unit, month, _lists())))


def write_all(
    units: Sequence[UnitRow], month: dt.date, folder: Path, operation: Operation | None = None
) -> tuple[Path, ...]:
    """Write a template for each unit into ``folder`` and return their places, in the order of the units.

    Raises:
        FileInUseError: a file is open in another program; those before it are written.
        Cancelled: the user stopped it; those before it are written.
    """
    lists, made = _lists(), []
    for unit in (operation or Operation()).each(units, len(units), every=1):
        target = folder / name_for(unit, month)
        write_file(target, _content(_form(unit, month, lists)))
        made.append(target)
    return tuple(made)


def _form(unit: UnitRow, month: dt.date, lists: Mapping[Field, Sequence[str]]) -> _Form:
    first = clock.month_of(month)[0]
    return _Form(unit, first, lists, returns_rules.load(), office_settings.load().name)


def _lists() -> dict[Field, Sequence[str]]:
    """What may be chosen, by field."""
    return {
        Field.OUTLET: [clean(outlet.name) for outlet in outlets.outlets()],
        Field.FORM: [clean(term.label) for term in terms.terms(Vocabulary.FORM)],
        Field.THEME: [clean(term.label) for term in terms.terms(Vocabulary.THEME)],
        Field.TIER: [tier.spellings[0] for tier in TIER_WORDS],
    }


def _content(form: _Form) -> bytes:
    title = text("template.title", _ZH, **form.facts)

    def write(book: Any) -> None:
        writer = _Writer(book, form)
        writer.write_table(title)
        writer.write_instructions()
        writer.write_lists()

    return written(title, form.month, write)


class _Writer(HandedOut):
    """Writes the three pages of one template."""

    def __init__(self, book: Any, form: _Form) -> None:
        super().__init__(book)
        self._form = form
        self._fields = tuple(field for field in LABELS.values() if field != Field.UNIT)
        self._names = {field: label for label, field in LABELS.items()}
        names = ("template.sheet", "template.instructions", "template.lists")
        table, instructions, lists = (book.add_worksheet(text(name, _ZH)) for name in names)
        self._table, self._instructions, self._lists = table, instructions, lists

    def write_table(self, title: str) -> None:
        """The page to fill in."""
        sheet, last = self._table, len(self._fields) - 1
        self.head(sheet, title, last)
        plain = self.look(font_size=11)
        for column, key in ((0, "template.unit"), (3, "template.person"), (7, "template.phone")):
            sheet.write_string(1, column, text(key, _ZH, **self._form.facts), plain)
        sheet.set_row(1, 22)
        self._write_headings()
        for field, place in self._places().items():
            self._check(field, place)
        self._draw_grid(last)
        self.set_up(sheet, _BESIDE)
        sheet.center_horizontally()
        sheet.freeze_panes(_HEAD + 1, 0)
        sheet.repeat_rows(_HEAD)
        sheet.set_selection(_HEAD + 1, 0, _HEAD + 1, 0)
        sheet.activate()

    def write_instructions(self) -> None:
        """What the office asks for, line by line."""
        sheet = self._instructions
        lines = [text(f"template.rule_{number}", _ZH, **self._form.facts) for number in range(1, 8)]
        lines += [line.strip() for line in self._form.rules.rules.splitlines() if line.strip()]
        wrapped = self.instruct(sheet, self._form.number, lines)
        for row, line in enumerate(self._persons(), len(lines) + 2):
            sheet.write_string(row, 0, clean(line), wrapped)
            sheet.set_row(row, LINE)
        self.set_up(sheet, _BESIDE)
        sheet.center_horizontally()

    def write_lists(self) -> None:
        """What may be chosen, on a page that is not shown, each list under a name of its own."""
        sheet = self._lists
        sheet.write_string(0, 0, self._form.number)
        for column, (field, values) in enumerate(self._form.lists.items()):
            sheet.write_string(1, column, self._names[field])
            for row, value in enumerate(values, 2):
                sheet.write_string(row, column, value)
            letter, last = chr(ord("A") + column), max(3, len(values) + 2)
            place = f"='{sheet.get_name()}'!${letter}$3:${letter}${last}"
            self.book.define_name(self._list_name(field), place)
        sheet.hide()

    def _list_name(self, field: Field) -> str:
        return text("template.list", _ZH, name=self._names[field])

    def _places(self) -> dict[Field, int]:
        return {field: column for column, field in enumerate(self._fields)}

    def _persons(self) -> list[str]:
        asked = whom_to_ask(self._form.rules)
        return ["", asked, self._form.office] if asked else ["", self._form.office]

    def _write_headings(self) -> None:
        for field, column in self._places().items():
            colour = _RED if field in _REQUIRED else "#000000"
            look = self.look(
                bold=True, align="center", border=1, bg_color="#EEF2F7", font_color=colour, text_wrap=True
            )
            self._table.write_string(_HEAD, column, self._names[field], look)
        self._table.set_row(_HEAD, 26)

    def _draw_grid(self, last: int) -> None:
        sheet = self._table
        for field, column in self._places().items():
            shown = {"num_format": "yyyy-mm-dd", "align": "center"} if field == Field.DATE else _AS_TEXT
            wrap = {"text_wrap": field == Field.TITLE}
            sheet.set_column(column, column, _WIDTHS[field], self.look(**shown, **wrap))
            lined = self.look(**shown, **wrap, border=1)
            for row in range(_HEAD + 1, _HEAD + 1 + _DRAWN):
                sheet.write_blank(row, column, None, lined)
        first = _HEAD + _DRAWN + 2
        written = f"=COUNTA($A{first}:${chr(ord('A') + last)}{first})>0"
        rule = {"type": "formula", "criteria": written, "format": self.book.add_format({"border": 1})}
        sheet.conditional_format(first - 1, 0, _HEAD + _ROWS, last, rule)

    def _check(self, field: Field, column: int) -> None:
        """What may be written into a column."""
        rule: dict[str, object] = {"error_title": text("template.wrong", _ZH), "ignore_blank": True}
        if field in self._form.lists:
            rule |= {"validate": "list", "source": f"={self._list_name(field)}"}
            rule["error_message"] = text("template.not_listed", _ZH, name=self._names[field])
        elif field == Field.DATE:
            rule |= self._of_month()
        elif field in LONGEST:
            rule |= {"validate": "length", "criteria": "<=", "value": LONGEST[field]}
            rule["error_message"] = text(
                "template.too_long", _ZH, name=self._names[field], limit=LONGEST[field]
            )
        else:
            return
        self._table.data_validation(_HEAD + 1, column, _HEAD + _ROWS, column, rule)

    def _of_month(self) -> dict[str, object]:
        first, last = clock.month_of(self._form.month)
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": first,
            "maximum": last,
            "input_title": self._names[Field.DATE],
            "input_message": text("template.day_hint", _ZH, **self._form.facts),
            "error_message": text("template.wrong_day", _ZH, **self._form.facts),
        }
