"""Tables as spreadsheets put them on the clipboard: cells between tabs, rows between line ends."""

import re
from collections.abc import Sequence
from typing import TypeAlias

Grid: TypeAlias = tuple[tuple[str, ...], ...]
"""Rows of cells, all of the same length."""

_CELL = re.compile(
    r"""
    "(?P<quoted>(?:[^"]|"")*)"(?P<end>\t|\r?\n|\Z)  # Excel quotes what holds a line end, a tab or a quote
    | (?P<plain>[^\t\r\n]*)(?P<stop>\t|\r?\n|\r|\Z)
    """,
    re.VERBOSE,
)
_FORMULA = re.compile(r"\s*(?:[=@]|[+-](?![\d\s.,()-]*\Z))")
"""What Excel, WPS and LibreOffice work out when it is pasted; a lone figure with a sign is none."""
_BREAKS = re.compile(r"[\t\r\n]")


def table_of(text: str) -> Grid:
    """The table that ``text`` holds; shorter rows are filled up with empty cells, none for an empty text."""
    rows: list[list[str]] = [[]]
    at, body = 0, text.removesuffix("\n").removesuffix("\r")
    while body:
        found = _CELL.match(body, at)
        if found is None:  # cannot be: the second way matches anything
            break
        rows[-1].append(_content(found))
        end = found["end"] if found["quoted"] is not None else found["stop"]
        if not end:
            break
        if end != "\t":
            rows.append([])
        at = found.end()
    width = max(map(len, rows))
    return tuple((*row, *[""] * (width - len(row))) for row in rows) if width else ()


def text_of(rows: Sequence[Sequence[str]]) -> str:
    """Rows as Excel takes them from the clipboard."""
    return "".join("\t".join(map(_written, row)) + "\r\n" for row in rows)


def literal(cell: str) -> str:
    """A cell as a spreadsheet takes it for text: what looks like a formula gets an apostrophe before it.

    Figures with a sign, such as a telephone number of another country, stay as they are.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _content(found: re.Match[str]) -> str:
    cell = _unquoted(found)
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def _unquoted(found: re.Match[str]) -> str:
    quoted = found["quoted"]
    if quoted is None:
        return str(found["plain"])
    if not _BREAKS.search(quoted) and '""' not in quoted:
        return f'"{quoted}"'  # marks that somebody typed: Excel does not quote such a cell
    return str(quoted).replace('""', '"').replace("\r\n", "\n")


def _written(cell: str) -> str:
    safe = literal(cell)
    doubled = safe.replace('"', '""')
    return f'"{doubled}"' if _BREAKS.search(safe) else safe
