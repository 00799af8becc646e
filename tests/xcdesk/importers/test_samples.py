"""Files of every kind: each row comes out, none is invented, faults and refusals go by name."""

import io
from collections import Counter
from pathlib import Path

import pytest

from tests import samples
from tests.samples import Expected
from tests.sheets import lexicon
from xcdesk.importers.checked_wire import read_checked, write_checked
from xcdesk.importers.records import CheckedBook, Record, RowStatus, SheetKind
from xcdesk.importers.understand import Request, understand
from xcdesk.importers.worker import read_book
from xcdesk.resources import resource


def book_of(path: Path) -> CheckedBook:
    """The file read in its own process and understood."""
    return understand(read_book(path), lexicon(), Request(path.name, year=2019))


def arrived(book: CheckedBook) -> CheckedBook:
    """The book after its way from a reading process to the program."""
    stream = io.StringIO(newline="\n")
    write_checked(book, stream)
    stream.seek(0)
    return read_checked(stream, lexicon())


def stated(record: Record | samples.Piece, expected: Expected) -> tuple[object, ...]:
    """The fields that count, blanks as None."""
    return tuple(getattr(record, name) or None for name in expected.fields)


def check(path: Path, expected: Expected) -> Counter[str]:
    """Compare one file with what it must give; the answer counts rows expected, found and invented."""
    book = book_of(path)
    assert arrived(book) == book, "as it travels from a reading process that has understood it"
    rows = [row for sheet in book.sheets for row in sheet.rows]
    found = Counter(stated(row.record, expected) for row in rows if row.status == RowStatus.NEW)
    wanted = Counter(stated(piece, expected) for piece in expected.rows)
    assert found - wanted == Counter(), path.name
    assert wanted - found == Counter(), path.name
    assert [row.row for row in rows if row.status == RowStatus.ERROR] == list(expected.error_rows), path.name
    assert book.sender == expected.sender
    kinds = {sheet.kind for sheet in book.sheets}
    assert kinds == {SheetKind.TALLY if expected.tally else SheetKind.COVERAGE}
    return Counter(expected=wanted.total(), found=found.total(), invented=(found - wanted).total())


@pytest.fixture
def report(capfd):
    """Prints the sums of a run past the capture."""

    def tell(name, sums):
        with capfd.disabled():
            print(f"\n{name}: {dict(sums)}")  # noqa: T201  # asked for by the reader of a run

    return tell


def test_the_samples_that_ship_give_exactly_their_rows(tmp_path, report):
    total = Counter(invented=0)
    for expected in samples.shipped(tmp_path):
        total += check(resource("samples", expected.file), expected)
    report("samples", total)
    assert total["expected"] == total["found"] > 140


@pytest.mark.parametrize("seed", [1])
def test_every_kind_gives_exactly_its_rows_in_other_words(tmp_path, report, seed):
    total = Counter(invented=0)
    for place, expected in enumerate(samples.all_kinds(tmp_path, seed)):
        total += check(tmp_path / str(place) / expected.file, expected)
    report(f"kinds {seed}", total)
    assert total["expected"] == total["found"]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 22))
def test_every_kind_gives_exactly_its_rows_in_twenty_more_ways(tmp_path, report, seed):
    test_every_kind_gives_exactly_its_rows_in_other_words(tmp_path, report, seed)
