"""Raw sheets and the words of the seed roster, for tests of understanding without file or database."""

import functools
import tomllib
from collections.abc import Sequence

from xcdesk.importers.raw import Merge, RawBook, RawSheet, Value
from xcdesk.importers.records import CheckedBook, Record, RowStatus
from xcdesk.importers.understand import Request, understand
from xcdesk.lexicon import Lexicon, OutletName, Term, UnitName
from xcdesk.resources import resource
from xcdesk.services.roster.lexicon import TIER_WORDS


@functools.cache
def lexicon() -> Lexicon:
    """Every word of the seed roster."""
    seed = tomllib.loads(resource("seed", "office.toml").read_text(encoding="utf-8"))
    units = [name for kind in ("county", "department", "enterprise") for name in seed["units"][kind]]
    terms = {
        kind: tuple(
            Term(row["code"], (row["label"], *row.get("spellings", ())))
            for row in seed["term"]
            if row["vocabulary"] == kind
        )
        for kind in ("form", "theme")
    }
    return Lexicon(
        outlets=tuple(
            OutletName(place, row["name"], row["tier"], tuple(row.get("spellings", ())))
            for place, row in enumerate(seed["outlet"], 1)
        ),
        units=tuple(
            UnitName(place, name, tuple(seed["units"]["spellings"].get(name, ())))
            for place, name in enumerate(units, 1)
        ),
        forms=terms["form"],
        themes=terms["theme"],
        tiers=TIER_WORDS,
        programmes=tuple(row["name"] for row in seed["programme"]),
    )


def sheet(
    *rows: Sequence[Value], name: str = "Sheet1", merges: Sequence[str] = (), **facts: object
) -> RawSheet:
    """A sheet of ``rows``; ``merges`` as Excel writes them, A1:B2."""
    return RawSheet(name, tuple(map(tuple, rows)), merges=tuple(map(_merge, merges)), **facts)


def _merge(written: str) -> Merge:
    (left, top), (right, bottom) = ((part[0], int(part[1:])) for part in written.split(":"))
    return Merge(top - 1, ord(left) - ord("A"), bottom - 1, ord(right) - ord("A"))


def read(*sheets: RawSheet, file_name: str = "鄢陵县2019年3月.xlsx", **said: object) -> CheckedBook:
    """Sheets understood as a file of that name."""
    return understand(RawBook("xlsx", "", sheets), lexicon(), Request(file_name, **said))


def pieces(book: CheckedBook) -> list[Record]:
    """Records of the rows that would be written."""
    return [row.record for one in book.sheets for row in one.rows if row.status == RowStatus.NEW]


def turned_down(book: CheckedBook) -> dict[int, list[str]]:
    """Codes of the problems of each row in error, by row number."""
    return {
        row.row: [problem.code for problem in row.problems]
        for one in book.sheets
        for row in one.rows
        if row.status == RowStatus.ERROR
    }


def left_out(book: CheckedBook) -> dict[int, str]:
    """Why each excluded row is left out, by row number."""
    return {
        row.row: row.problems[0].code
        for one in book.sheets
        for row in one.rows
        if row.status == RowStatus.EXCLUDED
    }
