"""The log outside its window: rows as a workbook or the clipboard take them, in the columns shown."""

import html
from collections.abc import Iterator, Sequence

from ui.tablemodels.coverage_columns import COLUMNS, Column
from xcdesk import clip
from xcdesk.progress import Operation
from xcdesk.reports.xlsx.table import Value
from xcdesk.services.counts.item_filter import ItemField
from xcdesk.services.log import coverage_log
from xcdesk.services.log.coverage_log import ItemRow

_PAGE = 1_000


def columns_of(fields: Sequence[ItemField]) -> list[Column]:
    """The columns of these fields, in their order."""
    known = {column.key: column for column in COLUMNS}
    return [known[field] for field in fields]


def lines(ids: Sequence[int], columns: Sequence[Column], operation: Operation) -> Iterator[list[Value]]:
    """The rows of these ids as a workbook takes them: days as days, counts as numbers, the rest as text."""
    for start in range(0, len(ids), _PAGE):
        operation.check()
        operation.report(start, len(ids), "")
        for row in coverage_log.rows(ids[start : start + _PAGE]):
            yield [_value(column, row) for column in columns]
    operation.report(len(ids), len(ids), "")


def as_text(rows: Sequence[ItemRow], columns: Sequence[Column]) -> str:
    """A table as lines with tabs between, which every program takes."""
    heads = [column.heading for column in columns]
    body = [[clip.literal(_flat(str(_value(column, row)))) for column in columns] for row in rows]
    return "\n".join("\t".join(line) for line in [heads, *body])


def as_html(rows: Sequence[ItemRow], columns: Sequence[Column]) -> str:
    """A table as a word processor takes it; texts stay texts, so that no figure becomes a day."""
    heads = "".join(f"<th>{html.escape(column.heading)}</th>" for column in columns)
    body = "".join("<tr>" + "".join(_cell(column, row) for column in columns) + "</tr>" for row in rows)
    return f"<meta charset='utf-8'><table border='1'><tr>{heads}</tr>{body}</table>"


def _cell(column: Column, row: ItemRow) -> str:
    value = _value(column, row)
    look = " style=\"mso-number-format:'\\@'\"" if isinstance(value, str) else ""
    return f"<td{look}>{html.escape(str(value))}</td>"


def _value(column: Column, row: ItemRow) -> Value:
    if column.key == ItemField.DAY:
        return row.day
    if column.key == ItemField.REPRINTS:
        return row.group_size
    if column.key == ItemField.EVIDENCE:
        return row.evidence
    return column.text(row)


def _flat(words: str) -> str:
    """Words on one line without tabs, or they would fall into several cells."""
    return " ".join(words.split())
