"""What workbooks that are handed out to be filled in have in common: looks, a page of instructions, paper."""

import datetime as dt
import io
from collections.abc import Callable, Sequence
from typing import Any

from xcdesk.importers.returned.cells import lines_in
from xcdesk.normalise import clean
from xcdesk.services.returns.returns_rules import ReturnsRules
from xcdesk.wording import text

LINE = 22
"""Height of a line of instructions, in points."""
GREY = "#6B7480"
_A4 = 9
_BROAD = 96


def written(title: str, day: dt.date, write: Callable[[Any], object]) -> bytes:
    """A workbook with its title and day, as ``write`` fills it; nothing typed becomes a formula or a link."""
    import xlsxwriter  # start-up time

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(content, options)
    book.set_properties({"title": title, "created": dt.datetime.combine(day, dt.time())})
    write(book)
    book.close()
    return content.getvalue()


def whom_to_ask(rules: ReturnsRules) -> str:
    """Person, telephone and mailbox of the office, as far as it has said them."""
    known = (
        (rules.contact, "returned.contact"),
        (rules.phone, "returned.phone"),
        (rules.mailbox, "template.mailbox"),
    )
    return "　".join(text(key, "zh", value=value) for value, key in known if value)


class HandedOut:
    """Pages of one workbook."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def look(self, **wanted: object) -> Any:
        """A format; the same one is made once."""
        facts = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", **wanted}
        key = tuple(sorted(facts.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format(facts)
        return self._made[key]

    def head(self, sheet: Any, title: str, last: int) -> None:
        """The title over the columns up to ``last``."""
        look = self.look(font_size=16, bold=True, align="center")
        sheet.merge_range(0, 0, 0, last, "", look)
        sheet.write_string(0, 0, title, look)
        sheet.set_row(0, 32)

    def instruct(self, sheet: Any, number: str, lines: Sequence[str]) -> Any:
        """Heading, number of the workbook and numbered lines; the look of the lines, for what follows."""
        sheet.set_column(0, 0, _BROAD)
        sheet.hide_gridlines(2)
        heading = self.look(font_size=16, bold=True, align="center")
        sheet.write_string(0, 0, text("template.instructions", "zh"), heading)
        sheet.write_string(1, 0, number, self.look(font_color=GREY))
        wrapped = self.look(font_size=12, text_wrap=True)
        for row, line in enumerate(lines, 2):
            words = f"{row - 1}．{clean(line)}"
            sheet.write_string(row, 0, words, wrapped)
            sheet.set_row(row, LINE * lines_in(words, _BROAD))
        return wrapped

    def set_up(self, sheet: Any, beside: float) -> None:
        """A4 across, all columns on one page, ``beside`` inches left and right."""
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.set_margins(left=beside, right=beside, top=0.7, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&C{text('sheet.page', 'zh')}")
