"""The answer form (督办答复表) of one department: its open cases as printed facts, cells to fill, and lists.

What the department fills in reads back as a list of answers: by the number of the case, with a check by which
a changed fact is known. The page of instructions bears a number by which `marks` takes it out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xcdesk import clock
from xcdesk.codes import CaseKind
from xcdesk.errors import DeskError
from xcdesk.files import write_file
from xcdesk.importers import marks, own_kind
from xcdesk.importers.handed_out import GREY, HandedOut, whom_to_ask, written
from xcdesk.importers.returned.cells import lines_in
from xcdesk.normalise import clean
from xcdesk.progress import Operation
from xcdesk.services import cases
from xcdesk.services.cases import RESULTS, RUNNING, CaseFilter, CaseOrder, CaseRow, form_facts
from xcdesk.services.office import office_settings, practising
from xcdesk.services.returns import returns_rules
from xcdesk.wording import Language, text

_ZH: Language = "zh"
_HEAD = 2
"""Row of the headings, from 0; title and unit stand above."""
_BESIDE = 0.5
_INSTRUCTIONS = 7
_PRINTED = ("number", "title", "unit", "promise", "dispatched", "due")
_FILLED = ("result", "answer", "answered_on", "contact")
_WIDTHS: Mapping[str, float] = {
    "number": 18, "title": 34, "unit": 16, "promise": 30, "dispatched": 12, "due": 12,
    "result": 14, "answer": 46, "answered_on": 13, "contact": 12, "token": 22,
}  # fmt: skip
_LONGEST = {"answer": 5000, "contact": 40}


class NothingOpenError(DeskError):
    """No department has a case to answer."""

    code = "case_list.nothing_open"


@dataclass(frozen=True, slots=True)
class Form:
    """The open cases of one unit."""

    unit: str
    unit_id: int
    rows: tuple[CaseRow, ...]

    @property
    def file_name(self) -> str:
        """Name of its file; the unit is found in it again."""
        day = clock.today()
        named = text("case_form.file", _ZH, unit=self.unit, year=day.year, month=day.month, day=day.day)
        return f"{practising.file_name(clean(named))}.xlsx"


def forms(unit: int | None = None) -> tuple[Form, ...]:
    """What each unit has to answer, units in the order of the roster; of one unit where it is given."""
    found = cases.every(CaseFilter(states=RUNNING, unit=unit), CaseOrder.UNIT)
    led: dict[tuple[str, int], list[CaseRow]] = {}
    for row in found:
        if unit is None or row.unit_id == unit:
            led.setdefault((row.unit, row.unit_id), []).append(row)
    return tuple(Form(name, unit_id, tuple(rows)) for (name, unit_id), rows in led.items())


def write_all(wanted: Sequence[Form], folder: Path, operation: Operation | None = None) -> tuple[Path, ...]:
    """Write a form for each unit into ``folder`` and return their places.

    Raises:
        NothingOpenError: there is nothing to answer.
        FileInUseError: a file is open in another program; those before it are written.
        Cancelled: the user stopped it; those before it are written.
    """
    if not wanted:
        raise NothingOpenError
    made = []
    for form in (operation or Operation()).each(wanted, len(wanted), every=1):
        made.append(folder / form.file_name)
        write_file(made[-1], _content(form))
    return tuple(made)


def _content(form: Form) -> bytes:
    title = text("case_form.title", _ZH, unit=form.unit)

    def write(book: Any) -> None:
        writer = _Writer(book, form)
        writer.write_table(title)
        writer.write_instructions()

    return written(title, clock.today(), write)


class _Writer(HandedOut):
    """Writes the two pages of one form."""

    def __init__(self, book: Any, form: Form) -> None:
        super().__init__(book)
        self._form = form
        promised = any(row.kind == CaseKind.COMMITMENT for row in form.rows)
        printed = [name for name in _PRINTED if promised or name != "promise"]
        self._columns = (*printed, *_FILLED, "token")
        self._table, self._instructions = (
            book.add_worksheet(text(name, _ZH)) for name in ("case_form.sheet", "template.instructions")
        )

    def write_table(self, title: str) -> None:
        """The page to fill in; only what is to be filled is not locked."""
        sheet, last = self._table, len(self._columns) - 1
        self.head(sheet, title, last)
        sheet.write_string(1, 0, text("template.unit", _ZH, unit=self._form.unit), self.look())
        for column, name in enumerate(self._columns):
            sheet.set_column(column, column, _WIDTHS[name])
            filled = name in _FILLED
            ground, colour = ("#FFF7E0", "#9C0006") if filled else ("#EEF2F7", "#000000")
            look = self.look(
                bold=True, align="center", border=1, bg_color=ground, font_color=colour, text_wrap=True
            )
            sheet.write_string(_HEAD, column, text(f"case_field.{_HEADINGS.get(name, name)}", _ZH), look)
        for at, row in enumerate(self._form.rows, _HEAD + 1):
            self._write_row(at, row)
        sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True})
        sheet.freeze_panes(_HEAD + 1, 1)
        sheet.repeat_rows(_HEAD)
        first = self._columns.index("result")
        sheet.set_selection(_HEAD + 1, first, _HEAD + 1, first)
        sheet.activate()
        self.set_up(sheet, _BESIDE)

    def write_instructions(self) -> None:
        """What the office asks for, line by line, and whom to ask."""
        sheet, rules = self._instructions, returns_rules.load()
        number = marks.ANSWERS + own_kind.stamped(f"DF-{clock.today():%Y%m%d}-{self._form.unit_id:04d}")
        facts = {"unit": self._form.unit, "count": len(self._form.rows)}
        lines = [text(f"case_form.rule_{at}", _ZH, **facts) for at in range(1, _INSTRUCTIONS + 1)]
        wrapped = self.instruct(sheet, number, lines)
        foot = filter(None, (whom_to_ask(rules), office_settings.load().name))
        for at, line in enumerate(foot, len(lines) + 3):
            sheet.write_string(at, 0, clean(line), wrapped)
        sheet.protect()
        self.set_up(sheet, _BESIDE)

    def _write_row(self, at: int, row: CaseRow) -> None:
        facts = form_facts.printed(row)
        said = {
            "number": cases.number(row, _ZH),
            "dispatched": row.dispatched_on.isoformat() if row.dispatched_on else "",
            "token": form_facts.token(row.id, row.round, facts),
            **facts,
        }
        for column, name in enumerate(self._columns):
            if name in _FILLED:
                self._write_blank(at, column, name, row)
            else:
                small = {"font_size": 8, "font_color": GREY} if name == "token" else {}
                look = self.look(border=1, text_wrap=True, num_format="@", bg_color="#F4F6F9", **small)
                self._table.write_string(at, column, said[name], look)
        longest = max(lines_in(said[name], _WIDTHS[name]) for name in self._columns if name in said)
        self._table.set_row(at, 16 * max(3, longest))

    def _write_blank(self, at: int, column: int, name: str, row: CaseRow) -> None:
        """A cell to fill in, with what may be written into it."""
        shape = "yyyy-mm-dd" if name == "answered_on" else "@"
        look = self.look(border=1, text_wrap=True, num_format=shape, locked=False)
        self._table.write_blank(at, column, None, look)
        rule: dict[str, object] = {"ignore_blank": True, "error_title": text("template.wrong", _ZH)}
        heading = text(f"case_field.{name}", _ZH)
        if name == "result":
            words = [text(f"case.result.{one.value}", _ZH) for one in RESULTS[row.kind]]
            rule |= {"validate": "list", "source": words}
            rule["error_message"] = text("template.not_listed", _ZH, name=heading)
        elif name == "answered_on":
            rule |= {"validate": "date", "criteria": ">=", "value": row.dispatched_on or row.received_on}
            rule["error_message"] = text("case_form.wrong_day", _ZH)
        else:
            rule |= {"validate": "length", "criteria": "<=", "value": _LONGEST[name]}
            rule["error_message"] = text("template.too_long", _ZH, name=heading, limit=_LONGEST[name])
        self._table.data_validation(at, column, at, column, rule)


_HEADINGS = {"dispatched": "dispatched_on"}
"""Columns whose heading stands under another name."""
