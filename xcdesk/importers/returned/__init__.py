"""The returned workbook (退回表): the sender's own rows, faulty cells red, and a column of reasons.

`own` takes the sender's .xlsx with all its looks, `rebuilt` makes any other format anew, `marking` colours
and explains, `page` writes the page of explanations in front. What is put in here, `marks` takes out again.
"""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from xcdesk.files import write_file
from xcdesk.importers import marks
from xcdesk.importers.plan import FilePlan
from xcdesk.importers.records import CheckedSheet, RowStatus
from xcdesk.importers.returned import cells, letter, marking, own, page, rebuilt
from xcdesk.importers.returned.marking import RED

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["RED", "name_for", "write"]


def name_for(path: Path) -> str:
    """File name of the returned workbook of ``path``; one that comes back wrong keeps its name."""
    return f"{marks.PREFIX}{path.stem.removeprefix(marks.PREFIX)}.xlsx"


def write(plan: FilePlan, target: Path, *, only_turned_down: bool = False) -> int:
    """Write the returned workbook of a file to ``target``.

    The sender's own xlsx keeps its looks; any other format is built anew from its cells and, where the format
    tells them, its looks.

    Args:
        plan: the file as understood and compared.
        target: a file there is replaced.
        only_turned_down: hide the other rows; the numbers of the rows stay those of the sender.

    Returns:
        How many rows are turned down.

    Raises:
        FileInUseError: the target is open in another program or may not be written.
    """
    titles = cells.titles(plan)
    book = own.load(plan) or rebuilt.build(plan)
    for sheet, sender_page in _marked(plan, book, titles):
        marking.mark(sender_page, sheet, only_turned_down=only_turned_down)
    read = [sheet for sheet in plan.book.sheets if plan.said.with_hidden or not sheet.hidden]
    page.put_first(book, letter.of(plan), [(titles[sheet.name], sheet) for sheet in read])
    for each in book.worksheets:
        cells.keep_text(each)
    content = io.BytesIO()
    book.save(content)
    write_file(target, content.getvalue())
    return plan.counts()[RowStatus.ERROR]


def _marked(
    plan: FilePlan, book: "Workbook", titles: dict[str, str]
) -> Iterator[tuple[CheckedSheet, "Worksheet"]]:
    for sheet in plan.book.sheets:
        if (plan.said.with_hidden or not sheet.hidden) and sheet.rows:
            page = book[titles[sheet.name]]
            if plan.said.with_hidden:
                marking.uncover(page, sheet)
            yield sheet, page
