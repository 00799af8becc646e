"""The log on its way out: to a workbook, or to the clipboard as a table."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStringListModel
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from ui import format as shown
from ui.dialogs.other_name import other_name
from ui.language import language
from ui.pages.page import Page
from ui.refusals import TooManyToCopyError
from ui.tablemodels.coverage_cells import as_html, as_text, columns_of, lines
from xcdesk import clock
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.reports.xlsx.table import write_table
from xcdesk.services.counts.item_filter import ItemField, ItemFilter
from xcdesk.services.log import arrangement, coverage_log
from xcdesk.services.log.arrangement import Order
from xcdesk.services.log.coverage_log import ItemRow
from xcdesk.services.office import counting_rules, practising
from xcdesk.services.office.counting_rules import CountingRule

MOST_COPIED = 10_000
"""Rows that the clipboard takes; more make other programs slow, and a workbook takes them."""


class LogOutput(QObject):
    """Works for the page, which shows progress and refusals."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._again: partial[None] | None = None
        self._target = Path()

    def copy(self, rows: Sequence[ItemRow], fields: Sequence[ItemField]) -> None:
        """Put rows on the clipboard, with their headings, in the columns shown."""
        columns = columns_of(fields)
        _put_on_clipboard(as_text(rows, columns), as_html(rows, columns))
        words = self.tr("{count} copied as a table; paste them into Excel")
        self._page.said.emit(words.format(count=shown.count(len(rows), "reports")))

    def check_copy(self, count: int) -> DeskError | None:
        """Why so many rows cannot be copied, if they cannot."""
        return TooManyToCopyError(count=count, most=MOST_COPIED) if count > MOST_COPIED else None

    def export(self, chosen: ItemFilter, order: Order, fields: Sequence[ItemField]) -> None:
        """Ask for a file and write all rows of the view into it, in the columns and the order shown."""
        name = self.tr("Coverage log {day}").format(day=clock.today().isoformat())
        kinds = self.tr("Excel workbook (*.xlsx)")
        title = self.tr("Export the log")
        target, _ = QFileDialog.getSaveFileName(
            self._page.window(), title, f"{practising.file_name(name)}.xlsx", kinds
        )
        if target:
            self._write(chosen, order, tuple(fields), Path(target))

    def _write(self, chosen: ItemFilter, order: Order, fields: tuple[ItemField, ...], target: Path) -> None:
        self._target = target
        self._again = partial(self._write, chosen, order, fields)
        task = self._page.desk.runner.create(partial(_write, chosen, order, fields, target))
        task.succeeded.connect(self._written)
        task.failed.connect(self._failed)
        self._page.strip.watch(task, self.tr("Writing {file}").format(file=target.name))
        self._page.desk.runner.start(task)

    def _written(self, rows: int) -> None:
        words = self.tr("{count} written to {file}")
        self._page.clear_notice()
        self._page.said.emit(words.format(count=shown.count(rows, "reports"), file=self._target.name))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, DeskError) or self._again is None:
            self._page.show_failure(error)
            return
        ways = other_name(error, self._target, self._again)
        self._page.refuse(self.tr("Not written"), error, ways)


def _put_on_clipboard(text: str, html: str) -> None:
    """Put a table on the clipboard in two forms; the program that pastes it chooses."""
    # PySide 6.11.3: the end of the program crashes on a QMimeData that Python made; Qt makes this one.
    empty = QStringListModel([""])
    data = empty.mimeData([empty.index(0, 0)])
    for form in data.formats():
        data.removeFormat(form)
    data.setText(text)
    data.setData("text/html", html.encode())
    QGuiApplication.clipboard().setMimeData(data)


def _write(
    chosen: ItemFilter, order: Order, fields: Sequence[ItemField], target: Path, operation: Operation
) -> int:
    ids = arrangement.arrange(chosen, order, operation)
    columns = columns_of(fields)
    total = coverage_log.count(chosen)
    pieces, placements = shown.count(total.pieces, "pieces"), shown.count(total.placements, "placements")
    notes = [f"{pieces} · {placements}", counting_rules.words(CountingRule.LOG, language())]
    write_table(target, [[column.heading for column in columns]], lines(ids, columns, operation), notes)
    return len(ids)
